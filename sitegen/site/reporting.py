"""Problems of a file with the lines around them."""

import msgspec

from sitegen.engine.rules import Fetch
from sitegen.errors import Location, Problem, Severity, excerpt
from sitegen.model import LocatedText
from sitegen.model.folders import CONTENT
from sitegen.site.inputs import FILE


def with_excerpt(fetch: Fetch, problem: Problem) -> Problem:
    """Add the lines around the place of a problem, where it has one."""
    place = problem.location
    if not place.line:
        return problem
    text = (fetch(FILE, place.path) or b"").decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return msgspec.structs.replace(problem, excerpt=excerpt(text, place.line))


def problem_at(
    fetch: Fetch, path: str, mark: LocatedText, headline: str, hint: str, *, severity: Severity = "error"
) -> Problem:
    """Give a problem at a place of a page's file."""
    place = Location(f"{CONTENT}/{path}", mark.line, mark.column)
    return with_excerpt(fetch, Problem(location=place, headline=headline, hint=hint, severity=severity))
