"""Site-wide tables: addresses, lists, terms, neighbours; and the small parts of them that one page needs."""

from sitegen.catalog import permalinks, related
from sitegen.catalog import taxonomy as terms
from sitegen.catalog.facets import FacetTerms, both, counts
from sitegen.catalog.facets import pair_counts as counts_of_pairs
from sitegen.catalog.kits import kit_url
from sitegen.engine.rules import Fetch
from sitegen.model import Around, Entry, Record, Route, Term
from sitegen.render.feeds import FEED_LENGTH, UNDATED_LENGTH
from sitegen.site.inputs import RULES
from sitegen.site.pages import content_files, entry, summary, with_excerpt
from sitegen.site.settings import collection, collections, config, ground, settings, taxonomies, taxonomy, where


@RULES.task(keep=True)
def catalog(fetch: Fetch) -> tuple[Entry, ...]:
    """Give the entries of all pages, sorted by path."""
    return tuple([fetch(entry, path) for path in fetch(content_files)])


@RULES.task(keep=True)
def routes(fetch: Fetch) -> dict[str, Route]:
    """Give the route of every page, by path; tells of addresses that two would have."""
    entries = fetch(catalog)
    reserved = frozenset({"page", *(name for name, _ in fetch(taxonomies))})
    found = fetch(collections)
    lists = {permalinks.list_url(c): f"the list of {c.id}" for c in found if c.has_list} | _kit_addresses(fetch)
    lists |= {permalinks.gallery_url(g): f"the gallery {g.id}" for g in fetch(settings).galleries}
    for problem in (
        *permalinks.slug_problems(entries, reserved),
        *permalinks.collisions(entries, lists, fetch(settings).redirects),
    ):
        fetch.report(with_excerpt(fetch, problem))
    return permalinks.routes_of(entries)


def _kit_addresses(fetch: Fetch) -> dict[str, str]:
    path = fetch(ground)
    if path is None:
        return {}
    cells = [(step, side) for step in path.steps for side in path.sides]
    return {kit_url(path, step.id, side.id): f"the kit {step.label} {side.label}" for step, side in cells}


@RULES.task(keep=True)
def route(fetch: Fetch, path: str) -> Route | None:
    """Give the route of one page, or None."""
    return fetch(routes).get(path)


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


@RULES.task(keep=True)
def all_terms(fetch: Fetch, name: str) -> tuple[Term, ...]:
    """Give the terms of a taxonomy: those of site.yaml, or of an open one all that pages shown now have."""
    found = fetch(taxonomy, name)
    return terms.open_terms((e for e in fetch(catalog) if e.listed), name) if found.is_open else found.terms


@RULES.task(keep=True)
def term_labels(fetch: Fetch, name: str) -> dict[str, str]:
    """Give the labels of a taxonomy's terms, by id."""
    return {term.id: term.label for term in fetch(all_terms, name)}


@RULES.task(keep=True)
def term_label(fetch: Fetch, name: str, term: str) -> str:
    """Give the label of one term; its id where it is gone."""
    return fetch(term_labels, name).get(term, term)


@RULES.task(keep=True)
def facet_terms(fetch: Fetch, name: str) -> tuple[FacetTerms, ...]:
    """Give the facets of a collection with their terms and counts, in display order."""
    table = fetch(members, name).table
    result = []
    for facet in fetch(collection, name).facets:
        found = fetch(taxonomy, facet)
        numbers = counts(table, facet)
        order = terms.term_order(fetch(all_terms, facet), numbers, is_open=found.is_open)
        result.append(FacetTerms(facet, found.label, found.is_open, tuple((t, numbers.get(t.id, 0)) for t in order)))
    return tuple(result)


@RULES.task(keep=True)
def has_term(fetch: Fetch, name: str, facet: str, term: str) -> bool:
    """Whether a collection offers a facet and shows pages with this term, so that the term has a list there."""
    return facet in fetch(collection, name).facets and term in fetch(members, name).table.terms.get(facet, {})


@RULES.task(keep=True)
def list_of_term(fetch: Fetch, name: str, facet: str, term: str) -> str:
    """Give the collection whose list of a term a page in folder `name` links to: its own, else the first with one."""
    others = (home.id for home in fetch(collections) if home.id != name and facet in home.facets)
    return next((home for home in (name, *others) if fetch(has_term, home, facet, term)), "")


@RULES.task(keep=True)
def related_pages(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """Give the pages that share most with each page, by path."""
    wanted = {c.id: c.related for c in fetch(collections) if not c.is_view and c.related}
    return related.related(fetch(catalog), wanted) if wanted else {}


@RULES.task(keep=True)
def neighbours(fetch: Fetch, name: str) -> dict[str, tuple[str, str]]:
    """Give the pages before and after each page of a folder, by path."""
    return related.neighbours(fetch(members, name).table.order)


@RULES.task()
def around(fetch: Fetch, path: str) -> Around:
    """Give the pages near one page."""
    before, after = fetch(neighbours, path.partition("/")[0]).get(path, ("", ""))
    return Around(before, after, fetch(related_pages).get(path, ()))


class Gathering(Record, frozen=True):
    """The first pages of a collection that belong to a page (a focus area, a region ...), and how many there are."""

    collection: str
    count: int
    paths: tuple[str, ...]
    facet: str = ""
    term: str = ""


GATHERED = 6
"""How many pages of each collection a gathering page shows."""


@RULES.task(keep=True)
def gatherings(fetch: Fetch) -> dict[str, tuple[Gathering, ...]]:
    """Give what belongs to each focus area, dimension, level and region, by path, a collection after the other."""
    owners = _term_pages(fetch(catalog), [name for name, _ in fetch(taxonomies)])
    found: dict[str, list[Gathering]] = {}
    for home in fetch(collections):
        if home.is_view or home.kind not in ("story", "tool", "video", "toolkit"):
            continue
        by_owner: dict[tuple[str, str, str], list[str]] = {}
        for facts in fetch(members, home.id).entries:
            for owner in _owners(facts, owners):
                by_owner.setdefault(owner, []).append(facts.path)
        for (owner_path, facet, term), paths in by_owner.items():
            more = (facet, term) if facet in home.facets else ("", "")
            gathering = Gathering(home.id, len(paths), tuple(paths[:GATHERED]), *more)
            found.setdefault(owner_path, []).append(gathering)
    return {path: tuple(groups) for path, groups in found.items()}


@RULES.task()
def gathering(fetch: Fetch, path: str) -> tuple[Gathering, ...]:
    """Give what belongs to one page."""
    return fetch(gatherings).get(path, ())


def _term_pages(entries: tuple[Entry, ...], names: list[str]) -> dict[tuple[str, str], str]:
    """Give the page that stands for a term: a dimension, level or region whose slug is the term's id."""
    pages = {}
    for facts in entries:
        if facts.kind in ("dimension", "level", "region") and facts.kind in names:
            slug = facts.url.rstrip("/").rpartition("/")[2]
            pages[facts.kind, slug.removeprefix(f"{facts.kind}-")] = facts.path
    return pages


def _owners(facts: Entry, pages: dict[tuple[str, str], str]) -> list[tuple[str, str, str]]:
    areas = [(path, "", "") for path in facts.fields.get("focus_areas", ())]
    tagged = [(name, term) for name, found in facts.terms.items() for term in found]
    return areas + [(pages[tag], *tag) for tag in tagged if tag in pages]
