"""Refuses the few texts that would take Python-Markdown minutes, or more stack than there is.

Its cost grows with the square of the marks that are never closed, and with the depth of what is nested; no text
that a person writes comes near these limits. They count, and measure no time: a text is refused everywhere or
nowhere.
"""

import re

from sitegen.content.source_scan import Source
from sitegen.errors import Problem

MOST_CHARACTERS = 400_000
MOST_IN_A_BLOCK = 100_000
MOST_DEPTH = 30
MOST_FOOTNOTE_MARKS = 300
MOST_ABBREVIATIONS = 150
MOST_CELLS = 20_000
MOST_SHORTCODES = 500
MOST_COLUMNS = 200

_LONG = 30_000
_FREE_MARKS = 60
"""So many marks cost nothing worth counting."""

_MOST_MARKS = (("[^", MOST_FOOTNOTE_MARKS), ("*[", MOST_ABBREVIATIONS), ("{{", MOST_SHORTCODES))

_WORTH_A_LOOK = (
    ("{{", MOST_SHORTCODES),
    *((mark, MOST_DEPTH) for mark in ("<", ">", "- ", "* ", "+ ", ". ")),
    *((mark, _FREE_MARKS) for mark in ("[", "]:", "\n#", "\n=", "\n-", "\n:", "!!!")),
    ("|", MOST_COLUMNS),
    (" " * 4 * MOST_DEPTH, 0),
)

_OPEN_MARK_COST = 1_000_000
_SPLIT_COST = 10_000_000
_FENCE_LINE = 200

_FENCE = re.compile(r"(`{3,}+(?=[^`\n]*+$)|~{3,}+)([^\n]*)")
_INFO = re.compile(r"[ ]*+(?:\{[^\n]*\}|\.?[\w#.+-]*+[ ]*+(?:hl_lines=(?:\"[^\"]*\"|'[^']*'))?)[ ]*+")
_MARKERS = re.compile(rf"^[ ]*+(?:(?:>|[-*+][ ]|\d++\.[ ])[ ]*+){{{MOST_DEPTH}}}", re.MULTILINE)
_RULE = re.compile(r"[ ]*+([-*_])(?:[ ]*+\1)*+[ ]*+$", re.MULTILINE)
_INDENTED = re.compile(rf"^[ ]{{{4 * MOST_DEPTH}}}[ ]*+(?:[-*+][ ]|\d++\.[ ]|>|!!!|:)", re.MULTILINE)
_TAGS = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]*+)(?:[^"'<>]|"[^"]*+"|'[^']*+')*+>""")
_OPEN_ANGLE = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*+>)")
_BRACKETS = re.compile(r"\\.|\]\(|[\[\]()]", re.DOTALL)
_SPLITTERS = re.compile(r"^(?:[ ]*+(?:#|!!!|:[ ])|(?:=+|-+)[ ]*+$|[^\n]*?\]:)", re.MULTILINE)
_SEPARATOR = re.compile(r"\n(?=[^\n]*[-|])[ |:-]++(?:\n|$)")

# Elements without an end tag, and those that the next start tag of their kind ends.
# fmt: off
_NOT_NESTED = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
    "option",
})
# fmt: on


def find_excess(source: Source) -> Problem | None:
    """Give the first limit that a body goes over, or None."""
    text = source.text
    if len(text) > MOST_CHARACTERS:
        headline = f"the text has {len(text)} characters; {MOST_CHARACTERS} is the most"
        return source.problem(0, headline, "split it into several pages")
    if len(text) < _LONG and not any(text.count(mark) > most for mark, most in _WORTH_A_LOOK):
        return None
    return _find_deep(source) or _find_crowded(source)


def find_wrong_fence(source: Source) -> Problem | None:
    """Give the first code fence that cannot be read, or is never closed; or None."""
    if "```" not in source.text and "~~~" not in source.text:
        return None
    fence, opened, offset = "", 0, 0
    for line in source.text.split("\n"):
        match = _FENCE.match(line) if line[:3] in {"```", "~~~"} else None
        if match and len(line) > _FENCE_LINE:
            return source.problem(offset, "a line of a code fence is too long", "shorten the line")
        if match and not fence:
            if not _INFO.fullmatch(match[2]):
                headline = "code fence with more than the name of a language"
                return source.problem(offset, headline, f'write "{match[1]}python", or "{match[1]}" alone')
            fence, opened = match[1], offset
        elif match and fence == match[1] and not match[2].strip():
            fence = ""
        offset += len(line) + 1
    if not fence:
        return None
    return source.problem(opened, "code fence is never closed", f'end it with a line "{fence}"')


def _find_deep(source: Source) -> Problem | None:
    text = source.code_free
    for pattern in (_MARKERS, _INDENTED):
        for match in pattern.finditer(text):
            if not _RULE.match(text, match.start()):
                return _too_deep(source, match.start())
    return _find_deep_tags(source, text) if text.count("<") > MOST_DEPTH else None


def _find_deep_tags(source: Source, text: str) -> Problem | None:
    open_tags: dict[str, int] = {}
    depth = 0
    for match in _TAGS.finditer(text):
        name = match[2].lower()
        if name in _NOT_NESTED:
            continue
        if not match[1]:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += 1
        elif open_tags.get(name):
            open_tags[name] -= 1
            depth -= 1
        if depth > MOST_DEPTH:
            return _too_deep(source, match.start())
    return None


def _too_deep(source: Source, offset: int) -> Problem:
    headline = f"lists, quotes or tags are nested too deeply; {MOST_DEPTH} levels is the most"
    return source.problem(offset, headline, "was something left open above?")


def _find_crowded(source: Source) -> Problem | None:
    text = source.code_free
    for mark, most in _MOST_MARKS:
        if source.text.count(mark) > most:
            return _too_many(source, source.text.find(mark), f'"{mark}"', most)
    opened = _OPEN_ANGLE.findall(text) if text.count("<") > _FREE_MARKS else ()
    if len(opened) > _FREE_MARKS:
        return _too_many(source, text.find("<"), '"<" without ">"', _FREE_MARKS)
    offset = 0
    for block in text.split("\n\n") if len(text) > _FREE_MARKS else ():
        problem = _find_crowded_block(source, block, offset)
        if problem:
            return problem
        offset += len(block) + 2
    return None


def _find_crowded_block(source: Source, block: str, offset: int) -> Problem | None:
    if len(block) > MOST_IN_A_BLOCK:
        headline = f"{len(block)} characters without an empty line; {MOST_IN_A_BLOCK} is the most"
        return source.problem(offset, headline, "leave empty lines between paragraphs")
    if block.count("[") > _FREE_MARKS and _reach_of_brackets(block) > _OPEN_MARK_COST:
        return _too_many(source, offset + block.find("["), '"[" without "]" or "(" without ")"', _FREE_MARKS)
    if block.count("\n") > _FREE_MARKS and len(_SPLITTERS.findall(block)) * len(block) > _SPLIT_COST:
        hint = "leave empty lines between them"
        return source.problem(offset, "too many headings or definitions without an empty line", hint)
    if "|" in block and _SEPARATOR.search(block):
        return _find_large_table(source, block, offset)
    return None


def _reach_of_brackets(block: str) -> int:
    """Add up how far Python-Markdown looks ahead for the ends of all brackets."""
    reach = 0
    square: list[int] = []
    around: list[int] = []
    for match in _BRACKETS.finditer(block):
        mark = match[0]
        if mark == "[":
            square.append(match.start())
        elif mark in {"]", "]("} and square:
            reach += match.start() - square.pop()
        if mark == "](":
            around.append(match.start())
        elif mark == ")" and around:
            reach += match.start() - around.pop()
    return reach + sum(len(block) - start for start in (*square, *around))


def _find_large_table(source: Source, block: str, offset: int) -> Problem | None:
    columns = max(line.count("|") for line in block.split("\n")) + 1
    if columns > MOST_COLUMNS:
        return _too_many(source, offset, "columns of a table", MOST_COLUMNS)
    if columns * block.count("\n") > MOST_CELLS:
        return _too_many(source, offset, "cells of a table", MOST_CELLS)
    return None


def _too_many(source: Source, offset: int, what: str, most: int) -> Problem:
    return source.problem(offset, f"too many {what}; {most} is the most", "split the text into several pages")
