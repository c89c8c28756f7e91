"""Report definitions of links, footnotes and abbreviations in vain, and show what only looks like one."""

import re
from collections.abc import Iterator
from itertools import compress

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, in_few_words, suggest

_BEFORE_ITEM = r"(?:[-*+]|\d{1,9}\.|:|\[\^[^\]\n]++\]:)[ \t]++"
_DEFINITION = re.compile(
    rf"^[ \t>]*+(?P<item>(?:{_BEFORE_ITEM}[> ]*+)*+)"
    r"\[(?P<label>(?!\^)[^\[\]\n]*+)\]:[ \t]*+(?:\n[ \t>]*+)?"
    r"(?P<text>(?P<target>[^\s]++)[ \t]*+(?:\n[ \t>]*+)?(?:(?P<quote>[\"']).*(?P=quote)|\(.*\))?)[ \t]*+$",
    re.MULTILINE,
)
"""A definition, as Python-Markdown reads it: an address and a title after a label, at the margin or in an item."""

_ADDRESS = re.compile(r"[/#<]|\w[.:@]\w")

_NOTE = re.compile(r"(?:^[ >]*+|(?<=\]:)[ ]?)\[\^(?P<label>[^\]\n]++)\]:", re.MULTILINE)
_EMPTY_NOTE = re.compile(r"^[ >]*+\[\^(?P<label>[^\]\n]++)\]:[ \t]*+$", re.MULTILINE)
_TEXT_BELOW = re.compile(r"\n[ \t>]*[^\s>]|\n[ \t>]*(?:\n[ \t>]*)*\n[ >]*(?: {2}|\t)[ \t]*[^\s>]")
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[(?P<label>[^\]\n]++)\][ ]?:[ ]*(?P<text>.*)", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[(?P<text>(?:[^\[\]\\\n]|\\.){0,300})\][ ]?\[(?P<label>[^\[\]\n]{0,200})\]")
_LABEL = re.compile(r"\[([^\[\]\n^][^\[\]\n]{0,200})\]")


def check_references(source: BodySource) -> RuleResult:
    """Report what defines or uses a link, a note or an abbreviation in vain."""
    if "[" not in source.text or (
        "]:" not in source.text and "] :" not in source.text and "][" not in source.text and "] [" not in source.text
    ):
        return NO_RESULT
    text = source.code_free
    definitions = list(_DEFINITION.finditer(text))
    starts = {match.start("label") - 1 for match in definitions}
    used = {_folded(match[1]) for match in _LABEL.finditer(text) if match.start() not in starts}
    is_shown = [_folded(match["label"]) not in used and _is_text(match) for match in definitions]
    shown = list(compress(definitions, is_shown))
    links = [match for match, is_text in zip(definitions, is_shown, strict=True) if not is_text]
    edits = tuple(Edit(match.start("label") - 1, 0, "\\") for match in shown)
    problems = [
        *_undefined(source, text, links, starts),
        *_defined(source, links, used),
        *(_shown_address(source, match) for match in shown if _ADDRESS.search(match["target"])),
        *_notes(source, text),
        *_abbreviations(source, text),
    ]
    return RuleResult(edits, tuple(problems))


def _is_text(match: re.Match[str]) -> bool:
    """Return whether a definition that nothing uses is text: one in an item of a list, or without an address."""
    return bool(match["item"]) or not _ADDRESS.search(match["target"])


def _undefined(source: BodySource, text: str, links: list[re.Match[str]], starts: set[int]) -> Iterator[Problem]:
    defined = {_folded(match["label"]) for match in links}
    for match in _REFERENCE.finditer(text):
        label = match["label"] or match["text"]
        if match.start() in starts or _folded(label) in defined or not match["text"].strip() or "^" in label[:1]:
            continue
        headline = f'"{match[0]}" is shown as it is typed: no line defines the link "{label}"'
        hint = (
            suggest(_folded(label), sorted(defined))
            or f"write [{match['text']}](address), or add a line: [{label}]: address"
        )
        yield source.problem(match.start(), headline, hint, "warning")


def _defined(source: BodySource, links: list[re.Match[str]], used: set[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for match in links:
        label, offset = _folded(match["label"]), match.start("label") - 1
        if label in seen:
            headline = f'the link "{match["label"]}" is defined twice: the last line counts'
            yield source.problem(offset, headline, "delete one of the two lines", "warning", _named(match))
        elif label not in used:
            headline = f'the link "{match["label"]}" is defined and used nowhere'
            hint = f"write [{match['label']}] in the text, or delete the line"
            yield source.problem(offset, headline, hint, "warning", _named(match))
        elif match["item"]:
            headline = f'the link "{match["label"]}" is defined in an item, which is shown without a text'
            hint = "move the definition to the end of the page, without the mark of a list before it"
            yield source.problem(offset, headline, hint, "warning", _named(match))
        seen.add(label)


def _shown_address(source: BodySource, match: re.Match[str]) -> Problem:
    headline = f'the link "{match["label"]}" is used nowhere: its definition is shown as it is typed'
    hint = f'for text, write "\\[{match["label"]}]"; for a link, write [{match["label"]}](address)'
    return source.problem(match.start("label") - 1, headline, hint, "warning")


def _notes(source: BodySource, text: str) -> Iterator[Problem]:
    for match in _EMPTY_NOTE.finditer(text) if "[^" in text else ():
        if not _TEXT_BELOW.match(text, match.end()):
            headline = f'the footnote "{match["label"]}" is empty'
            hint = f"write its text: [^{match['label']}]: ..."
            yield source.problem(match.start("label") - 2, headline, hint, "warning")
    seen: set[str] = set()
    for match in _NOTE.finditer(text) if "[^" in text else ():
        if match["label"] in seen:
            headline = f'the footnote "{match["label"]}" has two texts, and only the last one would be shown'
            hint = "give the second one a label of its own"
            yield source.problem(match.start("label") - 2, headline, hint)
        seen.add(match["label"])


def _abbreviations(source: BodySource, text: str) -> Iterator[Problem]:
    matches = list(_ABBREVIATION.finditer(text)) if "*[" in text else []
    rest = _ABBREVIATION.sub("", text) if matches else ""
    for match in matches:
        if not re.search(rf"\b{re.escape(match['label'])}\b", rest):
            headline = f'the abbreviation "{match["label"]}" is explained and used nowhere'
            hint = "use it in the text, or delete the line"
            yield source.problem(match.start("label") - 2, headline, hint, "warning", _named(match))


def _named(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Return the text of a definition that no reader sees, for its message."""
    return (("with its text", in_few_words(match["text"])),)


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
