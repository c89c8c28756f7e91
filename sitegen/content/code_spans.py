"""Pair runs of backticks as Python-Markdown does, in time that grows with the text alone.

Python-Markdown reads on to the end of the paragraph for each run, and a paragraph of unpaired runs takes the square of
its length. Here the runs of a text are read once. The text changes before a run while its spans become elements, never
behind it; so runs are known by their distance from the end.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from markdown.inlinepatterns import BacktickInlineProcessor

_RUNS = re.compile("`+")


class _Run(NamedTuple):
    distance: int
    """From the start of the run to the end of the text."""
    length: int


class LinearBackticks(BacktickInlineProcessor):
    """Python-Markdown's processor of code spans, with a search that is not repeated."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self._text = ""
        self._distances: list[int] = []
        self._by_length: dict[int, list[int]] = {}
        self._longest: list[_Run] = []

    def find_code_spans(self, start: int, text: str) -> tuple[int, int | None]:  # type: ignore[override] # as the code is, not its stub
        """Return where the span of the run at `start` begins, behind its backticks, and where it ends.

        Without an end, return where to look for the next run: as far behind this one as it is long, and None.
        """
        match = _RUNS.match(text, start)
        inner = match.end() if match else start
        length = inner - start
        self._read_runs(text, inner)
        rest = len(text) - inner
        same = self._by_length.get(length, [])
        index = bisect_left(same, -rest)
        if index < len(same):
            return inner, len(text) + same[index]
        index = bisect_left(self._distances, -rest)
        if index < len(self._longest) and self._longest[index].length < length:
            longest = self._longest[index]
            return start + longest.length, len(text) - longest.distance
        return inner + length, None

    def _read_runs(self, text: str, start: int) -> None:
        """Read the runs of a text, unless it ends as the last one did from `start` on."""
        if len(text) - start <= len(self._text) and self._text.endswith(text[start:]):
            return
        self._text, self._by_length = text, {}
        runs = [_Run(len(text) - match.start(), len(match[0])) for match in _RUNS.finditer(text)]
        self._distances = [-run.distance for run in runs]
        for run in runs:
            self._by_length.setdefault(run.length, []).append(-run.distance)
        self._longest = runs[:]
        for index in range(len(runs) - 2, -1, -1):
            if runs[index].length < self._longest[index + 1].length:
                self._longest[index] = self._longest[index + 1]
