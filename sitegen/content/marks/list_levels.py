"""Set lists as Markdown reads them: with an empty line above, and four spaces a level."""

from collections.abc import Sequence

from sitegen.content.edits import Edit
from sitegen.content.marks.item_marks import EMPTY_ITEM
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB

_DOUBTFUL = "this line may be a list item or the end of a sentence: it is shown as part of the paragraph"
_DOUBTFUL_HINT = "for a list, leave an empty line above it; for a sentence, join it with the line above"


def split_blocks(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Put an empty line before each line that begins a block right below another; report those that may not."""
    edits = tuple(
        Edit(line.source.start, 0, f"{line.source.quote.rstrip()}\n")
        for line in lines
        if line.is_split and line.kind in {"item", "heading", "rule", "text"}
    )
    problems = tuple(
        source.problem(line.text_offset, _DOUBTFUL, _DOUBTFUL_HINT, "warning")
        for line in lines
        if line.kind == "doubtful"
    )
    return RuleResult(edits, problems)


def set_levels(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Indent list items, and the paragraphs in them, by four spaces for each level."""
    del source
    edits = (_indentation(line) for line in lines if line.kind in {"item", "text", "year"})
    return RuleResult(tuple(edit for edit in edits if edit))


def fill_items(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Write the marks of items without text so that Markdown reads items, and never the line below a heading."""
    del source
    edits = []
    for line in lines:
        mark = EMPTY_ITEM.match(line.text) if line.kind == "item" else None
        if mark:
            edits.append(Edit(line.text_offset, len(line.source.text.lstrip()), f"{mark[2]}. " if mark[2] else "+ "))
    return RuleResult(tuple(edits))


def _indentation(line: OutlineLine) -> Edit | None:
    depth = line.indent // TAB
    if line.kind == "item":
        level = line.level - 1
        is_right = depth == level
    else:
        level = line.level
        is_right = (bool(line.above) and not line.is_split) or depth >= level
    if is_right:
        return None
    return Edit(line.source.offset, line.text_offset - line.source.offset, " " * TAB * level)
