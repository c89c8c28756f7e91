"""Pairs of facets in the settings of a collection: two different ones that it offers, each pair once."""

from collections.abc import Iterator

from sitegen.errors import Problem, suggest
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import items, one_line

_BOTH = 2
_HINT = "write each pair in brackets of its own: pairs: [[level, dimension]]"


def pair_problems(entries: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Look at the pairs of one collection; a facet may only be used that the collection's `facets` name."""
    facets = [one_line(facet) for facet in items(entries.get("facets"))]
    seen: dict[frozenset[str], str] = {}
    for pair in items(entries.get("pairs")):
        names = [found for found in items(pair) if isinstance(found, Scalar)]
        if len(names) != _BOTH:
            count = f"{len(names)} facet{'' if len(names) == 1 else 's'}"
            yield file.problem_at(_place(pair, names), f"a pair has two facets, and this one has {count}", _HINT)
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


def _place(pair: Node, names: list[Scalar]) -> Node:
    return names[0] if names else pair
