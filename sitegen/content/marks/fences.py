"""Move code fences that are set in, or stand in lists and quotes, to where Markdown knows code."""

import re
from collections.abc import Iterator, Sequence

from sitegen.content.edits import Edit
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.marks.source_lines import SourceLine
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB

_OPENING = re.compile(r"(`{3,}|~{3,})[ \t]*+(?:\{?[ .]*+)?([\w#.+-]*+)")


def set_fences(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Move fences to the margin, and make those in lists and quotes code that is set in; report those left open."""
    edits: list[Edit] = []
    problems = []
    for line in lines:
        if line.kind != "fence":
            continue
        if not line.body and not line.indent and not line.source.quote:
            continue  # at the margin it is an error, which `limits` reports
        if not line.body:
            fence = line.text[:3]
            hint = f'end it with a line "{fence}"'
            problems.append(source.problem(line.text_offset, "code fence is never closed", hint, "warning"))
        elif line.level or line.source.quote:
            edits += _as_indented(line)
        else:
            edits += _at_margin(line)
    return RuleResult(tuple(edits), tuple(problems))


def _at_margin(line: OutlineLine) -> Iterator[Edit]:
    """Yield the edits that move a fence, which is set in by spaces, to the margin."""
    opening = _OPENING.match(line.text)
    fence, language = (opening[1], opening[2]) if opening else (line.text, "")
    *code, closing = line.body[1:]
    yield Edit(line.source.offset, len(line.source.text), fence + language)
    for code_line in code:
        if size := _size_of_indentation(code_line, line.indent):
            yield Edit(code_line.offset, size, "")
    yield Edit(closing.offset, len(closing.text), fence)


def _as_indented(line: OutlineLine) -> Iterator[Edit]:
    """Yield the edits that make a fence code that is set in, with an empty line above and below."""
    *code, closing = line.body[1:]
    yield Edit(line.source.offset, len(line.source.text), "")
    for code_line in code:
        if code_line.text.strip():
            size = _size_of_indentation(code_line, line.indent)
            yield Edit(code_line.offset, size, " " * TAB * (line.level + 1))
    yield Edit(closing.offset, len(closing.text), "")


def _size_of_indentation(line: SourceLine, most: int) -> int:
    """Return how many characters of white space a line begins with, at most those of so many columns."""
    columns = size = 0
    for character in line.text:
        if columns >= most or character not in " \t":
            break
        columns += TAB - columns % TAB if character == "\t" else 1
        size += 1
    return size
