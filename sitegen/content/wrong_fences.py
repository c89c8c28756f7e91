"""Tell how the lines that hold front matter are wrong: what stands before, beside or in place of three hyphens."""

import re
from itertools import pairwise
from typing import NamedTuple

FENCE = "---"
ADD_OPENING = "begin the file with a line ---, then title: ..., then a line ---"
NEAR_FENCE = re.compile(r"(?:-{2,}|[\u2010-\u2015][\u2010-\u2015-]*|\.\.\.|-+[\u2010-\u2015][\u2010-\u2015-]*)\s*$")
FIELD = re.compile(r"[\w\"'-][^:]*:(?:\s|$)")
GLUED_FENCE = re.compile(r"^---[ \t]+(?=\S)", re.MULTILINE)
_BEFORE_FENCE = re.compile(r"[^\w\n-]+(?=---[ \t]*$)")
_MOST_LINES_BEFORE = 12
_FORMATS = (
    (b"{\\rtf", "a document of a word processor (RTF)"),
    (b"PK\x03\x04", "a packed file, such as a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF-", "a PDF"),
)


class WrongStart(NamedTuple):
    """What is wrong with the first line of a file: headline, hint, and column from 1.

    `skipped` counts the lines before the first field; 0 where none follows.
    """

    headline: str
    hint: str
    column: int = 1
    skipped: int = 0


def find_format(data: bytes) -> str:
    """Return what a file is that is no text, by its first bytes ("a PDF"); empty for any other."""
    return next((what for start, what in _FORMATS if data.startswith(start)), "")


def explain_start(lines: list[str]) -> WrongStart:
    """Return what is wrong with the lines of a file that do not begin with a fence; the first is not empty."""
    rules = (_other_fence, _beside_fence, _no_fence, _before_fence)
    return next(filter(None, (rule(lines) for rule in rules)), WrongStart("the file has no front matter", ADD_OPENING))


def _other_fence(lines: list[str]) -> WrongStart | None:
    first = lines[0].rstrip()
    if first == "+++":
        hint = "write the fields as title: ... between two lines of ---"
        return WrongStart("the front matter is TOML, between lines of +++", hint)
    headline = f'"{first}" does not open the front matter'
    return WrongStart(headline, "write three hyphens: ---", skipped=1) if NEAR_FENCE.match(first) else None


def _beside_fence(lines: list[str]) -> WrongStart | None:
    if before := _BEFORE_FENCE.match(lines[0]):
        headline = f"{_named(before[0])} stands before the --- that opens the front matter"
        return WrongStart(headline, "delete it, so that the line is: ---", skipped=1)
    if glued := GLUED_FENCE.match(lines[0]):
        hint = "write --- on a line of its own, and what follows it on the next"
        return WrongStart("more than --- stands on the line that opens the front matter", hint, glued.end() + 1)
    return None


def _no_fence(lines: list[str]) -> WrongStart | None:
    if not FIELD.match(lines[0]):
        return None
    return WrongStart("the front matter is not opened", f"put a line --- before {lines[0].partition(':')[0]}")


def _before_fence(lines: list[str]) -> WrongStart | None:
    fence = _later_fence(lines)
    if not fence:
        return None
    what, them = ("a line stands", "it") if fence == 1 else (f"{fence} lines stand", "them")
    headline = f"{what} before the --- that opens the front matter"
    return WrongStart(headline, f"delete {them}, or move {them} below the next line ---", skipped=fence + 1)


def _later_fence(lines: list[str]) -> int:
    """Return the index of a line --- with a field after it, soon after the first lines of a file; 0 if none is."""
    pairs = pairwise(lines[: _MOST_LINES_BEFORE + 1])
    return next((number for number, (line, after) in enumerate(pairs) if _is_opening(line, after)), 0)


def _is_opening(line: str, after: str) -> bool:
    return line.rstrip() == FENCE and FIELD.match(after) is not None


def _named(before: str) -> str:
    """Return what stands before a fence, as the beginning of a sentence."""
    return f'"{before.strip()}"' if before.strip() and before.isprintable() else "white space"
