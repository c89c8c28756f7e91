"""Split rows of tables into cells, as Python-Markdown does."""

import re
from bisect import bisect_right
from typing import NamedTuple

from sitegen.content.marks.outline_line import OutlineLine

_MARKS = re.compile(r"\\\\|\\?`+|\\\||\|")
_SEPARATOR = re.compile(r"(?=[^-\u2010-\u2015\u2212]*[-\u2010-\u2015\u2212])[ \t|:\u2010-\u2015\u2212-]+")
_DASHES = re.compile("[-\u2010-\u2015\u2212]+")


class Row(NamedTuple):
    """A line of a table: (offset, text) of its cells, and whether it has a bar at its left and right end."""

    line: OutlineLine
    cells: tuple[tuple[int, str], ...]
    has_left_bar: bool
    has_right_bar: bool

    @property
    def has_both_bars(self) -> bool:
        """Whether it can be nothing but a row."""
        return self.has_left_bar and self.has_right_bar and len(self.cells) > 1

    @property
    def is_separator(self) -> bool:
        """Whether it is the line of hyphens below the headings, also one with dashes."""
        return bool(_SEPARATOR.fullmatch(self.line.text))


def read_row(line: OutlineLine) -> Row:
    """Return the row that a line is, or would be; bars in code and after a backslash are text."""
    text = line.text
    bars = _find_bars(text)
    has_left_bar = bars[:1] == [0]
    has_right_bar = bool(bars) and bars[-1] == len(text) - 1 and len(text) > 1
    inner = bars[has_left_bar : len(bars) - has_right_bar]
    starts = [1 if has_left_bar else 0, *(bar + 1 for bar in inner)]
    ends = [*inner, len(text) - 1 if has_right_bar else len(text)]
    cells = tuple(
        (line.text_offset + start + len(text[start:end]) - len(text[start:end].lstrip()), text[start:end].strip())
        for start, end in zip(starts, ends, strict=True)
    )
    return Row(line, cells, has_left_bar, has_right_bar)


def separator_cells(row: Row) -> list[str]:
    """Return the cells of a line of hyphens, each with three hyphens for its dashes and with its colons."""
    return [_DASHES.sub("---", text) or "---" for _, text in row.cells]


def _find_bars(text: str) -> list[int]:
    """Return the offsets of the bars that are neither in code nor after a backslash."""
    if "`" not in text and "\\" not in text:
        return [offset for offset, character in enumerate(text) if character == "|"]
    marks = [(match.start(), match[0]) for match in _MARKS.finditer(text)]
    runs: dict[int, list[int]] = {}
    for index, (_, mark) in enumerate(marks):
        runs.setdefault(mark.count("`"), []).append(index)
    bars, index = [], 0
    while index < len(marks):
        offset, mark = marks[index]
        if mark == "|":
            bars.append(offset)
        elif size := mark.count("`") - (mark[0] == "\\"):  # an escaped run opens code of one backtick less
            closing = runs.get(size, [])
            later = bisect_right(closing, index)
            index = closing[later] if later < len(closing) else index
        index += 1
    return bars
