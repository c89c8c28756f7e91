"""Explain why YAML could not be parsed, in the words of those who write it.

The parser only knows where it gave up; what the writer did shows on that line. Each rule below looks at a
`ParserFailure` and returns a `Diagnosis` or None; the first diagnosis counts.
"""

import re
from collections.abc import Callable
from typing import Protocol

import msgspec

from sitegen.errors import Problem
from sitegen.located.mistakes import CURLY_HINT, FIELD, Diagnosis, missing_name, missing_space, quoted
from sitegen.located.nodes import SourceFile

TOO_DEEP = "lists and fields lie too deep in one another"
_ITEM = re.compile(r"^(?P<lead>[ \t\u00a0]*(?:- *)+)(?P<value>.*?)[ \t]*$")
_SPECIAL = "*&@%`!|>,]}?-#"
_CLOSERS = {"[": "]", "{": "}"}
_EMPTY_ITEM = re.compile(r"[\[,][ \t]*(,)")
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


def explain(error: Exception, text: str, file: SourceFile, first_line: int) -> Problem:
    """Return a problem that says what stopped the parser; `text` starts at line `first_line` of the file."""
    failure = _locate_failure(error, text.split("\n"))
    diagnosis = next(filter(None, (rule(failure) for rule in _RULES)), None) or _unknown(failure)
    return file.problem(diagnosis.headline, diagnosis.hint, diagnosis.line + first_line, diagnosis.column + 1)


def _locate_failure(error: Exception, lines: list[str]) -> ParserFailure:
    words, position, start = _words(error)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    line = min(start[0] if start else position[0], last)
    error_line, error_column = position if position[0] <= last else (last, len(lines[last]))
    text = lines[line][:_LONGEST_LINE]
    match = FIELD.match(text) or _ITEM.match(text)
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


def _deep(failure: ParserFailure) -> Diagnosis | None:
    if failure.words != TOO_DEEP:
        return None
    return Diagnosis(TOO_DEEP, "write it with fewer levels of indentation", failure.error_line, failure.error_column)


def _document_end(failure: ParserFailure) -> Diagnosis | None:
    return missing_name(failure.text, failure.line) if failure.text.startswith(("...", "---")) else None


def _bad_indent_character(failure: ParserFailure) -> Diagnosis | None:
    for number in (failure.error_line, failure.line):
        line = failure.lines[number]
        lead = line[: len(line) - len(line.lstrip())]
        for character, name in (("\t", "a tab"), ("\u00a0", "a non-breaking space")):
            if character in lead:
                return Diagnosis(
                    f"{name} stands at the beginning of the line",
                    "use ordinary spaces",
                    number,
                    lead.index(character),
                )
    return None


def _curly_quote(failure: ParserFailure) -> Diagnosis | None:
    if failure.value[:1] not in {"\u201c", "\u201d", "\u201e", "\u2018"}:
        return None
    headline = f"curly quotes ({failure.value[0]}) do not hold this value together"
    return Diagnosis(headline, CURLY_HINT, *failure.value_position)


def _quote(failure: ParserFailure) -> Diagnosis | None:
    quote = failure.value[:1]
    if quote not in {'"', "'"}:
        return None
    if "escape" in failure.words or "hexdecimal" in failure.words:
        return Diagnosis(
            "a backslash has a meaning of its own between double quotes",
            "use single quotes: '...'",
            *failure.error_position,
        )
    if "unexpected" in failure.words:
        curly = "\u201d" in failure.value or "\u2019" in failure.value[1:][-1:]
        hint = f"end the value with a straight quote: {quote}" if curly else f"add {quote} at the end of the value"
        return Diagnosis(f"the quote {quote} is opened and never closed", hint, *failure.value_position)
    inner = failure.value[1:-1] if failure.value.endswith(quote) else ""
    if inner:
        return Diagnosis(
            f"the value has the quote {quote} inside",
            f"put the whole value in other quotes: {quoted(inner)}",
            *failure.error_position,
        )
    return Diagnosis(
        f"text follows after the closing quote {quote}",
        f"put the whole value in quotes: {quoted(failure.value)}",
        *failure.error_position,
    )


def _bracket(failure: ParserFailure) -> Diagnosis | None:
    opener = failure.value[:1]
    if opener not in _CLOSERS or failure.error_position < failure.value_position:
        return None
    rest = "\n".join([failure.value, *failure.lines[failure.line + 1 :]])
    if rest.count(_CLOSERS[opener]) < rest.count(opener):
        hint = f'add "{_CLOSERS[opener]}" at the end'
        return Diagnosis(f'the bracket "{opener}" is opened and never closed', hint, *failure.value_position)
    if "node content" in failure.words and (empty := _EMPTY_ITEM.search(failure.value)):
        hint = "take the comma away, or write what is missing"
        return Diagnosis("nothing stands before this comma", hint, failure.line, failure.value_column + empty.start(1))
    headline = f'a text cannot begin with "{opener}" unless it is in quotes'
    hint = f"put the whole value in quotes: {quoted(failure.value)}"
    return Diagnosis(headline, hint, *failure.value_position)


def _special_start(failure: ParserFailure) -> Diagnosis | None:
    if not failure.value or failure.value[0] not in _SPECIAL:
        return None
    if failure.value.startswith("- ") and failure.name:
        hint = "write each item of a list on a line of its own, below the field"
        return Diagnosis("a list cannot begin on the line of its field", hint, *failure.value_position)
    headline = f'a text cannot begin with "{failure.value[0]}" unless it is in quotes'
    if failure.value[0] in "|>" and "scalar" in failure.words:
        hint = "put the whole value in quotes, or begin it on the next line"
        return Diagnosis(headline, hint, *failure.value_position)
    return Diagnosis(headline, f"put the whole value in quotes: {quoted(failure.value)}", *failure.value_position)


def _refused(failure: ParserFailure) -> Diagnosis | None:
    if failure.words != "refused":
        return None
    character = failure.lines[failure.error_line][failure.error_column : failure.error_column + 1]
    headline = f'a text cannot begin with "{character}" unless it is in quotes'
    return Diagnosis(headline, "put the whole value in quotes", *failure.error_position)


def _colon_inside(failure: ParserFailure) -> Diagnosis | None:
    if "mapping values are not allowed" not in failure.words:
        return None
    text = failure.text
    if failure.line and text[:1].isspace() and text.find(":") == failure.error_column:
        headline = "this line is indented, as if it belonged to the line above"
        return Diagnosis(
            headline,
            "begin it at the same place as the other fields",
            failure.line,
            len(text) - len(text.lstrip()),
        )
    start = f"{failure.name}: " if failure.name else ""
    hint = f"put the value in quotes: {start}{quoted(failure.value)}"
    return Diagnosis("a colon followed by a space stands inside the value", hint, *failure.error_position)


def _indentation(failure: ParserFailure) -> Diagnosis | None:
    if not re.search(r"did not find expected (key|'-' indicator)|<block end>|block sequence entries", failure.words):
        return None
    text = failure.lines[failure.error_line]
    column = len(text) - len(text.lstrip())
    headline = "this line does not begin at the same place as the lines it belongs to"
    return Diagnosis(headline, "give it as many spaces at the beginning as they have", failure.error_line, column)


def _item_after_field(failure: ParserFailure) -> Diagnosis | None:
    """Diagnose a list in which some lines have lost their hyphens."""
    text = failure.lines[failure.error_line]
    before = failure.lines[failure.error_line - 1] if failure.error_line else ""
    column = len(text) - len(text.lstrip())
    if not _is_item(text) or _is_item(before) or len(before) - len(before.lstrip()) != column:
        return None
    headline = "a hyphen begins this line, and none the line above"
    return Diagnosis(headline, "begin each line of a list with a hyphen", failure.error_line, column)


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _no_colon(failure: ParserFailure) -> Diagnosis | None:
    if "expected ':'" not in failure.words:
        return None
    return missing_space(failure.text, failure.line) or missing_name(failure.text, failure.line)


def _unknown(failure: ParserFailure) -> Diagnosis:
    hint = "check its quotes, its colon and the spaces at its beginning"
    return Diagnosis("this line cannot be read", hint, *failure.error_position)


_RULES: tuple[Callable[[ParserFailure], Diagnosis | None], ...] = (
    _deep,
    _document_end,
    _bad_indent_character,
    _curly_quote,
    _quote,
    _bracket,
    _special_start,
    _refused,
    _colon_inside,
    _item_after_field,
    _indentation,
    _no_colon,
)
