"""Find what YAML would take for a comment, or for an escape, although it is surely a part of a value."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.located.nodes import Style

_AFTER_VALUE = re.compile(r"\s+(#(?:\S|\s*\d).*)| (#.*)")
"""What a number sign may cut off a text: glued to a word or before a number, or after a single space."""
_NUMBER = re.compile(r"#[ \t]*(?!\d+[ \t]*(?:to|-|\u2013)[ \t]*\d+[ \t]*$)\d.*")
"""A number after a number sign; a range, such as `# 1 to 5`, says which values a field can have."""
_NUMBER_ALONE = re.compile(r"#[ \t]*\d+[ \t]*")
_MORE_TEXT = re.compile(r"#(?!(?:[\w-]+:(?:[ \t]|$)|-[ \t]))[^\s#].*")
"""A line of a text that begins with a number sign, and is neither a field nor an item that is left out for now."""
_NO_TEXT = re.compile(r"true|false|[\d:., -]+", re.IGNORECASE)
_ONE_NAME = re.compile(r"[a-z0-9_./-]+|\S+/\S+")
_ESCAPED_SPACE = re.compile(r"(?:[^\\]|\\.)*?(\\t|\\n(?=[a-z0-9]))", re.DOTALL)


class ValueEnd(NamedTuple):
    """Where a value ends in the lines of a text, both counted from 0, and how it was typed.

    `indent` is the column that the lines of the value lie beyond; below 0 where indentation has no meaning.
    """

    line: int
    column: int
    style: Style
    indent: int


class CutOffText(NamedTuple):
    """A text that a number sign cuts off a value, and its position, from 0."""

    text: str
    line: int
    column: int


def find_cut_off_text(value: str, end: ValueEnd, lines: Sequence[str]) -> CutOffText | None:
    """Return what a number sign cuts off a value, after it or on the lines below it; None where that is a comment."""
    if end.line >= len(lines):
        return None
    rest = lines[end.line][end.column :]
    if "#" in rest:
        comment = _AFTER_VALUE.match(rest)
        if comment is None or _is_plain_comment(value, end.style, comment):
            return None
        group = comment.lastindex or 1
        return CutOffText(comment[group], end.line, end.column + comment.start(group))
    return None if end.style or end.indent < 0 else _in_lines_below(value, end, lines)


def find_escaped_space(typed: str) -> int | None:
    """Return the offset of the first backslash that makes a tab, or a line end within a sentence; None without one.

    `typed` is a value in double quotes as it stands in the file. A line end before a capital, a sign or another one
    is meant: so Markdown of several lines is written on one.
    """
    if "\\t" not in typed and "\\n" not in typed:
        return None
    match = _ESCAPED_SPACE.match(typed)
    return match.start(1) if match else None


def _is_plain_comment(value: str, style: Style, comment: re.Match[str]) -> bool:
    """Return whether `# ...` after a value is surely a comment.

    The value is in quotes, empty, a date, a number or one name; and what follows is no number.
    """
    text = comment[comment.lastindex or 1]
    if style or not value:
        is_glued = not style and text[1:2].strip() != ""
        return not (is_glued or _NUMBER.fullmatch(text))
    if text[1:2].strip():
        return False
    if _NO_TEXT.fullmatch(value):
        return _NUMBER_ALONE.fullmatch(text) is None
    return comment[1] is None and _ONE_NAME.fullmatch(value) is not None


def _in_lines_below(value: str, end: ValueEnd, lines: Sequence[str]) -> CutOffText | None:
    """Return the first line below a value that a number sign makes a comment, and that is set in as its next line is.

    Other comments, those of fields and items among them, are left alone, and so are all below a date or a number.
    """
    if value and _NO_TEXT.fullmatch(value):
        return None
    for number in range(end.line + 1, len(lines)):
        text = lines[number].strip()
        column = len(lines[number]) - len(lines[number].lstrip())
        if not text:
            continue
        if not text.startswith("#") or column <= end.indent:
            return None
        if _NUMBER.fullmatch(text) or (value and _MORE_TEXT.fullmatch(text)):
            return CutOffText(text, number, column)
    return None
