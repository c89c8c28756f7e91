"""The line of a text that says most of what was asked for, with the words highlighted."""

from collections.abc import Collection, Iterator

from sitegen.search.words.analysis import spans
from sitegen.search.words.stems import stem

MAX_LENGTH = 180
"""How many characters an excerpt has at most, but for a word."""

_BEFORE = 60

Segment = tuple[str, bool]
"""A run of text, and whether it was asked for."""


def excerpt(text: str, roots: Collection[str]) -> list[Segment]:
    """Return the line with the most different stems of `roots`, cut to length; empty where none has any."""
    best, most = "", 0
    for line in text.split("\n"):
        count = len({stem(word) for _, _, word in _asked(line, roots)})
        if count > most:
            best, most = line, count
    return highlight(_cut(best, roots), roots) if best else []


def highlight(text: str, roots: Collection[str]) -> list[Segment]:
    """Cut a text in runs whose stem is one of `roots` and runs between them; none is empty."""
    segments: list[Segment] = []
    at = 0
    for start, end in _hits(text, roots):
        if start > at:
            segments.append((text[at:start], False))
        segments.append((text[start:end], True))
        at = end
    if at < len(text):
        segments.append((text[at:], False))
    return segments


def _hits(text: str, roots: Collection[str]) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, _ in _asked(text, roots))


def _asked(text: str, roots: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a text that were asked for. A stem begins as its words do, so few need to be stemmed."""
    letters = {root[:1] for root in roots}
    return (span for span in spans(text) if span[2][:1] in letters and stem(span[2]) in roots)


def _cut(line: str, roots: Collection[str]) -> str:
    """Return so much of a line as an excerpt holds, around its first word that was asked for; whole words only."""
    if len(line) <= MAX_LENGTH:
        return line
    first = next(_hits(line, roots), (0, 0))[0]
    start = max(0, min(first - _BEFORE, len(line) - MAX_LENGTH))
    if start:
        start = line.find(" ", start) + 1
    end = start + MAX_LENGTH
    if end < len(line):
        end = line.rfind(" ", start, end)
    return ("\u2026 " if start else "") + line[start:end].strip() + (" \u2026" if end < len(line) else "")
