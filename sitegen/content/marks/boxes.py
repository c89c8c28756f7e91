"""Draw the boxes of task lists: `- [ ] x`, `- [x] y`."""

import re
from collections.abc import Sequence

from sitegen.content.edits import Edit
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource

_BOX = re.compile(r"(?:[-*+]|\d+\.)[ \t]+(\[[ xX]\])(?=[ \t])")


def draw_boxes(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Replace the brackets of a task by an empty or a checked box."""
    del source
    edits = []
    for line in lines:
        box = _BOX.match(line.text) if line.kind == "item" else None
        if box:
            sign = "\u2610" if box[1] == "[ ]" else "\u2611"
            edits.append(Edit(line.text_offset + box.start(1), 3, sign))
    return RuleResult(tuple(edits))
