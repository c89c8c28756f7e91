"""Numbers as characters: the small code that the files of the reader's index are made of.

They are texts (UTF-8), which browsers decode fastest and gzip packs well. A number is the character so many places
after `#`, so that space, `!` and line breaks are free to stand between.
"""

from collections.abc import Sequence
from operator import sub

ZERO = 35
"""The character of nought is `#`."""

FULL = 50_000
"""A larger number begins with characters of this one, each of which says: and so many more."""

_CHARACTERS = [chr(ZERO + value) for value in range(FULL + 1)]


def number(value: int) -> str:
    """Write a number that is not negative."""
    if value < FULL:
        return _CHARACTERS[value]
    return _CHARACTERS[FULL] * (value // FULL) + _CHARACTERS[value % FULL]


def rising(values: Sequence[int]) -> str:
    """Write rising numbers: the first, then the differences."""
    write = _CHARACTERS.__getitem__ if values and values[-1] < FULL else number
    return "".join(map(write, map(sub, values, (0, *values))))


def numbers(text: str) -> list[int]:
    """Read numbers written one after the other, as the reader's script does."""
    found = []
    value = 0
    for character in text:
        digit = ord(character) - ZERO
        value += digit
        if digit < FULL:
            found.append(value)
            value = 0
    return found
