"""How each kind of fix is made: functions of the bytes of a file and a problem with a fix of that kind.

Each returns the new bytes, or None where the file does not have what is to be mended any more, and raises EditError
where it cannot be changed exactly.
"""

from collections.abc import Callable
from posixpath import relpath
from urllib.parse import quote

from sitegen.content.link_targets import InternalTarget, parse_target
from sitegen.editing import remove_field, set_field
from sitegen.editing.editor import read_fields
from sitegen.editing.link_edits import change_links
from sitegen.editing.plain_changes import texts_of
from sitegen.editing.value_places import keys_at
from sitegen.editing.yaml_tree import Keys
from sitegen.errors import Fix, Location
from sitegen.model.folders import CONTENT

Way = Callable[[bytes, Location, Fix], bytes | None]


def change_value(data: bytes, location: Location, fix: Fix) -> bytes | None:
    """Write another value where one stands."""
    keys = _keys_of(data, location, fix)
    return None if keys is None else set_field(data, location.path, keys, fix.new)


def remove_item(data: bytes, location: Location, fix: Fix) -> bytes | None:
    """Remove an item of a list."""
    keys = _keys_of(data, location, fix)
    return None if keys is None or isinstance(keys[-1], str) else remove_field(data, location.path, keys)


def change_link(data: bytes, location: Location, fix: Fix) -> bytes | None:
    """Let all links of the file to a page, or to an address, lead elsewhere; their fragments stay."""
    folder = location.path.rpartition("/")[0] or CONTENT

    def target(typed: str) -> str | None:
        meaning = parse_target(typed, folder)
        if not isinstance(meaning, InternalTarget) or meaning.target.partition("?")[0] not in {fix.old, quote(fix.old)}:
            return None
        rest = next((typed[at:] for at, character in enumerate(typed) if character in "?#"), "")
        return (fix.new if fix.new.startswith("/") else relpath(f"{CONTENT}/{fix.new}", folder)) + rest

    changed = change_links(data, location.path, target)
    return None if changed == data else changed


WAYS: dict[str, Way] = {"value": change_value, "item": remove_item, "link": change_link}
"""The function of each kind of fix."""


def _keys_of(data: bytes, location: Location, fix: Fix) -> Keys | None:
    """Return the way to the value at a place, if it reads as the fix says."""
    texts = dict(texts_of(read_fields(data, location.path)))
    keys = keys_at(data, location.path, location.line, location.column)
    return keys if keys and " ".join(texts.get(keys, "").split()) == " ".join(fix.old.split()) else None
