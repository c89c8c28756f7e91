"""The references of front matter and bodies: resolved, or reported at the place where they are written."""

from sitegen.catalog import ref_targets
from sitegen.engine.rules import Fetch
from sitegen.model import LocatedText
from sitegen.site.inputs import RULES, required
from sitegen.site.pages import page
from sitegen.site.reporting import problem_at
from sitegen.site.routes import routes
from sitegen.site.settings import folder_kinds


@RULES.task(keep=True)
def references(fetch: Fetch, path: str) -> dict[str, tuple[str, ...]]:
    """Return the content paths that a page's front matter names, by field: not itself, nor pages not shown now."""
    result = {}
    for field, typed in fetch(page, path).refs.items():
        targets = [_resolve(fetch, path, located, field) for located in ref_targets.typed_refs(typed)]
        result[field] = tuple(dict.fromkeys(target for target in targets if target not in ("", path)))
    return result


def _resolve(fetch: Fetch, path: str, located: LocatedText, field: str) -> str:
    """Return the content path that a reference names; an empty text if it leads nowhere now, which is reported."""
    target = ref_targets.target_of(field, located.text)
    if fetch(routes, at=target) is None:
        fetch.report(problem_at(fetch, path, located, *ref_targets.unknown_ref(field, located.text, fetch(routes))))
        return ""
    fault = ref_targets.wrong_kind(
        field, located.text, required(fetch(folder_kinds, at=target.partition("/")[0]), target)
    )
    if fault:
        fetch.report(problem_at(fetch, path, located, *fault))
        return ""
    return target if resolve_shown(fetch, path, located, target) else ""


def resolve_shown(fetch: Fetch, path: str, located: LocatedText, target: str) -> bool:
    """Return whether a page stands at a content path now; report a page that is not shown."""
    route = fetch(routes, at=target)
    if route is None or route.listed:
        return route is not None
    if route.why != "wrong":
        fetch.report(problem_at(fetch, path, located, ref_targets.hidden_target(target, route), "", severity="warning"))
    return False
