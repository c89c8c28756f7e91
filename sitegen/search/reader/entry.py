"""The entry file of the reader's index, never kept by a cache unasked, and the table that it names."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.model import Taxonomy
from sitegen.search import ranking_constants
from sitegen.search.reader.payloads import CARDS, NAMED, TEXTS
from sitegen.search.words.analysis import FILLER, STOP_WORDS
from sitegen.search.words.term_names import term_names

VERSION = 2

RANKING = {name.lower(): value for name, value in vars(ranking_constants).items() if name.isupper()}
"""The numbers that decide what is found and in which order, for the script: it has none of its own."""


TEXT_NAME = "texts"
"""The last field of a card: the name of the block that has the text of its page."""


def entry_file(table: str, bundle: str) -> bytes:
    """Write the entry file: the version of the format, the name of the table, and that of the bundle, if any."""
    entry = {"version": VERSION, "table": table} | ({"bundle": bundle} if bundle else {})
    return msgspec.json.encode(entry) + b"\n"


def table_file(
    *,
    size: int,
    count: int,
    ranks: Sequence[tuple[int, int]],
    directories: Iterable[tuple[str, str]],
    names: Mapping[str, object],
    facets: Sequence[Taxonomy],
    fields: Sequence[str],
) -> bytes:
    """Write the table: what a search needs before it knows any word.

    `size` is the number that ids lie below, `count` the number of documents; `ranks` are (id, rank), `directories`
    (first word, name); `names` are those of further files; `fields` are the names of what cards have, in order.
    """
    listed = list(directories)
    table = {
        "size": size,
        "count": count,
        "ranks": ranks,
        "directories": [[first for first, _ in listed], [name for _, name in listed]],
        **names,
        "blocks": {"cards": CARDS, "named": NAMED, "texts": TEXTS},
        "fields": [*fields, TEXT_NAME],
        "ranking": RANKING,
        "dropped": " ".join(sorted(STOP_WORDS | FILLER)),
        "names": {
            name: [[offer.facet, offer.term, offer.label] for offer in offers]
            for name, offers in term_names(facets).items()
        },
        "facets": [
            {"id": one.id, "label": one.label, "terms": [{"id": term.id, "label": term.label} for term in one.terms]}
            for one in facets
        ],
    }
    return msgspec.json.encode(table)
