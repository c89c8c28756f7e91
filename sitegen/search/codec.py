"""Numbers and words as bytes: the small codes that all files of the reader's index are made of.

A number is written in groups of seven bits, the low ones first, the top bit set where more follow (LEB128). A list of
sorted words is front-coded: how many characters a word shares with the one before it, then the rest.
"""

from collections.abc import Iterable, Iterator

_ONE_BYTE = [bytes([value]) for value in range(128)]
_TWO_BYTES = [bytes([value & 127 | 128, value >> 7]) for value in range(128 * 128)]


def varint(value: int) -> bytes:
    """Write a number that is not negative."""
    if value < 128:  # noqa: PLR2004 - what seven bits hold
        return _ONE_BYTE[value]
    if value < 16384:  # noqa: PLR2004 - what fourteen bits hold
        return _TWO_BYTES[value]
    return bytes([value & 127 | 128]) + varint(value >> 7)


def numbers(values: Iterable[int]) -> bytes:
    """Write numbers one after the other."""
    return b"".join(map(varint, values))


def rising(values: Iterable[int]) -> bytes:
    """Write rising numbers: the first, then the differences."""
    parts = []
    before = 0
    for value in values:
        parts.append(varint(value - before))
        before = value
    return b"".join(parts)


def text(value: str) -> bytes:
    """Write a text: its length in bytes, then UTF-8."""
    data = value.encode()
    return varint(len(data)) + data


def shared(one: str, other: str) -> int:
    """Give how many characters two words begin with in common."""
    size = min(len(one), len(other))
    for at in range(size):
        if one[at] != other[at]:
            return at
    return size


def front_coded(word: str, before: str) -> bytes:
    """Write a word that stands after another in a sorted list."""
    same = shared(word, before)
    return varint(same) + text(word[same:])


class Reader:
    """Reads what this module writes; the reader's script does the same in JavaScript."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    @property
    def is_done(self) -> bool:
        """Whether all was read."""
        return self.at >= len(self.data)

    def byte(self) -> int:
        """Read one byte."""
        self.at += 1
        return self.data[self.at - 1]

    def bytes(self, size: int) -> bytes:
        """Read some bytes."""
        self.at += size
        return self.data[self.at - size : self.at]

    def varint(self) -> int:
        """Read a number."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            if byte < 128:  # noqa: PLR2004 - the top bit
                return value
            shift += 7

    def rising(self, count: int) -> Iterator[int]:
        """Read rising numbers."""
        value = 0
        for _ in range(count):
            value += self.varint()
            yield value

    def text(self) -> str:
        """Read a text."""
        return self.bytes(self.varint()).decode()

    def front_coded(self, before: str) -> str:
        """Read a word of a sorted list."""
        same = self.varint()
        return before[:same] + self.text()
