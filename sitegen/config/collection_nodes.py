"""Read from the node of a collection's settings what several checks ask for."""

from sitegen.located import Node
from sitegen.located.nodes import one_line, value_at


def address_of(name: str, node: Node | None) -> str:
    """Return the first part of a collection's addresses: as typed, else its id, `name`."""
    return one_line(value_at(node, "address")) or name


def has_list(node: Node | None) -> bool:
    """Return whether a collection has a list of its own, which it has unless `list` says no."""
    return one_line(value_at(node, "list")).casefold() not in {"false", "no"}
