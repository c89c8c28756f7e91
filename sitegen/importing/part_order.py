"""Look at the numbers of headings: panels and steps that stand out of their order are told, never moved."""

import re

from sitegen.importing.import_records import Notes

_NUMBERED = re.compile(
    r"^#{2,6} (?:(?:panel|part|step|section)[ ]+)?(\d{1,2})(?:\\?[.):]|[ ]|$)", re.MULTILINE | re.IGNORECASE
)
_FEWEST = 2


def check_order(body: str, notes: Notes) -> None:
    """Ask about headings with numbers that do not rise."""
    matches = list(_NUMBERED.finditer(body))
    numbers = [int(match[1]) for match in matches]
    if len(numbers) >= _FEWEST and numbers != sorted(numbers):
        order = ", ".join(map(str, numbers))
        near = body[matches[0].start() :].partition("\n")[0].lstrip("# ")
        notes.ask(f"the numbered parts stand in the order {order}", "put them in their order", near)
