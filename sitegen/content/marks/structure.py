"""Read lists, fences and indentation as they look: the rules that need the outline of a body."""

import re

from sitegen.content.marks.boxes import draw_boxes
from sitegen.content.marks.fences import set_fences
from sitegen.content.marks.headings import set_headings
from sitegen.content.marks.indented import report_indented
from sitegen.content.marks.item_marks import EMPTY_ITEM, ITEM
from sitegen.content.marks.lazy_lines import report_lazy_lines
from sitegen.content.marks.list_levels import fill_items, set_levels, split_blocks
from sitegen.content.marks.numbers import report_numbers
from sitegen.content.marks.outline import outline
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.marks.years import escape_years
from sitegen.content.source_scan import BodySource

_DIGITS = frozenset("0123456789")
_WHITE_SPACE = frozenset(" \t")
_OPENS_BLOCK = frozenset(">*+-0123456789")
_SPECIAL = frozenset(" \t>#_`~*+-0123456789")
_UNUSUAL_ITEM = re.compile(r"\d{4,}|(?:[-*+]|\d+\.)[ \t]+(?:\[[ xX]\]|```|~~~|\d{4,}\.|$)")
_RULES = (
    split_blocks,
    set_levels,
    fill_items,
    set_headings,
    set_fences,
    escape_years,
    draw_boxes,
    report_indented,
    report_numbers,
    report_lazy_lines,
)


def read_structure(source: BodySource) -> RuleResult:
    """Separate blocks, indent lists by four spaces a level, and set headings and fences where Markdown knows them."""
    if _is_plain(source.text):
        return NO_RESULT
    lines = outline(source.text)
    results = [rule(source, lines) for rule in _RULES]
    return RuleResult(
        tuple(edit for result in results for edit in result.edits),
        tuple(problem for result in results for problem in result.problems),
    )


def _is_plain(text: str) -> bool:
    """Return whether a text has only paragraphs, headings and lists that Markdown reads as they look."""
    above = ""
    number = 0
    for line in text.split("\n"):
        first = line[:1]
        if first in _SPECIAL:
            if not _is_plain_line(line, first, above):
                return False
            if first in _DIGITS and (item := ITEM.match(line)):
                if number and not _goes_on(number, int(item[2]), above):
                    return False
                number = int(item[2])
        elif above[:1] in _OPENS_BLOCK and line and (ITEM.match(above) or above[0] == ">"):
            return False
        above = line
    return True


def _is_plain_line(line: str, first: str, above: str) -> bool:
    """Return whether Markdown reads a line with a special first character as it looks."""
    if first in _WHITE_SPACE:
        return not line.strip()
    if first == ">":
        return not line[1:6].isspace() and line.lstrip("> ")[:1] not in _SPECIAL
    if first == "#":
        return line[-1] != "#" and not (above and ITEM.match(above))
    if ITEM.match(line):
        is_usual = line[-1] != "#" and not _UNUSUAL_ITEM.match(line)
        return is_usual and (not above or _sort(above) == _sort(line))
    is_underline = first == "-" and above and not line.strip("- \t")
    return not is_underline and not (above and ITEM.match(above)) and not EMPTY_ITEM.match(line)


def _goes_on(above_number: int, number: int, above: str) -> bool:
    """Return whether a number is shown as it is typed: the next one, or the first of a list."""
    return number == above_number + 1 or (number == 1 and (not above or above_number == 1))


def _sort(line: str) -> str:
    """Return what lists a line can go on: the mark of its item, "1" for all numbers; nothing for other lines."""
    item = ITEM.match(line)
    return "" if not item else "-" if item[1] else "1"
