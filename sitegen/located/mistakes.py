"""Single mistakes in YAML, told in the words of those who write it."""

import re
from typing import NamedTuple

import msgspec

from sitegen.errors import Problem
from sitegen.located.nodes import Node, Scalar, SourceFile

FIELD = re.compile(r"^(?P<lead>[ \t\u00a0]*(?:- +)*)(?P<name>[^\s:#][^:]*?)[ \t]*:(?=\s|$)[ \t]*(?P<value>.*?)[ \t]*$")
CURLY_HINT = 'use straight quotes around the value: "..."'
_STUCK = re.compile(r"^(?P<lead>\s*)(?P<name>[A-Za-z_][\w-]*):(?P<value>\S.*)$")
_LONGEST_SAMPLE = 60
_LONGEST_LINE = 1000


class Finding(NamedTuple):
    """A headline, a hint, and a place: line and column from 0."""

    headline: str
    hint: str
    line: int
    column: int


def field_names(chunk: str) -> list[str]:
    """Give the names of what looks like a field in a piece of YAML, in order."""
    lines = (line[:_LONGEST_LINE] for line in chunk.split("\n"))
    matches = (FIELD.match(line) or _STUCK.match(line) for line in lines)
    return [match["name"].strip("\"'") for match in matches if match]


def not_a_field(chunk: str, file: SourceFile, first_line: int) -> Problem:
    """Tell why a line is not a field."""
    lines = chunk.split("\n")
    number = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    found = stuck(lines[number], number) or no_name(lines[number], number)
    return file.problem(found.headline, found.hint, found.line + first_line, found.column + 1)


def twice(file: SourceFile, first: Scalar, second: Scalar) -> Problem:
    """Tell that a field stands twice, and where both are."""
    headline = f'the field "{second.text}" stands here for the second time'
    problem = file.problem_at(second, headline, "keep one of the two")
    return msgspec.structs.replace(problem, values=(("the first", f"line {first.line}"),))


def curly(file: SourceFile, scalar: Scalar) -> Problem:
    """Tell that a curly quote opens a value and never closes."""
    return file.problem_at(scalar, f"the curly quote {scalar.text[0]} is opened and never closed", CURLY_HINT)


def lost(file: SourceFile, scalar: Scalar, text: str, line: int, column: int) -> Problem:
    """Tell that a number sign hides the rest of a value."""
    whole = f"{scalar.text} {text}".strip()
    headline = f'"{short(text)}" would be left out: a # after a space begins a comment'
    return file.problem(headline, f"put the whole value in quotes: {quoted(whole)}", line, column)


def comma(file: SourceFile, word: Scalar) -> Problem:
    """Tell that a comma within braces cut a value in two."""
    headline = f'"{short(word.text)}" has no colon: in braces, a comma ends a value'
    return file.problem_at(word, headline, "put the value that has the comma in quotes")


def deeper(file: SourceFile, line: int, column: int) -> Problem:
    """Tell that an item of a list was read as more of the item above."""
    headline = "this line is set in further than the item above, as if it went on from it"
    return file.problem(headline, "begin it at the same place as the other items", line, column)


def hidden(file: SourceFile, scalar: Scalar) -> Problem:
    """Tell that a backslash made an invisible character."""
    headline = "a backslash in this value makes an invisible control character"
    return file.problem_at(scalar, headline, "use single quotes: '...'")


def braces(file: SourceFile, node: Node) -> Problem:
    """Tell that a value in braces is not a text."""
    return file.problem_at(node, 'a text cannot begin with "{" unless it is in quotes', "put the whole value in quotes")


def stuck(text: str, line: int) -> Finding | None:
    """Tell that no space follows a field's colon; None where that is not so. Lines are counted from 0."""
    match = _STUCK.match(text[:_LONGEST_LINE])
    if not match:
        return None
    name, value = match["name"], match["value"].strip()
    return Finding(f'there is no space after "{name}:"', f"write it as {name}: {value}", line, match.start("value"))


def no_name(whole: str, line: int) -> Finding:
    """Tell that a line has no field's name."""
    text = whole.strip()
    column = len(whole) - len(whole.lstrip())
    if text.startswith(("---", "...")):
        return Finding(f'"{text[:3]}" ends the fields here', "delete this line", line, column)
    if text.startswith("-") and not text.startswith("- "):
        return Finding("there is no space after the dash", f"write it as - {short(text[1:])}", line, column)
    if text.startswith("- "):
        return Finding(
            "a list stands here without the name of its field", 'write "field:" on the line above', line, column
        )
    hint = "write it as field: value, or begin it with two spaces if it goes on from the line above"
    return Finding(f'"{short(text)}" is not a field: it has no colon', hint, line, column)


def short(text: str) -> str:
    """Give the beginning of a text."""
    return text if len(text) <= _LONGEST_SAMPLE else text[:_LONGEST_SAMPLE].rstrip() + "..."


def quoted(value: str) -> str:
    """Write a value in the quotes that it does not have inside; of a long one the quotes alone."""
    return '"..."' if len(value) > _LONGEST_SAMPLE else in_quotes(value)


def in_quotes(value: str) -> str:
    """Write a value in the quotes that it does not have inside."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
