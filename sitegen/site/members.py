"""The pages of each collection: their order, and those on each page of its lists and in its feeds."""

from sitegen.catalog import taxonomy as terms
from sitegen.catalog.facets import both
from sitegen.catalog.facets import pair_counts as counts_of_pairs
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Record
from sitegen.render.feeds import FEED_LENGTH, UNDATED_LENGTH
from sitegen.site.inputs import RULES
from sitegen.site.pages import summary
from sitegen.site.reporting import with_excerpt
from sitegen.site.routes import catalog
from sitegen.site.settings import collection, config, taxonomies, where


class Members(Record, frozen=True):
    """The pages of a collection in list order, with the positions of each term's."""

    table: terms.Tables
    entries: tuple[Entry, ...]


@RULES.task(keep=True)
def members(fetch: Fetch, name: str) -> Members:
    """Give the pages that a collection shows, sorted."""
    home = fetch(collection, name)
    fields = {field: tax for tax, field in fetch(taxonomies)}
    chosen = terms.members(fetch(catalog), home, fetch(where, name), fields)
    listed = terms.ordered(chosen, home, lambda path: fetch(summary, path).title)
    return Members(terms.tables(listed, home.facets), tuple(listed))


@RULES.task()
def known_orders(fetch: Fetch) -> None:
    """Tell of slugs in the `order` of a collection that are no page's."""
    for name, order in fetch(config).orders.items():
        for problem in terms.order_problems(fetch(catalog), fetch(collection, name), order):
            fetch.report(with_excerpt(fetch, problem))


@RULES.task(keep=True)
def size(fetch: Fetch, name: str) -> int:
    """Give how many pages a collection shows."""
    return len(fetch(members, name).entries)


@RULES.task()
def shown(fetch: Fetch, name: str, facet: str, term: str, number: str) -> tuple[str, ...]:
    """Give the pages on one page of a list, or of a term's list where `facet` is not empty; number from 1."""
    table = fetch(members, name).table
    start = (int(number) - 1) * fetch(collection, name).per_page
    end = start + fetch(collection, name).per_page
    if not facet:
        return table.order[start:end]
    return tuple(table.order[at] for at in table.terms.get(facet, {}).get(term, ())[start:end])


@RULES.task()
def shown_of_pair(
    fetch: Fetch, name: str, facet: str, term: str, facet2: str, term2: str, number: str
) -> tuple[str, ...]:
    """Give the pages on one page of the list of two terms together; number from 1."""
    table, per_page = fetch(members, name).table, fetch(collection, name).per_page
    start = (int(number) - 1) * per_page
    return tuple(table.order[at] for at in both(table, (facet, term), (facet2, term2))[start : start + per_page])


@RULES.task(keep=True)
def pair_counts(fetch: Fetch, name: str, facet: str, facet2: str) -> dict[str, dict[str, int]]:
    """Give, for each term of a facet, how many of its pages have each term of another that any has."""
    return counts_of_pairs(fetch(members, name).table, facet, facet2)


@RULES.task()
def pair_count(fetch: Fetch, name: str, facet: str, term: str, facet2: str) -> dict[str, int]:
    """Give how many pages of one term have each term of another facet that any has."""
    return fetch(pair_counts, name, facet, facet2).get(term, {})


@RULES.task()
def in_feed(fetch: Fetch, name: str, facet: str, term: str) -> tuple[str, ...]:
    """Give the pages in the feed of a collection, or of a term in it where `facet` is not empty.

    They are its newest, newest first; where none has a date, all in list order, since any of them may be the new one.
    """
    found = fetch(members, name)
    positions = found.table.terms.get(facet, {}).get(term, ()) if facet else range(len(found.entries))
    listed = [found.entries[at] for at in positions]
    dated = [entry for entry in listed if entry.date]
    dated.sort(key=lambda entry: (entry.date, entry.path), reverse=True)
    return tuple(entry.path for entry in dated[:FEED_LENGTH] or listed[:UNDATED_LENGTH])


@RULES.task()
def has_news(fetch: Fetch, name: str, facet: str, term: str) -> bool:
    """Whether the feed of a collection, or of a term in it, holds a page: pages lead to no empty feed."""
    return bool(fetch(in_feed, name, facet, term))
