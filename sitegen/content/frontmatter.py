"""Split a content file into its front matter, between two lines of three hyphens, and its body."""

import re
from typing import NamedTuple

from sitegen.content.wrong_fences import ADD_OPENING, FENCE, FIELD, GLUED_FENCE, NEAR_FENCE, explain_start, find_format
from sitegen.errors import Problem
from sitegen.located import Node, SourceFile, decode, read_yaml, remove_conflicts

_CLOSING = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
_MORE_OF_FIELD = ("#", "- ", "]", "}")
_LONG_LINE = 60


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
    if what := find_format(data):
        file = SourceFile(path)
        hint = "open it in its program, and copy its words into a text file that begins with a line ---"
        return PageSource(file, None, "", 1), [file.problem(f"the file is {what}, and no plain text", hint)]
    file, problems = decode(data, path)
    if not file.text.strip():
        if not problems:
            problems.append(file.problem("the file is empty", ADD_OPENING))
        return PageSource(file, None, "", 1), problems
    text, conflicts = remove_conflicts(file)
    source, format_problems = _split(text, file)
    return source, [*problems, *conflicts, *format_problems]


def find_fields(text: str) -> tuple[int, int] | None:
    """Return the offsets between which the fields stand in the text of a file; None where they are not enclosed."""
    start = _start_of_fence(text)
    first, newline, _ = text[start:].partition("\n")
    if first.rstrip() != FENCE or not newline:
        return None
    closing = _CLOSING.search(text, start + len(first) + 1)
    return (start + len(first) + 1, closing.start()) if closing else None


def _start_of_fence(text: str) -> int:
    """Return the offset of the line that is to open the front matter; empty lines may stand before it."""
    return 0 if text.startswith(FENCE) else len(text) - len(text.lstrip("\n"))


def lines_of_fields(text: str) -> list[str]:
    """Return the lines of a file's first block, in which its fields stand or were meant to, without its fences.

    The block ends at the next line that is a fence or nearly one, and where there is none before the text begins. A
    file that begins with neither a fence nor a field has none.
    """
    lines = text.strip("\n").split("\n")
    skipped = 1 if _is_near_fence(lines[0]) else explain_start(lines).skipped
    if skipped:
        del lines[:skipped]
    elif not FIELD.match(lines[0]):
        return []
    end = next((number for number, line in enumerate(lines) if _is_near_fence(line)), None)
    return lines[: _where_text_begins(lines, has_comments=True) if end is None else end]


def _is_near_fence(line: str) -> bool:
    return NEAR_FENCE.match(line) is not None or line.rstrip() == "+++"


def _split(text: str, file: SourceFile) -> tuple[PageSource, list[Problem]]:
    start = _start_of_fence(text)
    first, _, rest = text[start:].partition("\n")
    if first.rstrip() != FENCE:
        return _without_front_matter(text, file, start)
    first_line = text.count("\n", 0, start) + 2
    match = _CLOSING.search(rest)
    glued = GLUED_FENCE.search(rest, 0, match.start() if match else len(rest))
    if glued:
        return _closed_beside_text(rest, glued, file, first_line)
    return _enclosed(rest, match, file, first_line) if match else _never_closed(rest, file, first_line)


def _enclosed(rest: str, match: re.Match[str], file: SourceFile, first_line: int) -> tuple[PageSource, list[Problem]]:
    """Split at the line that closes the fields."""
    fields, body = rest[: match.start()], rest[match.end() + 1 :]
    node, problems = read_yaml(fields, file, first_line)
    if problems:
        lines = fields.split("\n")
        end = _where_text_begins(lines, has_comments=True)
        if end is not None and _is_prose(lines[end:]):
            return _cut(rest, file, first_line, end)
    return PageSource(file, node, body, first_line + fields.count("\n") + 1), problems


def _without_front_matter(text: str, file: SourceFile, start: int) -> tuple[PageSource, list[Problem]]:
    """Read the fields all the same, where it can be told where they begin."""
    lines = text[start:].split("\n")
    wrong = explain_start(lines)
    line = text.count("\n", 0, start) + 1
    problem = file.problem(wrong.headline, wrong.hint, line, wrong.column)
    if wrong.skipped:
        rest = "\n".join(lines[wrong.skipped :])
        closing = _CLOSING.search(rest)
        if closing:
            source, problems = _enclosed(rest, closing, file, line + wrong.skipped)
            return source, [problem, *problems]
    return PageSource(file, None, text if wrong.hint == ADD_OPENING else "", line), [problem]


def _closed_beside_text(
    rest: str, glued: re.Match[str], file: SourceFile, first_line: int
) -> tuple[PageSource, list[Problem]]:
    """Split within a line that begins as the one that closes the fields, and goes on with the text."""
    fields = rest[: glued.start()]
    node, problems = read_yaml(fields, file, first_line)
    line = first_line + fields.count("\n")
    hint = "write --- on a line of its own, and the text below it"
    problems.append(
        file.problem(
            "text stands on the line --- that closes the front matter", hint, line, glued.end() - glued.start() + 1
        )
    )
    return PageSource(file, node, rest[glued.end() :], line), problems


def _never_closed(rest: str, file: SourceFile, first_line: int) -> tuple[PageSource, list[Problem]]:
    """Split where the fields were probably meant to end: at a line that is nearly right, at a text, or at the end."""
    lines = rest.split("\n")
    near = next((number for number, line in enumerate(lines) if NEAR_FENCE.match(line)), None)
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
    return not any(FIELD.match(line) for line in words) and (len(words) > 1 or len(words[0]) > _LONG_LINE)


def _where_text_begins(lines: list[str], *, has_comments: bool = False) -> int | None:
    """Return the index of the first line, after an empty one, that is no field; None where every line is one."""
    for number, line in enumerate(lines):
        if number and line.strip() and not line[0].isspace() and not lines[number - 1].strip():
            is_heading = not has_comments and re.match(r"#{1,6} ", line) is not None
            if is_heading or not (FIELD.match(line) or line.startswith(_MORE_OF_FIELD)):
                return number
    return None
