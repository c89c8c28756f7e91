"""The files of every collection's lists, with the keys that make them."""

from collections.abc import Iterator

from sitegen.catalog import permalinks
from sitegen.catalog.facets import CARD_BLOCK
from sitegen.catalog.permalinks import output_at
from sitegen.engine.rules import Fetch
from sitegen.model import Collection, Output
from sitegen.render.listings import page_count
from sitegen.site.list_feeds import feed
from sitegen.site.list_index import cards_json, column_json, facets_json, sort_json
from sitegen.site.lists import list_html, list_sorts, pair_html, term_html, terms_html
from sitegen.site.members import pair_counts, size
from sitegen.site.path_pages import grid_html
from sitegen.site.settings import collections, path_layout
from sitegen.site.terms import facet_terms


def list_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files of the lists of all collections, with the keys that make them."""
    for collection in fetch(collections):
        yield from _pages_of_list(fetch, collection)
        if collection.has_feed:
            yield output_at(permalinks.feed_url(collection), feed.key(collection.id, "", ""))
        if collection.facets:
            yield from _facet_index(fetch, collection)
        yield from _lists_of_terms(fetch, collection)
        yield from _lists_of_pairs(fetch, collection)


def _pages_of_list(fetch: Fetch, collection: Collection) -> Iterator[Output]:
    layout = fetch(path_layout)
    if layout and layout.level_collection == collection.id:
        yield output_at(permalinks.list_url(collection), grid_html.key())
    elif collection.has_list:
        for number in _numbers(size(fetch, collection.id), collection):
            yield output_at(permalinks.list_url(collection, number), list_html.key(collection.id, number))


def _facet_index(fetch: Fetch, collection: Collection) -> Iterator[Output]:
    yield output_at(permalinks.facets_url(collection), facets_json.key(collection.id))
    for facet in collection.facets:
        yield output_at(permalinks.column_url(collection, facet), column_json.key(collection.id, facet))
    for sort in fetch(list_sorts, collection.id)[1:]:
        yield output_at(permalinks.sort_url(collection, sort), sort_json.key(collection.id, sort))
    for number in range(-(-size(fetch, collection.id) // CARD_BLOCK)):
        yield output_at(permalinks.cards_url(collection, number), cards_json.key(collection.id, number))


def _lists_of_terms(fetch: Fetch, collection: Collection) -> Iterator[Output]:
    for facet in fetch(facet_terms, collection.id):
        yield output_at(permalinks.terms_url(collection, facet.id), terms_html.key(collection.id, facet.id))
        for term, count in facet.terms:
            for number in _numbers(count, collection) if count else ():
                url = permalinks.term_url(collection, facet.id, term.id, number)
                yield output_at(url, term_html.key(collection.id, facet.id, term.id, number))
            if count and collection.has_feed:
                yield output_at(
                    permalinks.feed_url(collection, facet.id, term.id), feed.key(collection.id, facet.id, term.id)
                )


def _lists_of_pairs(fetch: Fetch, collection: Collection) -> Iterator[Output]:
    for first, second in collection.pairs:
        for term, others in fetch(pair_counts, collection.id, first, second).items():
            for term2, count in others.items():
                for number in _numbers(count, collection):
                    url = permalinks.pair_url(collection, (first, term), (second, term2), number)
                    yield output_at(url, pair_html.key(collection.id, first, term, second, term2, number))


def _numbers(count: int, collection: Collection) -> range:
    """Return the numbers of the pages of a list of so many items: from 1, at least one."""
    return range(1, page_count(count, collection.per_page) + 1)
