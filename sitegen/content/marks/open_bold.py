"""Report marks of bold text without a second one in their paragraph, or with spaces beside their words."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, in_few_words

_BESIDE_SPACE = re.compile(r"\*\*[ ]|\*\*[^*\n]*[^*\s][ ]\*\*")
_MOST_WORDS = 200
_BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t>]*(?:\n|$))[^\n]+)*")
_MARK = re.compile(r"(?<![\\*])\*\*(?!\*)")

_OPEN = '"**" is shown as it is typed: it has no second one in its paragraph'
_OPEN_HINT = 'write "**" before and behind the words in each paragraph; for text, write "\\*\\*"'


def report_open_bold(source: BodySource) -> RuleResult:
    """Report each paragraph with a mark too many, and words with spaces between them and their marks."""
    if "**" not in source.text:
        return NO_RESULT
    if not any(block.count("**") % 2 or _BESIDE_SPACE.search(block) for block in source.text.split("\n\n")):
        return NO_RESULT
    return RuleResult(problems=tuple(_problems(source)))


def _problems(source: BodySource) -> Iterator[Problem]:
    for block in _BLOCK.finditer(source.code_free):
        marks = [mark.start() for mark in _MARK.finditer(block[0])]
        if len(marks) % 2:
            touching = [at for at in marks if block[0][max(at - 1, 0) : at + 3].strip() != "**"]
            if len(touching) % 2 and "***" not in block[0]:
                opening = [at for at in touching if not block[0][at + 2 : at + 3].isspace()]
                yield source.problem(block.start() + (opening or touching)[-1], _OPEN, _OPEN_HINT, "warning")
        elif spaced := _spaced(block[0], marks):
            start, end = spaced
            words = block[0][start + 2 : end - 2].strip()
            headline = f'"{in_few_words(block[0][start:end])}" is shown as it is typed'
            yield source.problem(block.start() + start, headline, f'write "**{in_few_words(words)}**"', "warning")


def _spaced(block: str, marks: list[int]) -> tuple[int, int] | None:
    """Return the offsets of the first words with a space between them and one of their two marks; None without."""
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        words = block[start + 2 : end]
        if len(words) > _MOST_WORDS or "\n" in words or not words.strip():
            continue
        is_alone = len(marks) == len((start, end)) or not block[end + 2 : end + 3].strip()
        if words[0] == " " or (words[-1] == " " and is_alone):
            return start, end + 2
    return None
