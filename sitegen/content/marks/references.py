"""Report link definitions, footnotes and abbreviations that are typed twice, lead nowhere, or are used nowhere."""

import re
from collections.abc import Iterator

from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, in_few_words, suggest

_DEFINITION = re.compile(
    r"^[ >]*+\[(?P<label>(?!\^)[^\[\]\n]*+)\]:[ \t]*+(?:\n[ \t]*+)?(?=<?[^\s<>])(?P<text>.*)", re.MULTILINE
)
_NOTE = re.compile(r"(?:^[ >]*+|(?<=\]:)[ ]?)\[\^(?P<label>[^\]\n]++)\]:", re.MULTILINE)
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
    problems = [*_links(source, text), *_notes(source, text), *_abbreviations(source, text)]
    return RuleResult(problems=tuple(problems))


def _links(source: BodySource, text: str) -> Iterator[Problem]:
    definitions = list(_DEFINITION.finditer(text))
    defined = {_folded(match["label"]) for match in definitions}
    starts = {match.start("label") - 1 for match in definitions}
    used = {_folded(match[1]) for match in _LABEL.finditer(text) if match.start() not in starts}
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
    seen: set[str] = set()
    for match in definitions:
        label = _folded(match["label"])
        if label in seen:
            headline = f'the link "{match["label"]}" is defined twice: the last line counts'
            yield source.problem(
                match.start("label") - 1, headline, "delete one of the two lines", "warning", _named(match)
            )
        elif label not in used:
            headline = f'the link "{match["label"]}" is defined and used nowhere'
            hint = f"write [{match['label']}] in the text, or delete the line"
            yield source.problem(match.start("label") - 1, headline, hint, "warning", _named(match))
        seen.add(label)


def _notes(source: BodySource, text: str) -> Iterator[Problem]:
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
