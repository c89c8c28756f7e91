"""Write a page: its fields, with a remark beside each guess, and its text."""

from collections.abc import Iterable

from sitegen.editing.value_texts import block_text
from sitegen.importing.import_records import FieldValue

_DRAFT = "draft: true  # take this line away when the page is ready"
_DATES = frozenset({"date", "updated"})
_QUOTE = '"'


def page_text(fields: Iterable[FieldValue], body: str) -> str:
    """Return the text of a page's file: always a draft."""
    lines = ["---"]
    for field in fields:
        value = field.value
        text = f" {value}" if field.name in _DATES else block_text(value, _QUOTE, 0, prefers_lines=False)
        remark = f"  # a guess: {field.because}" if field.sureness == "guess" and "\n" not in text else ""
        lines.append(f"{field.name}:{text}{remark}")
        if field.name == "title":
            lines.append(_DRAFT)
    return "\n".join([*lines, "---", body.strip("\n"), ""])
