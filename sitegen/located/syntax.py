"""What stopped the parser of YAML, in the words of those who write it.

The parser says where it gave up; what the writer did is found by a look at that line. Each rule below is
given the `Case` and answers with a `Finding` or None; the first answer counts.
"""

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

from sitegen.errors import Problem
from sitegen.located.mistakes import CURLY_HINT, FIELD, Finding, no_name, quoted, stuck
from sitegen.located.nodes import SourceFile

TOO_DEEP = "lists and fields lie too deep in one another"
_ITEM = re.compile(r"^(?P<lead>[ \t\u00a0]*(?:- *)+)(?P<value>.*?)[ \t]*$")
_SPECIAL = "*&@%`!|>,]}?-#"
_CLOSERS = {"[": "]", "{": "}"}
_EMPTY_ITEM = re.compile(r"[\[,][ \t]*(,)")
_LONGEST_LINE = 1000


class Mark(Protocol):
    """A place of the parser's: line and column from 0."""

    line: int
    column: int


class RefusedError(Exception):
    """Legal YAML that front matter does without."""

    def __init__(self, mark: Mark | None, headline: str = "") -> None:
        self.mark, self.headline = mark, headline
        super().__init__(headline)


class Case(NamedTuple):
    """What there is to judge by: the line (from 0) and its parts, and the parser's place and words."""

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
        """The line itself."""
        return self.lines[self.line]


def explain(error: Exception, text: str, file: SourceFile, first_line: int) -> Problem:
    """Tell what stopped the parser in a text that starts at a line of a file."""
    case = _case(error, text.split("\n"))
    found = next(filter(None, (rule(case) for rule in _RULES)), None) or _unknown(case)
    return file.problem(found.headline, found.hint, found.line + first_line, found.column + 1)


def _case(error: Exception, lines: list[str]) -> Case:
    words, place, start = _words(error)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    line = min(start[0] if start else place[0], last)
    error_line, error_column = place if place[0] <= last else (last, len(lines[last]))
    text = lines[line][:_LONGEST_LINE]
    match = FIELD.match(text) or _ITEM.match(text)
    name = match["name"] if match and "name" in match.groupdict() else ""
    value, column = (match["value"], match.start("value")) if match else ("", 0)
    return Case(lines, line, name, value, column, error_line, error_column, words)


def _words(error: Exception) -> tuple[str, tuple[int, int], tuple[int, int] | None]:
    """Give the parser's words, its place, and where the value began that it was in."""
    if isinstance(error, RefusedError):
        return error.headline or "refused", _place(error.mark), None
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    context, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    is_value = re.search(r"scalar|flow|alias|anchor|tag\b|directive", words) and context is not None
    return words, _place(mark or context), _place(context) if is_value else None


def _place(mark: Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _deep(case: Case) -> Finding | None:
    if case.words != TOO_DEEP:
        return None
    return Finding(TOO_DEEP, "write it with fewer levels of indentation", case.error_line, case.error_column)


def _document_end(case: Case) -> Finding | None:
    return no_name(case.text, case.line) if case.text.startswith(("...", "---")) else None


def _bad_indent_character(case: Case) -> Finding | None:
    for number in (case.error_line, case.line):
        line = case.lines[number]
        lead = line[: len(line) - len(line.lstrip())]
        for mark, name in (("\t", "a tab"), ("\u00a0", "a non-breaking space")):
            if mark in lead:
                return Finding(
                    f"{name} stands at the beginning of the line",
                    "use ordinary spaces",
                    number,
                    lead.index(mark),
                )
    return None


def _curly_quote(case: Case) -> Finding | None:
    if case.value[:1] not in {"\u201c", "\u201d", "\u201e", "\u2018"}:
        return None
    return Finding(
        f"curly quotes ({case.value[0]}) do not hold this value together",
        CURLY_HINT,
        case.line,
        case.value_column,
    )


def _quote(case: Case) -> Finding | None:
    quote = case.value[:1]
    if quote not in {'"', "'"}:
        return None
    here = (case.line, case.value_column)
    if "escape" in case.words or "hexdecimal" in case.words:
        return Finding(
            "a backslash has a meaning of its own between double quotes",
            "use single quotes: '...'",
            *_place_of(case),
        )
    if "unexpected" in case.words:
        curly = "\u201d" in case.value or "\u2019" in case.value[1:][-1:]
        hint = f"end the value with a straight quote: {quote}" if curly else f"add {quote} at the end of the value"
        return Finding(f"the quote {quote} is opened and never closed", hint, *here)
    inner = case.value[1:-1] if case.value.endswith(quote) else ""
    if inner:
        return Finding(
            f"the value has the quote {quote} inside",
            f"put the whole value in other quotes: {quoted(inner)}",
            *_place_of(case),
        )
    return Finding(
        f"text follows after the closing quote {quote}",
        f"put the whole value in quotes: {quoted(case.value)}",
        *_place_of(case),
    )


def _place_of(case: Case) -> tuple[int, int]:
    return case.error_line, case.error_column


def _bracket(case: Case) -> Finding | None:
    opener = case.value[:1]
    if opener not in _CLOSERS or (case.error_line, case.error_column) < (case.line, case.value_column):
        return None
    rest = "\n".join([case.value, *case.lines[case.line + 1 :]])
    if rest.count(_CLOSERS[opener]) < rest.count(opener):
        hint = f'add "{_CLOSERS[opener]}" at the end'
        return Finding(f'the bracket "{opener}" is opened and never closed', hint, case.line, case.value_column)
    if "node content" in case.words and (empty := _EMPTY_ITEM.search(case.value)):
        hint = "take the comma away, or write what is missing"
        return Finding("nothing stands before this comma", hint, case.line, case.value_column + empty.start(1))
    hint = f"put the whole value in quotes: {quoted(case.value)}"
    return Finding(f'a text cannot begin with "{opener}" unless it is in quotes', hint, case.line, case.value_column)


def _special_start(case: Case) -> Finding | None:
    if not case.value or case.value[0] not in _SPECIAL:
        return None
    if case.value.startswith("- ") and case.name:
        hint = "write each item of a list on a line of its own, below the field"
        return Finding("a list cannot begin on the line of its field", hint, case.line, case.value_column)
    if case.value[0] in "|>" and "scalar" in case.words:
        headline = f'a text cannot begin with "{case.value[0]}" unless it is in quotes'
        return Finding(
            headline,
            "put the whole value in quotes, or begin it on the next line",
            case.line,
            case.value_column,
        )
    headline = f'a text cannot begin with "{case.value[0]}" unless it is in quotes'
    return Finding(headline, f"put the whole value in quotes: {quoted(case.value)}", case.line, case.value_column)


def _refused(case: Case) -> Finding | None:
    if case.words != "refused":
        return None
    character = case.lines[case.error_line][case.error_column : case.error_column + 1]
    headline = f'a text cannot begin with "{character}" unless it is in quotes'
    return Finding(headline, "put the whole value in quotes", *_place_of(case))


def _colon_inside(case: Case) -> Finding | None:
    if "mapping values are not allowed" not in case.words:
        return None
    text = case.text
    if case.line and text[:1].isspace() and text.find(":") == case.error_column:
        headline = "this line is indented, as if it belonged to the line above"
        return Finding(
            headline,
            "begin it at the same place as the other fields",
            case.line,
            len(text) - len(text.lstrip()),
        )
    start = f"{case.name}: " if case.name else ""
    hint = f"put the value in quotes: {start}{quoted(case.value)}"
    return Finding("a colon followed by a space stands inside the value", hint, *_place_of(case))


def _indentation(case: Case) -> Finding | None:
    if not re.search(r"did not find expected (key|'-' indicator)|<block end>|block sequence entries", case.words):
        return None
    text = case.lines[case.error_line]
    column = len(text) - len(text.lstrip())
    headline = "this line does not begin at the same place as the lines it belongs to"
    return Finding(headline, "give it as many spaces at the beginning as they have", case.error_line, column)


def _item_after_field(case: Case) -> Finding | None:
    """A list in which some lines have lost their hyphens."""
    text, before = case.lines[case.error_line], case.lines[case.error_line - 1] if case.error_line else ""
    column = len(text) - len(text.lstrip())
    if not _is_item(text) or _is_item(before) or len(before) - len(before.lstrip()) != column:
        return None
    headline = "a hyphen begins this line, and none the line above"
    return Finding(headline, "begin each line of a list with a hyphen", case.error_line, column)


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _no_colon(case: Case) -> Finding | None:
    if "expected ':'" not in case.words:
        return None
    return stuck(case.text, case.line) or no_name(case.text, case.line)


def _unknown(case: Case) -> Finding:
    hint = "check its quotes, its colon and the spaces at its beginning"
    return Finding("this line cannot be read", hint, *_place_of(case))


_RULES: tuple[Callable[[Case], Finding | None], ...] = (
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
