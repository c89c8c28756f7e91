"""Render Markdown bodies as segments: sanitized HTML, references and shortcodes, with headings and plain text.

The stages, each in a file of its own: marks (makes Markdown of what writers type and paste, as they mean it), limits
(refuses texts that cost too much), shortcode_parser (takes shortcodes out), converter (Python-Markdown),
sanitize (nh3), footnotes, shortcode_parser (puts shortcodes back), assembly (references, headings, tables),
plaintext. Positions come from source_scan, which works only where there is something to report.
"""

import re

from sitegen.content.anchors import Anchors
from sitegen.content.assembly import Assembler
from sitegen.content.converter import convert, extensions_for
from sitegen.content.footnotes import find_footnote_problems, keep_footnote_ids
from sitegen.content.limits import find_excess, find_excess_of_size, find_wrong_fence
from sitegen.content.marks import read_marks
from sitegen.content.plaintext import plain_text
from sitegen.content.sanitize import find_removed, sanitize
from sitegen.content.shortcode_parser import ExtractedShortcodes, extract_shortcodes, restore_shortcodes
from sitegen.content.source_scan import BodySource
from sitegen.errors import Location, Problem, keep_few, sort_problems
from sitegen.model import Body, Shortcode

_HEAD = re.compile("<thead>.*?</thead>", re.DOTALL)
_HEAD_CELL = re.compile("<th(?![^>]* scope=)(?=[ >])")
_ALIGNED = re.compile(r'<(t[dh])([^>]*?) align="(left|center|right)"')

_NO_CLASS = re.compile(r'<(a|div|p)([^>]*?) class=""')


def render_markdown(
    text: str,
    path: str,
    first_line: int,
    anchors: Anchors | None = None,
    places: dict[str, Location] | None = None,
) -> tuple[Body, list[Problem]]:
    """Render a Markdown text that starts at `first_line` of the file `path` (`content/stories/x.md`).

    `anchors` are those that the page has already, and get those of this text, and its links to headings; without them
    the text is a whole page. `places` gets the places of references and shortcodes. Returns the body and its problems
    (at most 100, see `keep_few`), located in the file and in its order. The body of an empty text is empty; that of a
    text that cannot be rendered too, with an error.
    """
    if not text.strip():
        return Body(), []
    source = BodySource(_normalized(text), path, first_line, places)
    refusal = find_excess_of_size(source)
    if refusal:
        return Body(), source.with_excerpts([refusal])
    source, problems = read_marks(source)
    refusal = find_wrong_fence(source) or find_excess(source)
    if refusal:
        return Body(), source.with_excerpts([refusal])
    shortcodes = extract_shortcodes(source)
    try:
        raw_html = convert(shortcodes.text)
    except RecursionError:
        problems.append(source.problem(0, "the text is nested too deeply", "was something left open?"))
        return Body(), source.with_excerpts(keep_few(sort_problems(problems)))
    page_anchors = Anchors() if anchors is None else anchors
    body, assembly_problems = _assemble(raw_html, source, shortcodes, page_anchors)
    problems += [*assembly_problems, *(page_anchors.find_dead_links() if anchors is None else ())]
    return body, source.with_excerpts(keep_few(sort_problems(problems)))


def _normalized(text: str) -> str:
    """Return the text with newlines as line ends, and a question mark for each lone surrogate."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def _assemble(
    raw_html: str, source: BodySource, shortcodes: ExtractedShortcodes, anchors: Anchors
) -> tuple[Body, list[Problem]]:
    has_footnotes = "[^" in source.text and "footnotes" in extensions_for(source.text)
    is_typed = "<" in source.text
    clean_html = sanitize(raw_html, has_footnotes=has_footnotes, is_typed=is_typed)
    problems = find_removed(source) if is_typed else []
    if "[^" in source.text:
        problems += find_footnote_problems(source)
    if has_footnotes:
        clean_html = keep_footnote_ids(clean_html)
    if ' align="' in clean_html:
        clean_html = _ALIGNED.sub(r'<\1\2 class="align-\3"', clean_html)
    if "<thead>" in clean_html:
        clean_html = _HEAD.sub(_with_scopes, clean_html)
    if ' class=""' in clean_html:
        clean_html = _NO_CLASS.sub(r"<\1\2", clean_html)
    pieces, misplaced = restore_shortcodes(clean_html, shortcodes, source)
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


def _with_scopes(head: re.Match[str]) -> str:
    """Return the head of a table whose cells say that they are those of columns."""
    return _HEAD_CELL.sub('<th scope="col"', head[0])
