"""Replace the characters of symbol fonts, which are empty boxes to whoever has not that font."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_LEADING_BYTES = (b"\xef\x80", b"\xef\x81", b"\xef\x82", b"\xef\x83")
"""Those of U+F000 to U+F0FF in UTF-8, the private characters that Word uses for Symbol and Wingdings."""

_SYMBOL = re.compile("(^[ \t>]*)?([\uf000-\uf0ff])", re.MULTILINE)

# Unlike others, these mean one thing whatever the font: nobody writes clubs or logical signs on a page.
_MEANINGS = {
    "\uf04a": "\u263a",
    "\uf0a7": "\u25aa",
    "\uf0b7": "\u2022",
    "\uf0d8": "\u27a2",
    "\uf0e0": "\u2192",
    "\uf0fc": "\u2713",
}

_HEADLINE = "a character of a symbol font is shown as an empty box"
_HINT = "type the character that is meant in its place, or delete it"


def replace_symbols(source: BodySource) -> RuleResult:
    """Make bullets of symbols that begin lines, plain characters of those that are known, and report the others."""
    data = source.text.encode()
    if not any(leading in data for leading in _LEADING_BYTES):
        return NO_RESULT
    edits, problems = [], []
    for match in _SYMBOL.finditer(source.code_free):
        meaning = _MEANINGS.get(match[2], "\u2022" if match[1] is not None else "")
        if meaning:
            edits.append(Edit(match.start(2), 1, meaning))
        else:
            problems.append(source.problem(match.start(2), _HEADLINE, _HINT, "warning"))
    return RuleResult(tuple(edits), tuple(problems))
