"""Report lines that run on as one paragraph although each looks like one of its own: the head of a mail, times."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_LABEL = r"(?:\*\*|__)?[A-Z0-9][\w .,'\u2019/&-]{0,28}:(?:\*\*|__)?[ ]+\S"
_TIME = r"\d{1,2}(?::\d\d)?[ ]?(?:[-\u2013][ ]?\d{1,2}(?::\d\d)?[ ]?)?(?:[ap]\.?m\b|(?<=:\d\d)[ ])"
_NUMBER = r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?[ ]+[A-Z]"
_BOLD = r"(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)"
_SHORT = r"(?!\d{1,9}[.)][ \t])[A-Z0-9][^\n|\t]{1,38}[^\s|,;\-]"
_STARTS = tuple(re.compile(start) for start in (_LABEL, _TIME, _NUMBER, _BOLD))
_SHORT_LINES = re.compile(rf"(?:{_SHORT},?(?:\n|$)){{3,}}")
_ALIKE = "|".join(rf"{start}.*\n{start}" for start in (_LABEL, _TIME, _NUMBER, _BOLD))
_TWO_LINES = re.compile(rf"^(?:{_ALIKE}|(?:{_SHORT},?\n){{2}}{_SHORT},?$)", re.MULTILINE)
_BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)

_HEADLINE = "{count} lines run on as one paragraph"
_HINT = 'begin each with "- " for a list, or end each but the last with two spaces to begin a new line'


def report_run_on_lines(source: BodySource) -> RuleResult:
    """Report each paragraph whose lines all begin alike: with a label, a time, a number or bold words."""
    if "\n" not in source.text or not _TWO_LINES.search(source.text):
        return NO_RESULT
    return RuleResult(problems=tuple(_problems(source)))


def _problems(source: BodySource) -> Iterator[Problem]:
    for block in _BLOCK.finditer(source.code_free):
        lines = block[0].rstrip("\n").split("\n")
        if len(lines) > 1 and _is_alike(lines) and not all(_is_broken(line) for line in lines[:-1]):
            headline = _HEADLINE.format(count=len(lines))
            yield source.problem(block.start(), headline, _HINT, "warning")


def _is_alike(lines: list[str]) -> bool:
    if any(all(start.match(line) for line in lines) for start in _STARTS):
        return True
    return _SHORT_LINES.fullmatch("\n".join(lines)) is not None


def _is_broken(line: str) -> bool:
    return line.endswith(("  ", "\\")) or line.rstrip().endswith(("<br>", "<br/>", "<br />"))
