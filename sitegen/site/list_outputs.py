"""The files of every collection's lists, with the keys that make them."""

from collections.abc import Iterator

from sitegen.catalog import permalinks
from sitegen.catalog.facets import CARD_BLOCK
from sitegen.catalog.permalinks import output_at
from sitegen.engine.rules import Fetch
from sitegen.model import Collection, Output
from sitegen.render.listings import page_count
from sitegen.site.list_feeds import feed
from sitegen.site.lists import (
    cards_json,
    column_json,
    facets_json,
    list_html,
    list_sorts,
    pair_html,
    sort_json,
    term_html,
    terms_html,
)
from sitegen.site.members import pair_counts, size
from sitegen.site.path_pages import grid_html
from sitegen.site.settings import collections, path_layout
from sitegen.site.terms import facet_terms


def list_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files of the lists of all collections, with the keys that make them."""
    for home in fetch(collections):
        yield from _pages_of_list(fetch, home)
        if home.has_feed:
            yield output_at(permalinks.feed_url(home), feed.key(home.id, "", ""))
        if home.facets:
            yield from _facet_index(fetch, home)
        yield from _lists_of_terms(fetch, home)
        yield from _lists_of_pairs(fetch, home)


def _pages_of_list(fetch: Fetch, home: Collection) -> Iterator[Output]:
    layout = fetch(path_layout)
    if layout and layout.level_collection == home.id:
        yield output_at(permalinks.list_url(home), grid_html.key())
    elif home.has_list:
        for number in _numbers(size(fetch, home.id), home):
            yield output_at(permalinks.list_url(home, number), list_html.key(home.id, number))


def _facet_index(fetch: Fetch, home: Collection) -> Iterator[Output]:
    yield output_at(permalinks.facets_url(home), facets_json.key(home.id))
    for facet in home.facets:
        yield output_at(permalinks.column_url(home, facet), column_json.key(home.id, facet))
    for sort in fetch(list_sorts, home.id)[1:]:
        yield output_at(permalinks.sort_url(home, sort), sort_json.key(home.id, sort))
    for number in range(-(-size(fetch, home.id) // CARD_BLOCK)):
        yield output_at(permalinks.cards_url(home, number), cards_json.key(home.id, number))


def _lists_of_terms(fetch: Fetch, home: Collection) -> Iterator[Output]:
    for facet in fetch(facet_terms, home.id):
        yield output_at(permalinks.terms_url(home, facet.id), terms_html.key(home.id, facet.id))
        for term, count in facet.terms:
            for number in _numbers(count, home) if count else ():
                url = permalinks.term_url(home, facet.id, term.id, number)
                yield output_at(url, term_html.key(home.id, facet.id, term.id, number))
            if count and home.has_feed:
                yield output_at(permalinks.feed_url(home, facet.id, term.id), feed.key(home.id, facet.id, term.id))


def _lists_of_pairs(fetch: Fetch, home: Collection) -> Iterator[Output]:
    for first, second in home.pairs:
        for term, others in fetch(pair_counts, home.id, first, second).items():
            for term2, count in others.items():
                for number in _numbers(count, home):
                    url = permalinks.pair_url(home, (first, term), (second, term2), number)
                    yield output_at(url, pair_html.key(home.id, first, term, second, term2, number))


def _numbers(count: int, home: Collection) -> range:
    """Return the numbers of the pages of a list of so many items: from 1, at least one."""
    return range(1, page_count(count, home.per_page) + 1)
