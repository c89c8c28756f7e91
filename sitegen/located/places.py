"""Name the places of a YAML file, so that values need no lines.

The name of a value is the way to it: `downloads.2.file` is the value of `file` in the third item of `downloads`. A
colon after it names the field itself: `redirects./old/:`. A single value where a list could be has its field's name.
"""

from collections.abc import Iterator

from sitegen.errors import Location
from sitegen.located.nodes import Mapping, Node, Sequence


def below(place: str, step: str | int) -> str:
    """Return the name of a field or an item of what stands at a place; an empty place is the file itself."""
    return f"{place}.{step}" if place else str(step)


def of_field(place: str) -> str:
    """Return the name of the place of a field's own name, given that of its value."""
    return f"{place}:"


def named_items(node: Node | None, place: str) -> list[tuple[str, Node]]:
    """Return the items of a list with the names of their places; another node counts as a list of one, None as none."""
    if isinstance(node, Sequence):
        return [(below(place, number), item) for number, item in enumerate(node.items)]
    return [] if node is None else [(place, node)]


def find_places(node: Node, path: str) -> dict[str, Location]:
    """Return the locations of all fields and values in a node of the file at `path`, by the names of their places."""
    return {name: Location(path, line, column) for name, line, column in _walk(node, "")}


def _walk(node: Node, place: str) -> Iterator[tuple[str, int, int]]:
    yield place, node.line, node.column
    if isinstance(node, Sequence):
        for name, item in named_items(node, place):
            yield from _walk(item, name)
    elif isinstance(node, Mapping):
        for field, key in node.keys.items():
            name = below(place, field)
            yield of_field(name), key.line, key.column
            if (value := node.get(field)) is not None:
                yield from _walk(value, name)
