"""Split a source into lines, and take quote marks from them."""

from typing import NamedTuple


class SourceLine(NamedTuple):
    """A line of the source: where it starts, the offset and text after its quote marks, and these."""

    start: int
    offset: int
    text: str
    quote: str = ""


def split_lines(text: str) -> list[SourceLine]:
    """Return the lines of a text, the empty ones too."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(SourceLine(start, start, line))
        start += len(line) + 1
    return lines


def without_quote(line: SourceLine) -> SourceLine:
    """Return a line of a quote without its first mark, and the space after it."""
    length = line.text.index(">") + 1
    if line.text[length : length + 1] == " ":
        length += 1
    return SourceLine(line.start, line.offset + length, line.text[length:], line.quote + line.text[:length])
