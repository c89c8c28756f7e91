"""The facet index of a collection, with which browsers filter, sort and fill its list."""

import msgspec

from sitegen.catalog import permalinks
from sitegen.catalog.columns import facet_column
from sitegen.catalog.facets import CARD_BLOCK, facet_index, sorted_positions
from sitegen.engine.rules import Fetch
from sitegen.render.card_fields import CARD_FIELDS, card_values
from sitegen.site.cards import cards
from sitegen.site.inputs import RULES
from sitegen.site.lists import list_sorts
from sitegen.site.members import members, size
from sitegen.site.pages import summary
from sitegen.site.settings import base_path, collection_named
from sitegen.site.terms import facet_terms


@RULES.task(is_output=True)
def facets_json(fetch: Fetch, name: str) -> bytes:
    """Write the facet index of a collection."""
    collection, base = collection_named(fetch, name), fetch(base_path)
    facets = fetch(facet_terms, name)
    urls = {(f.id, t.id): base + permalinks.term_url(collection, f.id, t.id) for f in facets for t, _ in f.terms}
    own, *others = fetch(list_sorts, name)
    sort_urls = {own: "", **{sort: base + permalinks.sort_url(collection, sort) for sort in others}}
    column_urls = {f.id: base + permalinks.column_url(collection, f.id) for f in facets}
    return facet_index(
        name,
        facets,
        size(fetch, name),
        urls,
        column_urls,
        sort_urls,
        CARD_FIELDS,
        base + permalinks.ids_url(collection),
    )


@RULES.task(is_output=True)
def column_json(fetch: Fetch, name: str, facet: str) -> bytes:
    """Write a column of a collection's facet index."""
    terms = {known.id: known.terms for known in fetch(facet_terms, name)}[facet]
    entries = fetch(members, name).entries
    return facet_column([term.id for term, _ in terms], (entry.terms.get(facet, ()) for entry in entries))


@RULES.task(is_output=True)
def sort_json(fetch: Fetch, name: str, sort: str) -> bytes:
    """Write another order of a collection's list: the positions of its pages."""
    positions = sorted_positions(fetch(members, name).entries, sort, lambda path: fetch(summary, path).title)
    return msgspec.json.encode(positions) + b"\n"


@RULES.task(is_output=True)
def cards_json(fetch: Fetch, name: str, number: int) -> bytes:
    """Write a block of the facet index's cards, in list order; blocks are numbered from 0."""
    start = number * CARD_BLOCK
    paths = fetch(members, name).table.order[start : start + CARD_BLOCK]
    return msgspec.json.encode([card_values(one, CARD_FIELDS) for one in cards(fetch, paths)]) + b"\n"
