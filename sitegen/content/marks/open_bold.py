"""Report marks of bold text without a second one in their paragraph, or with spaces beside their words."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, in_few_words

_BLOCK = re.compile(r"(?:[^\n]|\n(?![ \t>]*(?:\n|$)))+")
_MARK = re.compile(r"(?<![\\*])\*\*(?!\*)")
_SPACED = re.compile(r"(?<![*\w\\])\*\*[ ](?P<words>[^*\n]{1,200}?)[ ]\*\*(?![*\w])")

_OPEN = '"**" is shown as it is typed: it has no second one in its paragraph'
_OPEN_HINT = 'write "**" before and behind the words in each paragraph; for text, write "\\*\\*"'


def report_open_bold(source: BodySource) -> RuleResult:
    """Report each paragraph with a mark too many, and words with spaces between them and their marks."""
    if "**" not in source.text:
        return NO_RESULT
    if not any(block.count("**") % 2 or "** " in block for block in source.text.split("\n\n")):
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
        elif (spaced := _SPACED.search(block[0])) and marks.index(spaced.start()) % 2 == 0:
            shown = in_few_words(spaced[0])
            hint = f'write "**{in_few_words(spaced["words"])}**"'
            yield source.problem(block.start() + spaced.start(), f'"{shown}" is shown as it is typed', hint, "warning")
