"""Blank out the code and comments of a source, in which nothing is a mark."""

import re
from collections.abc import Iterator

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from sitegen.content.indented_code import blank_indented_code

FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE

_TICKS = re.compile(r"\\.|`+|\n[ ]*(?=\n)", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """Return a text with spaces for code and HTML comments; lengths and lines stay as they are."""
    text = _without_blocks(text)
    return _blank_spans(text) if "`" in text else text


def find_code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each code span of a text, in order."""
    yield from _spans(_without_blocks(text)) if "`" in text else ()


def _without_blocks(text: str) -> str:
    """Return a text with spaces for code that stands in blocks, and for comments."""
    text = without_fences(text)
    if "    " in text or "\t" in text:
        text = blank_indented_code(text)
    return _blank_comments(text) if "<!--" in text else text


def without_fences(text: str) -> str:
    """Return a text with spaces for fenced code; lengths and lines stay as they are."""
    return FENCED.sub(blank_match, text) if "```" in text or "~~~" in text else text


def blank_match(match: re.Match[str]) -> str:
    """Return spaces for the text of a match; its lines stay."""
    return _NOT_NEWLINE.sub(" ", match[0])


def _blank_comments(text: str) -> str:
    pieces, last = [], 0
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += [text[last:start], _NOT_NEWLINE.sub(" ", text[start : end + 3])]
        last = end + 3
        start = text.find("<!--", last)
    return "".join((*pieces, text[last:]))


def _blank_spans(text: str) -> str:
    """Blank out code spans: text between equal runs of backticks in one block, as Python-Markdown pairs them."""
    pieces, last = [], 0
    for start, end in _spans(text):
        pieces += [text[last:start], _NOT_NEWLINE.sub(" ", text[start:end])]
        last = end
    return "".join((*pieces, text[last:]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for runs in _runs_by_block(text):
        later: dict[int, list[int]] = {}
        for index in range(len(runs) - 1, -1, -1):
            later.setdefault(len(runs[index][0]), []).append(index)
        index = 0
        while index < len(runs):
            same = later[len(runs[index][0])]
            while same and same[-1] <= index:
                same.pop()
            if same:
                yield runs[index][1], runs[same[-1]][1] + len(runs[index][0])
                index = same[-1]
            index += 1


def _runs_by_block(text: str) -> Iterator[list[tuple[str, int]]]:
    runs: list[tuple[str, int]] = []
    for match in _TICKS.finditer(text):
        if match[0][0] == "`":
            runs.append((match[0], match.start()))
        elif match[0][0] == "\n":
            yield runs
            runs = []
    yield runs
