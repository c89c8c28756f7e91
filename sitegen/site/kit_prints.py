"""The PDFs of a kit as one to print, with a cover that names all that the kit holds."""

from collections.abc import Iterator

from sitegen.catalog.kits import LEVEL, PathLayout, kit_addresses, kit_file_url, kit_key, kit_title, kit_url
from sitegen.catalog.permalinks import output_at
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import Location, Problem
from sitegen.model import Output, Term
from sitegen.model.folders import STATIC
from sitegen.render import contexts, dates, kit_views, views
from sitegen.render.kit_print.print_records import Cover, Enclosure, KitPrint, PrintFacts
from sitegen.render.kit_print.selection import select_bound
from sitegen.site.cards import card
from sitegen.site.inputs import FILE, RULES, required
from sitegen.site.page_downloads import page_downloads
from sitegen.site.pages import summary
from sitegen.site.path import kit_table, level_requirements, pages_of_terms
from sitegen.site.settings import base_path, facts_of_collection, origin, path_layout, site_text
from sitegen.site.static_outputs import asset

PRINT = "pdf"
_SEPARATOR = "\n"
"""Stands between the paths of an argument; no path has one."""


@RULES.task(keep=True)
def kit_cover(fetch: Fetch, level: str, dimension: str) -> Cover:
    """Return what the cover of a kit says."""
    layout = _layout(fetch)
    at, side = _term(layout.levels, level), _term(layout.dimensions, dimension)
    site, page = fetch(origin) + fetch(base_path), fetch(pages_of_terms, at=f"{LEVEL}/{level}")
    checks, _ = kit_views.checks_of(fetch(level_requirements, page) if page else (), dimension)
    kit = required(fetch(kit_table, at=kit_key(level, dimension)), "kit")
    return Cover(
        site_title=site_text(fetch, "title"),
        eyebrow=f"{facts_of_collection(fetch, layout.level_collection).title} kit",
        title=kit_title(at, side),
        address=site + kit_url(layout, level, dimension),
        level=at.label,
        reached=layout.levels.index(at) + 1,
        steps=len(layout.levels),
        checks=tuple(check.text for check in checks),
        enclosures=tuple(one for shelf in kit.shelves for path in shelf.paths for one in _enclosures(fetch, path)),
    )


@RULES.task(keep=True)
def kit_bound(fetch: Fetch, level: str, dimension: str) -> str:
    """Return the paths below static/ of the PDFs that are bound for a kit, if they can be, one a line."""
    enclosures = fetch(kit_cover, level, dimension).enclosures
    sizes = {one.path: known.size for one in enclosures if one.path and (known := fetch(asset, one.path))}
    return _SEPARATOR.join(select_bound(enclosures, sizes))


@RULES.task()
def print_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of the prints of all kits, which can be made in other processes."""
    return tuple(key for _, _, key in _prints(fetch))


def _needs(level: str, dimension: str, paths: str) -> tuple[Key, ...]:
    return (kit_cover.key(level, dimension), *(FILE.key(f"{STATIC}/{path}") for path in paths.split(_SEPARATOR)))


@RULES.task(needs=_needs, weight=8)
def kit_print(fetch: Fetch, level: str, dimension: str, paths: str) -> KitPrint | None:
    """Bind PDFs for a kit, None if none of them can be bound; `paths` are those below static/, one a line."""
    from sitegen.render.kit_print.printing import print_kit

    cover = fetch(kit_cover, level, dimension)
    files = {path: required(fetch(FILE, f"{STATIC}/{path}"), path) for path in paths.split(_SEPARATOR)}
    wanted = {one.path: one for one in reversed(cover.enclosures) if one.path in files}
    made, refused = print_kit(cover, [wanted[path] for path in files], files)
    for one, error in refused:
        name = one.path.rpartition("/")[2]
        headline = f'"{name}" cannot be bound with the other PDFs of its kits: {error.why}'
        location = Location(f"{STATIC}/{one.path}")
        fetch.report(
            Problem(location=location, headline=headline, hint=error.hint, kind="AssetError", severity="warning")
        )
    return made


@RULES.task(keep=True)
def kit_print_facts(fetch: Fetch, level: str, dimension: str) -> PrintFacts | None:
    """Return what is said of the print of a kit, or None if there is none."""
    paths = fetch(kit_bound, level, dimension)
    made = fetch(kit_print, level, dimension, paths) if paths else None
    return made.facts if made else None


@RULES.task(is_output=True)
def kit_print_file(fetch: Fetch, level: str, dimension: str) -> bytes:
    """Return the bytes of the print of a kit."""
    return required(fetch(kit_print, level, dimension, fetch(kit_bound, level, dimension)), "print").data


def print_download(fetch: Fetch, level: str, dimension: str) -> views.File | None:
    """Return the print of a kit as a file to take along, or None if there is none."""
    facts = fetch(kit_print_facts, level, dimension)
    if facts is None:
        return None
    url = fetch(base_path) + kit_file_url(_layout(fetch), level, dimension, PRINT)
    return views.File(url, "Print as one", "PDF", (f"{facts.pages} pages", dates.file_size(facts.size)))


def print_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the print of each kit that has one."""
    for level, dimension, _ in _prints(fetch):
        if fetch(kit_print_facts, level, dimension):
            url = kit_file_url(_layout(fetch), level, dimension, PRINT)
            yield output_at(url, kit_print_file.key(level, dimension))


def _prints(fetch: Fetch) -> Iterator[tuple[str, str, Key]]:
    layout = fetch(path_layout)
    for _, level, dimension in kit_addresses(layout) if layout else ():
        if paths := fetch(kit_bound, level.id, dimension.id):
            yield level.id, dimension.id, kit_print.key(level.id, dimension.id, paths)


def _enclosures(fetch: Fetch, path: str) -> Iterator[Enclosure]:
    """Yield the PDFs of a page; the page itself if it has none, with what it offers."""
    title, address = fetch(summary, path).title, fetch(origin) + fetch(base_path) + fetch(summary, path).url
    files = fetch(page_downloads, path)
    pdfs = [one for one in files if one.path.lower().endswith(f".{PRINT}")]
    for one in pdfs:
        label = one.download.label if len(pdfs) > 1 else ""
        yield Enclosure(
            title=f"{title}: {label}" if label else title,
            address=address,
            facts=contexts.file_facts(one.download, 0),
            path=one.path if one.download.pages else "",
            pages=one.download.pages,
            paper=one.download.paper,
        )
    if not pdfs:
        facts = contexts.file_facts(files[0].download, 0) if files else fetch(card, path).kind_label
        yield Enclosure(title=title, address=address, facts=facts)


def _layout(fetch: Fetch) -> PathLayout:
    return required(fetch(path_layout), "path_layout")


def _term(terms: tuple[Term, ...], name: str) -> Term:
    return {term.id: term for term in terms}[name]
