"""The Path to Performance: what each kit holds, and how many pages that is."""

from sitegen.catalog import kits
from sitegen.catalog.permalinks import content_path, list_url, pair_url, term_url
from sitegen.engine.rules import Fetch
from sitegen.model import Collection, Entry, LocatedText, Term
from sitegen.render import views
from sitegen.render.kit_views import Check
from sitegen.site.cards import card
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.pages import page, summary
from sitegen.site.refs import REF_FOLDERS, references
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collection, collections, ground, vocabulary
from sitegen.site.terms import term_label
from sitegen.text import fold

SIDE = 30
"""How many pages of one sort the page of a dimension shows."""


def _sorts(fetch: Fetch) -> list[tuple[kits.Source, tuple[Entry, ...]]]:
    return [(source, fetch(members, source.collection).entries) for source in kits.sources(fetch(collections))]


@RULES.task(keep=True)
def kit_table(fetch: Fetch) -> dict[str, kits.Kit]:
    """Give every kit by LEVEL/DIMENSION; none where the site has no Path to Performance."""
    path = fetch(ground)
    return kits.kits(path, _sorts(fetch)) if path else {}


@RULES.task()
def kit(fetch: Fetch, level: str, dimension: str) -> kits.Kit:
    """Give what one kit holds."""
    return fetch(kit_table).get(f"{level}/{dimension}") or kits.Kit()


@RULES.task()
def kit_size(fetch: Fetch, level: str, dimension: str) -> int:
    """Give how many pages a kit has of its own."""
    found = fetch(kit_table).get(f"{level}/{dimension}")
    return found.own if found else 0


@RULES.task()
def dimension_table(fetch: Fetch) -> dict[str, tuple[kits.Shelf, ...]]:
    """Give what there is for each dimension, whatever the level."""
    path = fetch(ground)
    return kits.by_dimension(path, _sorts(fetch), SIDE) if path else {}


@RULES.task()
def dimension_shelves(fetch: Fetch, dimension: str) -> tuple[kits.Shelf, ...]:
    """Give what there is for one dimension."""
    return fetch(dimension_table).get(dimension, ())


@RULES.task(keep=True)
def path_pages(fetch: Fetch) -> dict[str, str]:
    """Give the content path of the page of each level and dimension that has one now, by TAXONOMY/TERM."""
    path = fetch(ground)
    if path is None:
        return {}
    slugs = {(entry.collection, entry.url.rstrip("/").rpartition("/")[2]): entry for entry in fetch(catalog)}
    wanted = [(kits.LEVEL, path.levels, kits.level_url(path, t.id).split("/")[-2], t.id) for t in path.steps]
    wanted += [(kits.DIMENSION, path.dimensions, term.id, term.id) for term in path.sides]
    found = {f"{kind}/{term}": slugs.get((home, slug)) for kind, home, slug, term in wanted}
    return {name: entry.path for name, entry in found.items() if entry and entry.listed}


@RULES.task()
def page_of_term(fetch: Fetch, kind: str, term: str) -> str:
    """Give the content path of the page of a level or dimension; empty where there is none now."""
    return fetch(path_pages).get(f"{kind}/{term}", "")


@RULES.task()
def term_of_page(fetch: Fetch, path: str) -> tuple[str, str]:
    """Give (taxonomy, term) that a page stands for; empty texts where it is no page of the path."""
    found = {page: name for name, page in fetch(path_pages).items()}
    kind, _, term = found.get(path, "").partition("/")
    return kind, term


@RULES.task(keep=True)
def asked(fetch: Fetch, path: str) -> tuple[Check, ...]:
    """Give what the level of a content path asks of a team, in the order written; nothing for an empty path."""
    found = fetch(page, path) if path else None
    if found is None:
        return ()
    refs = fetch(references, path)
    ids = fetch(vocabulary, kits.DIMENSION).ids

    path_to, (_, level) = fetch(ground), fetch(term_of_page, path)

    def way(dimension: str) -> views.Link | None:
        if not path_to or not level or not dimension:
            return None
        url = fetch(base_path) + kits.kit_url(path_to, level, dimension)
        return views.Link(fetch(term_label, kits.DIMENSION, dimension), url)

    def links(field: str, marks: tuple[LocatedText, ...]) -> tuple[views.Link, ...]:
        wanted = [content_path(mark.text, REF_FOLDERS[field]) for mark in marks if mark.text.strip()]
        return tuple(link_to(fetch, target) for target in wanted if target in refs.get(field, ()))

    checks = []
    for one in found.requires:
        dimension = ids.get(one.dimension.text) or ids.get(fold(one.dimension.text), "")
        source = next(iter(links("requires.source", (one.source,))), None)
        tools = links("requires.tools", one.tools)
        checks.append(Check(one.text, dimension, one.is_example, source, tools, way(dimension)))
    return tuple(checks)


def link_to(fetch: Fetch, path: str) -> views.Link:
    """Give a link to a page."""
    found = fetch(summary, path)
    return views.Link(found.title, fetch(base_path) + found.url)


def groups(fetch: Fetch, shelves: tuple[kits.Shelf, ...], what: str, *chosen: tuple[str, str]) -> list[views.Group]:
    """Give the shelves with their cards; each leads to the whole list of what is `chosen`, where there is more.

    `chosen` are (taxonomy, term); `what` says in words what they mean.
    """
    result = []
    for shelf in shelves:
        home = fetch(collection, shelf.collection)
        cards = tuple(fetch(card, path) for path in shelf.paths)
        more = None
        if shelf.count > len(cards) and home.has_list and {name for name, _ in chosen} <= set(home.facets):
            label = f"All {shelf.count} {home.title.lower()} for {what}"
            more = views.Link(label, fetch(base_path) + filtered_url(home, *chosen))
        result.append(views.Group(home.title, cards, more))
    return result


def filtered_url(home: Collection, *chosen: tuple[str, str]) -> str:
    """Give the address of a collection's list with one or two terms chosen: their own page, else the live filters."""
    ordered = sorted(chosen, key=lambda one: home.facets.index(one[0]))
    if len(ordered) == 1:
        return term_url(home, *ordered[0])
    one, other = ordered
    if (one[0], other[0]) in home.pairs:
        return pair_url(home, one, other)
    return f"{list_url(home)}?{'&'.join(f'{name}={term}' for name, term in ordered)}"


def loans(fetch: Fetch, found: kits.Kit) -> tuple[views.Group, ...]:
    """Give what a kit borrows, each group named after the level that it was made for."""

    def title(level: str) -> str:
        return f"made for {fetch(term_label, kits.LEVEL, level)}" if level else "for any level"

    return tuple(
        views.Group(f"Also useful: {title(loan.level)}", tuple(fetch(card, path) for path in loan.paths))
        for loan in found.loans
    )


def term_in(terms: tuple[Term, ...], name: str) -> Term:
    """Give a term by its id; one of that name where it is gone."""
    return next((term for term in terms if term.id == name), Term(name, name))
