"""Split a content file into its front matter, between two lines of three hyphens, and its body."""

import re
from typing import NamedTuple

from sitegen.errors import Problem
from sitegen.located import Node, SourceFile, decode, read_yaml, remove_conflicts

_FENCE = "---"
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_NEAR_FENCE = re.compile(r"(?:-{2,}|[\u2010-\u2015][\u2010-\u2015-]*|\.\.\.|-+[\u2010-\u2015][\u2010-\u2015-]*)\s*$")
_FIELD = re.compile(r"[\w\"'-][^:]*:(?:\s|$)")
_MORE_OF_FIELD = ("#", "- ", "]", "}")
_LONG_LINE = 60
_ADD_OPENING = "begin the file with a line ---, then title: ..., then a line ---"


class PageSource(NamedTuple):
    """A content file, split: its fields as a node (None if unreadable), its body, and the first line of the body."""

    file: SourceFile
    node: Node | None
    body: str
    body_line: int


def split_file(data: bytes, path: str) -> tuple[PageSource, list[Problem]]:
    """Split the bytes of a content file, and report what is wrong with their form.

    `path` is relative to the site's root. Of a file with problems, what can be read is returned all the same.
    """
    file, problems = decode(data, path)
    if not file.text.strip():
        if not problems:
            problems.append(file.problem("the file is empty", _ADD_OPENING))
        return PageSource(file, None, "", 1), problems
    text, conflicts = remove_conflicts(file)
    source, format_problems = _split(text, file)
    return source, [*problems, *conflicts, *format_problems]


def find_fields(text: str) -> tuple[int, int] | None:
    """Return the offsets between which the fields stand in the text of a file; None where they are not enclosed."""
    start = _start_of_fence(text)
    first, newline, _ = text[start:].partition("\n")
    if first.rstrip() != _FENCE or not newline:
        return None
    closing = _CLOSING.search(text, start + len(first) + 1)
    return (start + len(first) + 1, closing.start()) if closing else None


def _start_of_fence(text: str) -> int:
    """Return the offset of the line that is to open the front matter; empty lines may stand before it."""
    return 0 if text.startswith(_FENCE) else len(text) - len(text.lstrip("\n"))


def lines_of_fields(text: str) -> list[str]:
    """Return the lines of a file's first block, in which its fields stand or were meant to, without its fences.

    The block ends at the next line that is a fence or nearly one, and where there is none before the text begins. A
    file that begins with neither a fence nor a field has none.
    """
    lines = text.strip("\n").split("\n")
    if _is_near_fence(lines[0]):
        del lines[0]
    elif not _FIELD.match(lines[0]):
        return []
    end = next((number for number, line in enumerate(lines) if _is_near_fence(line)), None)
    return lines[: _where_text_begins(lines, has_comments=True) if end is None else end]


def _is_near_fence(line: str) -> bool:
    return _NEAR_FENCE.match(line) is not None or line.rstrip() == "+++"


def _split(text: str, file: SourceFile) -> tuple[PageSource, list[Problem]]:
    start = _start_of_fence(text)
    first, _, rest = text[start:].partition("\n")
    if first.rstrip() != _FENCE:
        return _without_front_matter(text, file, first.rstrip(), text.count("\n", 0, start) + 1)
    first_line = text.count("\n", 0, start) + 2
    match = _CLOSING.search(rest)
    if match is None:
        return _never_closed(rest, file, first_line)
    fields, body = rest[: match.start()], rest[match.end() + 1 :]
    node, problems = read_yaml(fields, file, first_line)
    if problems:
        lines = fields.split("\n")
        end = _where_text_begins(lines, has_comments=True)
        if end is not None and _is_prose(lines[end:]):
            return _cut(rest, file, first_line, end)
    return PageSource(file, node, body, first_line + fields.count("\n") + 1), problems


def _without_front_matter(text: str, file: SourceFile, first: str, line: int) -> tuple[PageSource, list[Problem]]:
    headline, hint = "the file has no front matter", _ADD_OPENING
    if first == "+++":
        headline, hint = (
            "the front matter is TOML, between lines of +++",
            "write the fields as title: ... between two lines of ---",
        )
    elif _NEAR_FENCE.match(first):
        headline, hint = f'"{first}" does not open the front matter', "write three hyphens: ---"
    elif _FIELD.match(first):
        headline, hint = "the front matter is not opened", f"put a line --- before {first.partition(':')[0]}"
    return PageSource(file, None, text if hint == _ADD_OPENING else "", line), [file.problem(headline, hint, line, 1)]


def _never_closed(rest: str, file: SourceFile, first_line: int) -> tuple[PageSource, list[Problem]]:
    """Split where the fields were probably meant to end: at a line that is nearly right, at a text, or at the end."""
    lines = rest.split("\n")
    near = next((number for number, line in enumerate(lines) if _NEAR_FENCE.match(line)), None)
    if near is not None:
        node, problems = read_yaml("\n".join(lines[:near]), file, first_line)
        headline = f'"{lines[near].strip()}" does not close the front matter'
        problems.append(file.problem(headline, "write three hyphens: ---", first_line + near, 1))
        return PageSource(file, node, "\n".join(lines[near + 1 :]), first_line + near + 1), problems
    end = _where_text_begins(lines)
    return _cut(rest, file, first_line, len(lines) if end is None else end)


def _cut(rest: str, file: SourceFile, first_line: int, end: int) -> tuple[PageSource, list[Problem]]:
    lines = rest.split("\n")
    node, problems = read_yaml("\n".join(lines[:end]), file, first_line)
    headline = "the front matter is opened here and never closed"
    problems.insert(0, file.problem(headline, _closing_hint(lines, end, first_line), first_line - 1, 1))
    return PageSource(file, node, "\n".join(lines[end:]), first_line + end), problems


def _closing_hint(lines: list[str], end: int, first_line: int) -> str:
    last = next((number for number in range(end - 1, -1, -1) if lines[number].strip()), -1)
    return f"add a line --- after line {first_line + last}"


def _is_prose(lines: list[str]) -> bool:
    """Return whether lines are a text, rather than fields of which one has lost its colon."""
    words = [line for line in lines if line.strip()]
    return not any(_FIELD.match(line) for line in words) and (len(words) > 1 or len(words[0]) > _LONG_LINE)


def _where_text_begins(lines: list[str], *, has_comments: bool = False) -> int | None:
    """Return the index of the first line, after an empty one, that is no field; None where every line is one."""
    for number, line in enumerate(lines):
        if number and line.strip() and not line[0].isspace() and not lines[number - 1].strip():
            is_heading = not has_comments and re.match(r"#{1,6} ", line) is not None
            if is_heading or not (_FIELD.match(line) or line.startswith(_MORE_OF_FIELD)):
                return number
    return None
