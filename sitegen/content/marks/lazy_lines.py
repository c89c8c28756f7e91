"""Report lines right below a list item or quotation that Markdown takes into it, though they look like new text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_SHORTEST_WRAPPED = 60
"""Characters from which a line may end where an editor wrapped it."""

_AFTER_SENTENCE = "*_\"')]\u201d\u2019 \t"
_BEFORE_SENTENCE = "*_\"'([\u201c\u2018"
_END_MARKS = (".", ":", "!", "?", "\u2026")
_LINE_BREAKS = ("<br>", "  ", "\\")

_IN_ITEM = "this line is shown in the list item above it"
_IN_ITEM_HINT = "leave an empty line above it; if it belongs to the item, set it in by two spaces"
_IN_QUOTE = "this line is shown in the quotation above it"
_IN_QUOTE_HINT = 'leave an empty line above it; if it belongs to the quotation, begin it with ">"'


def report_lazy_lines(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Report lines at the margin that begin a sentence below an item or quotation, but for lines that are wrapped."""
    return RuleResult(problems=tuple(_problems(source, lines)))


def _problems(source: BodySource, lines: Sequence[OutlineLine]) -> Iterator[Problem]:
    for above, line in pairwise(lines):
        if line.kind != "text" or line.indent or not _begins_sentence(above, line):
            continue
        if line.above == "item" and above.kind == "item" and above.source.quote == line.source.quote:
            yield source.problem(line.text_offset, _IN_ITEM, _IN_ITEM_HINT, "warning")
        elif line.above == "quote":
            yield source.problem(line.text_offset, _IN_QUOTE, _IN_QUOTE_HINT, "warning")


def _begins_sentence(above: OutlineLine, line: OutlineLine) -> bool:
    typed = above.source.text
    if typed.endswith(_LINE_BREAKS) or not line.text.lstrip(_BEFORE_SENTENCE)[:1].isupper():
        return False
    return len(typed) < _SHORTEST_WRAPPED or typed.rstrip(_AFTER_SENTENCE).endswith(_END_MARKS)
