"""Geometric steps: what the index knows of the whole corpus, rounded, so that a small change of it changes nothing.

Sizes are whole numbers of one series; lengths of documents are places in a series with the ratio 1.1. Multiplication
alone makes both: the same on every machine.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate, repeat

RATIO = 1.1
"""Lengths within this ratio count as one."""

_MOST = 120
_LENGTHS = list(accumulate(repeat(RATIO, _MOST), lambda value, ratio: value * ratio, initial=8.0))


def _sizes() -> list[int]:
    found = [16]
    while found[-1] < 1 << 40:
        found.append(found[-1] * 5 // 4)
    return found


_SIZES = _sizes()


def size_step(count: int) -> int:
    """Give the number of documents that a count is rounded up to."""
    return _SIZES[bisect_left(_SIZES, count)]


def slots(count: int) -> int:
    """Give how many places there are for the ids of so many documents: the step after theirs."""
    return _SIZES[bisect_left(_SIZES, count) + 1]


def length_step(length: float) -> int:
    """Give the place of a length in its series."""
    return bisect_right(_LENGTHS, length)
