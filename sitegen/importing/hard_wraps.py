"""Join the lines that a mail program or a terminal broke, and keep the breaks that a writer made."""

import re
from itertools import pairwise
from textwrap import dedent

_MARKED = re.compile(
    r"\s*(?:[-*+>|#]|\d{1,3}[.)]|[a-z]\)|[\u2022\u2023\u25a0\u25aa\u25ba\u25cf\u25e6\u00b7\u00bb\u2013\u2014])(?:\s|$)|\s*[\u2022\u25aa\u25cf\u00bb]"
    r"|.*\t|\s*\|.*\||.*\|.*\||\[\^"
)
_LONG_LINE = 45
_SHARE_OF_LONGEST = 0.7
_PASTED_LINE = 110
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_LABEL = re.compile(r"[^\W\d_][\w' -]{1,40}:(?:\s|$)")


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a plain text: the blocks between empty lines, or its lines if each is a paragraph.

    Word and browsers paste a paragraph as one long line, often without an empty line after it.
    """
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t\u00a0]*(?=\n)", text) if block.strip()]
    paragraphs: list[str] = []
    for block in blocks:
        lines = block.split("\n")
        if max(map(len, lines)) >= _PASTED_LINE:
            paragraphs += _parted(lines)
        else:
            paragraphs.append(block)
    return paragraphs


def _parted(lines: list[str]) -> list[str]:
    """Return the lines as paragraphs, with marked lines, which are lists, kept together."""
    parts = [[lines[0]]]
    for above, line in pairwise(lines):
        if _MARKED.match(line) and _MARKED.match(above):
            parts[-1].append(line)
        else:
            parts.append([line])
    return ["\n".join(part) for part in parts]


def unwrapped(paragraph: str) -> str:
    """Return a paragraph in which lines that only a margin broke are joined; other breaks are marked as breaks."""
    lines = [line.rstrip() for line in _at_margin(paragraph).split("\n")]
    longest = max(map(len, lines))
    joined = [lines[0]]
    for above, line in pairwise(lines):
        if _MARKED.match(line):
            joined.append(line)
        elif _LABEL.match(line) or _LABEL.fullmatch(above):
            joined[-1] += "\n"
            joined.append(line)
        elif _is_wrap(above, line, longest) or (_ITEM.match(joined[-1]) and line[:1] in " \t"):
            joined[-1] += f" {line.strip()}"
        else:
            joined[-1] += "" if _MARKED.match(joined[-1]) else "  "
            joined.append(line.strip())
    return "\n".join(joined)


def _at_margin(paragraph: str) -> str:
    """Return a paragraph without the white space that sets all of it in; what belongs to an item stays set in."""
    return (
        paragraph if _ITEM.match(paragraph) else dedent(paragraph.expandtabs(4) if paragraph[:1] == "\t" else paragraph)
    )


def _is_wrap(above: str, line: str, longest: int) -> bool:
    if line[:1].islower() or above.endswith((",", "-")):
        return True
    return len(above) >= _LONG_LINE and len(above) >= longest * _SHARE_OF_LONGEST
