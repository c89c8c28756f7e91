"""Read headings as they look: set in, with a number sign at their end, or made of a line of hyphens by mistake."""

import re
from collections.abc import Iterator, Sequence

from sitegen.content.edits import Edit
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB
from sitegen.errors import Problem, in_few_words

_SIGNS_OF_WORD = re.compile(r"[^\s#\\](?P<signs>#+)$")
_HEADING_IN_ITEM = re.compile(r"(?:[-*+]|\d+\.)[ \t]+#{1,6}[ \t]")
_UNDERLINE = re.compile(r"-+$")
_FIELD = re.compile(r"[a-z_]+:(?: |$)")
_SENTENCE = re.compile(r".*(?:[^\W\d_]{3,}|\d)[.;,][\u201d\"'\u2019)*_]*$|([*_])(?!\1).*(?<!\1)\1$")

_FEW_HYPHENS = 'a line "{typed}" is shown as it is typed'
_FEW_HYPHENS_HINT = (
    'for a line across the page, leave an empty line above it and write "---"; for text, write "\\{typed}"'
)
_UNDERLINED = '"{text}" becomes a heading, since a line of hyphens stands below it'
_UNDERLINED_HINT = (
    'for a heading, write "## {text}"; for a line across the page, leave an empty line and write "---" below it'
)


def set_headings(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Set headings where Markdown knows them, keep their last signs, and report what hyphens make a heading of."""
    edits: list[Edit] = []
    problems: list[Problem] = []
    above: OutlineLine | None = None
    before: OutlineLine | None = None
    for line in lines:
        if above is not None and above.kind == "heading" and above.level and line.source.start == _end(above):
            edits.append(Edit(line.source.start, 0, f"{line.source.quote.rstrip()}\n"))
        if line.kind in {"heading", "item"}:
            edits += _heading_edits(line)
        elif above is not None and line.text[0] == "-" and line.above and _UNDERLINE.match(line.text):
            if line.kind == "text" and _is_no_underline(line):
                edits.append(Edit(line.text_offset, 0, "\\"))
                if above.text != line.text:
                    problems.append(_few_hyphens(source, line))
            elif _is_doubtful(above, before, line):
                problems.append(_underlined(source, above))
        above, before = line, above
    return RuleResult(tuple(edits), tuple(problems))


def _heading_edits(line: OutlineLine) -> Iterator[Edit]:
    """Yield the edits that set a heading at its level, and those that show the signs which end its last word."""
    if line.kind == "heading" and line.indent != line.level * TAB:
        yield Edit(line.source.offset, line.text_offset - line.source.offset, " " * TAB * line.level)
    if line.source.text[-1] == "#" and (line.kind == "heading" or _HEADING_IN_ITEM.match(line.text)):
        last = _SIGNS_OF_WORD.search(line.text)
        for index in range(*last.span("signs")) if last else ():
            yield Edit(line.text_offset + index, 0, "\\")


def _end(line: OutlineLine) -> int:
    return line.source.offset + len(line.source.text) + 1


def _is_no_underline(line: OutlineLine) -> bool:
    """Return whether a line is a hyphen alone, or the two and a space that begin the signature of a mail."""
    return line.text == "-" or (line.text == "--" and (line.above == "item" or line.source.text == "-- "))


def _is_doubtful(above: OutlineLine, before: OutlineLine | None, line: OutlineLine) -> bool:
    """Return whether a heading that hyphens make of a line is likely a sentence, or a field of the front matter."""
    if above.kind != "text" or above.above or line.above != "text" or line.source.quote != above.source.quote:
        return False
    if line.indent or line.text == "--" or _SENTENCE.match(above.text):
        return not line.indent
    return before is not None and before.kind == "rule" and bool(_FIELD.match(above.text))


def _few_hyphens(source: BodySource, line: OutlineLine) -> Problem:
    headline, hint = _FEW_HYPHENS.format(typed=line.text), _FEW_HYPHENS_HINT.format(typed=line.text)
    return source.problem(line.text_offset, headline, hint, "warning")


def _underlined(source: BodySource, heading: OutlineLine) -> Problem:
    text = in_few_words(heading.text)
    headline, hint = _UNDERLINED.format(text=text), _UNDERLINED_HINT.format(text=text)
    return source.problem(heading.text_offset, headline, hint, "warning")
