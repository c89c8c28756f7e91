"""What an outline says of a line."""

from typing import Literal

from sitegen.content.marks.source_lines import SourceLine
from sitegen.model.record import Record

Kind = Literal["text", "item", "year", "doubtful", "heading", "rule", "fence", "code", "quote"]
"""What a line is. `year` begins with a number too great for a list, `doubtful` may be a list item or prose.

A `quote` is a quotation in an item of a list, which holds its lines; they follow one by one, without their marks.
"""

Above = Literal["", "text", "item", "table", "quote", "code"]
"""The block that stands directly above a line; none after an empty line, a heading or a rule."""


class OutlineLine(Record, frozen=True, kw_only=True):
    """A line that is not empty: `level` counts the list items, notes and footnotes it stands in, itself included."""

    source: SourceLine
    kind: Kind
    indent: int
    level: int = 0
    above: Above = ""
    is_split: bool = False
    """Whether it begins a block of its own, although another one stands directly above."""
    last: int = 0
    """The number of lines that a fence goes on for; 0 for other lines, and for a fence that is never closed."""
    body: tuple[SourceLine, ...] = ()
    """The lines of a fence or quotation, those with its marks included."""

    @property
    def text(self) -> str:
        """The line without the white space around it."""
        return self.source.text.strip()

    @property
    def text_offset(self) -> int:
        """The offset of the first character that is not white space."""
        return self.source.offset + len(self.source.text) - len(self.source.text.lstrip())
