"""Make tables of rows that are one beyond doubt, and report text that would be lost or shown with its bars."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sitegen.content.edits import Edit
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.marks.table_rows import Row, read_row, separator_cells
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_TEXT_BARS = re.compile(r"[`\\]")
_HYPHENS = re.compile(r"\|(?:[ ]*:?-+:?[ ]*\|)+")
_ON_ONE_LINE = re.compile(r"\|[ ]*\|[ ]*:?-{3,}:?[ ]*\|.*\w")
_GRID = re.compile(r"\+(?:[-=]+\+)+")
_SURE_SIZE = 5
"""Rows and cells of lines that look like a table without bars at their ends."""

_NO_SEPARATOR = "a table without a line of hyphens below its headings"
_NOT_A_TABLE = 'rows with "|" are shown as they are typed: they are no table'
_NOT_A_TABLE_HINT = "put a line {separator} below the headings, and as many cells into each row"


def read_tables(source: BodySource) -> RuleResult:
    """Separate tables from text, close the gaps in them, and set their lines of hyphens right."""
    if "|" not in source.text or _has_only_regular_tables(source.text):
        return NO_RESULT
    edits: list[Edit] = []
    problems: list[Problem] = []
    lines = outline(source.text)
    by_start = {line.source.start: line for line in lines}
    for rows in _merged(_groups(lines), source.text):
        start = next((index for index, row in enumerate(rows) if index and row.is_separator), 0)
        if start:
            table = _Table(rows[start - 1 :])
            edits += [*_separate(rows[start - 1 :], by_start), *table.edits(), *_close_gaps(rows[start - 1 :])]
            problems += table.find_lost(source)
            problems += _report_rows(source, rows[: start - 1])
        elif len(rows) > 1 and _is_regular(rows) and not rows[0].is_separator:
            edits += [*_separate(rows, by_start), _missing_separator(rows[0]), *_close_gaps(rows)]
            hint = f"put a line {_separator(len(rows[0].cells))} below the first row"
            problems.append(source.problem(rows[0].line.text_offset, _NO_SEPARATOR, hint, "advice"))
        else:
            problems += _report_rows(source, rows)
    return RuleResult(tuple(edits), tuple(problems))


def _has_only_regular_tables(text: str) -> bool:
    """Return whether all rows of a text stand in tables that Markdown reads as they look; False is no answer."""
    headings = above = ""
    number = 0
    for line in text.split("\n"):
        if "|" not in line:
            if headings and (line.strip() or number < 2):  # noqa: PLR2004
                return False
            headings, above = "", line
            continue
        if not headings:
            headings, number = line, 0
        bars = line.count("|")
        is_regular = line[0] == line[-1] == "|" and bars == headings.count("|") and not _TEXT_BARS.search(line)
        if not is_regular or above.strip() or (number == 1 and not _HYPHENS.fullmatch(line)):
            return False
        number += 1
    return not headings or number > 1


def _groups(lines: Iterable[OutlineLine]) -> Iterator[list[Row]]:
    """Yield the rows below each other: lines with bars, and a line of hyphens below one."""
    group: list[Row] = []
    for line in lines:
        is_below = bool(group) and _is_below(group[-1].line, line)
        is_row = line.kind == "text" and "|" in line.text
        is_hyphens = line.kind == "rule" and line.text[0] == "-" and is_below and group[-1].has_both_bars
        if group and not (is_below and (is_row or is_hyphens)):
            yield group
            group = []
        if is_row or is_hyphens:
            group.append(read_row(line))
    if group:
        yield group


def _is_below(above: OutlineLine, line: OutlineLine) -> bool:
    return line.source.start == _end(above) and line.source.quote == above.source.quote


def _end(line: OutlineLine) -> int:
    """Return the offset where the line below a line starts."""
    return line.source.offset + len(line.source.text) + 1


def _merged(groups: Iterable[list[Row]], text: str) -> Iterator[list[Row]]:
    """Yield the groups, as one where only empty lines stand between rows of one table."""
    merged: list[Row] = []
    for group in groups:
        if merged and not _goes_on(merged, group, text):
            yield merged
            merged = []
        merged.extend(group)
    if merged:
        yield merged


def _goes_on(rows: list[Row], group: list[Row], text: str) -> bool:
    above, below = rows[-1], group[0]
    gap = text[_end(above.line) : below.line.source.start]
    if gap.strip(" \t\n>") or above.line.level != below.line.level:
        return False
    if above.line.source.quote != below.line.source.quote:
        return False
    has_headings = len(group) > 1 and group[1].is_separator
    size = len(rows[0].cells)
    is_regular = all(row.is_separator or (row.has_both_bars and len(row.cells) == size) for row in (above, *group))
    return rows[0].has_both_bars and is_regular and not has_headings


def _is_regular(rows: list[Row]) -> bool:
    return all(row.has_both_bars and len(row.cells) == len(rows[0].cells) for row in rows)


def _close_gaps(rows: list[Row]) -> Iterator[Edit]:
    for above, below in pairwise(rows):
        end, start = _end(above.line), below.line.source.start
        if end < start:
            yield Edit(end, start - end, "")


def _separate(rows: list[Row], by_start: dict[int, OutlineLine]) -> Iterator[Edit]:
    """Yield the edits that put an empty line between a table and the text above it, and that below it."""
    line = rows[0].line
    if line.above:
        yield Edit(line.source.start, 0, f"{line.source.quote.rstrip()}\n")
    below = by_start.get(_end(rows[-1].line))
    if below and below.source.quote != line.source.quote:
        shared = min(below.source.quote, line.source.quote, key=len)
        yield Edit(below.source.start, 0, f"{shared.rstrip()}\n")
    elif below and below.kind == "text" and rows[0].has_both_bars:
        yield Edit(below.source.start, 0, f"{line.source.quote.rstrip()}\n")


def _separator(size: int) -> str:
    return f"| {' | '.join(['---'] * size)} |"


def _missing_separator(row: Row) -> Edit:
    line = row.line
    before = line.source.text[: len(line.source.text) - len(line.source.text.lstrip())]
    return Edit(_end(line), 0, f"{line.source.quote}{before}{_separator(len(row.cells))}\n")


def _report_rows(source: BodySource, rows: list[Row]) -> list[Problem]:
    certain = [row for row in rows if row.has_both_bars or (row.is_separator and len(row.cells) > 1)]
    certain = certain or ([*rows[:1]] if _look_like_table(rows) else [])
    if not certain:
        return []
    hint = _NOT_A_TABLE_HINT.format(separator=_separator(len(rows[0].cells)))
    if row := next((row for row in rows if _ON_ONE_LINE.search(row.line.text)), None):
        hint = "begin each row on a line of its own, at its first bar"
        return [source.problem(row.line.text_offset, _NOT_A_TABLE, hint, "warning")]
    if _has_grid(rows[0].line, source.text):
        hint = f"delete the lines with +, and {hint}"
    return [source.problem(certain[0].line.text_offset, _NOT_A_TABLE, hint, "warning")]


def _has_grid(line: OutlineLine, text: str) -> bool:
    """Return whether a line of plus signs and hyphens stands above a row, as in tables of other programs."""
    above = text[: max(line.source.start - 1, 0)].rpartition("\n")[2]
    return _GRID.fullmatch(above.strip()) is not None


def _look_like_table(rows: list[Row]) -> bool:
    """Return whether lines below each other have bars where rows have them, though not as certain as some."""
    if len(rows) < 2:  # noqa: PLR2004
        return False
    if all(row.has_left_bar for row in rows):
        return True
    sizes = {len(row.cells) for row in rows}
    if len(sizes) > 1 and not all(text for row in rows for _, text in row.cells):
        return False
    return len(rows) + max(sizes) >= _SURE_SIZE and not any(_is_empty(row) for row in rows)


def _is_empty(row: Row) -> bool:
    return all(not text for _, text in row.cells)


class _Table:
    """A table with its line of hyphens, which may be too short or too long, or made of dashes."""

    def __init__(self, rows: list[Row]) -> None:
        self._headings, self._separator_row, *self._rows = rows
        self._has_bars = self._headings.has_left_bar or self._headings.has_right_bar
        self._size = len(self._headings.cells)

    def edits(self) -> Iterator[Edit]:
        """Yield the edits after which each row has its cells where they were typed."""
        line = self._separator_row.line
        cells = [*separator_cells(self._separator_row), *["---"] * self._size][: self._size]
        has_dashes = any(character in line.text for character in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
        is_barred_alone = not self._has_bars and line.text[0] == "|"
        if has_dashes or is_barred_alone or len(self._separator_row.cells) != self._size or line.kind == "rule":
            joined = " | ".join(cells)
            yield Edit(line.text_offset, len(line.text), f"| {joined} |" if self._has_bars else joined)
        if not self._has_bars:
            for row in self._rows:
                yield from _without_bars(row)

    def find_lost(self, source: BodySource) -> Iterator[Problem]:
        """Yield an error for each row that has text where no heading is."""
        for row in self._rows:
            lost = [(offset, text) for offset, text in row.cells[self._size :] if text]
            if lost:
                offset, text = lost[0]
                cells, headings = _count(len(row.cells), "cell"), _count(self._size, "heading")
                headline = f'a row has {cells} under {headings}: "{text}" would be lost'
                yield source.problem(offset, headline, 'add a heading, or write "\\|" for a "|" that is text')


def _without_bars(row: Row) -> Iterator[Edit]:
    if row.has_left_bar:
        yield Edit(row.line.text_offset, 1, "")
    if row.has_right_bar:
        yield Edit(row.line.text_offset + len(row.line.text) - 1, 1, "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
