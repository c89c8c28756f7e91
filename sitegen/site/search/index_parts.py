"""Rules: what the files of the reader's index hold, below /search/; each has a name that changes with it."""

from collections.abc import Iterator

import msgspec

from sitegen.catalog.columns import facet_column
from sitegen.engine.rules import Fetch
from sitegen.model import Record, Taxonomy
from sitegen.render.card_fields import RESULT_FIELDS
from sitegen.search.reader.column_file import columns_file
from sitegen.search.reader.payloads import CARDS, NAMED, SHARD_NAME, short_digest
from sitegen.site.generated_pages import generated_terms
from sitegen.site.inputs import RULES
from sitegen.site.routes import catalog
from sitegen.site.search.cards_and_texts import search_card_names, search_cards, search_text_names, search_texts
from sitegen.site.search.indexed_pages import group_numbers, search_ids, search_size, search_synonyms
from sitegen.site.search.word_index import (
    search_bucket,
    search_directories,
    search_endings,
    search_group_statistics,
    search_letters,
    search_shards,
    search_vocabulary,
)
from sitegen.site.settings import taxonomy_fields, taxonomy_named
from sitegen.site.terms import all_terms


class IndexFile(Record, frozen=True):
    """A file of the index: its path below /search/, without ending; its part of the index, its name or number in it."""

    path: str
    part: str
    name: str
    number: int


@RULES.task(keep=True)
def search_facets(fetch: Fetch) -> tuple[Taxonomy, ...]:
    """Return all taxonomies with their terms, in the order of site.yaml."""
    return tuple(
        msgspec.structs.replace(taxonomy_named(fetch, name), terms=fetch(all_terms, name))
        for name, _ in fetch(taxonomy_fields)
    )


@RULES.task()
def search_columns(fetch: Fetch) -> bytes:
    """Write the columns of facets."""
    terms = {row.path: row.terms for row in fetch(catalog)}
    terms |= fetch(generated_terms)
    documents = [terms[path] for _, path in fetch(search_ids)]
    columns = [
        facet_column([term.id for term in facet.terms], (own.get(facet.id, ()) for own in documents))
        for facet in fetch(search_facets)
    ]
    return columns_file([number for number, _ in fetch(search_ids)], columns)


@RULES.task(keep=True)
def search_vocabulary_names(fetch: Fetch) -> dict[str, str]:
    """Return the names of the vocabularies, by first letter."""
    return {letter: file_name(fetch(search_vocabulary, letter)) for letter in fetch(search_letters)}


@RULES.task(keep=True)
def search_ending_names(fetch: Fetch) -> dict[str, str]:
    """Return the names of the vocabularies, by last letter."""
    return {letter: file_name(words) for letter, words in fetch(search_endings).items()}


@RULES.task()
def search_ending_table(fetch: Fetch) -> bytes:
    """Write what unknown words need: names of vocabularies by last letter, words that are right, and spellings."""
    from sitegen.search.words.kept_words import kept_words
    from sitegen.search.words.stems import AMERICAN_STEMS

    kept = sorted(kept_words(fetch(search_facets), fetch(search_synonyms)))
    letters = dict(sorted(fetch(search_ending_names).items()))
    return msgspec.json.encode({"letters": letters, "kept": " ".join(kept), "spellings": AMERICAN_STEMS})


@RULES.task(keep=True)
def search_directory_names(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Return (first word, name) of all directories, sorted."""
    return tuple((first, file_name(data)) for first, data in sorted(fetch(search_directories).items()))


@RULES.task()
def search_table(fetch: Fetch) -> bytes:
    """Write the table."""
    from sitegen.search.reader.entry import table_file

    names = {
        "columns": file_name(fetch(search_columns)),
        "vocabularies": dict(sorted(fetch(search_vocabulary_names).items())),
        "endings": file_name(fetch(search_ending_table)),
        "cards": " ".join(fetch(search_card_names)),
    }
    ranks = [pair for group in group_numbers(fetch) for pair in fetch(search_group_statistics, group).ranks]
    return table_file(
        size=fetch(search_size).id_limit,
        count=len(fetch(search_ids)),
        ranks=ranks,
        directories=fetch(search_directory_names),
        names=names,
        facets=fetch(search_facets),
        fields=RESULT_FIELDS,
    )


def payload(fetch: Fetch, part: str, name: str, number: int) -> bytes:
    """Return what a file of the index holds: the part of the index, and of what has a name or a number, that."""
    if part == "shard":
        shards = fetch(search_bucket, name).shards
        return shards[number].data if number < len(shards) else b""
    if part in {"cards", "texts"}:
        return fetch(search_cards if part == "cards" else search_texts, number)
    if part in {"directory", "ending"}:
        return fetch(search_directories if part == "directory" else search_endings, at=name) or b""
    if part == "vocabulary":
        return fetch(search_vocabulary, name)
    return fetch({"table": search_table, "columns": search_columns, "ending names": search_ending_table}[part])


def word_files(fetch: Fetch) -> Iterator[IndexFile]:
    """Yield the table, and what is found by words."""
    yield IndexFile(file_name(fetch(search_table)), "table", "", 0)
    yield IndexFile(file_name(fetch(search_columns)), "columns", "", 0)
    yield IndexFile(file_name(fetch(search_ending_table)), "ending names", "", 0)
    for first, path in fetch(search_directory_names):
        yield IndexFile(path, "directory", first, 0)
    for shard in fetch(search_shards):
        yield IndexFile(shard.name, "shard", shard.bucket, shard.at)
    # Where few words begin and end with a letter, two vocabularies may be one file.
    vocabularies = {path: ("vocabulary", letter) for letter, path in fetch(search_vocabulary_names).items()}
    endings = {path: ("ending", letter) for letter, path in fetch(search_ending_names).items()}
    for path, (part, letter) in {**endings, **vocabularies}.items():
        yield IndexFile(path, part, letter, 0)


def card_files(fetch: Fetch) -> Iterator[IndexFile]:
    """Yield the blocks of cards."""
    names = fetch(search_card_names)
    for block in range(-(-fetch(search_size).id_limit // CARDS)):
        yield IndexFile(f"cards/{block}.{names[block * CARDS // NAMED]}", "cards", "", block)


def text_files(fetch: Fetch) -> Iterator[IndexFile]:
    """Yield the blocks of texts."""
    for group in group_numbers(fetch):
        for block, name in fetch(search_text_names, group).items():
            yield IndexFile(f"texts/{block}.{name}", "texts", "", int(block))


def file_name(data: bytes) -> str:
    """Return the name of a file that is no shard, card or text."""
    return short_digest(data, SHARD_NAME + 1).hex()
