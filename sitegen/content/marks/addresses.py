"""Report links that lead nowhere by the form of their address, and links without a text to tap."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_LINK = re.compile(
    r"""\[(?P<text>(?:[^\[\]\n\\]|\\.){0,300})\]\([ ]*+(?P<target>[^()\s<>"']++)"""
    r"""(?P<rest>(?:[ ]+(?:<[^<>\s]*>|[^()<>"'\n ]+)){0,20})[ ]*+(?:"[^"\n]*"|'[^'\n]*')?[ ]*+\)"""
)
_EMPTY = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
_NO_MAIL = re.compile(r"mailto:(?![^\s?]*(?:@|%40))(?!\?)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@:,;<>()]+@[^\s@,;<>()]+\.[A-Za-z]{2,24}")
_QUOTED_TITLE = re.compile(
    "[ ]+[\u201c\u201d\u201e\u2018\u2019\u00ab\u2033](?P<title>[^\\n]*?)[\u201c\u201d\u2018\u2019\u00bb\u2033]?"
)
_SIZE = re.compile(r"[ ]+=(?:\d+x\d*|x\d+)", re.IGNORECASE)
_TOP = re.compile(
    r"\b(?:top|start|beginning|arriba|inicio|principio|itaas)\b|[\u2191\u21e7\u25b2\u2b06\u9802\u9876]", re.IGNORECASE
)
_ONE_SLASH = re.compile(r"(https?):/?(?!/)(?=[\w-]+\.)", re.IGNORECASE)
_EXAMPLES = {"mailto": "mailto:name@example.org", "tel": "tel:+1-510-555-0100"}


_MAIL_HINT = f'write an address, as in "{_EXAMPLES["mailto"]}"'


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
    if wrong := _rest_fault(target, match["rest"].rstrip()) or _address_fault(target, match["text"]):
        yield source.problem(offset, *wrong, "warning")


def _rest_fault(target: str, rest: str) -> tuple[str, str] | None:
    """Return headline and hint at what stands after the address of a link, where it is no title in straight quotes."""
    if not rest or target.startswith("#"):
        return None
    if title := _QUOTED_TITLE.fullmatch(rest):
        hint = f'write it in straight quotes: ({target} "{title["title"]}")'
        return "the title of a link stands in other than straight quotes", hint
    if _SIZE.fullmatch(rest):
        return "the size of a picture cannot be given, it follows from the page", f'delete "{rest.strip()}"'
    scheme = target.partition(":")[0].lower()
    if scheme == "mailto":
        return _mail_fault(target + rest)
    if scheme == "tel":
        return "a telephone number with a space in it cannot be called", f'write "{target}{rest.replace(" ", "-")}"'
    return "an address with a space in it leads nowhere", f'write "{(target + rest).replace(" ", "%20")}"'


def _mail_fault(typed: str) -> tuple[str, str]:
    before, mark, query = typed.partition("?")
    mails = ",".join(mail[0] for mail in _MAIL.finditer(before.partition(":")[2]))
    better = f'write "mailto:{mails}{mark}{query.replace(" ", "%20")}"' if mails else _MAIL_HINT
    return f'the link "{typed}" leads to no mail address', better


def _address_fault(target: str, text: str) -> tuple[str, str] | None:
    """Return headline and hint at an address that leads nowhere by its form, else None."""
    if _EMPTY.fullmatch(target):
        headline = f'the link "{target}" leads nowhere: nothing stands after the colon'
        return headline, f'write an address, as in "{_EXAMPLES[target[:-1].lower()]}"'
    if _NO_MAIL.match(target):
        return _mail_fault(target)
    if target == "#" and not _TOP.search(text):
        return 'the link "#" leads to the top of its own page', 'write where it leads, or "#top" if the top is meant'
    if wrong := _ONE_SLASH.match(target):
        headline = f'the link "{target}" leads nowhere: two slashes stand after the colon of an address'
        return headline, f'write "{wrong[1]}://{target[wrong.end() :]}"'
    return None
