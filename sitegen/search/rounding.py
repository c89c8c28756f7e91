"""Round what the index knows of the whole corpus, so that a small change of the corpus changes nothing else.

Sizes are rounded up to whole numbers of one series; lengths of documents are places in a series with the ratio 1.1.
Multiplication alone makes both: the same on every machine.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate, repeat

RATIO = 1.1
"""Lengths within this ratio count as one."""

_MAX_STEPS = 120
_LENGTHS = list(accumulate(repeat(RATIO, _MAX_STEPS), lambda value, ratio: value * ratio, initial=8.0))


def _sizes() -> list[int]:
    sizes = [16]
    while sizes[-1] < 1 << 40:
        sizes.append(sizes[-1] * 5 // 4)
    return sizes


_SIZES = _sizes()


def round_up_size(count: int) -> int:
    """Return the number of documents that a count is rounded up to, 16 at least."""
    return _SIZES[bisect_left(_SIZES, count)]


def id_capacity(count: int) -> int:
    """Return how many ids there are for so many documents: the size after theirs."""
    return _SIZES[bisect_left(_SIZES, count) + 1]


def length_step(length: float) -> int:
    """Return the place of a length, in words, in its series: 0 below 8 words."""
    return bisect_right(_LENGTHS, length)
