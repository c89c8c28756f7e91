"""Rules: which pages readers and staff search, each as a document and as counted words; their ids.

A document is known by its path below content/, or by its address where no file of content/ has it.
"""

from sitegen.engine.rules import Fetch, Key
from sitegen.search.documents import Document, make_document, make_generated_document
from sitegen.search.reader.ids import assign_ids, id_limit
from sitegen.search.reader.index_records import IndexSize, Vector
from sitegen.search.reader.payloads import GROUP
from sitegen.search.rounding import round_up_size
from sitegen.site.downloads import download_facts
from sitegen.site.gathered_pages import terms_with_page
from sitegen.site.generated_pages import generated_addresses, generated_pages, is_generated
from sitegen.site.inputs import RULES
from sitegen.site.page_files import page
from sitegen.site.pages import entry
from sitegen.site.routes import catalog
from sitegen.site.settings import config, taxonomy_fields
from sitegen.site.terms import term_label

_MANY = 500
"""Documents from which on they are counted in other processes."""


@RULES.task(keep=True)
def search_paths(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths of all documents, sorted: the addresses of generated pages, and the listed pages of content/."""
    return (*fetch(generated_addresses), *(row.path for row in fetch(catalog) if row.listed))


@RULES.task()
def search_document(fetch: Fetch, path: str) -> Document | None:
    """Return one page as search sees it; None where it has no page now."""
    if is_generated(path):
        generated = fetch(generated_pages, at=path)
        return make_generated_document(generated, _labels(fetch, generated.terms)) if generated else None
    facts, content = fetch(entry, path), fetch(page, path)
    if not facts.listed:
        return None
    files = [fetch(download_facts, item.file.text).text for item in content.downloads if item.file]
    stands_for = fetch(terms_with_page, at=path)
    return make_document(content, facts.url, facts.terms, _labels(fetch, facts.terms), files, stands_for)


def _labels(fetch: Fetch, terms: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the labels of terms by taxonomy, in the order of site.yaml."""
    return {
        name: tuple(term_label(fetch, name, term) for term in terms[name])
        for name, _ in fetch(taxonomy_fields)
        if name in terms
    }


@RULES.task(keep=True)
def search_synonyms(fetch: Fetch) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that mean the same."""
    return fetch(config).search.synonyms


def _needed_to_count(path: str) -> tuple[Key, ...]:
    return search_document.key(path), search_synonyms.key()


@RULES.task(needs=_needed_to_count)
def search_vector(fetch: Fetch, path: str) -> Vector | None:
    """Return the words of a document with their weights; None where it has no page now."""
    from sitegen.search.reader.vectors import count_words
    from sitegen.search.words.synonyms import cached_synonyms

    document = fetch(search_document, path)
    return None if document is None else count_words(document, cached_synonyms(fetch(search_synonyms)))


@RULES.task()
def search_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of what can be counted in other processes: none where there are few."""
    paths = fetch(search_paths)
    return tuple(map(search_vector.key, paths)) if len(paths) >= _MANY else ()


@RULES.task(keep=True)
def search_ids(fetch: Fetch) -> tuple[tuple[int, str], ...]:
    """Return (id, path) of all documents, by id."""
    return assign_ids(fetch(search_paths))


@RULES.task(keep=True)
def search_size(fetch: Fetch) -> IndexSize:
    """Return how large the index is."""
    ids = fetch(search_ids)
    return IndexSize(round_up_size(len(ids)), id_limit(len(ids), ids[-1][0] if ids else 0))


@RULES.task(keep=True)
def search_groups(fetch: Fetch) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return (id, path) of the documents in each group, by id; groups without documents are left out."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, path in fetch(search_ids):
        groups.setdefault(str(number // GROUP), []).append((number, path))
    return {group: tuple(pairs) for group, pairs in groups.items()}


def members_of(fetch: Fetch, group: int) -> tuple[tuple[int, str], ...]:
    """Return (id, path) of the documents in a group, by id."""
    return fetch(search_groups, at=str(group)) or ()


def group_numbers(fetch: Fetch) -> range:
    """Return the numbers of all groups: they depend on the size of the index alone."""
    return range(-(-fetch(search_size).id_limit // GROUP))
