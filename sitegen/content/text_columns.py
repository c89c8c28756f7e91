"""Count the columns by which lines are set in."""

TAB = 4
"""Columns of a level of indentation, in Markdown."""


def columns_before(text: str) -> int:
    """Return how many columns a line is set in by."""
    size = len(text) - len(text.lstrip(" \t"))
    return size if "\t" not in text[:size] else len(text[:size].expandtabs(TAB))
