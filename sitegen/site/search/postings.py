"""What readers and staff search: every listed page as a document, and the words of all of them as an index."""

from collections.abc import Iterator
from itertools import pairwise

from sitegen.engine.rules import Fetch, Key
from sitegen.search.documents import Document, make_document
from sitegen.search.reader.index_records import Bucket, Extent, GroupStatistics, NamedShard, Vector
from sitegen.site.cards import card
from sitegen.site.downloads import download_facts
from sitegen.site.inputs import RULES
from sitegen.site.pages import entry, page
from sitegen.site.routes import catalog
from sitegen.site.settings import search_settings, taxonomies
from sitegen.site.terms import term_label

_MANY = 500
"""Documents from which on they are counted in other processes."""


@RULES.task(keep=True)
def search_paths(fetch: Fetch) -> tuple[str, ...]:
    """Give the content paths of all documents, sorted: the listed pages."""
    return tuple(found.path for found in fetch(catalog) if found.listed)


@RULES.task()
def search_document(fetch: Fetch, path: str) -> Document | None:
    """Give one page as search sees it; None where it has no page now."""
    facts = fetch(entry, path)
    found = fetch(page, path)
    if found is None or not facts.listed:
        return None
    labels = {
        name: tuple(fetch(term_label, name, term) for term in facts.terms[name])
        for name, _ in fetch(taxonomies)
        if name in facts.terms
    }
    files = [fetch(download_facts, item.file.text).text for item in found.downloads if item.file]
    return make_document(found, facts.url, facts.terms, labels, files)


@RULES.task(keep=True)
def search_ids(fetch: Fetch) -> tuple[tuple[int, str], ...]:
    """Give (id, path) of all documents, by id."""
    from sitegen.search.reader.ids import assign_ids

    return assign_ids(fetch(search_paths))


@RULES.task(keep=True)
def search_extent(fetch: Fetch) -> Extent:
    """Give how large the index is."""
    from sitegen.search.reader.ids import id_limit
    from sitegen.search.rounding import round_up_size

    found = fetch(search_ids)
    return Extent(len(found), round_up_size(len(found)), id_limit(len(found), found[-1][0] if found else 0))


@RULES.task(keep=True)
def search_size(fetch: Fetch) -> tuple[int, int]:
    """Give the rounded number of documents, and the number that all ids lie below: what an index is laid out by."""
    found = fetch(search_extent)
    return found.rounded, found.id_limit


@RULES.task(keep=True)
def search_members(fetch: Fetch, group: str) -> tuple[tuple[int, str], ...]:
    """Give (id, path) of the documents in a group, by id."""
    from sitegen.search.reader.payloads import GROUP

    return tuple(pair for pair in fetch(search_ids) if pair[0] // GROUP == int(group))


@RULES.task(keep=True)
def search_synonyms(fetch: Fetch) -> tuple[tuple[str, ...], ...]:
    """Give the groups of words that mean the same."""
    return fetch(search_settings).synonyms


def _counted(path: str) -> tuple[Key, ...]:
    return search_document.key(path), search_synonyms.key()


@RULES.task(needs=_counted)
def search_vector(fetch: Fetch, path: str) -> Vector | None:
    """Give the words of a document and their weights."""
    from sitegen.search.reader.vectors import count_words
    from sitegen.search.words.synonyms import cached_synonyms

    found = fetch(search_document, path)
    return None if found is None else count_words(found, cached_synonyms(fetch(search_synonyms)))


@RULES.task()
def search_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Give the keys of what can be counted in other processes: none where there are few."""
    paths = fetch(search_paths)
    return tuple(map(search_vector.key, paths)) if len(paths) >= _MANY else ()


def _vectors(fetch: Fetch, group: str) -> list[tuple[int, Vector]]:
    """Give (id, vector) of the documents in a group."""
    pairs = ((number, fetch(search_vector, path)) for number, path in fetch(search_members, group))
    return [(number, found) for number, found in pairs if found is not None]


@RULES.task(keep=True)
def search_survey(fetch: Fetch, group: str) -> GroupStatistics:
    """Return the statistics of a group."""
    from sitegen.search.reader.groups import group_statistics

    return group_statistics(_vectors(fetch, group), fetch(search_size)[0])


@RULES.task(keep=True)
def search_groups(fetch: Fetch) -> tuple[str, ...]:
    """Give the numbers of all groups."""
    from sitegen.search.reader.payloads import GROUP

    return tuple(str(group) for group in range(-(-fetch(search_size)[1] // GROUP)))


@RULES.task(keep=True)
def search_average(fetch: Fetch) -> int:
    """Give the step of the average length of a document."""
    from sitegen.search.rounding import length_step

    surveys = [fetch(search_survey, group) for group in fetch(search_groups)]
    return length_step(sum(found.length for found in surveys) / max(1, sum(found.count for found in surveys)))


@RULES.task(keep=True)
def search_starts(fetch: Fetch) -> tuple[str, ...]:
    """Give the first words of all buckets, sorted."""
    boundaries = {boundary for group in fetch(search_groups) for boundary in fetch(search_survey, group).boundaries}
    return ("", *sorted(boundaries))


@RULES.task(keep=True)
def search_cells(fetch: Fetch, group: str) -> dict[str, bytes]:
    """Give what a group adds to each bucket."""
    from sitegen.search.reader.groups import make_cells

    return make_cells(_vectors(fetch, group), fetch(search_average), fetch(search_starts))


@RULES.task()
def search_cell(fetch: Fetch, group: str, start: str) -> bytes:
    """Give what a group adds to one bucket: an edit of a page touches few of them."""
    return fetch(search_cells, group).get(start, b"")


@RULES.task()
def search_bucket(fetch: Fetch, start: str) -> Bucket:
    """Give the shards of a bucket."""
    from sitegen.search.reader.groups import merge_cells
    from sitegen.search.reader.shards import make_bucket

    starts = (*fetch(search_starts), "")
    end = starts[starts.index(start) + 1] if start in starts[:-1] else ""
    found = (fetch(search_cell, group, start) for group in fetch(search_groups))
    return make_bucket(start, end, merge_cells(data for data in found if data), fetch(search_size)[0])


@RULES.task(keep=True)
def search_bucket_names(fetch: Fetch, start: str) -> tuple[tuple[str, bytes], ...]:
    """Give (first word, digest) of a bucket's shards."""
    from sitegen.search.reader.payloads import digest

    return tuple((shard.first, digest(shard.data, 16)) for shard in fetch(search_bucket, start).shards)


@RULES.task()
def search_bucket_words(fetch: Fetch, start: str) -> tuple[str, ...]:
    """Give the words of a bucket by how often they occur."""
    return fetch(search_bucket, start).words


@RULES.task(keep=True)
def search_bucket_letters(fetch: Fetch, start: str) -> str:
    """Give the letters that words of a bucket begin with, sorted."""
    return "".join(sorted({word[0] for word in " ".join(fetch(search_bucket_words, start)).split()}))


@RULES.task(keep=True)
def search_letters(fetch: Fetch) -> str:
    """Give the letters that words begin with, sorted."""
    return "".join(sorted({letter for start in fetch(search_starts) for letter in fetch(search_bucket_letters, start)}))


@RULES.task(keep=True)
def search_places(fetch: Fetch) -> tuple[NamedShard, ...]:
    """Give where all shards are, in the order of their words."""
    from sitegen.search.reader.payloads import places

    return places(
        (first, start, at, whole)
        for start in fetch(search_starts)
        for at, (first, whole) in enumerate(fetch(search_bucket_names, start))
    )


@RULES.task(keep=True)
def search_endings(fetch: Fetch) -> tuple[tuple[str, bytes], ...]:
    """Write the words by last letter: (letter, words), sorted."""
    from sitegen.search.reader.vocabulary import vocabularies

    words = [fetch(search_bucket_words, start) for start in fetch(search_starts)]
    return tuple(sorted(vocabularies(words, at=-1).items()))


@RULES.task()
def search_vocabulary(fetch: Fetch, letter: str) -> bytes:
    """Write the words that begin with a letter; those that end with one, where it comes after a hyphen."""
    from sitegen.search.reader.vocabulary import END, vocabularies

    if letter.startswith(END):
        return dict(fetch(search_endings)).get(letter.removeprefix(END), b"")
    starts = (*fetch(search_starts), "")
    near = [start for start, end in pairwise(starts) if start[:1] <= letter and (not end or letter <= end[:1])]
    return vocabularies([fetch(search_bucket_words, start) for start in near], at=0).get(letter, b"")


@RULES.task(keep=True)
def search_last_letters(fetch: Fetch) -> str:
    """Give the letters that words end with, sorted."""
    return "".join(letter for letter, _ in fetch(search_endings))


@RULES.task()
def search_texts(fetch: Fetch, number: str) -> bytes:
    """Write a block of texts."""
    from sitegen.search.reader.payloads import TEXTS, block

    found = ((at, fetch(search_document, path)) for at, path in _in_block(fetch, int(number), TEXTS))
    return block([(at, document.text) for at, document in found if document], TEXTS)


@RULES.task()
def search_text_name(fetch: Fetch, number: str) -> str:
    """Give the name of a block of texts."""
    from sitegen.search.reader.payloads import CARD_NAME, digest

    return digest(fetch(search_texts, number), CARD_NAME).hex()


@RULES.task()
def search_cards(fetch: Fetch, number: str) -> bytes:
    """Write a block of cards."""
    from sitegen.search.reader.payloads import CARDS, TEXTS, block

    found = []
    for at, path in _in_block(fetch, int(number), CARDS):
        one = fetch(card, path)
        name = fetch(search_text_name, str(at // TEXTS))
        texts = one.url, one.title, one.summary, one.kind, one.kind_label, one.date, one.language
        found.append((at, (*texts, one.levels, one.formats, name)))
    return block(found, CARDS)


def _in_block(fetch: Fetch, number: int, size: int) -> Iterator[tuple[int, str]]:
    from sitegen.search.reader.payloads import GROUP

    for at, path in fetch(search_members, str(number * size // GROUP)):
        if at // size == number:
            yield at, path
