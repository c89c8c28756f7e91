"""Turn sanitized HTML into segments: cut out references, give headings anchors, let wide tables scroll.

A table is called by the heading above it, for those who go from table to table.
"""

import html
import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from sitegen.content.anchors import Anchors, claim_unique
from sitegen.content.doubtful_targets import find_doubt, is_like_address, kind_of_no_picture
from sitegen.content.link_targets import (
    BadTarget,
    ExternalTarget,
    FragmentTarget,
    InternalTarget,
    parse_picture_target,
    parse_target,
)
from sitegen.content.plaintext import inline_text
from sitegen.content.sanitize import keeps_target
from sitegen.content.source_scan import BodySource, TargetPositions, find_empty_headings, find_level_one_headings
from sitegen.errors import Problem
from sitegen.model import Heading, Html, Ref, Segment, Shortcode

_TAG = re.compile(r"<(?P<close>/?)(?:h(?P<level>[1-6])|(?P<table>table)|(?P<link>a|img))(?P<rest>(?: [^>]*)?)>")
_HEADING_END = re.compile(r"</h[1-6]>")
_TARGET = re.compile(r' (href|src)="([^"]*)"')
_TITLE = re.compile(r' title="([^"]*)"')
_ALT = re.compile(r' alt="\s*[^"\s]')
_CELL = re.compile(r"<(?:t[hd]|caption)(?: [^>]*)?>(.*?)</(?:t[hd]|caption)>", re.DOTALL)
_FOOTNOTE = re.compile(r"fn(?:ref\d*)?:")
_RAW_SRC = re.compile(r"""src\s*=\s*["']?$""", re.IGNORECASE)

_LEVEL_ONE = "heading of level 1 in a body, where the page's title has level 1: it becomes level 2"
_HINT = 'begin it with "## "'
_TIGHT_HINT = f'{_HINT}; for text, write "\\#" in place of "#"'
_ALT_HINT = 'write what it shows: "![A team at its huddle board](...)"'
_ATTRIBUTE_REACH = 10
_PLAIN_LABEL = "Table"
_MAX_LABEL_LENGTH = 100


class Assembler:
    """Assembles a body from its pieces, added in order: its `segments`, `headings` and `problems`."""

    def __init__(self, source: BodySource, anchors: Anchors) -> None:
        self.segments: list[Segment] = []
        self.headings: list[Heading] = []
        self.problems: list[Problem] = []
        self._source = source
        self._folder = source.path.rpartition("/")[0]
        self._anchors = anchors
        self._labels: dict[str, int] = {}
        self._fragments: list[tuple[str, int]] = []
        self._has_removed_target = False
        self._heading_ends: list[str] = []
        self._out: list[str] = []

    @cached_property
    def _level_ones(self) -> Iterator[int]:
        return iter(find_level_one_headings(self._source.code_free))

    @cached_property
    def _empty_headings(self) -> Iterator[int]:
        return iter(find_empty_headings(self._source.code_free))

    @cached_property
    def _targets(self) -> TargetPositions:
        return TargetPositions(self._source.code_free)

    def add_shortcode(self, shortcode: Shortcode) -> None:
        """Add a shortcode after the pieces so far."""
        self._flush()
        self.segments.append(shortcode)

    def add_html(self, piece: str) -> None:
        """Add a piece of sanitized HTML after the pieces so far."""
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
        """Close the last segment, and leave the links open whose headings may stand in other texts of the page."""
        self._flush()
        for typed, offset in self._fragments:
            fragment = unquote(typed)
            if fragment not in self._anchors:
                headline = f'link to "#{typed}", which is no heading of this page'
                problem = self._source.problem(offset, headline, "link to a heading of this page", "warning")
                self._anchors.open_links.append((fragment, problem))
        if self._has_removed_target:
            self._report_removed_targets()

    def _flush(self) -> None:
        text = "".join(self._out)
        self._out = []
        if text:
            self.segments.append(Html(text))

    def _tag(self, match: re.Match[str], piece: str) -> str | Ref | None:
        """Return what a tag becomes; None where it stays as it is."""
        if match["level"]:
            return self._heading(match, piece)
        if match["table"]:
            return "</table></div>" if match["close"] else self._table(match, piece)
        if match["close"]:
            return None
        return self._link(match) if match["link"] == "a" else self._picture(match)

    def _heading(self, match: re.Match[str], piece: str) -> str:
        level = max(2, int(match["level"]))
        if match["close"]:
            return self._heading_ends.pop() if self._heading_ends else match[0]
        if match["level"] == "1":
            offset = next(self._level_ones, 0)
            is_tight = re.match(r"[ >*+.\d-]*#\S", self._source.text[offset : offset + _ATTRIBUTE_REACH])
            self._warn(offset, _LEVEL_ONE, _TIGHT_HINT if is_tight else _HINT)
        end = _HEADING_END.search(piece, match.end())
        inner = piece[match.end() : end.start()] if end else ""
        text = inline_text(inner)
        if not text and "<img" not in inner:
            self._heading_ends.append("")
            self._warn(next(self._empty_headings, 0), "heading without text", "write its text, or delete it")
            return ""
        anchor = self._anchors.claim(text)
        self._heading_ends.append(f"</h{level}>")
        self.headings.append(Heading(level, anchor, text))
        return f'<h{level} id="{anchor}"{match["rest"]}>'

    def _table(self, match: re.Match[str], piece: str) -> str:
        end = piece.find("</table>", match.end())
        first_row = piece.find("</tr>", match.end(), end)
        row = piece[match.end() : first_row if first_row >= 0 else end]
        words = ", ".join(filter(None, map(inline_text, _CELL.findall(row))))
        label = words[:_MAX_LABEL_LENGTH].strip() or _PLAIN_LABEL
        name = html.escape(claim_unique(label, "{} ({})", self._labels))
        has_caption = piece.startswith("<caption", match.end()) or piece.startswith("\n<caption", match.end())
        title = "" if has_caption or not self.headings else html.escape(self.headings[-1].text)
        caption = f'<caption class="hidden">{title}</caption>' if title else ""
        return f'<div class="table-scroll" role="region" aria-label="{name}" tabindex="0">{match[0]}{caption}'

    def _link(self, match: re.Match[str]) -> str | Ref | None:
        target = _TARGET.search(match["rest"])
        if not target:
            self._has_removed_target = True
            return None
        typed = html.unescape(target[2])
        meaning = parse_target(typed, self._folder)
        if isinstance(meaning, ExternalTarget):
            if doubt := find_doubt(typed):
                self._warn(self._targets.next_offset(typed), doubt.headline, doubt.hint)
            away = meaning.scheme in {"http", "https"}
            return f'{match[0][:-1]} rel="noopener">' if away else None
        offset = self._targets.next_offset(typed)
        title = _TITLE.search(match["rest"]) if not typed else None
        if title and is_like_address(address := html.unescape(title[1])):
            offset = self._targets.next_offset(f'"{address}"')
            meaning = BadTarget("a link without a target: its address stands in quotes", f'write "({address})"')
        if isinstance(meaning, FragmentTarget):
            if meaning.fragment and not _FOOTNOTE.match(meaning.fragment):
                self._fragments.append((meaning.fragment, offset))
            return None
        return self._reference(match, target, meaning, offset)

    def _picture(self, match: re.Match[str]) -> str | Ref | None:
        target = _TARGET.search(match["rest"])
        if not target:
            self._has_removed_target = True
            return None
        typed = html.unescape(target[2])
        offset = self._targets.next_offset(typed)
        if not _ALT.search(match["rest"]) and not self._is_decorative(match["rest"], offset):
            self._warn(offset, f'picture "{typed}" has no text for those who do not see it', _ALT_HINT)
        meaning = parse_picture_target(typed, self._folder)
        if isinstance(meaning, ExternalTarget):
            hint = "put the picture below static/images/"
            self._warn(offset, f'picture "{typed}" lies on another site and is never shown', hint)
            return None
        if isinstance(meaning, InternalTarget) and (kind := kind_of_no_picture(meaning.target)):
            self._warn(
                offset,
                f'"{typed}" is {kind}, and no picture that a page can show',
                _no_picture_hint(meaning.target, typed),
            )
        return self._reference(match, target, meaning, offset)

    def _is_decorative(self, attributes: str, offset: int) -> bool:
        """Return whether a writer typed `alt=""` in HTML; Markdown's `![](...)` makes an empty text too."""
        typed_before = self._source.code_free[max(0, offset - _ATTRIBUTE_REACH) : offset]
        return ' alt=""' in attributes and _RAW_SRC.search(typed_before) is not None

    def _reference(
        self, match: re.Match[str], target: re.Match[str], meaning: InternalTarget | BadTarget, offset: int
    ) -> Ref | None:
        if isinstance(meaning, BadTarget):
            self.problems.append(self._source.problem(offset, meaning.headline, meaning.hint))
            return None
        rest, name = match["rest"], match["link"]
        opening, closing = f"<{name}{rest[: target.start(2)]}", f"{rest[target.end(2) :]}>"
        return Ref(
            target=meaning.target,
            fragment=meaning.fragment,
            attribute="src" if target[1] == "src" else "href",
            opening=opening,
            closing=closing,
            place=self._source.name_place(offset),
        )

    def _report_removed_targets(self) -> None:
        """Report the targets that sanitizing removed: their scheme or their form is not allowed."""
        for target, offset in self._targets:
            meaning = parse_target(target, self._folder)
            if isinstance(meaning, BadTarget) and ":" in target:
                self.problems.append(self._source.problem(offset, meaning.headline, meaning.hint))
            elif isinstance(meaning, ExternalTarget) and not keeps_target(target):
                headline = f'link "{target}" is no address'
                self.problems.append(self._source.problem(offset, headline, "is it typed right?"))

    def _warn(self, offset: int, headline: str, hint: str) -> None:
        self.problems.append(self._source.problem(offset, headline, hint, "warning"))


def _no_picture_hint(path: str, typed: str) -> str:
    """Return the hint at a file that is shown as a picture, and is none."""
    if kind_of_no_picture(path) == "a film":
        return f'show it on a line of its own: {{{{ video src="{path.removeprefix("static/")}" }}}}'
    return f"make a link of it, without the exclamation mark: [...]({typed})"
