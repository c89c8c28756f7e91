"""Report text that is set in by four spaces or a tab, which Markdown shows as code."""

import re
from collections.abc import Sequence

from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource

_PROSE = re.compile(r"[^\W\d_]{2,}[,.:]? [^\W\d_]{2,}|\A[^][=(){}<>;$|\\]*\Z")
"""Two words beside each other, or nothing that stands in code alone."""

_HEADLINE = "text that is set in by four spaces or a tab is shown as code"
_HINT = "for text, take away the white space before it; for code, put a line ``` above and below it"


def report_indented(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Report the first line of what is set in and reads like prose."""
    runs: list[list[OutlineLine]] = []
    for line in lines:
        if line.kind == "code" and line.is_split:
            runs.append([line])
        elif line.kind == "code":
            runs[-1].append(line)
    return RuleResult(
        problems=tuple(
            source.problem(run[0].text_offset, _HEADLINE, _HINT, "warning")
            for run in runs
            if _PROSE.search("\n".join(line.text for line in run)) or _is_table(run)
        )
    )


def _is_table(run: list[OutlineLine]) -> bool:
    """Return whether each line has bars at both ends."""
    return len(run) > 1 and all(len(line.text) > 1 and line.text[0] == line.text[-1] == "|" for line in run)
