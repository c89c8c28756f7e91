"""Find where comments and raw HTML end, which no rule about lines looks into."""

import re
from collections.abc import Sequence
from typing import Protocol

from markdown.util import BLOCK_LEVEL_ELEMENTS

# fmt: off
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
# fmt: on
BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - _VOID
"""The elements that begin a block of raw HTML where they begin a line."""

_TAG = re.compile(r"[ \t]*+<([A-Za-z][A-Za-z0-9-]*+)(?=[\s/>]|$)")
_READ_BY_MARKDOWN = re.compile(r"[ \t]*+<[A-Za-z][^<>]*\smarkdown\b(?!=[\"']?0)")


_BLOCK_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*+)(?=[\s/>]|$)")


class _Line(Protocol):
    @property
    def text(self) -> str: ...


def is_block_tag(text: str) -> bool:
    """Return whether a text begins with the start or end tag of a block, which ends what stands above it."""
    tag = _BLOCK_TAG.match(text)
    return tag is not None and tag[1].lower() in BLOCKS


def end_of_comment(lines: Sequence[_Line], number: int) -> int:
    """Return the number after the last line of the comment that begins with a line; 0 where it is never closed."""
    return next((end + 1 for end in range(number, len(lines)) if "-->" in lines[end].text), 0)


def end_of_element(lines: Sequence[_Line], number: int) -> int:
    """Return the number after the last line of the raw HTML that begins with a line; 0 where none does.

    As Python-Markdown has it, an element that is never closed goes on to the end.
    """
    text = lines[number].text
    tag = _TAG.match(text)
    if not tag or tag[1].lower() not in BLOCKS or _READ_BY_MARKDOWN.match(text):
        return 0
    tags = re.compile(rf"<(/?){tag[1]}(?=[\s/>]|$)", re.IGNORECASE)
    depth = 0
    for end in range(number, len(lines)):
        depth += sum(-1 if tag[1] else 1 for tag in tags.finditer(lines[end].text))
        if depth <= 0:
            return end + 1
    return len(lines)
