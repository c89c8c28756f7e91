"""Keep a tag that begins a line within a code span from being read as HTML, which Markdown looks for first."""

import re
from bisect import bisect_right

from sitegen.content.code_free import find_code_spans
from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_LINE_WITH_TAG = re.compile(r"\n(?=[ ]{0,3}<[A-Za-z/!?])")


def join_span_lines(source: BodySource) -> RuleResult:
    """Make one line of two where a tag begins the second one and both belong to a code span; a reader sees a space."""
    if "`" not in source.text or not _LINE_WITH_TAG.search(source.text):
        return NO_RESULT
    spans = list(find_code_spans(source.text))
    starts = [start for start, _ in spans]
    edits = []
    for line in _LINE_WITH_TAG.finditer(source.text):
        index = bisect_right(starts, line.start()) - 1
        if index >= 0 and line.start() < spans[index][1]:
            edits.append(Edit(line.start(), 1, " "))
    return RuleResult(tuple(edits))
