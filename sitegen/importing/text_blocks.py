"""Cut Markdown into the blocks between its empty lines, and say what a line of it says without its marks."""

import re
from collections.abc import Iterable

_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_LINK = re.compile(r"!?\[((?:[^\[\]\\\n]|\\.){0,500})\]\([^()\s]*\)")
_PREFIX = re.compile(r"(?:[ \t]*(?:[-*+>]|\d{1,3}\.|#{1,6})[ \t]+){1,30}")
_MARKS = re.compile(r"\*{1,3}|(?<![^\W_])_+|_+(?![^\W_])|\\(?=[\W_])|<br>")


def split_blocks(body: str) -> list[str]:
    """Return the blocks of a body, in order; a fence with its code is one block, whatever is in it."""
    blocks: list[str] = []
    lines: list[str] = []
    fence = ""
    for line in body.split("\n"):
        opening = _FENCE.match(line)
        if fence:
            fence = "" if line.strip() == fence else fence
        elif opening:
            fence = opening[0]
        if line.strip() or fence:
            lines.append(line)
        elif lines:
            blocks.append("\n".join(lines))
            lines = []
    return [*blocks, "\n".join(lines)] if lines else blocks


def join_blocks(blocks: Iterable[str]) -> str:
    """Return a body of blocks; those that became empty are gone."""
    return "\n\n".join(block for block in blocks if block.strip())


def is_code(block: str) -> bool:
    """Return whether a block is code, in which nothing is repaired."""
    return _FENCE.match(block) is not None


def plain_line(line: str) -> str:
    """Return what a line says, without marks of Markdown and the targets of links."""
    text = _LINK.sub(r"\1", line)
    prefix = _PREFIX.match(text)
    text = _MARKS.sub("", text[prefix.end() :] if prefix else text)
    return " ".join(text.replace("&lt;", "<").replace("&amp;", "&").split())
