"""What the front matter and the text of a page refer to: found, or reported at the place where it is written."""

from sitegen.catalog.permalinks import content_path, suggest_path
from sitegen.engine.rules import Fetch
from sitegen.model import LocatedText
from sitegen.site.inputs import RULES
from sitegen.site.pages import page
from sitegen.site.reporting import problem_at
from sitegen.site.routes import route, routes
from sitegen.site.settings import folder_kind

REF_FOLDERS = {
    "focus_areas": "focus-areas",
    "story": "stories",
    "tools": "tools",
    "requires.source": "stories",
    "requires.tools": "tools",
}
"""The folder that a front-matter reference without one is looked for in."""

REF_KINDS = {
    "focus_areas": "focus-area",
    "story": "story",
    "tools": "tool",
    "requires.tools": "tool",
}
"""The kind of page that a front-matter field names, where it is one."""


@RULES.task(keep=True)
def references(fetch: Fetch, path: str) -> dict[str, tuple[str, ...]]:
    """Give the content paths that a page's front matter names, by field; not itself, nor those not shown now."""
    found = fetch(page, path)
    result = {}
    for field, marks in (found.refs if found else {}).items():
        targets = [_target(fetch, path, mark, field) for mark in marks if mark.text.strip()]
        result[field] = tuple(dict.fromkeys(target for target in targets if target not in ("", path)))
    return result


def _target(fetch: Fetch, path: str, mark: LocatedText, field: str) -> str:
    """Give the content path that a reference names, or an empty text, with its problem reported."""
    folder = REF_FOLDERS.get(field, "")
    target = content_path(mark.text, folder)
    if fetch(route, target) is None:
        hint = suggest_path(content_path(mark.text, folder or "collection"), fetch(routes))
        fetch.report(problem_at(fetch, path, mark, f'there is no page "{mark.text}"', hint))
        return ""
    kind, wanted = fetch(folder_kind, target.partition("/")[0]), REF_KINDS.get(field, "")
    if wanted and kind != wanted:
        headline = f'"{mark.text}" is a {_words(kind)}, and a {_words(wanted)} is wanted here'
        fetch.report(problem_at(fetch, path, mark, headline, f"name a page of content/{folder}"))
        return ""
    return target if is_shown(fetch, path, mark, target) else ""


def _words(kind: str) -> str:
    return kind.replace("-", " ")


def is_shown(fetch: Fetch, path: str, mark: LocatedText, target: str) -> bool:
    """Whether a page stands at a reference now; a warning says why it does not."""
    found = fetch(route, target)
    if found is None or found.listed:
        return found is not None
    if found.why != "wrong":
        headline = f'"{target.removesuffix(".md")}" is not shown now ({found.why}), so nothing links to it'
        fetch.report(problem_at(fetch, path, mark, headline, "", severity="warning"))
    return False
