"""Find the blocks of raw HTML of a body, in which Python-Markdown reads no marks, and those that never end."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from sitegen.content.html_elements import ENDS_BY_ITSELF, VOID
from sitegen.content.marks.raw_html import BLOCKS
from sitegen.content.text_columns import TAB

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?:\s[^<>]*+)?>")
_MOST_BETWEEN = 100
"""How many spaces may stand between two blocks on one line."""

_EMPTY_LINE = re.compile(r"\n[ \t]*(?=\n)")


class RawBlock(NamedTuple):
    """A block of raw HTML: the name of its outermost element, and the offsets between which it stands."""

    name: str
    start: int
    end: int
    is_closed: bool = True


def find_raw_blocks(code_free: str) -> Iterator[RawBlock]:
    """Yield the blocks of raw HTML in a text, in order, as Python-Markdown finds them.

    A paragraph, item or cell that is never closed, which Markdown takes to the end of the text, ends before the next
    empty line or the next block.
    """
    tags = list(_TAG.finditer(code_free))
    starts = _BlockStarts(code_free, tags)
    starts_unclosed = _never_closed(tags)
    open_names: list[str] = []
    start = position = 0
    name = ""
    for tag in tags:
        if tag.start() < position:
            continue
        tag_name = tag["name"].lower()
        if not open_names:
            if tag["end"] or not starts.is_block(tag, position):
                continue
            start, name = tag.start(), tag_name
            if start in starts_unclosed:
                position = starts.end_of_paragraph(tag)
                yield RawBlock(name, start, position, is_closed=False)
                continue
        _open_or_close(open_names, tag)
        if not open_names and tag["end"]:
            position = tag.end()
            yield RawBlock(name, start, position)


def _open_or_close(open_names: list[str], tag: re.Match[str]) -> None:
    """Open the element of a start tag, or close that of an end tag with those in it."""
    name = tag["name"].lower()
    if not tag["end"]:
        if name not in VOID:
            open_names.append(name)
    elif name in open_names:
        while open_names.pop() != name:
            pass


def _never_closed(tags: Sequence[re.Match[str]]) -> set[int]:
    """Return the offsets of the start tags without an end tag, of the elements that need none in HTML."""
    open_tags: dict[str, list[int]] = {}
    for tag in tags:
        name = tag["name"].lower()
        if name in ENDS_BY_ITSELF:
            same = open_tags.setdefault(name, [])
            if not tag["end"]:
                same.append(tag.start())
            elif same:
                same.pop()
    return {start for left in open_tags.values() for start in left}


class _BlockStarts:
    """The offsets where blocks of raw HTML may begin in a text, and those of the start tags of each element."""

    def __init__(self, text: str, tags: Sequence[re.Match[str]]) -> None:
        self._text = text
        self._tags = tags

    @cached_property
    def _empty_lines(self) -> list[int]:
        return [line.start() for line in _EMPTY_LINE.finditer(self._text)]

    @cached_property
    def _at_margin(self) -> list[int]:
        return [tag.start() for tag in self._tags if not tag["end"] and self.is_block(tag, 0)]

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for tag in self._tags:
            if not tag["end"]:
                starts.setdefault(tag["name"].lower(), []).append(tag.start())
        return starts

    def is_block(self, tag: re.Match[str], last_end: int) -> bool:
        """Return whether a tag is that of a block, and begins a line, or goes on right behind the last block."""
        if tag["name"].lower() not in BLOCKS:
            return False
        start = tag.start()
        if last_end and start - last_end < _MOST_BETWEEN and not self._text[last_end:start].strip(" \t"):
            return True
        before = self._text[max(0, start - TAB) : start]
        line_start = before.rfind("\n") + 1
        return (line_start > 0 or start < TAB) and not before[line_start:].strip(" ")

    def end_of_paragraph(self, tag: re.Match[str]) -> int:
        """Return the offset after the text of an element that goes on to the next empty line, block or like element."""
        end = len(self._text)
        for starts in (self._empty_lines, self._at_margin, self._by_name[tag["name"].lower()]):
            index = bisect_left(starts, tag.end())
            if index < len(starts):
                end = min(end, starts[index])
        return tag.end() + len(self._text[tag.end() : end].rstrip())
