"""The Path to Performance: for each team level and each dimension a kit, the pages that help a team take that step.

A site has kits if it has a folder of levels with a list, a folder of dimensions, and a closed taxonomy of each name.
How many levels and dimensions there are is the site's own affair.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.catalog.taxonomy import weight_order
from sitegen.model import Collection, Entry, Record, Taxonomy, Term
from sitegen.model.kinds import KINDS

LEVEL, DIMENSION = "level", "dimension"
"""The ids of the two taxonomies, and the kinds of the pages that stand for their terms."""

THIN = 4
"""A kit with fewer pages of its own borrows from the levels near by."""

FULL = 6
"""Up to how many pages a thin kit is filled by borrowing."""

SHELF = 8
"""The most pages of one source that a kit shows."""


class PathLayout(Record, frozen=True, kw_only=True):
    """What the path is made of: two collections, the first part of its addresses, its levels and its dimensions."""

    level_collection: str
    dimension_collection: str
    address: str
    levels: tuple[Term, ...]
    dimensions: tuple[Term, ...]


class ShelfSource(Record, frozen=True):
    """What fills a shelf: a collection, and the views of it that have shelves of their own."""

    collection: str
    views: tuple[str, ...] = ()


Shelves = Sequence[tuple[ShelfSource, Sequence[Entry]]]
"""The pages of each source, in any order, by the order of shelves."""


class Shelf(Record, frozen=True):
    """Pages of one source, best first.

    `count` is how many its collection has in all for what is asked, on the shelves of its views, too, or that of
    `paths` where none of the source's own is left out.
    """

    collection: str
    paths: tuple[str, ...]
    count: int


class Loan(Record, frozen=True):
    """Pages made for another level, or for none in particular if `level` is empty."""

    level: str
    paths: tuple[str, ...]


class Kit(Record, frozen=True):
    """What a level and a dimension have: `own` pages in all, the best of each source, and what is borrowed."""

    own: int = 0
    shelves: tuple[Shelf, ...] = ()
    loans: tuple[Loan, ...] = ()


def path_layout(collections: Iterable[Collection], taxonomies: Iterable[Taxonomy]) -> PathLayout | None:
    """Return the layout of the path, or None if the site has no path."""
    folders = {collection.kind: collection for collection in reversed(tuple(collections)) if not collection.is_view}
    terms = {taxonomy.id: taxonomy.terms for taxonomy in taxonomies if not taxonomy.is_open}
    levels, dimensions = terms.get(LEVEL, ()), terms.get(DIMENSION, ())
    if not levels or not dimensions or LEVEL not in folders or DIMENSION not in folders:
        return None
    if not folders[LEVEL].has_list:
        return None
    return PathLayout(
        level_collection=folders[LEVEL].id,
        dimension_collection=folders[DIMENSION].id,
        address=folders[LEVEL].address,
        levels=levels,
        dimensions=dimensions,
    )


def level_url(layout: PathLayout, level: str) -> str:
    """Return the address of a level: /PATH/level-3/."""
    return f"/{layout.address}/{LEVEL}-{level.removeprefix(f'{LEVEL}-')}/"


def kit_url(layout: PathLayout, level: str, dimension: str) -> str:
    """Return the address of a kit: /PATH/level-3/sponsorship/."""
    return f"{level_url(layout, level)}{dimension}/"


def kit_file_url(layout: PathLayout, level: str, dimension: str, ending: str) -> str:
    """Return the address of a file of a whole kit: /PATH/level-3/sponsorship/level-3-sponsorship.zip."""
    url = kit_url(layout, level, dimension)
    return f"{url}{'-'.join(url.strip('/').split('/')[1:])}.{ending}"


def kit_title(level: Term, dimension: Term) -> str:
    """Return the title of a kit."""
    return f"{level.label} {dimension.label}"


def kit_description(level: Term, dimension: Term) -> str:
    """Return what a kit is, in a sentence."""
    what = dimension.label.lower()
    return f"What {level.label} asks for in {what}, and the tools, guides, stories and videos that help."


def kit_key(level: str, dimension: str) -> str:
    """Return the name of a kit in tables of kits."""
    return f"{level}/{dimension}"


def kit_addresses(layout: PathLayout) -> tuple[tuple[str, Term, Term], ...]:
    """Return (address, level, dimension) of every kit, level by level."""
    cells = ((level, dimension) for level in layout.levels for dimension in layout.dimensions)
    return tuple((kit_url(layout, level.id, dimension.id), level, dimension) for level, dimension in cells)


def kit_names(layout: PathLayout | None) -> dict[str, str]:
    """Return what stands at the address of every kit, as messages name it; nothing without a layout."""
    cells = kit_addresses(layout) if layout else ()
    return {url: f"the kit {level.label} {dimension.label}" for url, level, dimension in cells}


def shelf_sources(collections: Iterable[Collection]) -> tuple[ShelfSource, ...]:
    """Return the sources of a kit's shelves in order: tools, the views of tools, practices, stories, videos.

    A view has a shelf of its own if the kind of its only folder says so (see `Kind.has_view_shelves`).
    """
    known = tuple(collections)
    sources = []
    for kind in sorted((kind for kind in KINDS.values() if kind.shelf), key=lambda kind: kind.shelf):
        for folder in known:
            if folder.kind == kind.id and not folder.is_view:
                of_folder = [view.id for view in known if view.sources == (folder.id,) and view.has_list and view.where]
                views = of_folder if kind.has_view_shelves else []
                sources += [ShelfSource(folder.id, tuple(views)), *map(ShelfSource, views)]
    return tuple(sources)


def make_kits(layout: PathLayout, shelves: Shelves) -> dict[str, Kit]:
    """Return every kit by `kit_key`."""
    counts = _counts(shelves)
    names = [source.collection for source, _ in shelves]
    cells: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
    for collection, entry in _without_views(shelves):
        for dimension in entry.terms.get(DIMENSION, ()):
            for level in entry.terms.get(LEVEL, ("",)):
                cells.setdefault((level, dimension), []).append((collection, entry))
    kits = {}
    for at, level in enumerate(term.id for term in layout.levels):
        for dimension in (term.id for term in layout.dimensions):
            own = cells.get((level, dimension), [])
            near = _near(layout.levels, at) if len(own) < THIN else ()
            loans = _loans(own, near, {other: cells.get((other, dimension), []) for other in near})
            best = _shelves(own, names, counts.get((level, dimension), {}), SHELF)
            kits[kit_key(level, dimension)] = Kit(len(own), best, loans)
    return kits


def shelves_by_dimension(layout: PathLayout, shelves: Shelves, most: int) -> dict[str, tuple[Shelf, ...]]:
    """Return, for each dimension by its id, up to `most` pages of each source."""
    names = [source.collection for source, _ in shelves]
    counts = _counts(shelves)
    pages: dict[str, list[tuple[str, Entry]]] = {}
    for collection, entry in _without_views(shelves):
        for dimension in entry.terms.get(DIMENSION, ()):
            pages.setdefault(dimension, []).append((collection, entry))
    ids = [term.id for term in layout.dimensions]
    return {name: _shelves(pages.get(name, []), names, counts.get(("", name), {}), most) for name in ids}


def path_pages(layout: PathLayout, entries: Iterable[Entry]) -> dict[str, str]:
    """Return the content path of the page of each level and dimension that has one now, by TAXONOMY/TERM."""
    listed = [entry for entry in entries if entry.listed]
    by_slug = {(entry.collection, entry.url.rstrip("/").rpartition("/")[2]): entry for entry in listed}
    wanted = {
        f"{LEVEL}/{term.id}": (layout.level_collection, level_url(layout, term.id).split("/")[-2])
        for term in layout.levels
    }
    wanted |= {f"{DIMENSION}/{term.id}": (layout.dimension_collection, term.id) for term in layout.dimensions}
    pages = {name: by_slug.get(slug) for name, slug in wanted.items()}
    return {name: entry.path for name, entry in pages.items() if entry}


def _without_views(shelves: Shelves) -> list[tuple[str, Entry]]:
    """Return each page that is not missing once, with the collection under which a kit shows it."""
    taken = {source.collection: {entry.path for entry in entries} for source, entries in shelves}
    pages = []
    seen: set[str] = set()
    for source, entries in shelves:
        elsewhere = set().union(*(taken.get(view, set()) for view in source.views))
        here = [entry for entry in entries if not entry.is_missing]
        own = [entry for entry in here if entry.path not in elsewhere and entry.path not in seen]
        seen.update(entry.path for entry in own)
        pages += [(source.collection, entry) for entry in own]
    return pages


def _counts(shelves: Shelves) -> dict[tuple[str, str], dict[str, int]]:
    """Count the pages of each collection by (level, dimension), and by ("", dimension) for any level or none."""
    result: dict[tuple[str, str], dict[str, int]] = {}
    for source, entries in shelves:
        for entry in entries:
            for dimension in entry.terms.get(DIMENSION, ()):
                for level in ("", *entry.terms.get(LEVEL, ())):
                    count = result.setdefault((level, dimension), {})
                    count[source.collection] = count.get(source.collection, 0) + 1
    return result


def _shelves(
    pages: Iterable[tuple[str, Entry]], names: Iterable[str], counts: Mapping[str, int], most: int
) -> tuple[Shelf, ...]:
    by_collection: dict[str, list[Entry]] = {}
    for collection, entry in pages:
        by_collection.setdefault(collection, []).append(entry)
    shelves = []
    for name in names:
        if own := by_collection.get(name):
            shown = tuple(entry.path for entry in _best(own)[:most])
            shelves.append(Shelf(name, shown, counts[name] if len(own) > len(shown) else len(shown)))
    return tuple(shelves)


def _best(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by weight; then what was made for fewer kits first; then the newest first."""

    def breadth(entry: Entry) -> int:
        return max(1, len(entry.terms.get(LEVEL, ()))) * len(entry.terms.get(DIMENSION, ()))

    newest = sorted(sorted(entries, key=lambda entry: entry.path), key=lambda entry: entry.sort_date, reverse=True)
    return sorted(newest, key=lambda entry: (weight_order(entry), breadth(entry)))


def _near(levels: Sequence[Term], at: int) -> tuple[str, ...]:
    """Return the other levels, the nearest first, of two the lower; last an empty text: no level in particular."""
    others = sorted((abs(other - at), other) for other in range(len(levels)) if other != at)
    return (*(levels[other].id for _, other in others), "")


def _loans(
    own: Sequence[tuple[str, Entry]], near: Iterable[str], cells: Mapping[str, Sequence[tuple[str, Entry]]]
) -> tuple[Loan, ...]:
    have = {entry.path for _, entry in own}
    loans = []
    for level in near:
        new = [entry.path for entry in _best(e for _, e in cells[level] if e.path not in have)][: FULL - len(have)]
        have.update(new)
        if new:
            loans.append(Loan(level, tuple(new)))
    return tuple(loans)
