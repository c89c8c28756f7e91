"""Pages near a page: before and after it in its list, and those that share most with it."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.model import Entry

WINDOW = 8
"""How far to look, in each direction of each term's list, for related pages: bounds the work an item."""


def neighbours(order: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return (page before, page after) in list order of each path; empty texts at the ends."""
    before = ("", *order[:-1])
    after = (*order[1:], "")
    return {path: (before[at], after[at]) for at, path in enumerate(order)}


def related(entries: Sequence[Entry], counts: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Return, for each listed page, up to `counts[collection]` pages that share most terms with it, best first.

    A shared term weighs more the fewer pages have it. Candidates are the nearest pages by date among those that
    share a term; ties go to the nearer date, then to the path. `entries` are all pages, in any order.
    """
    listed = sorted((e for e in entries if e.listed and e.terms), key=lambda e: (e.sort_date, e.path), reverse=True)
    tags = [frozenset((taxonomy, term) for taxonomy, terms in e.terms.items() for term in terms) for e in listed]
    by_tag: dict[tuple[str, str], list[int]] = {}
    for position, tagged in enumerate(tags):
        for tag in sorted(tagged):
            by_tag.setdefault(tag, []).append(position)
    weights = {tag: 1.0 / len(positions) for tag, positions in by_tag.items()}
    places = {tag: {position: at for at, position in enumerate(positions)} for tag, positions in by_tag.items()}
    result = {}
    for position, entry in enumerate(listed):
        wanted = counts.get(entry.collection, 0)
        if wanted:
            near = _near(position, tags[position], by_tag, places)
            best = sorted(near, key=lambda o: (-_shared(tags[position], tags[o], weights), abs(o - position), o))
            result[entry.path] = tuple(listed[other].path for other in best[:wanted])
    return result


def _near(
    position: int,
    tagged: Iterable[tuple[str, str]],
    by_tag: Mapping[tuple[str, str], Sequence[int]],
    places: Mapping[tuple[str, str], Mapping[int, int]],
) -> set[int]:
    near: set[int] = set()
    for tag in tagged:
        at = places[tag][position]
        near.update(by_tag[tag][max(0, at - WINDOW) : at + WINDOW + 1])
    near.discard(position)
    return near


def _shared(
    mine: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]], weights: Mapping[tuple[str, str], float]
) -> float:
    return round(sum(weights[tag] for tag in sorted(mine & other)), 9)
