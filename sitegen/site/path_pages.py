"""The pages of the Path to Performance: its grid, every kit, and what its levels and dimensions show besides."""

from collections.abc import Iterable, Iterator

from sitegen.catalog import kits
from sitegen.catalog.kits import DIMENSION, LEVEL, Ground
from sitegen.catalog.permalinks import list_url, output_at, term_url
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Output, Term
from sitegen.render import kit_views as shown
from sitegen.render import views
from sitegen.site.cards import card
from sitegen.site.chrome import chrome, home_link
from sitegen.site.gatherings import gathering
from sitegen.site.inputs import RULES
from sitegen.site.items import item_html, item_page
from sitegen.site.members import members
from sitegen.site.pages import summary
from sitegen.site.path import (
    asked,
    dimension_shelves,
    groups,
    kit,
    kit_size,
    link_to,
    loans,
    page_of_term,
    term_in,
    term_of_page,
)
from sitegen.site.rendering import show
from sitegen.site.settings import base_path, collection, ground, origin, settings


def _steps(
    fetch: Fetch, path: Ground, cells: list[tuple[Term, Term]], at: Term | None = None
) -> tuple[shown.Step, ...]:
    base = fetch(base_path)
    reached = path.steps.index(at) if at in path.steps else -1
    return tuple(
        shown.step(path, level, side, fetch(kit_size, level.id, side.id), base, reached) for level, side in cells
    )


def _place(fetch: Fetch, kind: str, term: Term) -> views.Link:
    """Give the link to the page of a level or dimension; without an address where it has none."""
    path = fetch(page_of_term, kind, term.id)
    return link_to(fetch, path) if path else views.Link(term.label, "")


@RULES.task(keep=True)
def path_link(fetch: Fetch) -> views.Link | None:
    """Give the link to all kits; None where there are none."""
    path = fetch(ground)
    home = fetch(collection, path.levels) if path else None
    return views.Link(home.title, fetch(base_path) + list_url(home)) if home else None


def _crumbs(fetch: Fetch, *last: views.Link | None) -> tuple[views.Link, ...]:
    return home_link(fetch), *(link for link in (fetch(path_link), *last) if link and link.url)


def path_addresses(fetch: Fetch) -> tuple[str, ...]:
    """Return the addresses of all kits, level by level; none where the site has no Path to Performance."""
    path = fetch(ground)
    return tuple(url for url, _, _ in kits.kit_addresses(path)) if path else ()


@RULES.task(is_output=True)
def grid_html(fetch: Fetch) -> bytes:
    """Render the grid of all kits."""
    path, base = fetch(ground), fetch(base_path)
    if path is None:
        return b""
    home = fetch(collection, path.levels)
    paged = [term.id for term in path.steps if fetch(page_of_term, LEVEL, term.id)]
    rows = []
    for side in path.sides:
        place = _place(fetch, DIMENSION, side)
        rows.append(shown.Row(side.label, place.url, _steps(fetch, path, [(level, side) for level in path.steps])))
    grid = shown.Grid(
        home.title,
        home.description,
        shown.columns(path, paged, base),
        tuple(rows),
        tuple(fetch(card, at) for at in fetch(members, path.levels).table.order),
        any(step.is_thin for row in rows for step in row.steps),
    )
    canonical = fetch(origin) + base + list_url(home)
    head = shown.head(home.title, home.description or home.title, fetch(settings), canonical)
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": _crumbs(fetch), "grid": grid}
    return show(fetch, "grid.html", context)


@RULES.task(is_output=True)
def kit_html(fetch: Fetch, level: str, dimension: str) -> bytes:
    """Render the page of one kit."""
    path = fetch(ground)
    if path is None:
        return b""
    at, side = term_in(path.steps, level), term_in(path.sides, dimension)
    title = f"{at.label} {side.label}"
    url = fetch(base_path) + kits.kit_url(path, level, dimension)
    found = _kit_page(fetch, path, at, side, title)
    around = (found.previous.url if found.previous else "", found.next.url if found.next else "")
    words = f"What {at.label} asks for in {side.label.lower()}, and the tools, guides, stories and videos that help."
    head = shown.head(title, words, fetch(settings), fetch(origin) + url, around)
    crumbs = (*_crumbs(fetch, found.level), views.Link(side.label, url))
    return show(fetch, "kit.html", {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs, "kit": found})


def _kit_page(fetch: Fetch, path: Ground, at: Term, side: Term, title: str) -> shown.KitPage:
    found = fetch(kit, at.id, side.id)
    ladder = _steps(fetch, path, [(level, side) for level in path.steps], at)
    number = path.steps.index(at) if at in path.steps else 0
    checks, others = shown.checks_of(fetch(asked, fetch(page_of_term, LEVEL, at.id)), side.id)
    about = fetch(page_of_term, DIMENSION, side.id)
    return shown.KitPage(
        title=title,
        summary=fetch(summary, about).summary if about else "",
        level=_place(fetch, LEVEL, at),
        dimension=_place(fetch, DIMENSION, side),
        grid=fetch(path_link) or views.Link("", ""),
        key=kits.kit_url(path, at.id, side.id).removeprefix(f"/{path.address}/"),
        count=found.own,
        ladder=ladder,
        checks=checks,
        others=others,
        groups=tuple(groups(fetch, found.shelves, title, (LEVEL, at.id), (DIMENSION, side.id))),
        loans=loans(fetch, found),
        beside=_steps(fetch, path, [(at, other) for other in path.sides if other != side], at),
        previous=ladder[number - 1] if number else None,
        next=ladder[number + 1] if number + 1 < len(ladder) else None,
    )


@RULES.task(is_output=True)
def step_html(fetch: Fetch, path: str) -> bytes:
    """Render the page of a level or of a dimension with its kits."""
    laid = fetch(ground)
    kind, name = fetch(term_of_page, path)
    if laid is None or not kind:
        return item_page(fetch, path)
    found: tuple[views.Group, ...] = ()
    if kind == LEVEL:
        at = term_in(laid.steps, name)
        steps = _steps(fetch, laid, [(at, side) for side in laid.sides], at)
        pages = {term.id: link for term in laid.steps if (link := _place(fetch, LEVEL, term)).url}
        part = shown.Part(steps, fetch(asked, path), _lists(fetch, path), at.label, shown.rungs(laid, pages, at))
    else:
        side = term_in(laid.sides, name)
        steps = _steps(fetch, laid, [(level, side) for level in laid.steps])
        part = shown.Part(steps)
        found = tuple(groups(fetch, fetch(dimension_shelves, name), side.label, (DIMENSION, name)))
    return item_page(fetch, path, part=part, above=fetch(path_link), groups=found)


def _lists(fetch: Fetch, path: str) -> tuple[views.Link, ...]:
    """Give the lists of all that is for a level, with their counts."""
    found = [group for group in fetch(gathering, path) if group.facet]
    homes = [fetch(collection, group.collection) for group in found]
    return tuple(
        views.Link(f"{home.title} ({group.count})", fetch(base_path) + term_url(home, group.facet, group.term))
        for home, group in zip(homes, found, strict=True)
        if home.has_list
    )


def path_outputs(fetch: Fetch, listed: Iterable[Entry]) -> Iterator[Output]:
    """Yield the page of each listed entry, those of the path in their own way, and every kit."""
    path = fetch(ground)
    parts = (path.levels, path.dimensions) if path else ()
    for entry in listed:
        rule = step_html if entry.collection in parts else item_html
        yield output_at(entry.url, rule.key(entry.path))
    for url, level, dimension in kits.kit_addresses(path) if path else ():
        yield output_at(url, kit_html.key(level.id, dimension.id))
