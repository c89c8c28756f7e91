"""Set in quotations that belong to an item of a list, as Markdown needs it."""

import re
from collections.abc import Iterator

from sitegen.content.edits import Edit
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB

_SET_IN = re.compile(r"^[ >]*[ \t]{2,}>", re.MULTILINE)


def set_quotes(source: BodySource) -> RuleResult:
    """Indent quotations in items by four spaces a level, with an empty line above."""
    if ">" not in source.text or not _SET_IN.search(source.text):
        return NO_RESULT
    quotes = (line for line in outline(source.text) if line.kind == "quote")
    return RuleResult(tuple(edit for quote in quotes for edit in _edits(quote)))


def _edits(quote: OutlineLine) -> Iterator[Edit]:
    if quote.above:
        yield Edit(quote.source.start, 0, f"{quote.source.quote.rstrip()}\n")
    if quote.indent // TAB < quote.level:
        for line in quote.body:
            yield Edit(line.offset, len(line.text) - len(line.text.lstrip(" \t")), " " * TAB * quote.level)
