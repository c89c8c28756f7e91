"""Describe single mistakes in YAML in the words of those who write it."""

import re
from typing import NamedTuple

import msgspec

from sitegen.errors import Problem
from sitegen.located.nodes import Node, Scalar, SourceFile

FIELD = re.compile(r"^(?P<lead>[ \t\u00a0]*(?:- +)*)(?P<name>[^\s:#][^:]*?)[ \t]*:(?=\s|$)[ \t]*(?P<value>.*?)[ \t]*$")
CURLY_HINT = 'use straight quotes around the value: "..."'
_STUCK = re.compile(r"^(?P<lead>\s*)(?P<name>[A-Za-z_][\w-]*):(?P<value>\S.*)$")
_ODD_SPACE = re.compile(
    "^(?P<lead>\\s*)(?P<name>[A-Za-z_][\\w-]*):(?P<space>[\u00a0\u2000-\u200a\u202f\u3000])(?P<value>.*)$"
)
_OTHER_ITEM = re.compile("(?P<sign>[*\u2022\u00b7\u25aa\u25e6\u2023\u2043\u2010-\u2015\u2212])[ \t\u00a0]+(?P<text>.+)")
_OTHER_COLON = re.compile("(?P<name>[a-z_]+)(?:\\s+:|\\s*:?=|\\s*[\uff1a\ufe55\u2236\ua789])\\s*(?P<value>\\S.*)")
_PAIR = re.compile(r"(?P<name>[^\s:]+)\s*(?:->|=>|[\u2192\u21d2]|(?<=/)\s(?=/)|(?<=\w)\s(?=/))\s*(?P<value>\S+)")
_LONGEST_SAMPLE = 60
_LONGEST_LINE = 1000


class Diagnosis(NamedTuple):
    """What is wrong in a YAML text: a headline, a hint, and a position (line and column from 0)."""

    headline: str
    hint: str
    line: int
    column: int


def field_names(chunk: str) -> list[str]:
    """Return the names of the lines that look like a field in a piece of YAML, in order."""
    lines = (line[:_LONGEST_LINE] for line in chunk.split("\n"))
    matches = (FIELD.match(line) or _STUCK.match(line) for line in lines)
    return [match["name"].strip("\"'") for match in matches if match]


def not_a_field(chunk: str, file: SourceFile, first_line: int) -> Problem:
    """Return a problem that says why the first line of a piece of YAML is not a field."""
    lines = chunk.split("\n")
    number = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    diagnosis = missing_space(lines[number], number) or missing_name(lines[number], number)
    return file.problem(diagnosis.headline, diagnosis.hint, diagnosis.line + first_line, diagnosis.column + 1)


def duplicate_field(file: SourceFile, first: Scalar, second: Scalar) -> Problem:
    """Return a problem at the second of two fields with one name; it names the line of the first."""
    headline = f'the field "{second.text}" stands here for the second time'
    problem = file.problem_at(second, headline, "keep one of the two")
    return msgspec.structs.replace(problem, values=(("the first", f"line {first.line}"),))


def unclosed_curly_quote(file: SourceFile, scalar: Scalar) -> Problem:
    """Return a problem at a value that a curly quote opens and none closes."""
    return file.problem_at(scalar, f"the curly quote {scalar.text[0]} is opened and never closed", CURLY_HINT)


def text_after_number_sign(file: SourceFile, scalar: Scalar, text: str, line: int, column: int) -> Problem:
    """Return a problem at a number sign that makes a comment of the rest of a value; `text` is the rest."""
    whole = f"{scalar.text} {text}".strip()
    headline = f'"{shorten(text)}" would be left out: a # after a space begins a comment'
    return file.problem(headline, f"put the whole value in quotes: {quoted(whole)}", line, column)


def comma_in_braces(file: SourceFile, word: Scalar) -> Problem:
    """Return a problem at a word that a comma within braces cut off from its value."""
    headline = f'"{shorten(word.text)}" has no colon: in braces, a comma ends a value'
    hint = "put the value that has the comma in quotes; or, if it is a list, in brackets"
    return file.problem_at(word, headline, hint)


def overindented_item(file: SourceFile, line: int, column: int) -> Problem:
    """Return a problem at an item that YAML reads as the continuation of the item above."""
    headline = "this line is set in further than the item above, as if it went on from it"
    return file.problem(headline, "begin it at the same place as the other items", line, column)


def hidden_character(file: SourceFile, scalar: Scalar) -> Problem:
    """Return a problem at a value in which an escape makes an invisible character."""
    headline = "a backslash in this value makes an invisible control character"
    return file.problem_at(scalar, headline, "use single quotes: '...'")


def escaped_space(file: SourceFile, value: str, line: int, column: int) -> Problem:
    """Return a problem at a backslash in double quotes that, with its letter, makes a tab or a line end."""
    headline = "between double quotes, this backslash and its letter are not shown: they make white space"
    better = "'...'" if '"' in value or len(value) > _LONGEST_SAMPLE else quoted(value)
    hint = f"use single quotes: {better}"
    return file.problem(headline, f"{hint}; for lines of a text, write | after the colon, and them below", line, column)


def odd_space_before_name(file: SourceFile, key: Scalar, name: str, *, is_inner: bool) -> Problem:
    """Return a problem at a field's name that begins or ends with white space that is none from the keyboard."""
    headline = f'an invisible character or a no-break space stands beside the name "{name}"'
    hint = f"put two ordinary spaces in its place: {name}:" if is_inner else f"delete it: {name}:"
    return file.problem_at(key, headline, hint)


def text_in_braces(file: SourceFile, line: int, column: int, typed: str) -> Problem:
    """Return a problem at a text in braces, in which no word is a field; `typed` has its braces."""
    hint = f"put the whole value in quotes: {quoted(typed)}"
    if "," in typed:
        hint += f"; or, if it is a list, in brackets: [{shorten(typed[1:-1].strip())}]"
    return file.problem('a text cannot begin with "{" unless it is in quotes', hint, line, column)


def unquoted_braces(file: SourceFile, node: Node) -> Problem:
    """Return a problem at a mapping in braces that stands where a field's name should."""
    return file.problem_at(node, 'a text cannot begin with "{" unless it is in quotes', "put the whole value in quotes")


def missing_space(text: str, line: int) -> Diagnosis | None:
    """Return a diagnosis where no space follows a field's colon, else None; `line` counts from 0."""
    odd = _ODD_SPACE.match(text[:_LONGEST_LINE])
    if odd:
        headline = f'the space after "{odd["name"]}:" is none from the keyboard but a no-break or other special one'
        hint = f"put an ordinary space in its place: {odd['name']}: {odd['value'].strip()}"
        return Diagnosis(headline, hint, line, odd.start("space"))
    match = _STUCK.match(text[:_LONGEST_LINE])
    if not match:
        return None
    name, value = match["name"], match["value"].strip()
    return Diagnosis(f'there is no space after "{name}:"', f"write it as {name}: {value}", line, match.start("value"))


def missing_name(whole: str, line: int) -> Diagnosis:
    """Return a diagnosis of a line that has no field name; `line` counts from 0."""
    text = whole.strip()
    column = len(whole) - len(whole.lstrip())
    if text.startswith(("---", "...")):
        return Diagnosis(f'"{text[:3]}" ends the fields here', "delete this line", line, column)
    if text.startswith("-") and not text.startswith("- "):
        return Diagnosis("there is no space after the dash", f"write it as - {shorten(text[1:])}", line, column)
    if text.startswith("- "):
        hint = 'write "field:" on the line above'
        if field := FIELD.match(text[len("- ") :]):
            hint += f"; or, where each line is a field, take the hyphens away: {shorten(field[0].strip())}"
        return Diagnosis("a list stands here without the name of its field", hint, line, column)
    return Diagnosis(*_no_field(text), line, column)


def _no_field(text: str) -> tuple[str, str]:
    """Return headline and hint for the text of a line that is no field and begins with no hyphen."""
    if item := _OTHER_ITEM.match(text):
        return (
            f'"{item["sign"]}" begins no item of a list here',
            f"begin each item with a hyphen: - {shorten(item['text'])}",
        )
    if field := _OTHER_COLON.fullmatch(text):
        headline = f'"{shorten(text)}" is not a field: no colon stands right after its name'
        return headline, f"write it as {field['name']}: {shorten(field['value'])}"
    hint = "write it as field: value, or begin it with two spaces if it goes on from the line above"
    if pair := _PAIR.fullmatch(text):
        hint = f"write it with a colon: {shorten(pair['name'])}: {shorten(pair['value'])}"
    return f'"{shorten(text)}" is not a field: it has no colon', hint


def is_pair(line: str) -> bool:
    """Return whether a line is two words with an arrow between them, or two addresses."""
    return _PAIR.fullmatch(line.strip()) is not None


def shorten(text: str) -> str:
    """Return a text of at most 60 characters as it is, and a longer one cut off, with three dots."""
    return text if len(text) <= _LONGEST_SAMPLE else text[:_LONGEST_SAMPLE].rstrip() + "..."


def quoted(value: str) -> str:
    """Return a value in quotes that it does not contain; a value that is too long to show becomes `"..."`."""
    return '"..."' if len(value) > _LONGEST_SAMPLE else in_quotes(value)


def in_quotes(value: str) -> str:
    """Return a value in double quotes, or in single quotes where double quotes would need escapes."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
