r"""Begin a new line where one ends with a backslash, as other programs write it; Python-Markdown knows two spaces."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_END = re.compile(r"(?<![\\\n>])\\(?=\n[ \t>]*+[^\s>])")


def read_line_ends(source: BodySource) -> RuleResult:
    r"""Write two spaces for each backslash at the end of a line, but for that of a path: `C:\files\`."""
    if "\\\n" not in source.text:
        return NO_RESULT
    text = source.code_free
    ends = (end.start() for end in _END.finditer(text))
    return RuleResult(tuple(Edit(end, 1, "  ") for end in ends if not _is_in_path(text, end)))


def _is_in_path(text: str, end: int) -> bool:
    word = text[max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1 : end]
    return "\\" in word or word.endswith((":", "/"))
