"""Edit the files of a site exactly: nothing outside the edited value changes, not a byte.

Each function takes the bytes of a file and its path, and returns the new bytes; none opens a file. The parts:
stored_text (a file as stored, and as read), yaml_tree (values and the spans of text they stand in), value_texts (how
a value is written), field_edits (a change of a field as edits), editor (makes a change and proves that it is exact),
target_edits (links in bodies), page_rename (what leads to a renamed page).

An edit that cannot be made exactly is refused with an EditError that says where and why.
"""

from sitegen.editing.editor import add_fields, add_item, remove_field, rename_field, replace_text, set_field
from sitegen.editing.target_edits import change_targets
from sitegen.editing.value_texts import Value

__all__ = [
    "Value",
    "add_fields",
    "add_item",
    "change_targets",
    "remove_field",
    "rename_field",
    "replace_text",
    "set_field",
]
