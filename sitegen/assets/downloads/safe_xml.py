"""XML of files that anybody may have made: elements as they come, no entities, no declarations, no tree."""

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat

from sitegen.assets.downloads import faults

Start = Callable[[str, dict[str, str]], None]
"""Told of an element's name (namespace and local name with a space between) and its attributes."""

MOST_DEPTH = 200


def scan(data: bytes, start: Start, text: Callable[[str], None], end: Callable[[str], None]) -> None:
    """Read a document from its first element to its last. Raises UnreadableError where it is not well formed."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    depth = 0

    def open_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise faults.UnreadableError(*faults.DAMAGED)
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no names
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise faults.UnreadableError(*faults.DAMAGED) from error


class _EnoughError(Exception):
    """What was wanted has come."""


def first_element(data: bytes, name: str) -> dict[str, str]:
    """Give the attributes of a document's first element, which must have this name.

    Raises UnreadableError where it is another, or is not reached.
    """
    found: list[tuple[str, dict[str, str]]] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        found.append((local(element), attributes))
        raise _EnoughError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    with suppress(_EnoughError, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no names
    if not found or found[0][0] != name:
        raise faults.UnreadableError(*faults.DAMAGED)
    return found[0][1]


def local(name: str) -> str:
    """Give an element's or attribute's name without its namespace."""
    return name.rpartition(" ")[2]


def _refuse(*_: object) -> None:
    raise faults.UnreadableError(*faults.DAMAGED)
