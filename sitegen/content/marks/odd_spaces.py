"""Read no-break and other special spaces at the beginning of lines as the spaces that they look like."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_ODD = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_SIGN = re.compile(f"[{_ODD}]")
_EMPTY_LINE = rf"^[ \t>]*+(?P<empty>[{_ODD}][ \t{_ODD}]*+)$"
_MARK = r"(?:[-*+\u2022\u00b7\u25aa\u25e6]|\d{1,3}[.)])"
_BEFORE_ITEM = rf"^[ \t>]*+(?P<before>[{_ODD}][ \t{_ODD}]*+)(?={_MARK}[ \t{_ODD}])"
_LINES = re.compile(f"{_EMPTY_LINE}|{_BEFORE_ITEM}", re.MULTILINE)


def even_spaces(source: BodySource) -> RuleResult:
    """Empty the lines that have such spaces alone, and make plain ones of those that set a list in."""
    if source.text.isascii() or not _SIGN.search(source.text):
        return NO_RESULT
    edits = []
    for match in _LINES.finditer(source.code_free):
        name = match.lastgroup or ""
        spaces = "" if name == "empty" else " " * len(match[name])
        edits.append(Edit(match.start(name), len(match[name]), spaces))
    return RuleResult(tuple(edits))
