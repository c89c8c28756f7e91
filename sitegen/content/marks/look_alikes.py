"""Strike what stands between tildes, and report what looks like a mark of Markdown and is none here."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])(?P<text>(?:[^~\n]|\n(?![ \t]*\n)){1,1000}?)(?<=[^\s~])~~(?!~)")

_ESCAPED = re.compile(r"(?<!\\)\\(?=~~)")
"""A backslash before tildes, which Markdown itself does not know as an escape."""

_CLASS_HINT = "delete it: looks belong in the style sheet"
_BOXES = frozenset({"[ ]", "[x]", "[X]"})
_BLOCK_HINT = "delete it: blocks of other programs do nothing here"


class _LookAlike(NamedTuple):
    """What looks like a mark: texts of which one must occur, the pattern whose group `it` is reported, and a hint."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    hint: str


def _look_alike(signs: str | tuple[str, ...], pattern: str, hint: str) -> _LookAlike:
    return _LookAlike((signs,) if isinstance(signs, str) else signs, re.compile(pattern, re.MULTILINE), hint)


_LOOK_ALIKES = (
    _look_alike(
        "{#",
        r"(?P<it>\{#[\w:.-]{1,100}\})(?=[ ]*$)",
        "delete it: a heading has an anchor of its own, made from its words",
    ),
    _look_alike(
        ("{#", "{.", "{:", "{ "),
        r"(?P<it>\{:?[ ]*[.#][\w-]{1,100}[^{}\n]{0,100}\})",
        _CLASS_HINT,
    ),
    _look_alike(
        "==",
        r"(?<![=\w])(?P<it>==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==)(?![=\w])",
        "write <mark>...</mark>, or **...** for what is important",
    ),
    _look_alike(
        "[[",
        r"(?<!\[)(?P<it>!?\[\[[^\[\]\n]{1,200}\]\])(?![\](])",
        "write [text](../stories/name.md), the path of the page's file",
    ),
    _look_alike(("[TOC]", "[toc]", "{:toc}"), r"^(?P<it>\[(?:TOC|toc)\]|\{:toc\})[ ]*$", "delete it"),
    _look_alike(("){", "]{"), r"(?<=[)\]])(?P<it>\{:?[ ]*[\w-]{1,30}=[^{}\n]{1,100}\})", _CLASS_HINT),
    _look_alike(
        ("[!", ":::", "???"),
        r"^[ ]{0,3}>?[ ]?(?P<it>\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|:::[ ]?\w{1,30}|\?\?\?\+?[ ]\w{1,30})",
        'write "!!! note" on a line of its own, and the text below it, set in by four spaces',
    ),
    _look_alike("~", r"(?<=\w)(?P<it>~\w{1,5}~)(?!~)", "write <sub>...</sub>"),
    _look_alike("^", r"(?<=\w)(?P<it>\^\w{1,5}\^)", "write <sup>...</sup>"),
    _look_alike(
        "^[",
        r"(?<=[\w.,])(?P<it>\^\[[^\[\]\n]{1,200}\])",
        'write "[^1]" here, and the note on a line of its own: "[^1]: ..."',
    ),
    _look_alike(
        ("[ ]", "[x]", "[X]", "[]", "[-]", "[\u00a0]"),
        r"^[ >]*(?:[-*+]|\d{1,3}\.)[ ]+(?P<it>\[(?:\]|[-\u00a0]\]|[ xX]\](?=[\w])|[ ]\]$))(?![(\[:])",
        'write "- [ ] ..." for a task, or "- [x] ..." for one that is done',
    ),
    _look_alike(
        ("[ ]", "[x]", "[X]"),
        r"^[ ]{0,3}(?P<it>\[[ xX]\])[ ](?!\()\S",
        'begin the line with a hyphen: "- [ ] ..."',
    ),
    _look_alike(
        ("] (", "]\n(", "]  (", "]   ("),
        r"(?P<it>(?<!\\)\[[^\[\]\n]{1,200}\](?:[ ]{1,3}|\n)\((?:(?:https?:|mailto:|/|\.\./)[^()\s]{1,500}"
        r"|[\w./-]{1,200}\.(?:md|pdf|docx|pptx|xlsx))\))",
        "write [text](address), with nothing between the two",
    ),
    _look_alike(
        ")[",
        r"(?P<it>\([^()\[\]\n]{1,200}\)\[(?:https?:|mailto:|/|\.\./)[^\[\]\s]{1,500}\])",
        "write [text](address): the text stands in square brackets, the address in round ones",
    ),
    _look_alike("[/", r"(?P<it>\[/[a-z][a-z_-]{1,30}\])(?!\()", _BLOCK_HINT),
    _look_alike(
        "[",
        r"(?P<it>\[[a-z][a-z_-]{1,30}[ ][^\[\]\n]{0,300}(?:=[\"'\u201c\u201d]|https?://)[^\[\]\n]{0,300}\])(?!\()",
        _BLOCK_HINT,
    ),
    _look_alike("{%", r"(?P<it>\{%[^\n{}%]{1,200}%\})", _BLOCK_HINT),
    _look_alike(":", r"(?P<it>:[a-z][a-z0-9_+-]{1,30}:)(?![\w:])", "write the character itself, or delete it"),
    _look_alike(
        "#######",
        r"^[ ]{0,3}(?P<it>\#{7,})(?=[ \t]*[^\s#])",
        'write "## ": no heading has more than six signs',
    ),
)


def read_look_alikes(source: BodySource) -> RuleResult:
    """Make struck text of `~~x~~`; report attributes in braces, links in pieces and marks of other programs."""
    typed = source.text
    kinds = [kind for kind in _LOOK_ALIKES if any(sign in typed for sign in kind.signs) and kind.pattern.search(typed)]
    if not kinds and "~~" not in typed:
        return NO_RESULT
    text = source.code_free
    edits = []
    for match in _STRUCK.finditer(text) if "~~" in text else ():
        edits += [Edit(match.start(), 2, "<del>"), Edit(match.end() - 2, 2, "</del>")]
    edits += [Edit(match.start(), 1, "") for match in _ESCAPED.finditer(text)]
    return RuleResult(tuple(sorted(edits)), tuple(_problems(source, text, kinds)))


def _problems(source: BodySource, text: str, kinds: list[_LookAlike]) -> Iterator[Problem]:
    """Yield a warning for each, one of those that begin at the same place."""
    starts: set[int] = set()
    for kind in kinds:
        for match in kind.pattern.finditer(text):
            start, shown = match.start("it"), match["it"].replace("\n", " ")
            if start in starts or _is_no_mark(text, start, shown):
                continue
            starts.add(start)
            yield source.problem(start, f'"{shown}" is shown as it is typed', kind.hint, "warning")


def _is_no_mark(text: str, start: int, shown: str) -> bool:
    """Return whether a look-alike is a link that has a definition, or colons within or after a word."""
    if shown[0] == ":":
        before = text[start - 1 : start]
        return before.isalnum() or before in {":", "."}
    return shown in _BOXES and f"{shown}:".lower() in text.lower()
