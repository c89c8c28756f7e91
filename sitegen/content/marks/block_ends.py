"""Find where fences and quotations end."""

from collections.abc import Sequence

from sitegen.content.marks.source_lines import SourceLine


def end_of_fence(lines: Sequence[SourceLine], number: int, fence: str) -> int:
    """Return the number after the last line of a fence that begins with a line; 0 where it is never closed."""
    for end in range(number + 1, len(lines)):
        text = lines[end].text.strip()
        if text.startswith(fence) and not text.strip(fence[0]):
            return end + 1
    return 0


def end_of_quote(lines: Sequence[SourceLine], number: int) -> int:
    """Return the number after the last line of the quotation that begins with a line."""
    end = number + 1
    while end < len(lines) and lines[end].text.lstrip()[:1] == ">":
        end += 1
    return end
