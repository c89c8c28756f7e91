"""References of the front matter: which field names what, and what can be wrong with a reference."""

from collections.abc import Mapping

from sitegen.catalog.permalinks import content_path
from sitegen.catalog.renamed_pages import PageNames, certain_page, page_hint
from sitegen.errors import Fix
from sitegen.located.several_values import list_hint
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


def missing_page(text: str) -> str:
    """Return the headline of a reference to a page that does not exist."""
    return f'there is no page "{text}"'


def missing_page_hint(field: str, text: str, routes: Mapping[str, Route], names: PageNames) -> str:
    """Return the hint of a reference to a page that does not exist; it names one of the right kind."""
    if hint := list_hint(text):
        return hint
    folder = _folder(field)
    paths = (path for path in routes if field not in KIND_OF_FIELD or path.startswith(f"{folder}/"))
    return page_hint(content_path(text, folder), paths, names)


def missing_page_fix(field: str, text: str, names: PageNames) -> Fix | None:
    """Return what mends a reference to a page that was renamed; None where it is not certain which one that is."""
    folder = _folder(field)
    new = certain_page(content_path(text, folder), names)
    is_right = bool(new) and (field not in KIND_OF_FIELD or new.startswith(f"{folder}/"))
    return Fix("value", text, new.removesuffix(".md")) if is_right else None


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
