"""Outline a body: what each line is, and how deep in lists it stands, as its writer sees it.

Python-Markdown counts four spaces a level, and knows no list, fence or heading in the middle of a block. Writers
count two or three, and leave no empty line. The outline has both: the level that is meant, and what stands directly
above a line, so that rules can tell where the two readings differ.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.content.marks.outline_line import Above, Kind, OutlineLine
from sitegen.content.marks.raw_html import end_of_comment, end_of_element, is_block_tag
from sitegen.content.marks.source_lines import TAB, SourceLine, columns_before, split_lines, without_quote

MAX_QUOTES = 10
YEAR_DIGITS = 4

ITEM = re.compile(r"(?:([-*+])|(\d{1,9})\.)(?=[ \t])")
_RULE = re.compile(r"([-*_])(?:[ \t]*+\1){2,}+[ \t]*+$")
_HEADING = re.compile(r"#{1,6}[ \t]")
_CONTAINER = re.compile(r"!!![ ]?\w|\[\^[^\]\n]+\]:|:[ ]")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_SEPARATOR = re.compile(r"(?=[^|]*\||[^-]*-)[ \t|:-]+$")
_BEFORE_TEXT = "*_\"'([\u201c\u2018"
_AFTER_TEXT = "*_\"')]\u201d\u2019 \t"
_END_MARKS = (".", ":", ";", "!", "?", "\u2026")


class _Container(NamedTuple):
    """An open list item, note or footnote: what stands in it is indented by `child` columns at least."""

    indent: int
    child: int
    number: int = 0
    is_list: bool = True


@lru_cache(maxsize=2)
def outline(text: str) -> tuple[OutlineLine, ...]:
    """Return the lines of a text that are not empty, in order, but for raw HTML, comments and fences at the margin.

    The last outlines are kept, since several rules look at one text.
    """
    return tuple(_Outline(split_lines(text)).read())


class _Outline:
    """Reads lines one by one; keeps the open containers, and what stands directly above."""

    def __init__(self, lines: Sequence[SourceLine], depth: int = 0) -> None:
        self._lines = lines
        self._depth = depth
        self._open: list[_Container] = []
        self._above: Above = ""
        self._block_depth = 0
        """How many levels the first line of the block above is set in by."""
        self._is_code = False
        self._unclosed: set[str] = set()
        """Marks of fences and comments that are not closed below."""
        self._last_text = ""
        self._item_counts = _count_items(lines)

    def read(self) -> Iterator[OutlineLine]:
        """Yield what each line is."""
        number = 0
        while number < len(self._lines):
            line = self._lines[number]
            stripped = line.text.strip()
            if not stripped:
                self._above = ""
                number += 1
                continue
            indent = columns_before(line.text)
            opaque_end = self._end_of_opaque(number, stripped) if indent < TAB and stripped[0] in "<`~" else 0
            if opaque_end:
                self._close()
                number = opaque_end
            elif stripped[0] == ">" and self._depth < MAX_QUOTES and not self._is_in_code(indent):
                quote_end = self._end_of_quote(number)
                yield from self._read_quote(number, quote_end)
                number = quote_end
            else:
                read = self._read_line(number, line, stripped, indent)
                yield read
                if read.kind == "item" and (fence := self._read_fence_of_item(number, read)):
                    read = fence
                    yield read
                number += max(read.last, 1)

    def _read_line(self, number: int, line: SourceLine, stripped: str, indent: int) -> OutlineLine:
        if self._is_in_code(indent):
            return self._read_code(line, indent)
        self._is_code = False
        first = stripped[0]
        if first in "`~" and (fence := _FENCE.match(stripped)):
            read = self._read_fence(number, line, fence[0], indent)
            if read:
                return read
        if first in "-*+_" and _RULE.match(stripped) and indent < TAB:
            return self._read_split(line, "rule", indent)
        if first == "#" and indent < TAB and _HEADING.match(stripped):
            return self._read_split(line, "heading", indent)
        if first in "-*+0123456789" and (item := ITEM.match(stripped)) and not _SEPARATOR.match(stripped):
            read = self._read_item(number, line, item, indent)
            if read:
                return read
        return self._read_text(number, line, stripped, indent)

    def _end_of_opaque(self, number: int, stripped: str) -> int:
        """Return the number after the code at the margin, comment or raw HTML that begins with a line; 0 without."""
        if stripped[0] == "<":
            if not stripped.startswith("<!--"):
                return end_of_element(self._lines, number) or (number + 1 if is_block_tag(stripped) else 0)
            end = 0 if "<!--" in self._unclosed else end_of_comment(self._lines, number)
            if not end:
                self._unclosed.add("<!--")
            return end
        fence = _FENCE.match(self._lines[number].text)
        return self._end_of_fence(number, fence[0]) if fence and not self._depth else 0

    def _close(self) -> None:
        self._open.clear()
        self._above = ""
        self._is_code = False

    def _is_in_code(self, indent: int) -> bool:
        return self._is_code and indent >= TAB * (len(self._open) + 1)

    def _read_code(self, line: SourceLine, indent: int) -> OutlineLine:
        read = OutlineLine(source=line, kind="code", indent=indent, level=len(self._open), is_split=not self._is_code)
        self._is_code, self._above = True, "code"
        return read

    def _read_split(self, line: SourceLine, kind: Kind, indent: int) -> OutlineLine:
        is_split = self._above == "item" and indent == 0
        read = OutlineLine(source=line, kind=kind, indent=indent, above=self._above, is_split=is_split)
        if self._above != "item" or is_split:
            self._pop_to(indent)
            self._above = ""
        return read

    def _pop_to(self, indent: int) -> None:
        while self._open and indent < self._open[-1].child:
            self._open.pop()

    def _read_text(self, number: int, line: SourceLine, stripped: str, indent: int) -> OutlineLine:
        above = self._above
        if not above:
            self._pop_to(indent)
            if indent >= TAB * (len(self._open) + 1):
                return self._read_code(line, indent)
        level = len(self._open)
        self._last_text = stripped
        if above in {"", "code"}:
            self._block_depth = level
        if above in {"", "code"} or stripped[0] in "!:":
            self._above = "table" if self._is_table(number, stripped) else "text"
            if stripped[0] in "![:" and _CONTAINER.match(stripped) and not (stripped[0] == ":" and not above):
                self._open[:] = [*self._open[: indent // TAB], _Container(indent, indent + TAB, is_list=False)]
                self._above = "" if stripped[0] == "!" else "text"
        return OutlineLine(source=line, kind="text", indent=indent, level=level, above=above)

    def _is_table(self, number: int, stripped: str) -> bool:
        if "|" not in stripped or number + 1 == len(self._lines):
            return False
        below = self._lines[number + 1].text
        return "-" in below and bool(_SEPARATOR.match(below))

    def _read_item(self, number: int, line: SourceLine, item: re.Match[str], indent: int) -> OutlineLine | None:
        """Return a list item; None for what is a row of a table, code, or text that cannot be an item."""
        above, value = self._above, int(item[2] or 0)
        if above == "table" and "|" in line.text:
            return None
        if not above and self._is_too_deep(indent):
            return None
        stays = self._containers_around(indent, value, is_numbered=bool(item[2]))
        sibling = self._open[stays] if stays < len(self._open) and self._open[stays].is_list else None
        is_new = sibling is None or bool(sibling.number) != bool(item[2])
        if item[2] and len(item[2]) >= YEAR_DIGITS and (is_new or above in {"text", "quote"}):
            return self._read_year(line, indent)
        if (
            above in {"text", "quote"}
            and sibling is None
            and self._is_doubtful(number, line.text.strip()[item.end() :])
        ):
            self._last_text = line.text.strip()
            return OutlineLine(source=line, kind="doubtful", indent=indent, above=above)
        del self._open[stays:]
        level = stays + 1
        child = indent + 2 if indent >= TAB * level else min(indent + 2, TAB * level)
        self._open.append(_Container(indent, child, max(value, 1) if item[2] else 0))
        is_other_list = above == "item" and ((sibling is not None and is_new) or stays < self._block_depth)
        is_split = above in {"text", "table", "quote", "code"} or is_other_list
        if is_split or not above:
            self._block_depth = stays
        self._above = "item"
        return OutlineLine(source=line, kind="item", indent=indent, level=level, above=above, is_split=is_split)

    def _is_too_deep(self, indent: int) -> bool:
        """Return whether an item after an empty line is set in so far that it is code."""
        return indent >= (self._open[-1].indent + 2 * TAB if self._open else TAB)

    def _containers_around(self, indent: int, value: int, *, is_numbered: bool) -> int:
        """Return how many of the open containers an item stands in."""
        for index in range(len(self._open) - 1, -1, -1):
            container = self._open[index]
            goes_on = is_numbered and container.number and value == container.number + 1 and indent < TAB * (index + 1)
            if indent >= container.child and not goes_on:
                return index + 1
        return 0

    def _read_year(self, line: SourceLine, indent: int) -> OutlineLine:
        above = self._above
        if not above:
            self._pop_to(indent)
        self._above = above or "text"
        self._last_text = line.text.strip()
        return OutlineLine(source=line, kind="year", indent=indent, level=len(self._open), above=above)

    def _is_doubtful(self, number: int, text: str) -> bool:
        if self._item_counts[number] > 1 or self._last_text.rstrip(_AFTER_TEXT).endswith(_END_MARKS):
            return False
        return text.strip().lstrip(_BEFORE_TEXT)[:1].islower()

    def _read_fence(self, number: int, line: SourceLine, fence: str, indent: int) -> OutlineLine | None:
        """Return a fence that is set in; None where its marks are code."""
        above = self._above
        if not above:
            self._pop_to(indent)
            if indent >= TAB * (len(self._open) + 1):
                return None
        end = 0 if fence in self._unclosed else self._end_of_fence(number, fence)
        if not end:
            self._unclosed.add(fence)
            self._above = above or "text"
            return OutlineLine(source=line, kind="fence", indent=indent, above=above)
        self._pop_to(indent)
        self._above = ""
        body = tuple(self._lines[number:end])
        level = len(self._open)
        return OutlineLine(
            source=line, kind="fence", indent=indent, level=level, above=above, last=end - number, body=body
        )

    def _read_fence_of_item(self, number: int, item: OutlineLine) -> OutlineLine | None:
        """Return the fence that begins on the line of an item, `- ```; None without one that is closed."""
        marker = ITEM.match(item.text)
        text = item.text[marker.end() :].lstrip() if marker else ""
        fence = _FENCE.match(text) if text[:3] in {"```", "~~~"} else None
        if not fence or fence[0] in self._unclosed:
            return None
        if not self._end_of_fence(number, fence[0]):
            self._unclosed.add(fence[0])
            return None
        line = item.source
        size = len(line.text.rstrip()) - len(text)
        after = SourceLine(line.start, line.offset + size, line.text[size:], line.quote)
        return self._read_fence(number, after, fence[0], self._open[-1].indent + 2)

    def _end_of_fence(self, number: int, fence: str) -> int:
        for end in range(number + 1, len(self._lines)):
            text = self._lines[end].text.strip()
            if text.startswith(fence) and not text.strip(fence[0]):
                return end + 1
        return 0

    def _end_of_quote(self, number: int) -> int:
        end = number + 1
        while end < len(self._lines) and self._lines[end].text.lstrip()[:1] == ">":
            end += 1
        return end

    def _read_quote(self, number: int, end: int) -> Iterator[OutlineLine]:
        if not self._above:
            self._pop_to(columns_before(self._lines[number].text))
        inner = _Outline([without_quote(line) for line in self._lines[number:end]], self._depth + 1)
        yield from inner.read()
        self._above = "quote" if inner._above else ""
        self._last_text = inner._last_text


def _count_items(lines: Sequence[SourceLine]) -> list[int]:
    """Return for each line the number of lines that look like items from there to the next empty line."""
    counts, count = [], 0
    for line in reversed(lines):
        stripped = line.text.strip()
        count = count + bool(ITEM.match(stripped)) if stripped else 0
        counts.append(count)
    return counts[::-1]
