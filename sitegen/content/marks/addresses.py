"""Report links that lead nowhere by the form of their address, and links without a text to tap."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_LINK = re.compile(
    r"""\[(?P<text>(?:[^\[\]\n\\]|\\.){0,300})\]\([ ]*+(?P<target>[^()\s<>"']++)"""
    r"""(?P<rest>(?:[ ]+[^()<>"'\n ]+){0,20})[ ]*+(?:"[^"\n]*"|'[^'\n]*')?[ ]*+\)"""
)
_EMPTY = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
_ONE_SLASH = re.compile(r"(https?):/?(?!/)(?=[\w-]+\.)", re.IGNORECASE)
_EXAMPLES = {"mailto": "mailto:name@example.org", "tel": "tel:+1-510-555-0100"}


def check_addresses(source: BodySource) -> RuleResult:
    """Report addresses with spaces, with a slash too few or with nothing in them, and links without a text."""
    if "](" not in source.text:
        return NO_RESULT
    problems = (problem for match in _LINK.finditer(source.code_free) for problem in _problems(source, match))
    return RuleResult(problems=tuple(problems))


def _problems(source: BodySource, match: re.Match[str]) -> Iterator[Problem]:
    target, offset = match["target"], match.start("target")
    is_picture = match.string.startswith("!", match.start() - 1) if match.start() else False
    if not match["text"].strip() and not is_picture:
        hint = f"write what it leads to: [...]({target})"
        yield source.problem(match.start(), "a link without a text cannot be seen or tapped", hint, "warning")
    if match["rest"]:
        mended = (target + match["rest"].rstrip()).replace(" ", "%20")
        headline = "an address with a space in it leads nowhere"
        yield source.problem(offset, headline, f'write "{mended}"', "warning")
    elif _EMPTY.fullmatch(target):
        headline = f'the link "{target}" leads nowhere: nothing stands after the colon'
        yield source.problem(offset, headline, f'write an address, as in "{_EXAMPLES[target[:-1].lower()]}"', "warning")
    elif wrong := _ONE_SLASH.match(target):
        headline = f'the link "{target}" leads nowhere: two slashes stand after the colon of an address'
        yield source.problem(offset, headline, f'write "{wrong[1]}://{target[wrong.end() :]}"', "warning")
