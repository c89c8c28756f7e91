"""Read lists, fences and indentation as they look: the rules that need the outline of a body."""

import re

from sitegen.content.marks.boxes import draw_boxes
from sitegen.content.marks.fences import set_fences
from sitegen.content.marks.indented import report_indented
from sitegen.content.marks.list_levels import set_levels, split_blocks
from sitegen.content.marks.outline import ITEM, outline
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.marks.years import escape_years
from sitegen.content.source_scan import BodySource

_WHITE_SPACE = frozenset(" \t")
_SPECIAL = frozenset(" \t>#_`~*+-0123456789")
_UNUSUAL_ITEM = re.compile(r"\d{4,}|(?:[-*+]|\d+\.)[ \t]+(?:\[[ xX]\]|```|~~~|\d{4,}\.)")
_RULES = (split_blocks, set_levels, set_fences, escape_years, draw_boxes, report_indented)


def read_structure(source: BodySource) -> RuleResult:
    """Separate blocks, indent lists by four spaces a level, and move fences to where Markdown knows them."""
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
    for line in text.split("\n"):
        first = line[:1]
        if first in _SPECIAL:
            if first in _WHITE_SPACE:
                if line.strip():
                    return False
            elif first == ">":
                if line[1:6].isspace() or line.lstrip("> ")[:1] in _SPECIAL:
                    return False
            elif ITEM.match(line):
                if _UNUSUAL_ITEM.match(line) or (above and _sort(above) != _sort(line)):
                    return False
            elif above and ITEM.match(above):
                return False
        above = line
    return True


def _sort(line: str) -> str:
    """Return what lists a line can go on: the mark of its item, "1" for all numbers; nothing for other lines."""
    item = ITEM.match(line)
    return "" if not item else "-" if item[1] else "1"
