"""Refuse the few texts that would take Python-Markdown minutes, or more stack than there is.

Its cost grows with the square of the number of markers that are never closed, and with the depth of nesting. No
text that a person writes comes near these limits. They are counts, not times, so that a text is refused on every
machine or on none.
"""

import re

from sitegen.content.code_free import without_fences
from sitegen.content.open_elements import first_too_deep
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

MAX_CHARACTERS = 1_000_000
MAX_MARKS = 40_000
MAX_DEPTH = 30
MAX_FOOTNOTE_MARKERS = 300
MAX_ABBREVIATIONS = 150
MAX_CELLS = 50_000
MAX_SHORTCODES = 500
MAX_COLUMNS = 200

_LONG = 30_000
_FREE_MARKERS = 60
"""Up to this many markers cost nothing worth counting."""

_MARKER_LIMITS = (("[^", MAX_FOOTNOTE_MARKERS), ("*[", MAX_ABBREVIATIONS), ("{{", MAX_SHORTCODES))

_THRESHOLDS = (
    ("{{", MAX_SHORTCODES),
    *((marker, MAX_DEPTH) for marker in ("<", ">", "- ", "* ", "+ ", ". ")),
    *((marker, _FREE_MARKERS) for marker in ("[", "]:", "\n#", "\n=", "\n-", "\n:", "!!!", "\n**", "\n* *", "\n_")),
    ("|", MAX_COLUMNS),
    (" " * 4 * MAX_DEPTH, 0),
)

_MAX_BRACKET_COST = 1_000_000
_MAX_SPLIT_COST = 10_000_000
_MAX_INLINE_COST = 3_000_000_000
"""Marks of a paragraph times its characters, which Python-Markdown copies for each mark: about a second for 10^9."""

_MAX_FENCE_LINE = 200

_FENCE = re.compile(r"(`{3,}+(?=[^`\n]*+$)|~{3,}+)([^\n]*)")
_INFO = re.compile(r"[ ]*+(?:\{[^\n]*\}|\.?[\w#.+-]*+[ ]*+(?:hl_lines=(?:\"[^\"]*\"|'[^']*'))?)[ ]*+")
_MARKERS = re.compile(rf"^[ ]*+(?:(?:>|[-*+][ ]|\d++\.[ ])[ ]*+){{{MAX_DEPTH + 1}}}", re.MULTILINE)
_RULE = re.compile(r"[ ]*+([-*_])(?:[ ]*+\1)*+[ ]*+$", re.MULTILINE)
_INDENTED = re.compile(rf"^[ ]{{{4 * MAX_DEPTH}}}[ ]*+(?:[-*+][ ]|\d++\.[ ]|>|!!!|:)", re.MULTILINE)
_TAGS = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]*+)(?:[^"'<>]|"[^"]*+"|'[^']*+')*+>""")
_BRACKETS = re.compile(r"\\.|\]\(|[\[\]()]", re.DOTALL)
_SPLITTERS = re.compile(
    r"^(?:[ ]*+(?:#|!!!|:[ ])|(?:=+|-+)[ ]*+$|[ ]{0,3}([-_*])(?:[ ]{0,2}+\1){2,}+[ ]*+$|[^\n]*?\]:)", re.MULTILINE
)
_INLINE_MARKS = re.compile(r"[\\`*_<&\[!]|  \n")
_MARKED_OR_LINE = re.compile(r"[\\`*_<&\[!]|https?:|^[ >]*+[^ >\n]", re.MULTILINE)
_NEW_ITEM = re.compile(r"\n(?=[ ]*+(?:[-*+>|]|\d++\.[ ]|[^\n]*?\|))")
_SEPARATOR = re.compile(r"\n(?=[^\n]*[-|])[ |:-]++(?:\n|$)")


def find_excess_of_size(source: BodySource) -> Problem | None:
    """Return a problem for a body, as it was typed, that has too many characters or marks in all, or None."""
    text = source.text
    if len(text) > MAX_CHARACTERS:
        headline = f"the text has {len(text)} characters; {MAX_CHARACTERS} is the most"
        return source.problem(0, headline, "split it into several pages")
    if len(text) > MAX_MARKS and len(_MARKED_OR_LINE.findall(source.code_free)) > MAX_MARKS:
        return _count_problem(source, 0, "lines and marks of Markdown", MAX_MARKS)
    return None


def find_excess(source: BodySource) -> Problem | None:
    """Return a problem for the first limit that a body exceeds once its marks were read, or None."""
    text = source.text
    if len(text) < _LONG and not any(text.count(marker) > limit for marker, limit in _THRESHOLDS):
        return None
    return _find_deep_nesting(source) or _find_too_many_markers(source)


def find_wrong_fence(source: BodySource) -> Problem | None:
    """Return a problem for the first code fence that cannot be read or is never closed, or None."""
    if "```" not in source.text and "~~~" not in source.text:
        return None
    fence, opening_offset, offset = "", 0, 0
    for line in source.text.split("\n"):
        match = _FENCE.match(line) if line[:3] in {"```", "~~~"} else None
        if match and len(line) > _MAX_FENCE_LINE:
            return source.problem(offset, "a line of a code fence is too long", "shorten the line")
        if match and not fence:
            if not _INFO.fullmatch(match[2]):
                headline = "code fence with more than the name of a language"
                return source.problem(offset, headline, f'write "{match[1]}python", or "{match[1]}" alone')
            fence, opening_offset = match[1], offset
        elif match and fence == match[1] and not match[2].strip():
            fence = ""
        offset += len(line) + 1
    if not fence:
        return None
    return source.problem(opening_offset, "code fence is never closed", f'end it with a line "{fence}"')


def _find_deep_nesting(source: BodySource) -> Problem | None:
    text = source.code_free
    for pattern in (_MARKERS, _INDENTED):
        for match in pattern.finditer(text):
            if not _RULE.match(text, match.start()):
                return _depth_problem(source, match.start())
    return _find_deep_tags(source, text) if text.count("<") > MAX_DEPTH else None


def _find_deep_tags(source: BodySource, text: str) -> Problem | None:
    match = first_too_deep(_TAGS.finditer(text), MAX_DEPTH)
    return _depth_problem(source, match.start()) if match else None


def _depth_problem(source: BodySource, offset: int) -> Problem:
    headline = f"lists, quotes or tags are nested too deeply; {MAX_DEPTH} levels is the most"
    return source.problem(offset, headline, "was something left open above?")


def _find_too_many_markers(source: BodySource) -> Problem | None:
    text = source.code_free
    for marker, limit in _MARKER_LIMITS:
        if source.text.count(marker) > limit:
            return _count_problem(source, source.text.find(marker), f'"{marker}"', limit)
    offset = 0
    for block in text.split("\n\n") if len(text) > _FREE_MARKERS else ():
        problem = _find_costly_block(source, block, offset)
        if problem:
            return problem
        offset += len(block) + 2
    return _find_costly_paragraphs(source) if len(text) > _LONG else None


def _find_costly_paragraphs(source: BodySource) -> Problem | None:
    """Return a problem where paragraphs are long and full of marks, of which those of code spans count, too."""
    offset, cost = 0, 0
    for block in without_fences(source.text).split("\n\n"):
        for part in _NEW_ITEM.split(block) if len(block) > _LONG else ():
            cost += len(_INLINE_MARKS.findall(part)) * len(part)
        if cost > _MAX_INLINE_COST:
            return source.problem(offset, "too many marks in a long paragraph", "leave empty lines between paragraphs")
        offset += len(block) + 2
    return None


def _find_costly_block(source: BodySource, block: str, offset: int) -> Problem | None:
    if block.count("[") > _FREE_MARKERS and _bracket_cost(block) > _MAX_BRACKET_COST:
        return _count_problem(source, offset + block.find("["), '"[" without "]" or "(" without ")"', _FREE_MARKERS)
    if block.count("\n") > _FREE_MARKERS and len(_SPLITTERS.findall(block)) * len(block) > _MAX_SPLIT_COST:
        hint = "leave empty lines between them"
        return source.problem(offset, "too many headings or definitions without an empty line", hint)
    if "|" in block and _SEPARATOR.search(block):
        return _find_large_table(source, block, offset)
    return None


def _bracket_cost(block: str) -> int:
    """Return the number of characters that Python-Markdown reads ahead in search of closing brackets."""
    cost = 0
    square_starts: list[int] = []
    round_starts: list[int] = []
    for match in _BRACKETS.finditer(block):
        marker = match[0]
        if marker == "[":
            square_starts.append(match.start())
        elif marker in {"]", "]("} and square_starts:
            cost += match.start() - square_starts.pop()
        if marker == "](":
            round_starts.append(match.start())
        elif marker == ")" and round_starts:
            cost += match.start() - round_starts.pop()
    return cost + sum(len(block) - start for start in (*square_starts, *round_starts))


def _find_large_table(source: BodySource, block: str, offset: int) -> Problem | None:
    columns = max(line.count("|") for line in block.split("\n")) + 1
    if columns > MAX_COLUMNS:
        return _count_problem(source, offset, "columns of a table", MAX_COLUMNS)
    if columns * block.count("\n") > MAX_CELLS:
        return _count_problem(source, offset, "cells of a table", MAX_CELLS)
    return None


def _count_problem(source: BodySource, offset: int, what: str, limit: int) -> Problem:
    return source.problem(offset, f"too many {what}; {limit} is the most", "split the text into several pages")
