"""The files of every collection's lists, with the keys that make them."""

from collections.abc import Iterator

from sitegen.catalog import permalinks
from sitegen.catalog.facets import CARD_BLOCK
from sitegen.engine.rules import Fetch
from sitegen.model import Collection, Output
from sitegen.render.listings import page_count
from sitegen.site.lists import (
    cards_json,
    column_json,
    facets_json,
    feed,
    list_html,
    list_sorts,
    pair_html,
    sort_json,
    term_html,
    terms_html,
)
from sitegen.site.members import pair_counts, size
from sitegen.site.path_pages import grid_html
from sitegen.site.settings import collections, ground
from sitegen.site.terms import facet_terms


def list_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files of the lists of all collections, with the keys that make them."""
    for home in fetch(collections):
        yield from _of_collection(fetch, home)
        yield from _of_terms(fetch, home)
        yield from _of_pairs(fetch, home)


def _of_collection(fetch: Fetch, home: Collection) -> Iterator[Output]:
    count = fetch(size, home.id)
    path = fetch(ground)
    if path and path.levels == home.id:
        yield permalinks.output_at(permalinks.list_url(home), grid_html.key())
    elif home.has_list:
        for number in _numbers(count, home):
            yield permalinks.output_at(permalinks.list_url(home, int(number)), list_html.key(home.id, number))
    if home.has_feed:
        yield permalinks.output_at(permalinks.feed_url(home), feed.key(home.id, "", ""))
    if home.facets:
        yield permalinks.output_at(permalinks.facets_url(home), facets_json.key(home.id))
        for facet in home.facets:
            yield permalinks.output_at(permalinks.column_url(home, facet), column_json.key(home.id, facet))
        for sort in fetch(list_sorts, home.id)[1:]:
            yield permalinks.output_at(permalinks.sort_url(home, sort), sort_json.key(home.id, sort))
        for number in map(str, range(-(-count // CARD_BLOCK))):
            yield permalinks.output_at(permalinks.cards_url(home, int(number)), cards_json.key(home.id, number))


def _of_terms(fetch: Fetch, home: Collection) -> Iterator[Output]:
    for facet in fetch(facet_terms, home.id):
        yield permalinks.output_at(permalinks.terms_url(home, facet.id), terms_html.key(home.id, facet.id))
        for term, in_term in facet.terms:
            for number in _numbers(in_term, home) if in_term else ():
                url = permalinks.term_url(home, facet.id, term.id, int(number))
                yield permalinks.output_at(url, term_html.key(home.id, facet.id, term.id, number))
            if in_term and home.has_feed:
                yield permalinks.output_at(
                    permalinks.feed_url(home, facet.id, term.id), feed.key(home.id, facet.id, term.id)
                )


def _of_pairs(fetch: Fetch, home: Collection) -> Iterator[Output]:
    for first, second in home.pairs:
        for term, others in fetch(pair_counts, home.id, first, second).items():
            for term2, count in others.items():
                for number in _numbers(count, home):
                    url = permalinks.pair_url(home, (first, term), (second, term2), int(number))
                    yield permalinks.output_at(url, pair_html.key(home.id, first, term, second, term2, number))


def _numbers(count: int, home: Collection) -> Iterator[str]:
    return map(str, range(1, page_count(count, home.per_page) + 1))
