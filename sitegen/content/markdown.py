"""Markdown bodies to segments: sanitised HTML, references and shortcodes, with headings and plain text.

The stages, each a file: limits (what is refused), shortcodes (taken out), converter (Python-Markdown), sanitize
(nh3), footnotes, shortcodes (put in their places), assembly (references, headings, tables), plaintext. Places in
the source come from marks, which is asked only where something is to be said about a place.
"""

import re
from collections.abc import Iterable

from sitegen.content.assembly import Assembler
from sitegen.content.converter import convert, extensions_for
from sitegen.content.footnotes import find_footnote_problems, keep_footnote_ids
from sitegen.content.limits import find_excess, find_wrong_fence
from sitegen.content.plaintext import plain_text
from sitegen.content.sanitize import find_removed, sanitize
from sitegen.content.shortcode_parser import Calls, place_shortcodes, take_shortcodes
from sitegen.content.source_scan import Source
from sitegen.errors import Problem, sort_problems
from sitegen.model import Body, Shortcode

_ALIGNED = re.compile(r'<(t[dh])([^>]*?) align="(left|center|right)"')

_NO_CLASS = re.compile(r'<(a|div|p)([^>]*?) class=""')


def render_markdown(text: str, path: str, first_line: int, taken: Iterable[str] = ()) -> tuple[Body, list[Problem]]:
    """Render a Markdown text that starts at `first_line` of the file `path` (`content/stories/x.md`).

    `taken` are anchors that the page has already. Gives the body and its problems, located in the file, in the
    order of their places; a text that cannot be rendered gives an empty body and an error.
    """
    if not text.strip():
        return Body(), []
    source = Source(_readable(text), path, first_line)
    refusal = find_wrong_fence(source) or find_excess(source)
    if refusal:
        return Body(), [refusal]
    calls = take_shortcodes(source)
    try:
        raw_html = convert(calls.text)
    except RecursionError:
        return Body(), [source.problem(0, "the text is nested too deeply", "was something left open?")]
    body, problems = _assemble(raw_html, source, calls, set(taken))
    return body, sort_problems(problems)


def _readable(text: str) -> str:
    """Give the text with line feeds alone, and a question mark for each half of a character."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def _assemble(raw_html: str, source: Source, calls: Calls, anchors: set[str]) -> tuple[Body, list[Problem]]:
    has_footnotes = "[^" in source.text and "footnotes" in extensions_for(source.text)
    is_typed = "<" in source.text
    clean_html = sanitize(raw_html, has_footnotes=has_footnotes, is_typed=is_typed)
    problems = find_removed(source) if is_typed else []
    if has_footnotes:
        problems += find_footnote_problems(source)
        clean_html = keep_footnote_ids(clean_html, anchors)
    if ' align="' in clean_html:
        clean_html = _ALIGNED.sub(r'<\1\2 class="align-\3"', clean_html)
    if ' class=""' in clean_html:
        clean_html = _NO_CLASS.sub(r"<\1\2", clean_html)
    pieces, misplaced = place_shortcodes(clean_html, calls, source)
    assembler = Assembler(source, anchors)
    for piece in pieces:
        if isinstance(piece, Shortcode):
            assembler.add_shortcode(piece)
        else:
            assembler.add_html(piece)
    assembler.finish()
    text = plain_text("".join(piece for piece in pieces if isinstance(piece, str)))
    body = Body(tuple(assembler.segments), tuple(assembler.headings), text)
    return body, [*problems, *misplaced, *assembler.problems]
