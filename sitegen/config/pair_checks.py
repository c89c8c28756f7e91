"""Check the pairs of facets in a collection's settings: two different facets of its own, each pair once."""

from collections.abc import Iterator

from sitegen.errors import Problem, suggest
from sitegen.located import Mapping, Scalar, SourceFile
from sitegen.located.nodes import items, one_line

_BOTH = 2
_HINT = "write each pair in brackets of its own: pairs: [[level, dimension]]"


def pair_problems(collection: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of one collection's `pairs`, which name facets from its `facets`."""
    facets = [one_line(facet) for facet in items(collection.get("facets"))]
    seen: dict[frozenset[str], str] = {}
    for pair in items(collection.get("pairs")):
        names = [facet for facet in items(pair) if isinstance(facet, Scalar)]
        if len(names) != _BOTH:
            count = f"{len(names)} facet{'' if len(names) == 1 else 's'}"
            node = names[0] if names else pair
            yield file.problem_at(node, f"a pair has two facets, and this one has {count}", _HINT)
            continue
        yield from _facet_problems(names, facets, file)
        both = frozenset(one_line(name) for name in names)
        text = " and ".join(one_line(name) for name in names)
        if len(both) == _BOTH and seen.setdefault(both, text) is not text:
            yield file.problem_at(names[0], f'the pair "{text}" is named twice', "name it once, in either order")


def _facet_problems(names: list[Scalar], facets: list[str], file: SourceFile) -> Iterator[Problem]:
    first, second = names
    for name in names:
        text = one_line(name)
        if text not in facets:
            offered = f"use one of these: {', '.join(facets)}" if facets else 'name it in "facets" too'
            hint = suggest(text, facets) or offered
            yield file.problem_at(name, f'"{text}" is not among the facets of this collection', hint)
    if one_line(first) == one_line(second):
        yield file.problem_at(second, f'"{one_line(second)}" is paired with itself', "name another facet")
