"""Have Markdown read inside elements such as `<details>`, where a writer means it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB
from sitegen.errors import Problem

MAX_DEPTH = 30
"""Elements nested deeper are left as they are; `limits` refuses them."""

READ_INSIDE = frozenset({"details", "div", "section", "blockquote"})
"""The elements in which Markdown can be read."""

_ANY_TAG = re.compile(r"<(?:details|div|section|blockquote)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>details|div|section|blockquote)(?:\s[^<>]*)?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\smarkdown\s*=\s*(?P<value>[\"'\u201c-\u201f]?[^\s\"'\u201c-\u201f]*[\"'\u201c-\u201f]?)")
_SUMMARY = re.compile(r"<summary>(?=[^<\n]{0,200}(?:\*[^\s*<][^<\n]{0,200}\*|`[^`<\n]+`|\]\())", re.IGNORECASE)
_AT_START = r"[ ]{0,3}(?:(?:[-*+]|\d{1,3}\.|#{1,6}|>)[ ]|```|~~~)"
_START_MARK = re.compile(_AT_START)
_MARKS = tuple(re.compile(mark) for mark in (r"\*\*[^\s*]", r"\]\([^)\s]"))
_LINE_MARK = re.compile(rf"\n{_AT_START}")
_SET_IN = re.compile(r"^(?:[ ]{4}|\t)", re.MULTILINE)

_HINT = 'write <{name} markdown="1"> to have it read, or write it as HTML'
_SET_IN_HINT = 'begin its lines at the margin and write <{name} markdown="1"> to have it read, or write it as HTML'


@dataclass(slots=True, kw_only=True)
class _Element:
    """An element: its name, the offsets of its start tag, its text, and whether Markdown is read in one inside.

    One that stands neither at the margin nor in one that does is part of a paragraph, which Markdown reads: not raw.
    """

    name: str
    start: int
    end: int
    is_at_margin: bool
    is_raw: bool
    content: str = ""
    has_markdown: bool = False


class _Marks:
    """The offsets of the marks of Markdown in a text, found once for all elements."""

    def __init__(self, text: str) -> None:
        self._text = text
        offsets = [match.start() for mark in _MARKS for match in mark.finditer(text)]
        offsets += [match.start() for match in _LINE_MARK.finditer(f"\n{text}")]
        self._offsets: Sequence[int] = sorted(offsets)

    def first_in(self, element: _Element) -> int | None:
        """Return the offset of the first mark in the text of an element, which may begin in the middle of a line."""
        if _START_MARK.match(self._text, element.end, element.end + len(element.content)):
            return element.end
        index = bisect_left(self._offsets, element.end)
        is_inside = index < len(self._offsets) and self._offsets[index] < element.end + len(element.content)
        return self._offsets[index] if is_inside else None


def read_inside_elements(source: BodySource) -> RuleResult:
    """Mark the elements in which Markdown is to be read, and those around them; report marks in others."""
    if "<" not in source.text or not _ANY_TAG.search(source.text):
        return NO_RESULT
    marks = _Marks(source.text)
    edits: list[Edit] = []
    problems: list[Problem] = []
    for element in _elements(source.text, source.code_free):
        attribute = _ATTRIBUTE.search(source.text, element.start, element.end)
        if attribute and attribute["value"][:1] in "\u201c\u201d\u201e\u201f":
            edits.append(Edit(attribute.start("value"), len(attribute["value"]), '"1"'))
        if attribute:
            element.has_markdown = "0" not in attribute["value"]
            continue
        mark = marks.first_in(element)
        if _is_markdown(element, has_marks=mark is not None):
            element.has_markdown = True
            edits.append(Edit(element.end - 1, 0, ' markdown="1"'))
            edits += _summary_edits(element)
            edits += _margin_edits(element)
        elif mark is not None and element.is_raw:
            problems.append(_problem(source, element, mark))
    return RuleResult(tuple(edits), tuple(problems))


def _elements(text: str, code_free: str) -> Iterator[_Element]:
    """Yield the elements that are closed, each after those inside it, which may change its `has_markdown` before."""
    open_elements: list[_Element] = []
    for tag in _TAG.finditer(code_free):
        name = tag["name"].lower()
        if not tag["end"]:
            before = text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()]
            is_at_margin = not before.strip(" ") and len(before) < TAB
            is_raw = is_at_margin or any(element.is_raw for element in open_elements[-1:])
            element = _Element(name=name, start=tag.start(), end=tag.end(), is_at_margin=is_at_margin, is_raw=is_raw)
            open_elements.append(element)
        elif any(element.name == name for element in open_elements[-MAX_DEPTH:]):
            while open_elements[-1].name != name:
                open_elements.pop()
            element = open_elements.pop()
            if len(open_elements) < MAX_DEPTH:
                element.content = text[element.end : tag.start()]
                yield element
                if open_elements and element.has_markdown:
                    open_elements[-1].has_markdown = True


def _is_markdown(element: _Element, *, has_marks: bool) -> bool:
    """Return whether what stands in an element is Markdown beyond doubt."""
    if not element.is_at_margin:
        return False
    content = element.content
    if element.name == "details":
        later = (part.lstrip()[:1] for part in content.split("\n\n")[1:])
        return element.has_markdown or has_marks or any(first not in {"", "<"} for first in later)
    is_meant = element.has_markdown or (has_marks and _starts_apart(content))
    return is_meant and not _SET_IN.search(content)


def _starts_apart(content: str) -> bool:
    """Return whether an empty line stands between the start tag and the text."""
    return content.lstrip(" \t").startswith("\n") and not content.split("\n", 2)[1].strip()


def _problem(source: BodySource, element: _Element, offset: int) -> Problem:
    hint = _SET_IN_HINT if _SET_IN.search(element.content) else _HINT
    headline = f"Markdown inside <{element.name}> is shown as it is typed"
    return source.problem(offset, headline, hint.format(name=element.name), "warning")


def _summary_edits(element: _Element) -> Iterator[Edit]:
    if element.name == "details":
        for summary in _SUMMARY.finditer(element.content):
            yield Edit(element.end + summary.end() - 1, 0, ' markdown="span"')


def _margin_edits(element: _Element) -> Iterator[Edit]:
    """Yield the edits that move what is set in as a whole to the margin, where Markdown does not read it as code."""
    first, *lines = element.content.split("\n")
    size = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    offset = element.end + len(first) + 1
    for line in lines:
        if size and line.strip():
            yield Edit(offset, size, "")
        offset += len(line) + 1
