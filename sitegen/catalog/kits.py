"""The Path to Performance: for each team level and each dimension a kit, the pages that help a team take that step.

A site has kits if it has a folder of levels with a list, a folder of dimensions, and a closed taxonomy of each name.
How many levels and dimensions there are is the site's own affair.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.model import Collection, Entry, Record, Taxonomy, Term
from sitegen.model.kinds import KINDS

LEVEL, DIMENSION = "level", "dimension"
"""The ids of the two taxonomies, and the kinds of the pages that stand for their terms."""

THIN = 4
"""A kit with fewer pages of its own borrows from the levels near by."""

FULL = 6
"""Up to how many pages a thin kit is filled by borrowing."""

SHELF = 8
"""How many pages of one sort a kit shows."""


class Ground(Record, frozen=True):
    """What the path is laid on: its two collections, the first part of its addresses, its levels and dimensions."""

    levels: str
    dimensions: str
    address: str
    steps: tuple[Term, ...]
    sides: tuple[Term, ...]


class Source(Record, frozen=True):
    """A sort of pages that kits show: a collection, and the views that take their pages out of it."""

    collection: str
    views: tuple[str, ...] = ()


class Shelf(Record, frozen=True):
    """Pages of one sort, best first, and how many pages of its collection there are in all."""

    collection: str
    paths: tuple[str, ...]
    count: int


class Loan(Record, frozen=True):
    """Pages made for another level; an empty level: for none in particular."""

    level: str
    paths: tuple[str, ...]


class Kit(Record, frozen=True):
    """What there is for a level and a dimension: `own` pages in all, of each sort the best, and what is borrowed."""

    own: int = 0
    shelves: tuple[Shelf, ...] = ()
    loans: tuple[Loan, ...] = ()


def ground(collections: Iterable[Collection], taxonomies: Iterable[Taxonomy]) -> Ground | None:
    """Give what the path is laid on; None where the site has no such path."""
    folders = {home.kind: home for home in reversed(tuple(collections)) if not home.is_view}
    terms = {taxonomy.id: taxonomy.terms for taxonomy in taxonomies if not taxonomy.is_open}
    steps, sides = terms.get(LEVEL, ()), terms.get(DIMENSION, ())
    if not steps or not sides or LEVEL not in folders or DIMENSION not in folders or not folders[LEVEL].has_list:
        return None
    home = folders[LEVEL]
    return Ground(home.id, folders[DIMENSION].id, home.address, steps, sides)


def level_url(found: Ground, level: str) -> str:
    """Give the address of a level: /PATH/level-3/."""
    return f"/{found.address}/{LEVEL}-{level.removeprefix(f'{LEVEL}-')}/"


def kit_url(found: Ground, level: str, dimension: str) -> str:
    """Give the address of a kit: /PATH/level-3/sponsorship/."""
    return f"{level_url(found, level)}{dimension}/"


def kit_addresses(found: Ground) -> tuple[tuple[str, Term, Term], ...]:
    """Return (address, level, dimension) of every kit, level by level."""
    return tuple((kit_url(found, step.id, side.id), step, side) for step in found.steps for side in found.sides)


def sources(collections: Iterable[Collection]) -> tuple[Source, ...]:
    """Give the sorts of pages in the order of a kit: tools, the views of tools, practices, stories, videos.

    A view takes its pages out of a folder if that is a folder of tools, and its only one.
    """
    homes = tuple(collections)
    result = []
    for kind in sorted((kind for kind in KINDS.values() if kind.shelf), key=lambda kind: kind.shelf):
        for home in homes:
            if home.kind == kind.id and not home.is_view:
                of_home = [v.id for v in homes if v.sources == (home.id,) and v.has_list and v.where]
                views = of_home if kind.has_view_shelves else []
                result += [Source(home.id, tuple(views)), *map(Source, views)]
    return tuple(result)


def kits(found: Ground, shelves: Sequence[tuple[Source, Sequence[Entry]]]) -> dict[str, Kit]:
    """Give every kit by `LEVEL/DIMENSION`; `shelves` has the pages of each sort, in any order."""
    counts = _counts(shelves)
    names = [source.collection for source, _ in shelves]
    cells: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
    for home, entry in _without_views(shelves):
        for dimension in entry.terms.get(DIMENSION, ()):
            for level in entry.terms.get(LEVEL, ("",)):
                cells.setdefault((level, dimension), []).append((home, entry))
    result = {}
    for at, step in enumerate(found.steps):
        for side in found.sides:
            own = cells.get((step.id, side.id), [])
            near = _near(found.steps, at) if len(own) < THIN else ()
            loans = _loans(own, near, {other: cells.get((other, side.id), []) for other in near})
            shown = _shelves(own, names, counts.get((step.id, side.id), {}), SHELF)
            result[f"{step.id}/{side.id}"] = Kit(len(own), shown, loans)
    return result


def by_dimension(
    found: Ground, shelves: Sequence[tuple[Source, Sequence[Entry]]], most: int
) -> dict[str, tuple[Shelf, ...]]:
    """Give, for each dimension, up to `most` pages of each sort."""
    names = [source.collection for source, _ in shelves]
    counts = _counts(shelves)
    by_side: dict[str, list[tuple[str, Entry]]] = {}
    for home, entry in _without_views(shelves):
        for dimension in entry.terms.get(DIMENSION, ()):
            by_side.setdefault(dimension, []).append((home, entry))
    return {
        side.id: _shelves(by_side.get(side.id, []), names, counts.get(("", side.id), {}), most) for side in found.sides
    }


def _without_views(shelves: Sequence[tuple[Source, Sequence[Entry]]]) -> list[tuple[str, Entry]]:
    """Give each page once, with the collection under which a kit shows it."""
    taken = {source.collection: {entry.path for entry in entries} for source, entries in shelves}
    result = []
    seen: set[str] = set()
    for source, entries in shelves:
        elsewhere = set().union(*(taken.get(view, set()) for view in source.views))
        mine = [entry for entry in entries if entry.path not in elsewhere and entry.path not in seen]
        seen.update(entry.path for entry in mine)
        result += [(source.collection, entry) for entry in mine]
    return result


def _counts(shelves: Sequence[tuple[Source, Sequence[Entry]]]) -> dict[tuple[str, str], dict[str, int]]:
    """Count the pages of each collection for each level and dimension; an empty level: for the dimension at all."""
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
    by_home: dict[str, list[Entry]] = {}
    for home, entry in pages:
        by_home.setdefault(home, []).append(entry)
    return tuple(
        Shelf(name, tuple(entry.path for entry in _best(by_home[name])[:most]), counts[name])
        for name in names
        if name in by_home
    )


def _best(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by weight; then what was made for fewer steps, and is nearer to this one, first; then the newest."""

    def breadth(entry: Entry) -> int:
        return max(1, len(entry.terms.get(LEVEL, ()))) * len(entry.terms.get(DIMENSION, ()))

    newest = sorted(sorted(entries, key=lambda entry: entry.path), key=lambda entry: entry.date, reverse=True)
    return sorted(newest, key=lambda entry: (entry.weight, breadth(entry)))


def _near(steps: Sequence[Term], at: int) -> tuple[str, ...]:
    """Give the other levels, the nearest first, of two the lower; at last none in particular."""
    others = sorted((abs(other - at), other) for other in range(len(steps)) if other != at)
    return (*(steps[other].id for _, other in others), "")


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
