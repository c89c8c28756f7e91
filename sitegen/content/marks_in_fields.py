"""Warn of Markdown, tags and entities in fields that are plain text, where readers would see the marks themselves."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.content.html_elements import ELEMENTS
from sitegen.errors import Problem
from sitegen.located import Mapping, Node, Scalar, Sequence, SourceFile
from sitegen.located.mistakes import shorten

PLAIN_FIELDS = frozenset(
    {
        *("title", "summary", "best_used", "issue", "date_shown", "transcript", "question", "text"),
        *("label", "alt", "credit", "value", "unit", "source"),
    }
)
"""The fields, of pages and of groups of fields, whose words are shown as they are typed."""

_SIGNS = ("*", "_", "~~", "`", "](", "<", "&")
_MARKED = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{0,300})\]\([^()\n]{1,500}\)"
    r"|(?<![\w*\\])(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>[^*\n]{1,500}?)(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<![\w\\])(?P<lines>_{1,3})(?=[^\s_])(?P<lined>[^\n]{1,500}?)(?<=[^\s_])(?P=lines)(?!\w)"
    r"|~~(?=[^\s~])(?P<struck>[^~\n]{1,500}?)(?<=[^\s~])~~"
    r"|(?P<ticks>`{1,3})(?P<code>[^`\n]{1,500})(?P=ticks)(?!`)"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9]{0,10})(?P<rest>(?:\s[^<>\n]{0,500})?/?)>"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)"
)
_MOST_OF_FIELD = 5


class Mark(NamedTuple):
    """A mark that a plain text shows: its offset, the text as typed, and the words without the mark."""

    offset: int
    typed: str
    words: str


def find_marks(text: str) -> Iterator[Mark]:
    """Yield the marks in a plain text, in order."""
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _MARKED.finditer(text):
        if match["tag"]:
            if match["tag"].lower() not in ELEMENTS or not _has_only_attributes(match["rest"]):
                continue
            yield Mark(match.start(), match[0], "")
        elif match["entity"]:
            character = html.unescape(match["entity"])
            if character != match["entity"]:
                yield Mark(match.start(), match[0], " ".join(character.split()))
        else:
            groups = ("link", "starred", "lined", "struck", "code")
            yield Mark(match.start(), match[0], next(match[name] for name in groups if match[name] is not None))


def mark_problems(fields: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield a warning for the first marks in each field that is plain text, with the words to write in their place."""
    if any(sign in file.text for sign in _SIGNS):
        yield from _problems(fields, file)


def _problems(node: Node, file: SourceFile) -> Iterator[Problem]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _problems(item, file)
    elif isinstance(node, Mapping):
        for name, value in node.entries.items():
            if not isinstance(value, Scalar):
                yield from _problems(value, file)
            elif name in PLAIN_FIELDS:
                yield from _problems_of(name, value, file)


def _problems_of(name: str, scalar: Scalar, file: SourceFile) -> Iterator[Problem]:
    after = scalar.line, scalar.column
    for number, mark in enumerate(find_marks(scalar.text)):
        if number == _MOST_OF_FIELD:
            return
        line, column = _place(mark.typed, after, file)
        after = line, column + len(mark.typed)
        headline = f'"{shorten(mark.typed)}" is shown as it is typed: "{name}" is plain text'
        yield file.problem(headline, hint_at(mark), line, column, severity="warning")


def hint_at(mark: Mark) -> str:
    """Return how to write what a mark stands at."""
    if not mark.words.strip():
        return "delete it"
    if "](" in mark.typed:
        return f'write "{shorten(mark.words)}", and the link in the text of the page'
    return f'write "{shorten(mark.words)}"'


def _place(typed: str, after: tuple[int, int], file: SourceFile) -> tuple[int, int]:
    """Return where a piece of a value stands: the first such piece at a place or on the 200 lines below it."""
    line, column = after
    for number, text in enumerate(file.text.split("\n")[line - 1 : line + 200], line):
        start = text.find(typed, column - 1 if number == line else 0)
        if start >= 0:
            return number, start + 1
    return after


def _has_only_attributes(rest: str) -> bool:
    return not rest.strip(" /") or "=" in rest
