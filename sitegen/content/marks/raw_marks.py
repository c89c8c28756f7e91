"""Report marks of Markdown in raw HTML, `<p>**important**</p>`, which are shown as they are typed."""

import re
from bisect import bisect_left

from sitegen.content.marks.markdown_in_html import READ_INSIDE
from sitegen.content.marks.raw_blocks import find_raw_blocks
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_ANY_BLOCK = re.compile(r"^[ ]{0,3}<[A-Za-z]", re.MULTILINE)
_BOLD = re.compile(r"\*\*[^\s*<][^*<\n]{0,300}\*\*")
_LINK = re.compile(r"\[(?<!\\\[)(?<!\\!\[)[^\[\]\n]{0,300}\]\([^()\s]+\)")
_LINE_MARK = re.compile(r"\n[ ]{0,3}(?:[-*+]|#{1,6})[ ](?=\S)")
_HAS_MARKDOWN = re.compile(r"<[^<>]*\smarkdown\b")
_NO_MARKS = frozenset({"pre", "script", "style", "math", "svg", "textarea", *READ_INSIDE})
"""The elements whose text is code, and those that another rule looks into."""


def report_raw_marks(source: BodySource) -> RuleResult:
    """Report the first mark in each block of raw HTML."""
    if "<" not in source.text or not _ANY_BLOCK.search(source.text):
        return NO_RESULT
    text = source.code_free
    offsets = _offsets_of_marks(text)
    problems = []
    for block in find_raw_blocks(text) if offsets else ():
        index = bisect_left(offsets, block.start)
        has_mark = index < len(offsets) and offsets[index] < block.end
        if has_mark and block.name not in _NO_MARKS and not _HAS_MARKDOWN.match(text, block.start):
            headline = f"Markdown inside <{block.name}> is shown as it is typed"
            hint = f'write it as HTML, or take the tags "<{block.name}>" and "</{block.name}>" away'
            problems.append(source.problem(offsets[index], headline, hint, "warning"))
    return RuleResult(problems=tuple(problems))


def _offsets_of_marks(text: str) -> list[int]:
    """Return the offsets of marks, in order; a pattern that begins with one sign is looked for much faster."""
    offsets = [match.start() for match in _BOLD.finditer(text)] if "**" in text else []
    if "](" in text:
        links = (match.start() for match in _LINK.finditer(text))
        offsets += [start - 1 if text.startswith("!", start - 1) and start else start for start in links]
    offsets += [match.start() + 1 for match in _LINE_MARK.finditer(text)]
    return sorted(offsets)
