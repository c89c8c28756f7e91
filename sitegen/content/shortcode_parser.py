"""Take shortcodes, `{{ name key="value" }}`, out of Markdown before it is converted, and put them back afterwards.

Markdown sees a placeholder, one word, in place of each shortcode. A placeholder inside code becomes text again; any
other becomes a segment.
"""

import html
import re
from dataclasses import dataclass

from sitegen.content.code_free import FENCED, without_code
from sitegen.content.sanitize import without_controls
from sitegen.content.shown_files import FILE_KEYS, argument_problems
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem
from sitegen.model import Shortcode
from sitegen.model.folders import STATIC

_OPENING = re.compile(r"\{\{(?=[ \t]*+[A-Za-z}])")
_CALL = re.compile(
    r"\{\{[ \t]*+([A-Za-z][A-Za-z0-9_-]*+)((?:[ \t]++[A-Za-z][A-Za-z0-9_-]*+=\"(?:[^\"\\\n]|\\.)*+\")*+)[ \t]*+\}\}"
)
_ARGUMENT = re.compile(r"([A-Za-z][A-Za-z0-9_-]*+)=\"((?:[^\"\\\n]|\\.)*+)\"")
_ESCAPE = re.compile(r'\\(["\\])')
_FROM_STATIC = re.compile(rf"^(?:(?:\.\.?/)*|/){STATIC}/")
_CLOSING = re.compile(r"[^\n]*?\}\}")
_REST_OF_LINE = re.compile(r"[^\n]*")

_CODE = re.compile(r"<(pre|code)(?: [^>]*)?>.*?</\1>", re.DOTALL)
_BLOCKS = "blockquote|dd|details|div|figure|li|ol|p|pre|section|summary|table|ul|dl|h[2-6]|hr"
_BEFORE = re.compile(rf"(?:^|</?(?:{_BLOCKS})(?: [^>]*)?>)\s*$")
_AFTER = re.compile(rf"\s*(?:$|</?(?:{_BLOCKS})[ >])")
_CONTEXT = 300
_OWN_LINE = "put it on a line of its own; to show it as it is typed, put it between backquotes"

Piece = str | Shortcode


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcodeCall:
    """A text that looks like a shortcode: as typed, its offset, and either its meaning or what is wrong with it."""

    text: str
    offset: int
    shortcode: Shortcode | None = None
    headline: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedShortcodes:
    """The text of a body with a placeholder for each shortcode, and the shortcodes in their order."""

    text: str
    prefix: str = ""
    calls: tuple[ShortcodeCall, ...] = ()


def extract_shortcodes(source: BodySource) -> ExtractedShortcodes:
    """Replace each shortcode outside code fences by a placeholder; one on its own line becomes a block of its own."""
    text = source.text
    if "{{" not in text:
        return ExtractedShortcodes(text)
    prefix = "shortcode"
    while prefix in text:
        prefix += "x"
    fences = [match.span() for match in FENCED.finditer(text)] if "```" in text or "~~~" in text else []
    pieces: list[str] = []
    calls: list[ShortcodeCall] = []
    last = 0
    for match in _OPENING.finditer(text):
        if match.start() < last or any(start <= match.start() < end for start, end in fences):
            continue
        call = _read_call(source, match.start())
        placeholder = f"{prefix}{len(calls)}z"
        is_block = call.shortcode is not None and _indent(text, call.offset) < len("    ")
        pieces += [text[last : call.offset], f"\n{placeholder}\n" if is_block else placeholder]
        last = call.offset + len(call.text)
        calls.append(call)
    return ExtractedShortcodes("".join((*pieces, text[last:])), prefix, tuple(calls))


def restore_shortcodes(
    clean_html: str, extracted: ExtractedShortcodes, source: BodySource
) -> tuple[list[Piece], list[Problem]]:
    """Return sanitized HTML, cut at its shortcodes, and a problem for each shortcode that cannot stay.

    No piece of HTML is empty.
    """
    if not extracted.calls:
        return [clean_html], []
    code = [match.span() for match in _CODE.finditer(clean_html)]
    pieces: list[Piece] = [""]
    problems: list[Problem] = []
    missing = _visible_calls(extracted, source)
    last = 0
    for match in re.finditer(rf"(<p>\s*)?{extracted.prefix}(\d+)z(?(1)(\s*</p>)?)", clean_html):
        call = extracted.calls[int(match[2])]
        before, after = _is_between_blocks(clean_html, match)
        pieces[-1] = f"{pieces[-1]}{clean_html[last : match.start()]}"
        last = match.end()
        if any(start <= match.start(2) < end for start, end in code):
            typed = html.escape(without_controls(call.text))
            pieces[-1] = f"{pieces[-1]}{match[1] or ''}{typed}{match[3] or ''}"
        elif call.shortcode is not None and before and after:
            pieces += [call.shortcode, ""]
            problems += argument_problems(call.shortcode, call.text, call.offset, source)
        else:
            pieces[-1] = f"{pieces[-1]}{match[1] or ''}{match[3] or ''}"
            problems.append(_call_problem(call, source))
        missing.discard(int(match[2]))
    pieces[-1] = f"{pieces[-1]}{clean_html[last:]}"
    problems += [_call_problem(extracted.calls[index], source) for index in sorted(missing)]
    return [piece for piece in pieces if piece], problems


def _visible_calls(extracted: ExtractedShortcodes, source: BodySource) -> set[int]:
    """Return the indexes of the shortcodes outside comments, all of which the HTML must contain."""
    visible = without_code(source.text)
    return {index for index, call in enumerate(extracted.calls) if visible[call.offset] == "{"}


def _is_between_blocks(clean_html: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Return whether a placeholder follows the start or end of a block, and whether one follows it."""
    if match[1] and match[3]:
        return True, True
    near = clean_html[max(0, match.start() - _CONTEXT) : match.start()]
    return not match[1] and bool(_BEFORE.search(near)), not match[1] and bool(_AFTER.match(clean_html, match.end()))


def _call_problem(call: ShortcodeCall, source: BodySource) -> Problem:
    if call.headline:
        return source.problem(call.offset, call.headline, call.hint)
    name = call.shortcode.name if call.shortcode else ""
    headline = f'shortcode "{name}" stands inside a paragraph'
    return source.problem(call.offset, headline, "leave an empty line above and below it")


def _read_call(source: BodySource, offset: int) -> ShortcodeCall:
    text = source.text
    match = _CALL.match(text, offset)
    if not match:
        return _read_broken(text, offset)
    name, arguments = match[1], _arguments(match[2])
    keys = [key for key, _ in arguments]
    twice = next((key for key in keys if keys.count(key) > 1), "")
    if twice:
        headline = f'shortcode "{name}" has "{twice}" twice'
        return ShortcodeCall(text=match[0], offset=offset, headline=headline, hint="write it once")
    if _indent(text, offset) < 0 or _rest_of_line(text, match.end()).strip():
        headline = f'shortcode "{name}" does not stand on a line of its own'
        return ShortcodeCall(text=match[0], offset=offset, headline=headline, hint=_OWN_LINE)
    return ShortcodeCall(text=match[0], offset=offset, shortcode=Shortcode(name, arguments, source.name_place(offset)))


def _read_broken(text: str, offset: int) -> ShortcodeCall:
    closing = _CLOSING.match(text, offset)
    if not closing:
        return ShortcodeCall(
            text="{{", offset=offset, headline="shortcode is never closed", hint='end it with "}}" on the same line'
        )
    typed = closing[0]
    if any(quote in typed for quote in "'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"):
        hint = 'write straight double quotes: key="value"'
    elif typed.count('"') % 2:
        hint = "is a quote missing?"
    else:
        hint = 'write {{ name key="value" }}'
    return ShortcodeCall(text=typed, offset=offset, headline=f'shortcode "{typed}" cannot be read', hint=hint)


def _arguments(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, _meant(key, _ESCAPE.sub(r"\1", value))) for key, value in _ARGUMENT.findall(text))


def _meant(key: str, value: str) -> str:
    """Return the value of an argument; that of a file from static/ on, where it is typed as in a link."""
    return _FROM_STATIC.sub("", value) if key in FILE_KEYS else value


def _indent(text: str, offset: int) -> int:
    """Return the number of columns before an offset on its line; -1 where they are not all white space."""
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return -1 if before.strip() else len(before.expandtabs(4))


def _rest_of_line(text: str, offset: int) -> str:
    match = _REST_OF_LINE.match(text, offset)
    return match[0] if match else ""
