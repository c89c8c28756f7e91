"""Outline a body: what each line is, and how deep in lists it stands, as its writer sees it.

Python-Markdown counts four spaces a level, and knows no list, fence or heading in the middle of a block. Writers
count two or three, and leave no empty line. The outline has both: the level that is meant, and what stands directly
above a line, so that rules can tell where the two readings differ.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from sitegen.content.marks.block_ends import end_of_fence, end_of_quote
from sitegen.content.marks.containers import Container, OpenContainers
from sitegen.content.marks.item_marks import EMPTY_ITEM, ITEM, count_items, goes_on_below
from sitegen.content.marks.outline_line import Above, Kind, OutlineLine
from sitegen.content.marks.raw_html import end_of_comment, end_of_element, is_block_tag
from sitegen.content.marks.source_lines import SourceLine, split_lines, without_quote
from sitegen.content.text_columns import TAB, columns_before

MAX_QUOTES = 10
YEAR_DIGITS = 4

_RULE = re.compile(r"([-*_])(?:[ \t]*+\1){2,}+[ \t]*+$")
_HEADING = re.compile(r"#{1,6}[ \t]")
_CONTAINER = re.compile(r"!!![ ]?\w|\[\^[^\]\n]+\]:|:[ ]")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_SEPARATOR = re.compile(r"(?=[^|]*\||[^-]*-)[ \t|:-]+$")
_BEFORE_TEXT = "*_\"'([\u201c\u2018"
_AFTER_TEXT = "*_\"')]\u201d\u2019 \t"
_END_MARKS = (".", ":", ";", "!", "?", "\u2026")


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
        self._open = OpenContainers()
        self._above: Above = ""
        self._block_depth = 0
        """How many levels the first line of the block above is set in by."""
        self._is_code = False
        self._is_after_quote = False
        """Whether the line above is the end of a quotation that no line can go on, though Markdown takes it in."""
        self._unclosed: set[str] = set()
        """Marks of fences and comments that are not closed below."""
        self._last_text = ""
        self._item_counts = count_items(lines)

    def read(self) -> Iterator[OutlineLine]:
        """Yield what each line is."""
        number = 0
        while number < len(self._lines):
            line = self._lines[number]
            stripped = line.text.strip()
            if not stripped:
                self._above = ""
                self._is_after_quote = False
                number += 1
                continue
            indent = columns_before(line.text)
            opaque_end = self._end_of_opaque(number, stripped) if indent < TAB and stripped[0] in "<`~" else 0
            if opaque_end:
                self._close()
                number = opaque_end
            elif stripped[0] == ">" and self._depth < MAX_QUOTES and not self._is_in_code(indent):
                quote_end = end_of_quote(self._lines, number)
                yield from self._read_quote(number, quote_end)
                number = quote_end
            else:
                read = self._read_line(number, line, stripped, indent)
                if self._is_after_quote:
                    read = msgspec.structs.replace(read, is_split=True)
                    self._is_after_quote = False
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
        if first == "#" and _HEADING.match(stripped) and self._may_be_heading(stripped, indent):
            return self._read_split(line, "heading", indent)
        mark = self._item_mark(number, stripped, indent) if first in "-*+0123456789" else None
        if mark and (read := self._read_item(number, line, mark, indent)):
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
        return end_of_fence(self._lines, number, fence[0]) if fence and not self._depth else 0

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

    def _may_be_heading(self, stripped: str, indent: int) -> bool:
        """Return whether a line with number signs is set in too little for code; level 1 stands at a margin."""
        return not indent or (stripped[1] == "#" and indent < TAB * (len(self._open) + 1))

    def _read_split(self, line: SourceLine, kind: Kind, indent: int) -> OutlineLine:
        above = self._above
        is_split = (above in {"item", "quote"} and indent == 0) or (above == "item" and kind == "heading")
        if above != "item" or is_split:
            self._open.pop_to(indent)
            self._above = ""
        level = len(self._open) if kind == "heading" else 0
        return OutlineLine(source=line, kind=kind, indent=indent, level=level, above=above, is_split=is_split)

    def _read_text(self, number: int, line: SourceLine, stripped: str, indent: int) -> OutlineLine:
        above = self._above
        is_note = stripped[0] == "!" and _CONTAINER.match(stripped) is not None
        is_split = is_note and above == "item" and indent > 0
        if not above or is_split:
            self._open.pop_to(indent)
            if indent >= TAB * (len(self._open) + 1) and not is_split:
                return self._read_code(line, indent)
        level = len(self._open)
        self._last_text = stripped
        if above in {"", "code"}:
            self._block_depth = level
        if above in {"", "code"} or stripped[0] in "!:":
            self._above = "table" if self._is_table(number, stripped) else "text"
            if stripped[0] in "![:" and _CONTAINER.match(stripped) and not (stripped[0] == ":" and not above):
                self._open.pop_to(indent)
                self._open.append(Container(indent, indent + (TAB if is_note else 2), is_list=False))
                self._above = "" if is_note else "text"
        return OutlineLine(source=line, kind="text", indent=indent, level=level, above=above, is_split=is_split)

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
        if not above and self._open.is_too_deep(indent):
            return None
        stays = self._open.count_around(indent, value, is_numbered=bool(item[2]))
        sibling = self._open.list_at(stays)
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
        self._open.append(Container(indent, child, max(value, 1) if item[2] else 0))
        is_other_list = above == "item" and ((sibling is not None and is_new) or stays < self._block_depth)
        is_split = above in {"text", "table", "quote", "code"} or is_other_list
        if is_split or not above:
            self._block_depth = stays
        self._above = "item"
        return OutlineLine(source=line, kind="item", indent=indent, level=level, above=above, is_split=is_split)

    def _item_mark(self, number: int, stripped: str, indent: int) -> re.Match[str] | None:
        """Return the mark of an item; one without text makes an item only of a list that is open or begins with it."""
        if item := ITEM.match(stripped):
            return None if _SEPARATOR.match(stripped) else item
        mark = EMPTY_ITEM.match(stripped)
        if mark is None:
            return None
        sibling = self._open.list_at(self._open.count_around(indent, int(mark[2] or 0), is_numbered=bool(mark[2])))
        is_in_list = sibling is not None and bool(sibling.number) == bool(mark[2])
        if is_in_list and self._above == "item":
            return mark
        return mark if goes_on_below(self._lines, number, is_in_list=is_in_list) else None

    def _read_year(self, line: SourceLine, indent: int) -> OutlineLine:
        above = self._above
        if not above:
            self._open.pop_to(indent)
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
            self._open.pop_to(indent)
            if indent >= TAB * (len(self._open) + 1):
                return None
        end = 0 if fence in self._unclosed else end_of_fence(self._lines, number, fence)
        if not end:
            self._unclosed.add(fence)
            self._above = above or "text"
            return OutlineLine(source=line, kind="fence", indent=indent, above=above)
        self._open.pop_to(indent)
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
        if not end_of_fence(self._lines, number, fence[0]):
            self._unclosed.add(fence[0])
            return None
        line = item.source
        size = len(line.text.rstrip()) - len(text)
        after = SourceLine(line.start, line.offset + size, line.text[size:], line.quote)
        return self._read_fence(number, after, fence[0], self._open[-1].indent + 2)

    def _read_quote(self, number: int, end: int) -> Iterator[OutlineLine]:
        line, above = self._lines[number], self._above
        indent = columns_before(line.text)
        if not above or (above == "item" and indent > 0):
            self._open.pop_to(indent)
            level = len(self._open)
            body = tuple(self._lines[number:end])
            if level:
                yield OutlineLine(source=line, kind="quote", indent=indent, level=level, above=above, body=body)
        inner = _Outline([without_quote(line) for line in self._lines[number:end]], self._depth + 1)
        yield from inner.read()
        self._above = "quote" if inner._above else ""
        self._is_after_quote = not inner._above
        self._last_text = inner._last_text
