"""Edit a text, and find for each place of the edited text the place in the original."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """A change of a text: `length` characters from `offset` on become `replacement`."""

    offset: int
    length: int
    replacement: str


class EditedText:
    """A text after its edits, with a map of its offsets back to the original.

    Edits that start inside an earlier one are left out: two readings of the same characters cannot both hold.
    """

    def __init__(self, original: str, edits: Iterable[Edit]) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[tuple[int, int]] = []
        size = last = 0
        for offset, length, replacement in sorted(edits, key=lambda edit: edit.offset):
            if offset < last:
                continue
            for piece, origin, span in ((original[last:offset], last, offset - last), (replacement, offset, length)):
                if piece:
                    pieces.append(piece)
                    self._starts.append(size)
                    self._origins.append((origin, span))
                    size += len(piece)
            last = offset + length
        pieces.append(original[last:])
        self._starts.append(size)
        self._origins.append((last, len(original) - last))
        self.text = "".join(pieces)

    def original_offset(self, offset: int) -> int:
        """Return the offset in the original of a character at an offset of the edited text.

        A character of a replacement stands where the replaced text does.
        """
        index = bisect_right(self._starts, offset) - 1
        origin, span = self._origins[index]
        return origin + min(offset - self._starts[index], span)
