"""Locate where the YAML parser gave up: the line at fault, and the field and the value on it."""

import re
from typing import Protocol

import msgspec

from sitegen.located.mistakes import FIELD

_ITEM = re.compile(r"^(?P<lead>[ \t\u00a0]*(?:- *)+)(?P<value>.*?)[ \t]*$")
_LONGEST_LINE = 1000


class ParserMark(Protocol):
    """A position as PyYAML reports it: line and column from 0."""

    line: int
    column: int


class RefusedError(Exception):
    """The text uses YAML that sitegen does not support: anchors, aliases, tags, or deep nesting."""

    def __init__(self, mark: ParserMark | None, headline: str = "") -> None:
        self.mark, self.headline = mark, headline
        super().__init__(headline)


class ParserFailure(msgspec.Struct, frozen=True, kw_only=True):
    """Where and why the parser gave up; lines and columns count from 0.

    `line` is the line at fault, with the field's `name` and `value` on it, and the column of the value;
    `error_line` and `error_column` are the parser's own position, `words` its message.
    """

    lines: list[str]
    line: int
    name: str
    value: str
    value_column: int
    error_line: int
    error_column: int
    words: str

    @property
    def text(self) -> str:
        """The text of the line at fault."""
        return self.lines[self.line]

    @property
    def value_position(self) -> tuple[int, int]:
        """Line and column at which the value begins."""
        return self.line, self.value_column

    @property
    def error_position(self) -> tuple[int, int]:
        """Line and column at which the parser gave up."""
        return self.error_line, self.error_column


def locate_failure(error: Exception, lines: list[str]) -> ParserFailure:
    """Return where and why the parser gave up, given its error and the lines of its text."""
    words, position, start = _words(error)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    line = min(start[0] if start else position[0], last)
    if "flow node" in words and line and line == position[0] and not lines[line][: position[1]].strip():
        line = max((number for number in range(line) if lines[number].strip()), default=line)
    error_line, error_column = position if position[0] <= last else (last, len(lines[last]))
    text = lines[line][:_LONGEST_LINE]
    match = FIELD.match(text)
    if match is None or match["name"][0] in "[{":
        match = _ITEM.match(text) or match
    name = match["name"] if match and "name" in match.groupdict() else ""
    value, column = (match["value"], match.start("value")) if match else ("", 0)
    return ParserFailure(
        lines=lines,
        line=line,
        name=name,
        value=value,
        value_column=column,
        error_line=error_line,
        error_column=error_column,
        words=words,
    )


def _words(error: Exception) -> tuple[str, tuple[int, int], tuple[int, int] | None]:
    """Return the parser's message, its position, and the position where the value began that it was reading."""
    if isinstance(error, RefusedError):
        return error.headline or "refused", _position(error.mark), None
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    context, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    is_value = re.search(r"scalar|flow|alias|anchor|tag\b|directive", words) and context is not None
    return words, _position(mark or context), _position(context) if is_value else None


def _position(mark: ParserMark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark is not None else (0, 0)
