"""Set in the text of notes, `!!! note`, as Markdown needs it."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from sitegen.content.edits import Edit
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.marks.source_lines import SourceLine, split_lines
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB, columns_before
from sitegen.errors import Problem

_NOTE = re.compile(r'!!![ ]?[\w-]+(?:[ ]+[\w-]+)*(?:[ ]+"[^\n]*")?[ ]*$')
_OTHER_BLOCK = re.compile(r"[ \t]*+!!![ ]?\w|[ ]{0,3}(?:#{1,6}[ \t]|(?:-[ ]*){3,}$|</?(?:details|div|section)\b)")
_EMPTY = "a note without text"
_EMPTY_HINT = "set its text in by four spaces"


def set_notes(source: BodySource) -> RuleResult:
    """Set in what stands right below a note, or is set in too little, by four spaces; report notes without text."""
    if "!!!" not in source.text:
        return NO_RESULT
    edits: list[Edit] = []
    problems: list[Problem] = []
    lines = split_lines(source.text)
    numbers = {line.start: number for number, line in enumerate(lines)}
    outlined = outline(source.text)
    for note, below in zip_longest(outlined, outlined[1:]):
        if note.kind != "text" or not _NOTE.match(note.text):
            continue
        if note.source.quote:
            if not _is_text_of(note, below):
                problems.append(source.problem(note.text_offset, _EMPTY, _EMPTY_HINT, "warning"))
            continue
        chunks = list(_chunks(lines, numbers[note.source.start] + 1, note.indent))
        for chunk in chunks:
            edits += _set_in(chunk, note.indent + TAB)
        if not chunks and not _has_inner_note(lines, numbers[note.source.start] + 1, note.indent):
            problems.append(source.problem(note.text_offset, _EMPTY, _EMPTY_HINT, "warning"))
    return RuleResult(tuple(edits), tuple(problems))


def _is_text_of(note: OutlineLine, line: OutlineLine | None) -> bool:
    """Return whether a line stands in a note of a quotation."""
    return line is not None and line.source.quote == note.source.quote and line.indent >= note.indent + TAB


def _chunks(lines: list[SourceLine], number: int, indent: int) -> Iterator[list[SourceLine]]:
    """Yield the text of a note: the lines right below it, and those below empty lines that are set in."""
    is_near = True
    while number < len(lines):
        end = _end_of_chunk(lines, number)
        chunk = lines[number:end]
        if chunk and not is_near and columns_before(chunk[0].text) < indent + 2:
            return
        if chunk:
            yield chunk
        elif is_near and number < len(lines) and lines[number].text.strip():
            return
        is_near = False
        number = end
        while number < len(lines) and not lines[number].text.strip():
            number += 1
        if end < len(lines) and number == end:
            return


def _has_inner_note(lines: list[SourceLine], number: int, indent: int) -> bool:
    line = next((line for line in lines[number : number + 2] if line.text.strip()), None)
    return line is not None and "!!!" in line.text and columns_before(line.text) >= indent + TAB


def _end_of_chunk(lines: list[SourceLine], number: int) -> int:
    """Return the number of the next line that is empty or begins another block; empty lines in code go on."""
    fence = ""
    while number < len(lines):
        text = lines[number].text.strip()
        if not fence and (not text or (_OTHER_BLOCK.match(lines[number].text))):
            break
        if text[:3] in {"```", "~~~"} and fence in {"", text[:3]}:
            fence = "" if fence else text[:3]
        number += 1
    return number


def _set_in(chunk: list[SourceLine], columns: int) -> Iterator[Edit]:
    first = columns_before(chunk[0].text)
    if first >= columns:
        return
    for line in chunk:
        if line.text.strip():
            size = columns - min(first, columns_before(line.text))
            yield Edit(line.offset, 0, " " * size)
