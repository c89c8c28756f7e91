"""The references of front matter and bodies: resolved, or reported at the place where they are written."""

from sitegen.catalog import ref_targets
from sitegen.catalog.ref_targets import missing_page, missing_page_fix, missing_page_hint
from sitegen.engine.rules import Fetch
from sitegen.model import LocatedText
from sitegen.site.inputs import RULES, required
from sitegen.site.page_files import page
from sitegen.site.page_names import page_names
from sitegen.site.reporting import problem_at
from sitegen.site.routes import routes
from sitegen.site.settings import folder_kinds

MOST_SUGGESTIONS = 20
"""So many missing pages that one page names get a hint: each takes a search through all pages."""


@RULES.task(keep=True)
def references(fetch: Fetch, path: str) -> dict[str, tuple[str, ...]]:
    """Return the content paths that a page's front matter names, by field: not itself, nor pages not shown now."""
    result = {}
    missing = 0
    for field, typed in fetch(page, path).refs.items():
        targets = []
        for located in ref_targets.typed_refs(typed):
            target = ref_targets.target_of(field, located.text)
            if fetch(routes, at=target) is None:
                missing += 1
                is_searched = missing <= MOST_SUGGESTIONS
                hint = missing_page_hint(field, located.text, fetch(routes), fetch(page_names)) if is_searched else ""
                fix = missing_page_fix(field, located.text, fetch(page_names))
                fetch.report(problem_at(fetch, path, located, missing_page(located.text), hint, fix=fix))
            elif _is_right(fetch, path, located, field, target) and target != path:
                targets.append(target)
        result[field] = tuple(dict.fromkeys(targets))
    return result


def _is_right(fetch: Fetch, path: str, located: LocatedText, field: str, target: str) -> bool:
    """Return whether a page is of a kind that a field allows, and shown now; report one that is not."""
    kind = required(fetch(folder_kinds, at=target.partition("/")[0]), target)
    if fault := ref_targets.wrong_kind(field, located.text, kind):
        fetch.report(problem_at(fetch, path, located, *fault))
        return False
    return resolve_shown(fetch, path, located, target)


def resolve_shown(fetch: Fetch, path: str, located: LocatedText, target: str) -> bool:
    """Return whether a page stands at a content path now; report a page that is not shown."""
    route = fetch(routes, at=target)
    if route is None or route.listed:
        return route is not None
    if route.why != "wrong":
        fetch.report(problem_at(fetch, path, located, ref_targets.hidden_target(target, route), "", severity="warning"))
    return False
