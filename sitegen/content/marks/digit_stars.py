"""Show the asterisk between two digits, a sign for times, in which Markdown sees the beginning of italics."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_TIMES = re.compile(r"\*(?<=\d\*)(?=\d)")


def show_digit_stars(source: BodySource) -> RuleResult:
    """Escape each asterisk between digits: `5*3*2`."""
    if "*" not in source.text or not _TIMES.search(source.text):
        return NO_RESULT
    return RuleResult(tuple(Edit(star.start(), 0, "\\") for star in _TIMES.finditer(source.code_free)))
