"""Outputs that cannot stand beside each other: two of one path, or a file where another one needs a folder."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sitegen.model import Output


def unique_outputs(outputs: Iterable[Output]) -> tuple[Output, ...]:
    """Return the outputs sorted by path: of several whose paths differ by case at most, the first one given."""
    return tuple(sorted(_by_folded_path(outputs).values(), key=lambda output: output.path))


def output_clashes(outputs: Iterable[Output]) -> Iterator[tuple[Output, Output]]:
    """Yield each two outputs that clash.

    First those with equal paths but for case, the one given first in front; then each output that would be a file
    and a folder at once, with one in that folder.
    """
    listed = tuple(outputs)
    known = _by_folded_path(listed)
    for output in listed:
        holder = known[output.path.casefold()]
        if holder is not output:
            yield holder, output
    for outer, inner in _nested(known):
        yield known[outer], known[inner]


def _by_folded_path(outputs: Iterable[Output]) -> dict[str, Output]:
    known: dict[str, Output] = {}
    for output in outputs:
        known.setdefault(output.path.casefold(), output)
    return known


def _nested(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each path that is also a folder of another, with the first path in that folder."""
    ordered = sorted(path.replace("/", "\0") for path in paths)
    for outer, inner in pairwise(ordered):
        if inner.startswith(outer + "\0"):
            yield outer.replace("\0", "/"), inner.replace("\0", "/")
