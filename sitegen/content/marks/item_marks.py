"""Recognize the marks with which the items of lists begin."""

import re
from collections.abc import Sequence

from sitegen.content.marks.source_lines import SourceLine
from sitegen.content.text_columns import columns_before

ITEM = re.compile(r"(?:([-*+])|(\d{1,9})\.)(?=[ \t])")
"""The mark of an item with text: its sign, or its number."""

EMPTY_ITEM = re.compile(r"(?:([-*+])|(\d{1,9})\.)[ \t]*$")
"""A mark without text, in the same groups."""


def count_items(lines: Sequence[SourceLine]) -> list[int]:
    """Return for each line the number of lines that look like items from there to the next empty line."""
    counts, count = [], 0
    for line in reversed(lines):
        stripped = line.text.strip()
        count = count + bool(ITEM.match(stripped)) if stripped else 0
        counts.append(count)
    return counts[::-1]


def goes_on_below(lines: Sequence[SourceLine], number: int, *, is_in_list: bool) -> bool:
    """Return whether an item as a line's mark begins one stands below it; in a list, also below empty lines."""
    mark = EMPTY_ITEM.match(lines[number].text.strip())
    below = number + 1
    while is_in_list and below < len(lines) and not lines[below].text.strip():
        below += 1
    item = ITEM.match(lines[below].text.strip()) if below < len(lines) else None
    is_as_deep = item is not None and columns_before(lines[below].text) == columns_before(lines[number].text)
    return mark is not None and item is not None and is_as_deep and item[1] == mark[1]
