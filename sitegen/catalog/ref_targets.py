"""References of the front matter: which field names what, and what can be wrong with a reference."""

from collections.abc import Mapping

from sitegen.catalog.permalinks import content_path, suggest_path
from sitegen.model import LocatedText, Route
from sitegen.model.kinds import KINDS

KIND_OF_FIELD = {
    "focus_areas": "focus-area",
    "story": "story",
    "tools": "tool",
    "requires.tools": "tool",
}
"""The kind of page that a field names, if only one kind is allowed."""

_FOLDER_OF_FIELD = {"requires.source": KINDS["story"].folder}
"""The folder of references without one, in fields that allow pages of any kind."""


def target_of(field: str, text: str) -> str:
    """Return the content path that a reference of a field names, whether or not it is there."""
    return content_path(text, _folder(field))


def unknown_ref(field: str, text: str, routes: Mapping[str, Route]) -> tuple[str, str]:
    """Return headline and hint of a reference to a page that does not exist."""
    path = content_path(text, _folder(field) or "collection")
    return f'there is no page "{text}"', suggest_path(path, routes)


def wrong_kind(field: str, text: str, kind: str) -> tuple[str, str] | None:
    """Return headline and hint of a reference to a page of a kind that the field does not allow, or None."""
    wanted = KIND_OF_FIELD.get(field, "")
    if not wanted or kind == wanted:
        return None
    headline = f'"{text}" is {KINDS[kind].noun}, and {KINDS[wanted].noun} is wanted here'
    return headline, f"name a page of content/{_folder(field)}"


def hidden_target(path: str, route: Route) -> str:
    """Return the headline of a reference to a page that is not shown now."""
    return f'"{path.removesuffix(".md")}" is not shown now ({route.why}), so nothing links to it'


def typed_refs(typed: tuple[LocatedText, ...]) -> list[LocatedText]:
    """Return the references that are not blank."""
    return [located for located in typed if located.text.strip()]


def _folder(field: str) -> str:
    kind = KIND_OF_FIELD.get(field)
    return KINDS[kind].folder if kind else _FOLDER_OF_FIELD.get(field, "")
