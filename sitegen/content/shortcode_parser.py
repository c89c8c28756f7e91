"""Finds `{{ name key="value" }}` before Markdown, and puts a segment in its place after the cleaning.

Markdown never sees a shortcode but a word that stands for it; what comes out inside code becomes text again.
"""

import html
import re
from dataclasses import dataclass

from sitegen.content.sanitize import without_controls
from sitegen.content.source_scan import FENCED, Source, without_code
from sitegen.errors import Problem
from sitegen.model import Shortcode

_OPENING = re.compile(r"\{\{(?=[ \t]*+[A-Za-z}])")
_CALL = re.compile(
    r"\{\{[ \t]*+([A-Za-z][A-Za-z0-9_-]*+)((?:[ \t]++[A-Za-z][A-Za-z0-9_-]*+=\"(?:[^\"\\\n]|\\.)*+\")*+)[ \t]*+\}\}"
)
_ARGUMENT = re.compile(r"([A-Za-z][A-Za-z0-9_-]*+)=\"((?:[^\"\\\n]|\\.)*+)\"")
_ESCAPED = re.compile(r'\\(["\\])')
_CLOSING = re.compile(r"[^\n]*?\}\}")
_REST_OF_LINE = re.compile(r"[^\n]*")

_CODE = re.compile(r"<(pre|code)(?: [^>]*)?>.*?</\1>", re.DOTALL)
_BLOCKS = "blockquote|dd|details|div|figure|li|ol|p|pre|section|summary|table|ul|dl|h[2-6]|hr"
_BEFORE = re.compile(rf"(?:^|</?(?:{_BLOCKS})(?: [^>]*)?>)\s*$")
_AFTER = re.compile(rf"\s*(?:$|</?(?:{_BLOCKS})[ >])")
_NEAR = 300

Piece = str | Shortcode


@dataclass(frozen=True, slots=True)
class Call:
    """Something that looks like a shortcode: as typed, where, what it means, or what is wrong with it."""

    text: str
    offset: int
    shortcode: Shortcode | None
    headline: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Calls:
    """The shortcodes of a body, and the text with a word in place of each."""

    text: str
    prefix: str = ""
    found: tuple[Call, ...] = ()


def take_shortcodes(source: Source) -> Calls:
    """Replace each shortcode that is not in a code fence by a word, on lines of its own where it stands so."""
    text = source.text
    if "{{" not in text:
        return Calls(text)
    prefix = "shortcode"
    while prefix in text:
        prefix += "x"
    fences = [match.span() for match in FENCED.finditer(text)] if "```" in text or "~~~" in text else []
    pieces: list[str] = []
    found: list[Call] = []
    last = 0
    for match in _OPENING.finditer(text):
        if match.start() < last or any(start <= match.start() < end for start, end in fences):
            continue
        call = _read_call(source, match.start())
        word = f"{prefix}{len(found)}z"
        is_block = call.shortcode is not None and _indent(text, call.offset) < len("    ")
        pieces += [text[last : call.offset], f"\n{word}\n" if is_block else word]
        last = call.offset + len(call.text)
        found.append(call)
    return Calls("".join((*pieces, text[last:])), prefix, tuple(found))


def place_shortcodes(clean_html: str, calls: Calls, source: Source) -> tuple[list[Piece], list[Problem]]:
    """Give the sanitised HTML cut at its shortcodes, and what is wrong with those that cannot stay."""
    if not calls.found:
        return [clean_html], []
    code = [match.span() for match in _CODE.finditer(clean_html)]
    pieces: list[Piece] = [""]
    problems: list[Problem] = []
    lost = _in_plain_sight(calls, source)
    last = 0
    for match in re.finditer(rf"(<p>\s*)?{calls.prefix}(\d+)z(?(1)(\s*</p>)?)", clean_html):
        call = calls.found[int(match[2])]
        before, after = _around(clean_html, match)
        pieces[-1] = f"{pieces[-1]}{clean_html[last : match.start()]}"
        last = match.end()
        if any(start <= match.start(2) < end for start, end in code):
            typed = html.escape(without_controls(call.text))
            pieces[-1] = f"{pieces[-1]}{match[1] or ''}{typed}{match[3] or ''}"
        elif call.shortcode is not None and before and after:
            pieces += [call.shortcode, ""]
        else:
            pieces[-1] = f"{pieces[-1]}{match[1] or ''}{match[3] or ''}"
            problems.append(_wrong(call, source))
        lost.discard(int(match[2]))
    pieces[-1] = f"{pieces[-1]}{clean_html[last:]}"
    problems += [_wrong(calls.found[index], source) for index in sorted(lost)]
    return [piece for piece in pieces if piece], problems


def _in_plain_sight(calls: Calls, source: Source) -> set[int]:
    """Give the numbers of the shortcodes that stand in no comment: each of them must come out again."""
    visible = without_code(source.text)
    return {index for index, call in enumerate(calls.found) if visible[call.offset] == "{"}


def _around(clean_html: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Whether a shortcode's word has nothing but the ends of blocks before and behind it."""
    if match[1] and match[3]:
        return True, True
    near = clean_html[max(0, match.start() - _NEAR) : match.start()]
    return not match[1] and bool(_BEFORE.search(near)), not match[1] and bool(_AFTER.match(clean_html, match.end()))


def _wrong(call: Call, source: Source) -> Problem:
    if call.headline:
        return source.problem(call.offset, call.headline, call.hint)
    name = call.shortcode.name if call.shortcode else ""
    headline = f'shortcode "{name}" stands inside a paragraph'
    return source.problem(call.offset, headline, "leave an empty line above and below it")


def _read_call(source: Source, offset: int) -> Call:
    text = source.text
    match = _CALL.match(text, offset)
    if not match:
        return _read_broken(text, offset)
    name, arguments = match[1], _arguments(match[2])
    keys = [key for key, _ in arguments]
    twice = next((key for key in keys if keys.count(key) > 1), "")
    if twice:
        headline = f'shortcode "{name}" has "{twice}" twice'
        return Call(match[0], offset, None, headline, "write it once")
    if _indent(text, offset) < 0 or _rest_of_line(text, match.end()).strip():
        headline = f'shortcode "{name}" does not stand on a line of its own'
        return Call(match[0], offset, None, headline, "put it on a line of its own")
    return Call(match[0], offset, Shortcode(name, arguments, *source.place(offset)))


def _read_broken(text: str, offset: int) -> Call:
    closed = _CLOSING.match(text, offset)
    if not closed:
        return Call("{{", offset, None, "shortcode is never closed", 'end it with "}}" on the same line')
    typed = closed[0]
    if any(quote in typed for quote in "'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"):
        hint = 'write straight double quotes: key="value"'
    elif typed.count('"') % 2:
        hint = "is a quote missing?"
    else:
        hint = 'write {{ name key="value" }}'
    return Call(typed, offset, None, f'shortcode "{typed}" cannot be read', hint)


def _arguments(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, _ESCAPED.sub(r"\1", value)) for key, value in _ARGUMENT.findall(text))


def _indent(text: str, offset: int) -> int:
    """Give the spaces before an offset on its line; -1 where there is anything else."""
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return -1 if before.strip() else len(before.expandtabs(4))


def _rest_of_line(text: str, offset: int) -> str:
    match = _REST_OF_LINE.match(text, offset)
    return match[0] if match else ""
