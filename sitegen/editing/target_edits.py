"""Change the targets of links, pictures and definitions in the body of a page, and nothing else in it."""

from collections.abc import Callable

from sitegen.content.edits import Edit
from sitegen.content.source_scan import BodySource, find_targets
from sitegen.editing.stored_text import read_stored
from sitegen.errors import EditError


def change_targets(data: bytes, path: str, change: Callable[[str], str | None]) -> bytes:
    """Return a page whose body leads elsewhere, where `change` returns another target for one; None leaves it.

    Targets in code, comments and shortcodes are text, and stay. The new targets must be such as can stand there:
    percent-encoded, without white space, quotes, brackets and parentheses.

    Raises:
        EditError: the file is not saved as UTF-8, or a new target would not be read as it is.
    """
    stored = read_stored(data, path)
    start = stored.text.find("\n", stored.fields[1]) + 1 if stored.fields else 0
    body = BodySource(stored.text[start:], path, stored.text.count("\n", 0, start) + 1)
    edits = target_edits(body, change)
    changed = BodySource(body.edited(edits).text, path, body.first_line)
    expected = [change(target.text) or target.text for target in find_targets(body.code_free)]
    if [target.text for target in find_targets(changed.code_free)] != expected:
        headline = "the new target cannot stand here so that it is read as it is"
        raise EditError(body.problem(edits[0].offset, headline, "change it by hand"))
    return stored.edited(Edit(start + edit.offset, edit.length, edit.replacement) for edit in edits)


def target_edits(source: BodySource, change: Callable[[str], str | None]) -> list[Edit]:
    """Return the edits of a text that put other targets in the place of those that `change` changes, in order."""
    edits = []
    for target in find_targets(source.code_free):
        new = change(target.text)
        if new is not None and new != target.text:
            edits.append(Edit(target.start, target.end - target.start, new))
    return edits
