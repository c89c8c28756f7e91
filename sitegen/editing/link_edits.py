"""Change where links lead, wherever in a file they stand: in its body, in texts of its fields, as addresses."""

from collections.abc import Callable

from sitegen.content.source_scan import BodySource
from sitegen.editing.editor import read_fields, set_field
from sitegen.editing.plain_changes import texts_of
from sitegen.editing.target_edits import change_targets, target_edits


def change_links(data: bytes, path: str, change: Callable[[str], str | None]) -> bytes:
    """Return a page or a file of YAML whose links lead elsewhere, where `change` returns another target for one.

    A value that begins with a slash counts as a link.

    Raises:
        EditError: the file has errors, or one of the changes would not be exact.
    """
    if path.endswith(".md"):
        data = change_targets(data, path, change)
    for keys, text in texts_of(read_fields(data, path)):
        if text.startswith("/"):
            changed = change(text) or text
        else:
            source = BodySource(text, "", 1)
            changed = source.edited(target_edits(source, change)).text
        if changed != text:
            data = set_field(data, path, keys, changed)
    return data
