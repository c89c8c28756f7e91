"""Report links that are never closed, whose address goes on on the next line, or that stand in another link."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, in_few_words

_START = r"(?<![\\!])\[(?P<{0}_text>[^\[\]\n]{{1,200}})\]\("
_ADDRESS = r"(?:https?:|mailto:|www\.|/|\.\.?/|[\w-]+\.md\b)"
_ON_TWO_LINES = (
    rf"{_START.format('two')}(?P<two>{_ADDRESS}[^()\s]{{0,500}})\n[ \t]*(?P<rest>(?![\"'\s])[^()\s]{{1,500}})\)"
)
_OPEN = (
    rf"{_START.format('open')}(?P<open>{_ADDRESS}[^()\s]{{0,500}})"
    r"(?:[^()\n]|\n(?![ \t]{0,9}\n)){0,300}(?=\n[ \t]{0,9}\n|\s{0,9}\Z)"
)
_BROKEN = re.compile(f"{_ON_TWO_LINES}|{_OPEN}")
_NO_END = re.compile(r"\]\([^()\n]*+(?:\n|\Z)")
_INNER = re.compile(
    r"(?<![\\!\]])\[[^\[\]\n]{0,200}(?<![!\\])(?P<inner>\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\))[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)"
)
_AFTER_INNER = re.compile(r"\)[^\[\]\n]*+\]\(")


def report_broken_links(source: BodySource) -> RuleResult:
    """Report each such link where it begins; of a link in another, the inner one."""
    if "](" not in source.text:
        return NO_RESULT
    problems: list[Problem] = []
    if _NO_END.search(source.text):
        problems += _broken(source)
    if _AFTER_INNER.search(source.text):
        problems += _inner(source)
    return RuleResult(problems=tuple(problems))


def _broken(source: BodySource) -> Iterator[Problem]:
    for match in _BROKEN.finditer(source.code_free):
        if match["two"]:
            headline = "the address of this link stands on two lines, and leads nowhere"
            hint = f'write it on one: "{match["two"]}{match["rest"]}"'
            yield source.problem(match.start("two"), headline, hint, "warning")
        else:
            link = f"[{match['open_text']}]({match['open']}"
            headline = f'"{in_few_words(link)}" is shown as it is typed: ")" is missing'
            yield source.problem(match.start(), headline, f'write "{in_few_words(link)})"', "warning")


def _inner(source: BodySource) -> Iterator[Problem]:
    for match in _INNER.finditer(source.code_free):
        headline = f'"{in_few_words(match["inner"])}" is shown as it is typed: no link can stand in another one'
        hint = 'end the outer link before it: "[...](...) [...](...)"'
        yield source.problem(match.start("inner"), headline, hint, "warning")
