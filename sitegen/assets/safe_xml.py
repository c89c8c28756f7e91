"""XML of files that anybody may have made: elements as they come, no entities, no declarations, no tree."""

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat

from sitegen.assets.unreadable import DAMAGED, UnreadableError

Start = Callable[[str, dict[str, str]], None]
"""Start handler: an element's name (namespace, a space, local name) and its attributes."""

MOST_DEPTH = 200


def scan(data: bytes, start: Start, text: Callable[[str], None], end: Callable[[str], None]) -> None:
    """Parse a document, calling handlers for each element. Raises UnreadableError if it is not well formed."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    depth = 0

    def open_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise UnreadableError(*DAMAGED)
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
        raise UnreadableError(*DAMAGED) from error


class _EnoughError(Exception):
    """The element that was wanted has been read."""


def first_element(data: bytes, name: str) -> dict[str, str]:
    """Return the attributes of a document's root element, which must have this name.

    Raises UnreadableError if it has another name or cannot be parsed.
    """
    roots: list[tuple[str, dict[str, str]]] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        roots.append((local(element), attributes))
        raise _EnoughError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    with suppress(_EnoughError, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no names
    if not roots or roots[0][0] != name:
        raise UnreadableError(*DAMAGED)
    return roots[0][1]


def local(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rpartition(" ")[2]


def _refuse(*_: object) -> None:
    raise UnreadableError(*DAMAGED)
