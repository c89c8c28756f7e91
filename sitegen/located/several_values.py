"""Tell a list that was typed as one text, and show how it is typed."""

import re

from sitegen.located.validation import as_typed

_BETWEEN = re.compile(r"[,;]\s*")


def list_hint(text: str) -> str:
    """Return the hint to write a text as a list, where commas or semicolons part it; empty where none does."""
    parts = [part for part in (part.strip() for part in _BETWEEN.split(text)) if part]
    return f"write several as a list: {as_typed(parts)}" if len(parts) > 1 else ""
