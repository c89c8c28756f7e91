"""Numbers as characters: the small code that columns of facets and the shards of the search index are made of.

They are texts (UTF-8), which browsers decode fastest and gzip packs well. A number is the character so many places
after `#`, so that space, `!` and line breaks are free to stand between. static/js/filters/format.js reads them.
"""

from collections.abc import Sequence
from operator import sub

ZERO = 35
"""The character of nought is `#`."""

FULL = 50_000
"""A larger number begins with characters of this one, each of which says: and so many more."""


def number(value: int) -> str:
    """Return a number that is not negative as one or more characters."""
    if value < FULL:
        return chr(ZERO + value)
    return chr(ZERO + FULL) * (value // FULL) + chr(ZERO + value % FULL)


def rising(values: Sequence[int]) -> str:
    """Return rising numbers as characters: the first, then the differences. Empty where there are none."""
    if values and values[-1] < FULL:
        return "".join([chr(ZERO + step) for step in map(sub, values, (0, *values))])
    return "".join(map(number, map(sub, values, (0, *values))))
