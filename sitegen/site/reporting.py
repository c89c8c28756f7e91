"""Problems of a file with the lines around them."""

import msgspec

from sitegen.engine.rules import Fetch
from sitegen.errors import Location, Problem, Severity, excerpt
from sitegen.model import LocatedText
from sitegen.model.folders import CONTENT
from sitegen.site.inputs import FILE


def with_excerpt(fetch: Fetch, problem: Problem) -> Problem:
    """Return a problem with the lines around its location, if that has a line."""
    location = problem.location
    if not location.line:
        return problem
    text = (fetch(FILE, location.path) or b"").decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return msgspec.structs.replace(problem, excerpt=excerpt(text, location.line, column=location.column))


def problem_at(
    fetch: Fetch, path: str, located: LocatedText, headline: str, hint: str, *, severity: Severity = "error"
) -> Problem:
    """Return a problem at a position of a page's file, with the lines around it."""
    location = Location(f"{CONTENT}/{path}", located.line, located.column)
    return with_excerpt(fetch, Problem(location=location, headline=headline, hint=hint, severity=severity))
