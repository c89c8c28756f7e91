"""Make tables of rows whose cells are separated by tabs, as spreadsheets copy them."""

import re
from collections.abc import Iterable, Iterator

from sitegen.content.edits import Edit
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB
from sitegen.errors import Problem

_TAB = re.compile(r"\\?\||\t")

_TABLE = "rows with tabs are read as a table, the first row as its headings"
_TABLE_HINT = 'write "|" before, between and behind the cells, and a line {separator} below the headings'
_UNEVEN = "lines with tabs have different numbers of cells: they are shown as one paragraph"
_UNEVEN_HINT = "put as many tabs into each line, or write an empty line between them"


def read_tab_rows(source: BodySource) -> RuleResult:
    """Write rows with as many tabs each as a table, with advice; report others below each other."""
    if "\t" not in source.text or not any("\t" in line.strip() for line in source.text.split("\n")):
        return NO_RESULT
    edits: list[Edit] = []
    problems: list[Problem] = []
    for rows in _blocks(outline(source.text)):
        counts = {_cells(row).count("\t") for row in rows}
        place = rows[0].text_offset
        if all(_line(row)[0] in " \t" for row in rows) and not rows[0].level:
            continue
        if len(counts) == 1:
            size = counts.pop() + 1
            edits += _table_edits(rows, size)
            hint = _TABLE_HINT.format(separator=_separator(size))
            problems.append(source.problem(place, _TABLE, hint, "advice"))
        else:
            problems.append(source.problem(place, _UNEVEN, _UNEVEN_HINT, "warning"))
    return RuleResult(tuple(edits), tuple(problems))


def _blocks(lines: Iterable[OutlineLine]) -> Iterator[list[OutlineLine]]:
    """Yield the lines with tabs below each other, at least two."""
    rows: list[OutlineLine] = []
    for line in lines:
        is_row = line.kind in {"text", "code"} and not line.source.quote and "\t" in line.source.text
        if rows and not (is_row and line.source.start == _end(rows[-1])):
            if len(rows) > 1:
                yield rows
            rows = []
        if is_row and (line.kind == "text" or line.level == 0):
            rows.append(line)
    if len(rows) > 1:
        yield rows


def _line(row: OutlineLine) -> str:
    return row.source.text


def _cells(row: OutlineLine) -> str:
    """Return a row as it counts its cells; white space before one in a list is none."""
    return row.text if row.level else row.source.text


def _end(row: OutlineLine) -> int:
    return row.source.offset + len(row.source.text) + 1


def _separator(size: int) -> str:
    return f"| {' | '.join(['---'] * size)} |"


def _table_edits(rows: list[OutlineLine], size: int) -> Iterator[Edit]:
    indentation = " " * TAB * rows[0].level
    for number, row in enumerate(rows):
        start, end = row.source.offset, _end(row) - 1
        before = row.text_offset - start if indentation else 0
        begin = f"{indentation}| "
        yield Edit(start, before, f"\n{begin}" if number == 0 and row.above else begin)
        for mark in _TAB.finditer(row.source.text, before):
            if mark[0] != "\\|":
                yield Edit(start + mark.start(), 1, " | " if mark[0] == "\t" else "\\|")
        separator = f" |\n{indentation}{_separator(size)}"
        yield Edit(end, 0, separator if number == 0 else " |\n" if row is rows[-1] else " |")
