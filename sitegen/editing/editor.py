"""Change a field of a file, and prove that nothing but that field has changed before the bytes are handed out."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce

import msgspec

from sitegen.content.edits import Edit
from sitegen.content.frontmatter import split_file
from sitegen.editing.field_edits import CannotEditError, FieldEditor
from sitegen.editing.plain_changes import texts_of, with_item, with_name, with_value, without
from sitegen.editing.stored_text import YAML_SUFFIXES, StoredText, read_stored
from sitegen.editing.value_texts import Value
from sitegen.editing.yaml_tree import Keys, read_tree
from sitegen.errors import EditError, Problem
from sitegen.located import Node, decode, plain, read_yaml
from sitegen.located.nodes import Plain


def set_field(data: bytes, path: str, keys: Keys, value: Value) -> bytes:
    """Return a file in which the field or item at `keys` has a value; fields on the way that are missing are added.

    `path` is relative to the site's root. A page without front matter gets one.

    Raises:
        EditError: it cannot be done without a change of something else, or the file has errors as it is.
    """
    return _changed(data, path, lambda editor: editor.set(keys, value), lambda tree: with_value(tree, keys, value))


def add_fields(data: bytes, path: str, keys: Keys, fields: Mapping[str, Value]) -> bytes:
    """Return a file in which the fields at `keys`, which has none of these names, have more fields, after the others.

    Raises:
        EditError: as in `set_field`.
    """

    def expect(tree: Plain) -> Plain:
        return reduce(lambda known, field: with_value(known, (*keys, field[0]), field[1]), fields.items(), tree)

    return _changed(data, path, lambda editor: editor.add_fields(keys, fields), expect)


def rename_field(data: bytes, path: str, keys: Keys, name: str) -> bytes:
    """Return a file in which the field at `keys` has another name, which none beside it has, in its place.

    Raises:
        EditError: as in `set_field`, and where there is no such field.
    """
    return _changed(data, path, lambda editor: editor.rename(keys, name), lambda tree: with_name(tree, keys, name))


def remove_field(data: bytes, path: str, keys: Keys) -> bytes:
    """Return a file without the field or item at `keys`; with its last entry, what is around it goes too.

    Raises:
        EditError: as in `set_field`, and where there is no such field.
    """
    return _changed(data, path, lambda editor: editor.remove(keys), lambda tree: without(tree, keys))


def add_item(data: bytes, path: str, keys: Keys, value: Value) -> bytes:
    """Return a file in which the list at `keys` has one more item, its last; a single value becomes a list.

    Raises:
        EditError: as in `set_field`.
    """
    return _changed(data, path, lambda editor: editor.add_item(keys, value), lambda tree: with_item(tree, keys, value))


def read_fields(data: bytes, path: str) -> Plain:
    """Return the fields of a file as texts, lists and dicts, without those that have no value.

    Raises:
        EditError: the file has errors.
    """
    return _read(data, path)[0]


def replace_text(data: bytes, path: str, what: str, replacement: str) -> bytes:
    """Return a file in which a text is replaced wherever it stands in the body of a page or in the value of a field.

    Raises:
        EditError: as in `set_field`.
    """
    fields, body = _read(data, path)
    for keys, text in texts_of(fields):
        if what in text:
            data = set_field(data, path, keys, text.replace(what, replacement))
    if what not in body:
        return data
    stored = read_stored(data, path)
    start = len(stored.text) - len(body)
    matches = re.finditer(re.escape(what), body)
    return stored.edited(Edit(start + match.start(), len(what), replacement) for match in matches)


def _changed(
    data: bytes,
    path: str,
    make: Callable[[FieldEditor], list[Edit]],
    expect: Callable[[Plain], Plain],
) -> bytes:
    stored = read_stored(data, path)
    before, body = _read(data, path)
    start, end = stored.fields or (0, 0)
    tree = read_tree(stored.text, start, end)
    try:
        edits = make(FieldEditor(stored.text, tree, end))
    except CannotEditError as refusal:
        raise EditError(_problem(stored, refusal.offset, refusal.reason)) from None
    if stored.fields is None:
        edits = _enclosed(edits)
    changed = stored.edited(edits)
    try:
        after = _read(changed, path)
    except EditError:
        after = ({}, "")
    if after != (expect(before), body):
        raise EditError(_problem(stored, edits[0].offset, "the value cannot be changed here without other changes"))
    return changed


def _enclosed(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that write front matter where a page has none."""
    return [Edit(edit.offset, edit.length, f"---\n{edit.replacement}---\n") for edit in edits]


def _read(data: bytes, path: str) -> tuple[Plain, str]:
    """Return the fields and the body of a file; refuse a file with errors."""
    if path.endswith(YAML_SUFFIXES):
        file, problems = decode(data, path, "EditError")
        node, yaml_problems = read_yaml(file.text, file)
        _refuse_errors([*problems, *yaml_problems])
        return _plain(node), ""
    source, problems = split_file(data, path)
    if source.node is None and source.body == source.file.text:  # a page without front matter
        return {}, source.body
    _refuse_errors(problems)
    return _plain(source.node), source.body


def _plain(node: Node | None) -> Plain:
    return plain(node) if node is not None else {}


def _refuse_errors(problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.is_error]
    if errors:
        raise EditError(*(msgspec.structs.replace(error, kind="EditError") for error in errors))


def _problem(stored: StoredText, offset: int, reason: str) -> Problem:
    line = stored.text.count("\n", 0, offset) + 1
    column = offset - stored.text.rfind("\n", 0, offset)
    return stored.file.problem(reason, "change it by hand", line, column)
