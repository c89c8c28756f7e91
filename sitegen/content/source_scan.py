"""Scan the source of a body for the positions of code, link targets, headings and raw tags."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import msgspec

from sitegen.content.character_references import unescape_closed
from sitegen.content.code_free import blank_match, without_code
from sitegen.content.edits import Edit, EditedText
from sitegen.errors import CONTEXT_LINES, Location, Problem, Severity, cut_line, is_count

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r"\{\{(?:(?!\{\{)[^\n])*?\}\}")
_TARGETS = re.compile(
    r"""\]\([ \n]*+(?:<(?P<pointed>[^<>\n]*+)>|(?P<inline>(?:[^\s()\\]|\\.|\([^\s()]*+\))*+))"""
    r"""|(?m:^)[ >]*+\[[^\[\]\n]++\]:[ ]*+\n?[ ]*+<?(?P<defined>[^\s<>]++)"""
    r"""|\b(?:href|src)\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'<>]++))"""
    r"""|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*+:[^<>\s]*+)>""",
    re.IGNORECASE,
)
_LEVEL_ONE = re.compile(r"^[ >*+.\d-]*#(?!#)|^[^\n]*+(?=\n=+[ ]*+$)|<h1\b", re.MULTILINE | re.IGNORECASE)
_EMPTY_HEADING = re.compile(r"^[ >*+.\d-]*#[# ]*+$|<h[1-6][^<>]*+>\s*+</h", re.MULTILINE | re.IGNORECASE)
_NAME = r"[A-Za-z][A-Za-z0-9-]*+(?::[A-Za-z][A-Za-z0-9-]*+)?"
_TAG = re.compile(rf"""<(?P<name>{_NAME})(?=[\s/>])(?P<rest>(?:[^"'<>]|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>]++))?""")


class BodySource:
    """The text of a body, the path of its file from the site's root, and the line of the file where it starts.

    `places` collects the places that get a name, those of references and shortcodes; a page has one for all its texts.
    """

    def __init__(self, text: str, path: str, first_line: int, places: dict[str, Location] | None = None) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.places = {} if places is None else places

    @cached_property
    def code_free(self) -> str:
        """The text with spaces for code, HTML comments and shortcodes; lengths and lines stay as they are."""
        text = without_code(self.text)
        return _SHORTCODE.sub(blank_match, text) if "{{" in text else text

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def typed_lines(self) -> list[str]:
        """The lines of the file, which excerpts show."""
        return self._lines

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line (of the file) and the column of an offset into the text, both from 1."""
        index = bisect_right(self._line_starts, offset) - 1
        return self.first_line + index, offset - self._line_starts[index] + 1

    def name_place(self, offset: int) -> str:
        """Return a name for the place at an offset into the text: `#` and a number, in the order asked for."""
        name = f"#{len(self.places)}"
        self.places[name] = Location(self.path, *self.position(offset))
        return name

    def problem(
        self,
        offset: int,
        headline: str,
        hint: str = "",
        severity: Severity = "error",
        values: tuple[tuple[str, str], ...] = (),
    ) -> Problem:
        """Return a problem at an offset into the text, without an excerpt; see `with_excerpts`."""
        line, column = self.position(offset)
        return Problem(
            location=Location(self.path, line, column),
            headline=headline,
            hint=hint,
            kind="ContentError",
            values=values,
            severity=severity,
        )

    def with_excerpts(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of this text with the lines around each; of thousands, only those that are kept need them."""
        return [
            problem if is_count(problem) else msgspec.structs.replace(problem, excerpt=self._excerpt(problem.location))
            for problem in problems
        ]

    def _excerpt(self, location: Location) -> tuple[tuple[int, str], ...]:
        index = location.line - self.first_line
        first = max(0, index - CONTEXT_LINES)
        around = self.typed_lines[first : index + CONTEXT_LINES + 1]
        return tuple(
            (number, cut_line(text, location.column if number == location.line else 0))
            for number, text in enumerate(around, first + self.first_line)
        )

    def edited(self, edits: Iterable[Edit]) -> "BodySource":
        """Return the source with edits of its text, whose places are still those in the file; itself without edits."""
        edits = tuple(edits)
        return _EditedSource(self, EditedText(self.text, edits)) if edits else self


class _EditedSource(BodySource):
    """A source after edits: its offsets are those of the edited text, its places and excerpts those of the file."""

    def __init__(self, base: BodySource, edited: EditedText) -> None:
        super().__init__(edited.text, base.path, base.first_line, base.places)
        self._base = base
        self._original_offset = edited.original_offset

    def position(self, offset: int) -> tuple[int, int]:
        return self._base.position(self._original_offset(offset))

    @property
    def typed_lines(self) -> list[str]:
        return self._base.typed_lines


@dataclass(frozen=True, slots=True)
class RawTag:
    """A start tag that a writer typed: its offset and name, and (offset, name) of its attributes; lower case."""

    offset: int
    name: str
    attributes: tuple[tuple[int, str], ...]


class TypedTarget(NamedTuple):
    """The target of a link, picture or definition, as it is read, and the offsets between which it is typed."""

    text: str
    start: int
    end: int


def find_targets(code_free: str) -> Iterator[TypedTarget]:
    """Yield the targets in a text, in order."""
    for match in _TARGETS.finditer(code_free):
        group = match.lastgroup or ""
        typed = _ESCAPE.sub(r"\1", match[group]) if group == "inline" else match[group]
        yield TypedTarget(unescape_closed(typed).strip(), *match.span(group))


class TargetPositions:
    """The offsets of the link targets in a text; each look-up of a target moves on to its next occurrence."""

    def __init__(self, code_free: str) -> None:
        self._text = code_free
        self._offsets: dict[str, list[int]] = {}
        for target in find_targets(code_free):
            self._offsets.setdefault(target.text, []).append(target.start)
        self._next: dict[str, int] = {}

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Iterate over the targets and the offsets of their first occurrences, in the order of these."""
        return iter(sorted(((t, p[0]) for t, p in self._offsets.items()), key=lambda pair: pair[1]))

    def next_offset(self, target: str) -> int:
        """Return the offset of the next occurrence of a target, or of its last one when there are no more.

        A target that Markdown did not leave as it was typed is looked up as plain text; without a match it is 0.
        """
        offsets = self._offsets.get(target.strip())
        if offsets is None:
            return max(self._text.find(target), 0)
        index = self._next.get(target, 0)
        self._next[target] = index + 1
        return offsets[min(index, len(offsets) - 1)]


def find_level_one_headings(code_free: str) -> list[int]:
    """Return the offsets of the headings of level 1, in order."""
    return [match.start() for match in _LEVEL_ONE.finditer(code_free)]


def find_empty_headings(code_free: str) -> list[int]:
    """Return the offsets of the headings without text, in order."""
    return [match.start() for match in _EMPTY_HEADING.finditer(code_free)]


def find_raw_tags(code_free: str) -> Iterator[RawTag]:
    """Yield the start tags of raw HTML, in order."""
    for match in _TAG.finditer(code_free):
        start = match.start("rest")
        matches = _ATTRIBUTE.finditer(match["rest"])
        attributes = tuple((start + attribute.start(), attribute[1].lower()) for attribute in matches)
        yield RawTag(match.start(), match["name"].lower(), attributes)
