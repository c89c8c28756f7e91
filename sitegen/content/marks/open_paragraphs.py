"""Close paragraphs, items and cells of raw HTML that are never closed, in which Markdown would read nothing more."""

import re

from sitegen.content.edits import Edit
from sitegen.content.html_elements import ENDS_BY_ITSELF
from sitegen.content.marks.raw_blocks import find_raw_blocks
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_START = re.compile(rf"^[ ]{{0,3}}<(?:{'|'.join(sorted(ENDS_BY_ITSELF))})[\s>]", re.MULTILINE | re.IGNORECASE)


def close_paragraphs(source: BodySource) -> RuleResult:
    """Close each before the next empty line or block, as HTML does with paragraphs; report the others."""
    if "<" not in source.text or not _START.search(source.text):
        return NO_RESULT
    edits, problems = [], []
    for block in find_raw_blocks(source.code_free):
        if not block.is_closed:
            edits.append(Edit(block.end, 0, f"</{block.name}>"))
        if not block.is_closed and block.name != "p":
            headline = f'"<{block.name}>" is never closed: it ends with its paragraph'
            problems.append(source.problem(block.start, headline, f'write "</{block.name}>" where it ends', "warning"))
    return RuleResult(tuple(edits), tuple(problems))
