"""Report marks of Markdown in raw HTML, `<p>**important**</p>`, which are shown as they are typed."""

import re
from bisect import bisect_left

from sitegen.content.marks.markdown_in_html import READ_INSIDE
from sitegen.content.marks.raw_blocks import find_raw_blocks
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_ANY_BLOCK = re.compile(r"^[ ]{0,3}<[A-Za-z]", re.MULTILINE)
_MARKS = re.compile(
    r"\*\*[^\s*<][^*<\n]{0,300}\*\*|(?<!\\)!?\[[^\[\]\n]{0,300}\]\([^()\s]+\)|^[ ]{0,3}(?:[-*+]|#{1,6})[ ](?=\S)",
    re.MULTILINE,
)
_HAS_MARKDOWN = re.compile(r"<[^<>]*\smarkdown\b")
_NO_MARKS = frozenset({"pre", "script", "style", "math", "svg", "textarea", *READ_INSIDE})
"""The elements whose text is code, and those that another rule looks into."""


def report_raw_marks(source: BodySource) -> RuleResult:
    """Report the first mark in each block of raw HTML."""
    if "<" not in source.text or not _ANY_BLOCK.search(source.text):
        return NO_RESULT
    text = source.code_free
    offsets = [match.start() for match in _MARKS.finditer(text)]
    problems = []
    for block in find_raw_blocks(text) if offsets else ():
        index = bisect_left(offsets, block.start)
        has_mark = index < len(offsets) and offsets[index] < block.end
        if has_mark and block.name not in _NO_MARKS and not _HAS_MARKDOWN.match(text, block.start):
            headline = f"Markdown inside <{block.name}> is shown as it is typed"
            hint = f'write it as HTML, or take the tags "<{block.name}>" and "</{block.name}>" away'
            problems.append(source.problem(offsets[index], headline, hint, "warning"))
    return RuleResult(problems=tuple(problems))
