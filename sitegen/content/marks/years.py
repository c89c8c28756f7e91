"""Keep a line that begins with a year and a point from becoming a list."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.content.edits import Edit
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource

_YEAR = re.compile(r"\d{4,}(?=\.)")
_YEAR_IN_ITEM = re.compile(r"(?:[-*+]|\d+\.)[ \t]+\d{4,}(?=\.[ \t])")

_RUN_ON = "lines that begin with a year run on as one paragraph"


def escape_years(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Escape the point after a year, and report years below each other in one paragraph."""
    patterns = {"year": _YEAR, "item": _YEAR_IN_ITEM}
    candidates = ((line, patterns[line.kind].match(line.text)) for line in lines if line.kind in patterns)
    edits = tuple(Edit(line.text_offset + year.end(), 0, "\\") for line, year in candidates if year)
    hint = "leave an empty line between them, or begin each with a hyphen"
    problems = tuple(
        source.problem(line.text_offset, _RUN_ON, hint, "warning")
        for previous, line in pairwise(lines)
        if line.kind == previous.kind == "year" and line.above
    )
    return RuleResult(edits, problems)
