"""Read the titles of notes that are typed without quotes, `!!! note Good to know`, which Markdown drops."""

import re
from typing import NamedTuple

from sitegen.content.edits import Edit
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.marks.source_lines import split_lines
from sitegen.content.sanitize import NOTE_KINDS
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import columns_before

_FIRST_LINE = re.compile(r"!!![ ]?(?P<kind>[\w-]+)(?P<title>(?:[^\w\s-]|[ ]).*)?$")
_RIGHT = re.compile(r'(?:[ ]+"[^\n]*")?[ ]*')
_AFTER_WORDS = re.compile(r'[ ]+(?P<words>[\w-]+(?:[ ]+[\w-]+)*)[ ]+"(?P<title>[^"]*)"[ ]*')
_QUOTED = re.compile(
    '["\u201c\u201d\u201e\'\u2018\u2019\u00ab](?P<title>[^"\u201c\u201d]*)["\u201d\u201c\'\u2019\u00bb]'
)

_TITLE = "the title of a note stands in quotes: this line is read so"
_WORDS = '"{words}" is not shown: a note has one word and a title in quotes'
_NO_NOTE = 'a line that begins with "!!!" is shown as it is typed: it is no note'
_NO_NOTE_HINT = (
    'for a note, write "!!! note" and its text below, set in by four spaces; for text, begin the line with "\\!!!"'
)


class _FirstLine(NamedTuple):
    kind: str
    title: str


def read_note_titles(source: BodySource) -> RuleResult:
    """Put the titles of notes in quotes, with advice, and report lines that look like a note and are none."""
    if "!!!" not in source.text:
        return NO_RESULT
    edits, problems = [], []
    lines = split_lines(source.text)
    numbers = {line.start: number for number, line in enumerate(lines)}
    for line in outline(source.text):
        match = _FIRST_LINE.match(line.text) if line.kind == "text" else None
        if match is None or _RIGHT.fullmatch(match["title"] or ""):
            continue
        words = _AFTER_WORDS.fullmatch(match["title"])
        if words:
            headline, hint = _WORDS.format(words=words["words"]), f'write !!! {match["kind"]} "{words["title"]}"'
            problems.append(source.problem(line.text_offset, headline, hint, "warning"))
            continue
        below = lines[numbers[line.source.start] + 1 :][:1]
        if not _is_note(match, line, below[0].text if below else ""):
            problems.append(source.problem(line.text_offset, _NO_NOTE, _NO_NOTE_HINT, "warning"))
            continue
        kind, title = _read(match)
        typed = f'!!! {kind} "{title}"' if title else f"!!! {kind}"
        edits.append(Edit(line.text_offset, len(line.text), typed))
        problems.append(source.problem(line.text_offset, _TITLE, f"write {typed}", "advice"))
    return RuleResult(tuple(edits), tuple(problems))


def _is_note(match: re.Match[str], line: OutlineLine, below: str) -> bool:
    """Return whether a line begins a note: by its first word, by its form, or since text is set in below it."""
    is_set_in = bool(below.strip()) and columns_before(below) >= line.indent + 2
    has_words_alone = re.fullmatch(r"[\w -]*", match["title"]) is not None
    return is_set_in or has_words_alone or match["kind"].lower() in NOTE_KINDS


def _read(match: re.Match[str]) -> _FirstLine:
    kind = match["kind"].lower()
    if kind not in NOTE_KINDS:
        return _FirstLine("note", f"{match['kind']}{match['title']}".strip())
    title = re.sub(r"^(?:[ ]*:|[ ]+[-\u2013\u2014](?=[ ]))?[ ]*", "", match["title"]).strip()
    quoted = _QUOTED.fullmatch(title)
    return _FirstLine(kind, quoted["title"] if quoted else title)
