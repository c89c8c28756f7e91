"""BM25F in whole numbers: how much a word says of a document (16 levels), and how much it says at all (idf).

The score of a word in a document is idf times level. All that is not a whole number is settled here, at build.
"""

from functools import cache
from math import log

from sitegen.search.steps import RATIO

K1 = 1.2
B = 0.75
LEVELS = 16
UNIT = 4
"""The weight of one word of a body; field weights are multiples of a quarter of it."""

MOST = 255
"""Weights count up to here."""

IDF_SCALE = 24

_REACH = 60
"""Lengths further than this many steps from the average count as if they were this far."""


def _norms() -> list[float]:
    """Give the factors of length for -_REACH to _REACH steps, by multiplication alone."""
    up = [1.0]
    for _ in range(_REACH):
        up.append(up[-1] * RATIO)
    down = [1.0]
    for _ in range(_REACH):
        down.append(down[-1] / RATIO)
    return [1 - B + B * ratio for ratio in [*reversed(down[1:]), *up]]


def _table(norm: float) -> bytes:
    halves = (weight / (weight + K1 * UNIT * norm) for weight in range(MOST + 1))
    return bytes(max(1, int(LEVELS * share + 0.5)) for share in halves)


_NORMS = _norms()


@cache
def level_table(steps: int) -> bytes:
    """Give the level of each weight from 0 to 255, in documents so many steps longer than the average."""
    return _table(_NORMS[max(-_REACH, min(_REACH, steps)) + _REACH])


def idf(documents: int, holding: int) -> int:
    """Give the weight of a word, 1 to 255, that `holding` of `documents` (rounded up) have."""
    value = log(1 + (documents - holding + 0.5) / (holding + 0.5))
    return max(1, min(MOST, int(IDF_SCALE * value + 0.5)))
