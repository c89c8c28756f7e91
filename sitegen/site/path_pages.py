"""The pages of the Path to Performance: its grid, every kit, and what its levels and dimensions show besides."""

from collections.abc import Iterable, Iterator

from sitegen.catalog.kits import (
    DIMENSION,
    LEVEL,
    PathLayout,
    kit_addresses,
    kit_description,
    kit_key,
    kit_title,
    kit_url,
)
from sitegen.catalog.permalinks import list_url, output_at, term_url
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Output, Term
from sitegen.render import kit_views, views
from sitegen.render.qr_codes import qr_code
from sitegen.site.cards import cards
from sitegen.site.chrome import home_link
from sitegen.site.gathered_pages import gatherings
from sitegen.site.inputs import RULES, required
from sitegen.site.item_parts import link_to
from sitegen.site.items import item_html, item_page
from sitegen.site.kit_archives import kit_download
from sitegen.site.kit_prints import print_download
from sitegen.site.members import members
from sitegen.site.pages import summary
from sitegen.site.path import (
    dimension_shelves,
    kit_sizes,
    kit_table,
    level_requirements,
    loan_groups,
    pages_of_terms,
    shelf_groups,
    terms_of_pages,
)
from sitegen.site.rendering import render_page
from sitegen.site.settings import base_path, collection_named, facts_of_collection, origin, path_layout, site_text


@RULES.task(keep=True)
def path_link(fetch: Fetch) -> views.Link | None:
    """Return the link to the grid of all kits, or None if the site has no path."""
    layout = fetch(path_layout)
    collection = facts_of_collection(fetch, layout.level_collection) if layout else None
    return views.Link(collection.title, fetch(base_path) + list_url(collection)) if collection else None


@RULES.task(is_output=True)
def grid_html(fetch: Fetch) -> bytes:
    """Render the grid of all kits."""
    layout, base = _layout(fetch), fetch(base_path)
    collection = collection_named(fetch, layout.level_collection)
    with_page = [level.id for level in layout.levels if fetch(pages_of_terms, at=f"{LEVEL}/{level.id}")]
    rows = []
    for dimension in layout.dimensions:
        steps = _steps(fetch, layout, [(level, dimension) for level in layout.levels])
        rows.append(kit_views.Row(dimension.label, _term_page(fetch, DIMENSION, dimension).url, steps))
    pages = filter(None, (fetch(pages_of_terms, at=f"{LEVEL}/{level.id}") for level in layout.levels))
    checks = [check for path in pages for check in fetch(level_requirements, path)]
    grid = kit_views.Grid(
        title=collection.title,
        description=collection.description,
        levels=kit_views.columns(layout, with_page, base),
        rows=tuple(rows),
        cards=cards(fetch, fetch(members, collection.id).table.order),
        has_thin=any(step.is_thin for row in rows for step in row.steps),
        sources=tuple(dict.fromkeys(check.source for check in checks if check.source)),
    )
    canonical = fetch(origin) + base + list_url(collection)
    head = kit_views.head(
        collection.title, collection.description or collection.title, site_text(fetch, "title"), canonical
    )
    return render_page(fetch, "grid.html", head, _crumbs(fetch), grid=grid)


@RULES.task(is_output=True)
def kit_html(fetch: Fetch, level: str, dimension: str) -> bytes:
    """Render the page of one kit."""
    layout = _layout(fetch)
    at, side = _term(layout.levels, level), _term(layout.dimensions, dimension)
    url = fetch(base_path) + kit_url(layout, level, dimension)
    kit = _kit_page(fetch, layout, at, side)
    neighbours = (kit.previous.url if kit.previous else "", kit.next.url if kit.next else "")
    words = kit_description(at, side)
    head = kit_views.head(kit.title, words, site_text(fetch, "title"), fetch(origin) + url, neighbours)
    crumbs = (*_crumbs(fetch, kit.level), views.Link(side.label, url))
    return render_page(fetch, "kit.html", head, crumbs, kit=kit)


@RULES.task(is_output=True)
def step_html(fetch: Fetch, path: str) -> bytes:
    """Render the page of a level or of a dimension with its kits; one that stands for no term as it is."""
    layout = _layout(fetch)
    kind, name = fetch(terms_of_pages, at=path) or ("", "")
    if kind == LEVEL:
        return item_page(fetch, path, part=_level_part(fetch, layout, path, name), above=fetch(path_link))
    if kind == DIMENSION:
        dimension = _term(layout.dimensions, name)
        part = kit_views.Part(kits=_steps(fetch, layout, [(level, dimension) for level in layout.levels]))
        shelves = fetch(dimension_shelves, at=name) or ()
        groups = shelf_groups(fetch, shelves, dimension.label, (DIMENSION, name))
        return item_page(fetch, path, part=part, above=fetch(path_link), groups=groups)
    return item_page(fetch, path)


def path_addresses(fetch: Fetch) -> tuple[str, ...]:
    """Return the addresses of all kits, level by level: none if the site has no Path to Performance."""
    layout = fetch(path_layout)
    return tuple(url for url, _, _ in kit_addresses(layout)) if layout else ()


def path_outputs(fetch: Fetch, listed: Iterable[Entry]) -> Iterator[Output]:
    """Yield the page of each listed entry, those of the path in their own way, and every kit."""
    layout = fetch(path_layout)
    parts = (layout.level_collection, layout.dimension_collection) if layout else ()
    for entry in listed:
        rule = step_html if entry.collection in parts else item_html
        yield output_at(entry.url, rule.key(entry.path))
    for url, level, dimension in kit_addresses(layout) if layout else ():
        yield output_at(url, kit_html.key(level.id, dimension.id))


def _layout(fetch: Fetch) -> PathLayout:
    return required(fetch(path_layout), "path_layout")


def _term(terms: Iterable[Term], name: str) -> Term:
    return {term.id: term for term in terms}[name]


def _steps(
    fetch: Fetch, layout: PathLayout, cells: Iterable[tuple[Term, Term]], at: Term | None = None
) -> tuple[kit_views.Step, ...]:
    """Return the kits of some (level, dimension) as steps; `at` is the level that the page shows, if any."""
    base, reached = fetch(base_path), layout.levels.index(at) if at else -1
    sizes = ((cell, fetch(kit_sizes, at=kit_key(cell[0].id, cell[1].id)) or 0) for cell in cells)
    return tuple(kit_views.step(layout, *cell, size, base, reached) for cell, size in sizes)


def _term_page(fetch: Fetch, taxonomy: str, term: Term) -> views.Link:
    """Return the link to the page of a level or dimension; without an address if it has none."""
    path = fetch(pages_of_terms, at=f"{taxonomy}/{term.id}")
    return link_to(fetch, path) if path else views.Link(term.label, "")


def _crumbs(fetch: Fetch, *last: views.Link | None) -> tuple[views.Link, ...]:
    return home_link(fetch), *(link for link in (fetch(path_link), *last) if link and link.url)


def _kit_page(fetch: Fetch, layout: PathLayout, at: Term, side: Term) -> kit_views.KitPage:
    kit = required(fetch(kit_table, at=kit_key(at.id, side.id)), "kit")
    title, number = kit_title(at, side), layout.levels.index(at)
    ladder = _steps(fetch, layout, [(level, side) for level in layout.levels], at)
    level_page = fetch(pages_of_terms, at=f"{LEVEL}/{at.id}")
    requirements = fetch(level_requirements, level_page) if level_page else ()
    checks, others = kit_views.checks_of(requirements, side.id)
    about = fetch(pages_of_terms, at=f"{DIMENSION}/{side.id}")
    return kit_views.KitPage(
        title=title,
        summary=fetch(summary, about).summary if about else "",
        level=_term_page(fetch, LEVEL, at),
        dimension=_term_page(fetch, DIMENSION, side),
        grid=fetch(path_link) or views.Link("", ""),
        count=kit.own,
        ladder=ladder,
        checks=checks,
        others=others,
        groups=shelf_groups(fetch, kit.shelves, title, (LEVEL, at.id), (DIMENSION, side.id)),
        loans=loan_groups(fetch, kit),
        beside=_steps(fetch, layout, [(at, other) for other in layout.dimensions if other != side], at),
        previous=ladder[number - 1] if number else None,
        next=ladder[number + 1] if number + 1 < len(ladder) else None,
        download=fetch(kit_download, at.id, side.id),
        print=print_download(fetch, at.id, side.id),
        qr=qr_code(fetch(origin) + fetch(base_path) + kit_url(layout, at.id, side.id)),
    )


def _level_part(fetch: Fetch, layout: PathLayout, path: str, name: str) -> kit_views.Part:
    """Return what the path adds to the page of a level."""
    at = _term(layout.levels, name)
    links = {level.id: link for level in layout.levels if (link := _term_page(fetch, LEVEL, level)).url}
    return kit_views.Part(
        kits=_steps(fetch, layout, [(at, dimension) for dimension in layout.dimensions], at),
        checks=fetch(level_requirements, path),
        more=_lists(fetch, path),
        level=at.label,
        ladder=kit_views.rungs(layout, links, at),
    )


def _lists(fetch: Fetch, path: str) -> tuple[views.Link, ...]:
    """Return the lists of all that is for a level, with their counts."""
    links = []
    for gathering in fetch(gatherings, at=path) or ():
        collection = facts_of_collection(fetch, gathering.collection)
        if gathering.facet and collection.has_list:
            url = fetch(base_path) + term_url(collection, gathering.facet, gathering.term)
            links.append(views.Link(f"{collection.title} ({gathering.count})", url))
    return tuple(links)
