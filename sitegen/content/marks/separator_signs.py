"""Write the line below the headings of a table with hyphens and bars where it has other signs: `---+---`, `|===|`."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_SIGNS = ("-+-", "|==", "|__", "==|==", "=|=")
_LINE = re.compile(
    r"^(?P<headings>[^\n]*\|[^\n]*)\n"
    r"(?P<line>[ ]{0,3}\|?[ ]*(?:[-:]+|[=:]+|[_:]+)(?:[ ]*[+|][ ]*[-=_:]+)*[ ]*[|+]?)[ ]*$",
    re.MULTILINE,
)
_OTHER = re.compile(r"[+=_]")


def mend_separators(source: BodySource) -> RuleResult:
    """Make hyphens and bars of the signs below headings with as many cells."""
    if "|" not in source.text or not any(sign in source.text for sign in _SIGNS):
        return NO_RESULT
    edits = []
    for match in _LINE.finditer(source.code_free):
        bars = match["headings"].strip().strip("|").count("|")
        line = match["line"].strip().strip("|+")
        if _OTHER.search(line) and line.count("|") + line.count("+") == bars:
            start = match.start("line")
            signs = _OTHER.finditer(match["line"])
            edits += [Edit(start + sign.start(), 1, "|" if sign[0] == "+" else "-") for sign in signs]
    return RuleResult(tuple(edits))
