"""Find the value of a file that stands at a line and column."""

from collections.abc import Iterator

from sitegen.editing.stored_text import read_stored
from sitegen.editing.yaml_tree import Keys, YamlNode, read_tree


def keys_at(data: bytes, path: str, line: int, column: int) -> Keys | None:
    """Return the way to the single value at a line and column, from 1; None where none begins there.

    Raises:
        EditError: the file is not saved as UTF-8.
    """
    stored = read_stored(data, path)
    if stored.fields is None:
        return None
    tree = read_tree(stored.text, *stored.fields)
    lines = stored.text.split("\n")
    offset = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
    places = _places(tree, ()) if tree else ()
    return next((keys for keys, start in places if start == offset), None)


def _places(node: YamlNode, keys: Keys) -> Iterator[tuple[Keys, int]]:
    if node.kind == "scalar":
        yield keys, node.start
    for number, entry in enumerate(node.entries):
        key = entry.key
        yield from _places(entry.value, (*keys, number if key is None else key))
