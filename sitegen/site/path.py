"""The Path to Performance: what each kit holds, and what each level asks of a team."""

from sitegen.catalog import kits, ref_targets
from sitegen.catalog.kits import DIMENSION, LEVEL, Shelves
from sitegen.catalog.taxonomy import term_of
from sitegen.engine.rules import Fetch
from sitegen.model import LocatedText
from sitegen.render import kit_views, views
from sitegen.site.cards import cards
from sitegen.site.inputs import RULES
from sitegen.site.item_parts import link_to
from sitegen.site.members import members
from sitegen.site.page_files import page
from sitegen.site.refs import references
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collections, facts_of_collection, path_layout, vocabulary
from sitegen.site.terms import term_label

DIMENSION_SHELF = 30
"""The most pages of one source that the page of a dimension shows."""


def _shelves(fetch: Fetch) -> Shelves:
    sources = kits.shelf_sources(fetch(collections))
    return [(source, fetch(members, source.collection).entries) for source in sources]


@RULES.task(keep=True)
def kit_table(fetch: Fetch) -> dict[str, kits.Kit]:
    """Return every kit by LEVEL/DIMENSION: none if the site has no Path to Performance."""
    layout = fetch(path_layout)
    return kits.make_kits(layout, _shelves(fetch)) if layout else {}


@RULES.task(keep=True)
def kit_sizes(fetch: Fetch) -> dict[str, int]:
    """Return the number of pages that each kit has of its own, by LEVEL/DIMENSION."""
    return {key: kit.own for key, kit in fetch(kit_table).items()}


@RULES.task(keep=True)
def dimension_shelves(fetch: Fetch) -> dict[str, tuple[kits.Shelf, ...]]:
    """Return the pages for each dimension by its id, whatever the level."""
    layout = fetch(path_layout)
    return kits.shelves_by_dimension(layout, _shelves(fetch), DIMENSION_SHELF) if layout else {}


@RULES.task(keep=True)
def pages_of_terms(fetch: Fetch) -> dict[str, str]:
    """Return the content path of the page of each level and dimension that has one now, by TAXONOMY/TERM."""
    layout = fetch(path_layout)
    return kits.path_pages(layout, fetch(catalog)) if layout else {}


@RULES.task(keep=True)
def terms_of_pages(fetch: Fetch) -> dict[str, tuple[str, str]]:
    """Return the (taxonomy, term) that each page of a level or dimension stands for, by its content path."""
    return {path: (name.split("/")[0], name.split("/")[1]) for name, path in fetch(pages_of_terms).items()}


@RULES.task(keep=True)
def level_requirements(fetch: Fetch, path: str) -> tuple[kit_views.Check, ...]:
    """Return what a level, by the content path of its page, asks of a team, in the order written."""
    layout, level = fetch(path_layout), (fetch(terms_of_pages, at=path) or ("", ""))[1]
    targets, words = fetch(references, path), fetch(vocabulary, DIMENSION)

    def links(field: str, typed: tuple[LocatedText, ...]) -> tuple[views.Link, ...]:
        wanted = [ref_targets.target_of(field, located.text) for located in ref_targets.typed_refs(typed)]
        return tuple(link_to(fetch, target) for target in wanted if target in targets.get(field, ()))

    def kit_link(dimension: str) -> views.Link | None:
        if not layout or not level or not dimension:
            return None
        url = fetch(base_path) + kits.kit_url(layout, level, dimension)
        return views.Link(term_label(fetch, DIMENSION, dimension), url)

    checks = []
    for requirement in fetch(page, path).requires:
        dimension = term_of(requirement.dimension.text, words)
        check = kit_views.Check(
            text=requirement.text,
            dimension=dimension,
            is_example=requirement.is_example,
            source=next(iter(links("requires.source", (requirement.source,))), None),
            tools=links("requires.tools", requirement.tools),
            kit=kit_link(dimension),
            id=kit_views.check_id(level or path, dimension, requirement.text),
        )
        checks.append(check)
    return tuple(checks)


def shelf_groups(
    fetch: Fetch, shelves: tuple[kits.Shelf, ...], what: str, *chosen: tuple[str, str]
) -> tuple[views.Group, ...]:
    """Return shelves with their cards and, if there are more pages, the link to the list of all.

    `chosen` are the (taxonomy, term) that the pages have, `what` says it in words.
    """
    groups = []
    for shelf in shelves:
        collection = facts_of_collection(fetch, shelf.collection)
        more = kit_views.more_of_shelf(shelf, collection, what, chosen, fetch(base_path))
        groups.append(views.Group(collection.title, cards(fetch, shelf.paths), more))
    return tuple(groups)


def loan_groups(fetch: Fetch, kit: kits.Kit) -> tuple[views.Group, ...]:
    """Return what a kit borrows, each group named after the level that it was made for."""

    def title(level: str) -> str:
        return f"made for {term_label(fetch, LEVEL, level)}" if level else "for any level"

    return tuple(views.Group(f"Also useful: {title(loan.level)}", cards(fetch, loan.paths)) for loan in kit.loans)
