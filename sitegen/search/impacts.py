"""BM25F in whole numbers: how much a word says of a document (16 impacts), and how much it says at all (idf).

The score of a word in a document is idf times impact. All that is not a whole number is settled here, at build.
Source: Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond".
"""

from functools import cache
from math import log

from sitegen.search.rounding import RATIO

K1 = 1.6
B = 0.7
MAX_IMPACT = 16

BODY_WEIGHT = 4
"""The weight of one word of a body; the weights of other fields are multiples of a quarter of it."""

MAX_WEIGHT = 255
"""Weights are clamped to this."""

MAX_IDF = 255
IDF_SCALE = 24

_MAX_STEPS = 60
"""Lengths further than this many steps from the average count as if they were this far."""


def _length_factors() -> list[float]:
    """Return the factors of length for -_MAX_STEPS to _MAX_STEPS steps, by multiplication alone."""
    longer = [1.0]
    for _ in range(_MAX_STEPS):
        longer.append(longer[-1] * RATIO)
    shorter = [1.0]
    for _ in range(_MAX_STEPS):
        shorter.append(shorter[-1] / RATIO)
    return [1 - B + B * ratio for ratio in [*reversed(shorter[1:]), *longer]]


_LENGTH_FACTORS = _length_factors()


@cache
def impact_table(steps: int) -> bytes:
    """Return the impact, 1 to 16, of each weight from 0 to 255, in documents so many steps longer than the average."""
    factor = _LENGTH_FACTORS[max(-_MAX_STEPS, min(_MAX_STEPS, steps)) + _MAX_STEPS]
    shares = (weight / (weight + K1 * BODY_WEIGHT * factor) for weight in range(MAX_WEIGHT + 1))
    return bytes(max(1, int(MAX_IMPACT * share + 0.5)) for share in shares)


def idf(documents: int, holding: int) -> int:
    """Return the weight of a word, 1 to 255, that `holding` of `documents` (rounded up) have."""
    value = log(1 + (documents - holding + 0.5) / (holding + 0.5))
    return max(1, min(MAX_IDF, int(IDF_SCALE * value + 0.5)))
