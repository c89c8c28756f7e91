"""Sanitised HTML to segments: references cut out, headings given anchors, tables given a region to scroll in."""

import html
import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from sitegen.content.link_targets import Fault, Here, Inside, Outside, read_picture, read_target
from sitegen.content.plaintext import inline_text
from sitegen.content.sanitize import keeps_target
from sitegen.content.slugs import slug_of
from sitegen.content.source_scan import Source, Targets, empty_headings, level_one_headings
from sitegen.errors import Problem, suggest
from sitegen.model import Heading, Html, Ref, Segment, Shortcode

PAGE_ANCHORS = frozenset({"top"})
"""Fragments that lead somewhere in every page."""

_TAG = re.compile(r"<(?P<close>/?)(?:h(?P<level>[1-6])|(?P<table>table)|(?P<link>a|img))(?P<rest>(?: [^>]*)?)>")
_HEADING_END = re.compile(r"</h[1-6]>")
_TARGET = re.compile(r' (href|src)="([^"]*)"')
_ALT = re.compile(r' alt="\s*[^"\s]')
_CELL = re.compile(r"<(?:t[hd]|caption)(?: [^>]*)?>(.*?)</(?:t[hd]|caption)>", re.DOTALL)
_FOOTNOTE = re.compile(r"fn(?:ref\d*)?:")
_RAW_SRC = re.compile(r"""src\s*=\s*["']?$""", re.IGNORECASE)

_LEVEL_ONE = "heading of level 1 in a body, where the page's title has level 1: it becomes level 2"
_ALT_HINT = 'write what it shows: "![A team at its huddle board](...)"'
_NEAR = 10
_MOST_SUGGESTIONS = 50
_PLAIN_ANCHOR = "section"
_PLAIN_LABEL = "Table"
_LONGEST_LABEL = 100


class Assembler:
    """Takes the pieces of one body in order; `segments`, `headings` and `problems` are what came of them."""

    def __init__(self, source: Source, anchors: set[str]) -> None:
        self.segments: list[Segment] = []
        self.headings: list[Heading] = []
        self.problems: list[Problem] = []
        self._source = source
        self._folder = source.path.rpartition("/")[0]
        self._anchors = anchors
        self._labels: set[str] = set()
        self._counts: dict[str, int] = {}
        self._fragments: list[tuple[str, int]] = []
        self._lost_target = False
        self._heading_ends: list[str] = []
        self._out: list[str] = []

    @cached_property
    def _level_ones(self) -> Iterator[int]:
        return iter(level_one_headings(self._source.code_free))

    @cached_property
    def _empty_headings(self) -> Iterator[int]:
        return iter(empty_headings(self._source.code_free))

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self._source.code_free)

    def add_shortcode(self, shortcode: Shortcode) -> None:
        """Put a shortcode between what was and what comes."""
        self._flush()
        self.segments.append(shortcode)

    def add_html(self, piece: str) -> None:
        """Take a piece of sanitised HTML."""
        last = 0
        for match in _TAG.finditer(piece):
            new = self._tag(match, piece)
            if new is None:
                continue
            self._out.append(piece[last : match.start()])
            last = match.end()
            if isinstance(new, str):
                self._out.append(new)
            else:
                self._flush()
                self.segments.append(new)
        self._out.append(piece[last:])

    def finish(self) -> None:
        """Close the last segment, and check what can only be checked when all is known."""
        self._flush()
        for fragment, offset in self._fragments:
            if unquote(fragment) not in self._anchors and fragment not in PAGE_ANCHORS:
                few = len(self.problems) < _MOST_SUGGESTIONS
                hint = suggest(fragment, sorted(self._anchors)) if few else ""
                headline = f'link to "#{fragment}", which is no heading of this page'
                self._warn(offset, headline, hint or "link to a heading of this page")
        if self._lost_target:
            self._report_lost()

    def _flush(self) -> None:
        text = "".join(self._out)
        self._out = []
        if text:
            self.segments.append(Html(text))

    def _tag(self, match: re.Match[str], piece: str) -> str | Ref | None:
        """Give what a tag becomes; None where it stays as it is."""
        if match["level"]:
            return self._heading(match, piece)
        if match["table"]:
            return "</table></div>" if match["close"] else self._table(match, piece)
        if match["close"]:
            return None
        return self._link(match) if match["link"] == "a" else self._picture(match)

    # -- headings and tables

    def _heading(self, match: re.Match[str], piece: str) -> str:
        level = max(2, int(match["level"]))
        if match["close"]:
            return self._heading_ends.pop() if self._heading_ends else match[0]
        if match["level"] == "1":
            self._warn(next(self._level_ones, 0), _LEVEL_ONE, 'begin it with "## "')
        end = _HEADING_END.search(piece, match.end())
        inner = piece[match.end() : end.start()] if end else ""
        text = inline_text(inner)
        if not text and "<img" not in inner:
            self._heading_ends.append("")
            self._warn(next(self._empty_headings, 0), "heading without text", "write its text, or delete it")
            return ""
        anchor = _unique(slug_of(text) or _PLAIN_ANCHOR, "{}-{}", self._anchors, self._counts)
        self._heading_ends.append(f"</h{level}>")
        self.headings.append(Heading(level, anchor, text))
        return f'<h{level} id="{anchor}"{match["rest"]}>'

    def _table(self, match: re.Match[str], piece: str) -> str:
        end = piece.find("</table>", match.end())
        first_row = piece.find("</tr>", match.end(), end)
        row = piece[match.end() : first_row if first_row >= 0 else end]
        words = ", ".join(filter(None, map(inline_text, _CELL.findall(row))))
        label = words[:_LONGEST_LABEL].strip() or _PLAIN_LABEL
        name = html.escape(_unique(label, "{} ({})", self._labels, self._counts))
        return f'<div class="table-scroll" role="region" aria-label="{name}" tabindex="0">{match[0]}'

    # -- references

    def _link(self, match: re.Match[str]) -> str | Ref | None:
        target = _TARGET.search(match["rest"])
        if not target:
            self._lost_target = True
            return None
        typed = html.unescape(target[2])
        meaning = read_target(typed, self._folder)
        if isinstance(meaning, Outside):
            away = meaning.scheme in {"http", "https"}
            return f'{match[0][:-1]} rel="noopener">' if away else None
        offset = self._targets.offset(typed)
        if isinstance(meaning, Here):
            if meaning.fragment and not _FOOTNOTE.match(meaning.fragment):
                self._fragments.append((meaning.fragment, offset))
            return None
        return self._refer(match, target, meaning, offset)

    def _picture(self, match: re.Match[str]) -> str | Ref | None:
        target = _TARGET.search(match["rest"])
        if not target:
            self._lost_target = True
            return None
        typed = html.unescape(target[2])
        offset = self._targets.offset(typed)
        if not _ALT.search(match["rest"]) and not self._is_decorative(match["rest"], offset):
            self._warn(offset, f'picture "{typed}" has no text for those who do not see it', _ALT_HINT)
        meaning = read_picture(typed, self._folder)
        if isinstance(meaning, Outside):
            hint = "put the picture below static/images/"
            self._warn(offset, f'picture "{typed}" lies on another site and is never shown', hint)
            return None
        return self._refer(match, target, meaning, offset)

    def _is_decorative(self, attributes: str, offset: int) -> bool:
        """Whether a writer typed `alt=""`, which Markdown's `![]()` gives too."""
        typed_before = self._source.code_free[max(0, offset - _NEAR) : offset]
        return ' alt=""' in attributes and _RAW_SRC.search(typed_before) is not None

    def _refer(self, match: re.Match[str], target: re.Match[str], meaning: Inside | Fault, offset: int) -> Ref | None:
        if isinstance(meaning, Fault):
            self.problems.append(self._source.problem(offset, meaning.headline, meaning.hint))
            return None
        rest, name = match["rest"], match["link"]
        opening, closing = f"<{name}{rest[: target.start(2)]}", f"{rest[target.end(2) :]}>"
        line, column = self._source.place(offset)
        return Ref(
            target=meaning.target,
            fragment=meaning.fragment,
            attribute="src" if target[1] == "src" else "href",
            opening=opening,
            closing=closing,
            line=line,
            column=column,
        )

    def _report_lost(self) -> None:
        """Say which targets the cleaning removed: those of a scheme or a shape that is not allowed."""
        for target, offset in self._targets:
            meaning = read_target(target, self._folder)
            if isinstance(meaning, Fault) and ":" in target:
                self.problems.append(self._source.problem(offset, meaning.headline, meaning.hint))
            elif isinstance(meaning, Outside) and not keeps_target(target):
                headline = f'link "{target}" is no address'
                self.problems.append(self._source.problem(offset, headline, "is it typed right?"))

    def _warn(self, offset: int, headline: str, hint: str) -> None:
        self.problems.append(self._source.problem(offset, headline, hint, "warning"))


def _unique(first: str, numbered: str, taken: set[str], counts: dict[str, int]) -> str:
    """Give a name that is not taken, with a number behind it where it must, and take it."""
    name = first
    while name in taken:
        counts[first] = counts.get(first, 1) + 1
        name = numbered.format(first, counts[first])
    taken.add(name)
    return name
