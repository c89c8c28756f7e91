"""Join the lines of a cell: those that a spreadsheet copies between quotes, and a row of a table broken in two."""

import re
from collections.abc import Iterator

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_CELL = r'"(?P<{name}>(?:[^"\t]|""){{1,2000}}?)"'
_QUOTED = re.compile(
    rf"(?<=\t){_CELL.format(name='later')}(?=\t|[ ]*$)|^{_CELL.format(name='first')}(?=\t)", re.MULTILINE
)
_IN_CELL = re.compile(r'[ ]*\n\s*|""')
_BROKEN_ROW = re.compile(
    r"^(?P<above>\|[^\n]*\|)[ ]*\n(?P<start>\|[^\n]*[^|\s])[ ]*(?P<gap>\n)(?P<rest>[^|\s][^\n]*\|)[ ]*$", re.MULTILINE
)


def join_cell_lines(source: BodySource) -> RuleResult:
    """Make one line of each cell and row; a reader sees the lines of a cell below each other."""
    edits: list[Edit] = []
    if "\t" in source.text and '"' in source.text:
        edits += _quoted(source.code_free)
    if "|\n|" in source.text:
        edits += _broken(source.code_free)
    return RuleResult(tuple(edits)) if edits else NO_RESULT


def _quoted(text: str) -> Iterator[Edit]:
    for cell in _QUOTED.finditer(text):
        if "\n" in cell[0]:
            yield Edit(cell.start(), 1, "")
            for piece in _IN_CELL.finditer(text, cell.start() + 1, cell.end() - 1):
                yield Edit(piece.start(), len(piece[0]), '"' if piece[0] == '""' else "<br>")
            yield Edit(cell.end() - 1, 1, "")


def _broken(text: str) -> Iterator[Edit]:
    position = 0
    while row := _BROKEN_ROW.search(text, position):
        if row["start"].count("|") + row["rest"].count("|") == row["above"].count("|"):
            yield Edit(row.start("gap"), 1, " ")
        position = row.start("gap")
