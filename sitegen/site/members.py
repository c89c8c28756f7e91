"""The pages of each collection: their order, and those on each page of its lists and in its feeds."""

from functools import partial

from sitegen.catalog import taxonomy
from sitegen.catalog.facets import both, count_pairs
from sitegen.catalog.renamed_pages import renamed_page
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Record
from sitegen.model.folders import SETTINGS
from sitegen.render.feeds import newest_for_feed
from sitegen.site.first_days import first_days
from sitegen.site.inputs import RULES
from sitegen.site.locations import locate
from sitegen.site.page_names import page_names
from sitegen.site.pages import summary
from sitegen.site.reporting import with_excerpt
from sitegen.site.routes import catalog
from sitegen.site.settings import (
    collection_named,
    collection_table,
    orders,
    taxonomy_fields,
    view_conditions,
)


class Members(Record, frozen=True):
    """The pages of a collection in list order, with the positions of each term's."""

    table: taxonomy.Tables
    entries: tuple[Entry, ...]


@RULES.task(keep=True)
def members(fetch: Fetch, name: str) -> Members:
    """Return the pages that a collection shows, sorted."""
    collection = collection_named(fetch, name)
    taxonomy_of = {field: name for name, field in fetch(taxonomy_fields)}
    chosen = taxonomy.members(fetch(catalog), collection, fetch(view_conditions, name), taxonomy_of)
    listed = taxonomy.ordered(chosen, collection, lambda path: fetch(summary, path).title)
    return Members(taxonomy.tables(listed, collection.facets), tuple(listed))


@RULES.task()
def check_orders(fetch: Fetch) -> None:
    """Report slugs in the `order` of a collection that no page has."""
    for name, order in fetch(orders).items():
        collection = collection_named(fetch, name)
        where = partial(locate, fetch, SETTINGS)
        for problem in taxonomy.order_problems(
            fetch(catalog), collection, order, where, lambda path: renamed_page(path, fetch(page_names))
        ):
            fetch.report(with_excerpt(fetch, problem))


@RULES.task(keep=True)
def sizes(fetch: Fetch) -> dict[str, int]:
    """Return the number of pages that each collection shows, by its id."""
    return {name: len(fetch(members, name).entries) for name in fetch(collection_table)}


def size(fetch: Fetch, name: str) -> int:
    """Return the number of pages that a collection shows."""
    return fetch(sizes, at=name) or 0


@RULES.task()
def shown(fetch: Fetch, name: str, facet: str, term: str, number: int) -> tuple[str, ...]:
    """Return the pages on one page of a list, or of a term's list if `facet` is not empty; `number` from 1."""
    table, span = fetch(members, name).table, _span(fetch, name, number)
    if not facet:
        return table.order[span]
    return tuple(table.order[at] for at in table.terms.get(facet, {}).get(term, ())[span])


@RULES.task()
def shown_of_pair(
    fetch: Fetch, name: str, facet: str, term: str, facet2: str, term2: str, number: int
) -> tuple[str, ...]:
    """Return the pages on one page of the list of two terms together; `number` from 1."""
    table, span = fetch(members, name).table, _span(fetch, name, number)
    return tuple(table.order[at] for at in both(table, (facet, term), (facet2, term2))[span])


def _span(fetch: Fetch, name: str, number: int) -> slice:
    per_page = collection_named(fetch, name).per_page
    return slice((number - 1) * per_page, number * per_page)


@RULES.task(keep=True)
def pair_counts(fetch: Fetch, name: str, facet: str, facet2: str) -> dict[str, dict[str, int]]:
    """Return, for each term of a facet, the number of its pages with each term of another facet that any has."""
    return count_pairs(fetch(members, name).table, facet, facet2)


@RULES.task()
def in_feed(fetch: Fetch, name: str, facet: str, term: str) -> tuple[str, ...]:
    """Return the pages in the feed of a collection, or of a term in it if `facet` is not empty."""
    table, entries = fetch(members, name).table, fetch(members, name).entries
    positions = table.terms.get(facet, {}).get(term, ()) if facet else range(len(entries))
    listed = [entries[at] for at in positions]
    is_dated = all(entry.sort_date for entry in listed)
    return newest_for_feed(listed) if is_dated else newest_for_feed(listed, fetch(first_days))


@RULES.task()
def feed_is_nonempty(fetch: Fetch, name: str, facet: str, term: str) -> bool:
    """Return whether a feed holds a page: no page leads to an empty feed."""
    return bool(fetch(in_feed, name, facet, term))
