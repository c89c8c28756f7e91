"""Show the number sign before a number, and those of hashtags, where they begin a line: neither is a heading."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_SIGN = re.compile(r"#\w")
_LINE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,3}\.)[ \t]++)?(?P<sign>#)(?=\d|[^\W\d]\w*+[^\n#]*+(?<=[ ])#\w)", re.MULTILINE
)


def show_hash_signs(source: BodySource) -> RuleResult:
    """Escape the sign that begins a line with a number after it (`#1 in care`) or with hashtags (`#ubt #lmp`)."""
    if "#" not in source.text or not _SIGN.search(source.text) or not _LINE.search(source.text):
        return NO_RESULT
    return RuleResult(tuple(Edit(line.start("sign"), 0, "\\") for line in _LINE.finditer(source.code_free)))
