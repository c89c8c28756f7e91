"""The files of the reader's search index, below /search/: each has a name that changes with it, but for the entry."""

from collections.abc import Iterator

import msgspec

from sitegen.catalog.columns import facet_column
from sitegen.engine.rules import Fetch
from sitegen.model import Output, Taxonomy
from sitegen.model.folders import SEARCH
from sitegen.site.inputs import RULES
from sitegen.site.routes import catalog
from sitegen.site.search.postings import (
    search_bucket,
    search_cards,
    search_groups,
    search_ids,
    search_last_letters,
    search_letters,
    search_places,
    search_size,
    search_survey,
    search_text_name,
    search_texts,
    search_vocabulary,
)
from sitegen.site.settings import taxonomies, taxonomy
from sitegen.site.terms import all_terms


@RULES.task(keep=True)
def search_facets(fetch: Fetch) -> tuple[Taxonomy, ...]:
    """Give all taxonomies with their terms, in the order of site.yaml."""
    return tuple(
        msgspec.structs.replace(fetch(taxonomy, name), terms=fetch(all_terms, name)) for name, _ in fetch(taxonomies)
    )


@RULES.task()
def search_columns(fetch: Fetch) -> bytes:
    """Write the columns of facets."""
    from sitegen.search.reader.columns import columns_file

    terms = {found.path: found.terms for found in fetch(catalog)}
    documents = [terms[path] for _, path in fetch(search_ids)]
    columns = [
        facet_column([term.id for term in facet.terms], (own.get(facet.id, ()) for own in documents))
        for facet in fetch(search_facets)
    ]
    return columns_file([number for number, _ in fetch(search_ids)], columns)


@RULES.task(keep=True)
def search_card_name(fetch: Fetch, span: str) -> bytes:
    """Give the name that the blocks of cards of some ids next to each other have."""
    from sitegen.search.reader.payloads import CARD_NAME, CARDS, NAMED, digest

    each = NAMED // CARDS
    return digest(b"".join(fetch(search_cards, str(int(span) * each + at)) for at in range(each)), CARD_NAME)


@RULES.task(keep=True)
def search_card_names(fetch: Fetch) -> bytes:
    """Give all names of cards, one after the other."""
    from sitegen.search.reader.payloads import NAMED

    return b"".join(fetch(search_card_name, str(span)) for span in range(-(-fetch(search_size)[1] // NAMED)))


@RULES.task(keep=True)
def search_text_names(fetch: Fetch, group: str) -> tuple[str, ...]:
    """Give the names of a group's blocks of texts."""
    from sitegen.search.reader.payloads import GROUP, TEXTS

    first = int(group) * GROUP // TEXTS
    last = min(first + GROUP // TEXTS, -(-fetch(search_size)[1] // TEXTS))
    return tuple(fetch(search_text_name, str(number)) for number in range(first, last))


@RULES.task(keep=True)
def search_edges(fetch: Fetch) -> tuple[str, ...]:
    """Give the first words of all directories, sorted."""
    from sitegen.search.reader.payloads import is_edge

    return tuple(place.first for place in fetch(search_places) if not place.at and is_edge(place.first))


@RULES.task()
def search_directory(fetch: Fetch, first: str) -> bytes:
    """Write the directory of shards that begins with a word."""
    from sitegen.search.reader.payloads import directory

    edges = fetch(search_edges)
    end = edges[edges.index(first) + 1 :] if first in edges else ()
    return directory(
        place for place in fetch(search_places) if place.first >= first and (not end or place.first < end[0])
    )


@RULES.task(keep=True)
def search_directories(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Give (first word, name) of all directories."""
    return tuple((first, _name(fetch(search_directory, first))) for first in fetch(search_edges))


def _name(data: bytes) -> str:
    from sitegen.search.reader.payloads import SHARD_NAME, digest

    return digest(data, SHARD_NAME + 1).hex()


@RULES.task(keep=True)
def search_ending_names(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Give (letter, name) of the vocabularies of last letters."""
    from sitegen.search.reader.vocabulary import END

    return tuple((last, _name(fetch(search_vocabulary, END + last))) for last in fetch(search_last_letters))


@RULES.task()
def search_ends(fetch: Fetch) -> bytes:
    """Write the names of the vocabularies of last letters: a search for a mistyped word alone needs them."""
    return msgspec.json.encode(dict(fetch(search_ending_names)))


@RULES.task(keep=True)
def search_names(fetch: Fetch) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give the names of the columns, and of the vocabulary of each letter."""
    vocabularies = tuple((letter, _name(fetch(search_vocabulary, letter))) for letter in fetch(search_letters))
    return _name(fetch(search_columns)), vocabularies


@RULES.task()
def search_table(fetch: Fetch) -> bytes:
    """Write the table."""
    from sitegen.search.reader.entry import table_file

    groups = fetch(search_groups)
    columns, vocabularies = fetch(search_names)
    names = {
        "columns": columns,
        "vocabularies": dict(vocabularies),
        "endings": _name(fetch(search_ends)),
        "cards": fetch(search_card_names).hex(),
    }
    ranks = [pair for group in groups for pair in fetch(search_survey, group).ranks]
    sizes = fetch(search_size)[1], len(fetch(search_ids))
    return table_file(sizes, ranks, fetch(search_directories), names, fetch(search_facets))


@RULES.task(is_output=True)
def search_index(fetch: Fetch) -> bytes:
    """Write the entry file, /search/index.json."""
    from sitegen.search.reader.entry import entry_file

    return entry_file(_name(fetch(search_table)))


@RULES.task(is_output=True)
def search_file(fetch: Fetch, part: str, name: str, at: str) -> bytes:
    """Write a file of the index, packed."""
    from sitegen.search.reader.payloads import packed

    return packed(_payload(fetch, part, name, at), lines=part == "columns")


def _payload(fetch: Fetch, part: str, name: str, at: str) -> bytes:
    if part == "shard":
        shards = fetch(search_bucket, name).shards
        return shards[int(at)].data if int(at) < len(shards) else b""
    if part == "cards":
        return fetch(search_cards, name)
    if part == "texts":
        return fetch(search_texts, name)
    if part == "vocabulary":
        return fetch(search_vocabulary, name)
    if part == "directory":
        return fetch(search_directory, name)
    return fetch({"table": search_table, "columns": search_columns, "endings": search_ends}[part])


def index_outputs(fetch: Fetch) -> Iterator[Output]:
    """Give every file of the index."""
    yield Output(f"{SEARCH}/index.json", search_index.key())
    for path, part, name, at in _parts(fetch):
        yield Output(f"{SEARCH}/{path}.gz", search_file.key(part, name, at))


def _parts(fetch: Fetch) -> Iterator[tuple[str, str, str, str]]:
    from sitegen.search.reader.payloads import CARD_NAME, CARDS, NAMED
    from sitegen.search.reader.vocabulary import END

    columns, vocabularies = fetch(search_names)
    yield _name(fetch(search_table)), "table", "", ""
    yield columns, "columns", "", ""
    for first, name in fetch(search_directories):
        yield name, "directory", first, ""
    for letter, name in vocabularies:
        yield name, "vocabulary", letter, ""
    yield _name(fetch(search_ends)), "endings", "", ""
    known = {name for _, name in vocabularies}
    for last, name in fetch(search_ending_names):
        if name not in known:
            yield name, "vocabulary", END + last, ""
            known.add(name)
    for place in fetch(search_places):
        yield place.name, "shard", place.bucket, str(place.at)
    names, size = fetch(search_card_names).hex(), 2 * CARD_NAME
    for number in range(-(-fetch(search_size)[1] // CARDS)):
        yield f"cards/{number}.{names[number * CARDS // NAMED * size :][:size]}", "cards", str(number), ""
    texts = (name for group in fetch(search_groups) for name in fetch(search_text_names, group))
    for number, name in enumerate(texts):
        yield f"texts/{number}.{name}", "texts", str(number), ""
