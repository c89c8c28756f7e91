"""Say what the values of a file are after a change: what an edit of its text is held to."""

from collections.abc import Iterator

from sitegen.editing.value_texts import Value, plain_value
from sitegen.editing.yaml_tree import Keys
from sitegen.located.nodes import Plain


def with_value(tree: Plain, keys: Keys, value: Value) -> Plain:
    """Return a tree in which the field or item at `keys` has a value."""
    if not keys:
        return plain_value(value)
    key, rest = keys[0], keys[1:]
    if isinstance(tree, list) and isinstance(key, int):
        return [with_value(item, rest, value) if number == key else item for number, item in enumerate(tree)]
    fields = tree if isinstance(tree, dict) else {}
    return {**fields, str(key): with_value(fields.get(str(key), {}), rest, value)}


def with_item(tree: Plain, keys: Keys, value: Value) -> Plain:
    """Return a tree in which the list at `keys` has one more item; a single value counts as a list of one."""
    old = _at(tree, keys)
    items = [] if old is None else old if isinstance(old, list) else [old]
    return with_value(tree, keys, [*items, plain_value(value)])


def with_name(tree: Plain, keys: Keys, name: str) -> Plain:
    """Return a tree in which the field at `keys` has another name; one without a value is not in a tree."""
    key, rest = keys[0], keys[1:]
    if isinstance(tree, list):
        return [with_name(item, rest, name) if number == key else item for number, item in enumerate(tree)]
    if not isinstance(tree, dict):
        return tree
    if rest:
        return {other: with_name(value, rest, name) if other == key else value for other, value in tree.items()}
    return {name if other == key else other: value for other, value in tree.items()}


def without(tree: Plain, keys: Keys) -> Plain:
    """Return a tree without the field or item at `keys`, and without what holds nothing else."""
    while len(keys) > 1 and len(_entries(_at(tree, keys[:-1]))) < 2:  # noqa: PLR2004 - the entry that goes is the only one
        keys = keys[:-1]
    return _without(tree, keys)


def texts_of(tree: Plain, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Iterate over the single values of a tree with the ways to them, in order."""
    if isinstance(tree, str):
        yield keys, tree
        return
    for key, value in _entries(tree):
        yield from texts_of(value, (*keys, key))


def _entries(tree: Plain | None) -> list[tuple[str | int, Plain]]:
    if isinstance(tree, dict):
        return list(tree.items())
    return list(enumerate(tree)) if isinstance(tree, list) else []


def _at(tree: Plain, keys: Keys) -> Plain | None:
    value: Plain | None = tree
    for key in keys:
        value = dict(_entries(value)).get(key)
    return value


def _without(tree: Plain, keys: Keys) -> Plain:
    key, rest = keys[0], keys[1:]
    kept = [(name, value) for name, value in _entries(tree) if name != key or rest]
    changed = [(name, _without(value, rest) if name == key else value) for name, value in kept]
    return [value for _, value in changed] if isinstance(tree, list) else {str(name): value for name, value in changed}
