"""Checks a captions file as browsers read it: what they would drop silently is reported with its line.

Source: WebVTT, W3C Candidate Recommendation, chapter 4 (syntax).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.errors import Problem, keep_few
from sitegen.located import SourceFile
from sitegen.located.decoding import decode
from sitegen.located.mistakes import shorten

_FIRST_LINE = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIMES = re.compile(r"\s*(?P<start>\S+)\s*-->\s*(?P<end>\S+)(?:\s+(?P<settings>.*))?")
_TIME = re.compile(r"(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})", re.ASCII)
_ARROW = "-->"
_NO_CAPTION = ("NOTE", "STYLE", "REGION")
_SHAPE = "write minutes, seconds and thousandths: 00:03.500 --> 00:05.000"


class Block(NamedTuple):
    """Consecutive lines that are not empty, and the number of the first, from 1."""

    line: int
    lines: list[str]


def read_captions(data: bytes, path: str) -> tuple[float, list[Problem]]:
    """Return the second at which the last caption of a file ends, and all problems of the file.

    `path` is relative to the site's root. Raises nothing, whatever the bytes.
    """
    file, problems = decode(data, path)
    first, *blocks = list(_blocks(file.text)) or [Block(1, [""])]
    if first.line != 1 or not _FIRST_LINE.fullmatch(first.lines[0]):
        problems.append(file.problem('a captions file begins with "WEBVTT"', "write WEBVTT into the first line", 1, 1))
        blocks = [first, *blocks] if first.lines[0] else []
    last_start = last_end = 0.0
    count = 0
    for block in blocks:
        if block.lines[0].split(" ")[0] in _NO_CAPTION and _ARROW not in block.lines[0]:
            continue
        start, end, wrong = _caption(block, file, last_start)
        problems += wrong
        last_start, last_end = max(last_start, start), max(last_end, end)
        count += 1
    if not count and not problems:
        problems.append(file.problem("there are no captions in this file", _SHAPE, 1))
    return last_end, keep_few(problems)


def _blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield Block(number - len(lines), lines)
            lines = []


def _caption(block: Block, file: SourceFile, earliest: float) -> tuple[float, float, list[Problem]]:
    """Return start, end and problems of one caption; times are 0 where they cannot be read."""
    at = next((place for place, line in enumerate(block.lines[:2]) if _ARROW in line), None)
    if at is None:
        return 0.0, 0.0, [file.problem("a caption without times", _SHAPE, block.line, 1)]
    line, text = block.line + at, block.lines[at]
    times = _TIMES.fullmatch(text)
    if times is None:
        return 0.0, 0.0, [file.problem("the times of a caption are not complete", _SHAPE, line, 1)]
    problems, seconds = [], []
    for name in ("start", "end"):
        second = _seconds(times[name])
        seconds.append(second or 0.0)
        if second is None:
            problems.append(_wrong_time(times[name], file, line, times.start(name) + 1))
    start, end = seconds
    if not problems and end <= start:
        column = times.start("end") + 1
        problems.append(file.problem("a caption ends before it begins", "is one of the times wrong?", line, column))
    elif not problems and start < earliest:
        column = times.start("start") + 1
        problems.append(file.problem("a caption begins before the one above it", "put them in order", line, column))
    if at + 1 == len(block.lines):
        problems.append(file.problem("a caption without words", "write them into the next line", line, 1))
    return start, end, problems


def _seconds(text: str) -> float | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, thousandths = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _wrong_time(text: str, file: SourceFile, line: int, column: int) -> Problem:
    better = text.replace(",", ".")
    hint = f"write a period: {better}" if _seconds(better) is not None else _SHAPE
    return file.problem(f'"{shorten(text)}" is not a time of a caption', hint, line, column)
