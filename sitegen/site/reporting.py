"""Problems of a file with the lines around them."""

from functools import lru_cache

import msgspec

from sitegen.engine.rules import Fetch
from sitegen.errors import Fix, Problem, Severity, excerpt
from sitegen.model import LocatedText
from sitegen.model.folders import CONTENT
from sitegen.site.inputs import FILE
from sitegen.site.locations import locate
from sitegen.site.page_files import as_warning, is_hidden_draft


def with_excerpt(fetch: Fetch, problem: Problem) -> Problem:
    """Return a problem with the lines around its location, if that has a line."""
    location = problem.location
    if not location.line:
        return problem
    text = _text_of(fetch(FILE, location.path) or b"")
    return msgspec.structs.replace(problem, excerpt=excerpt(text, location.line, column=location.column))


def problem_at(
    fetch: Fetch,
    path: str,
    located: LocatedText,
    headline: str,
    hint: str,
    *,
    severity: Severity = "error",
    fix: Fix | None = None,
) -> Problem:
    """Return a problem at the place of a text in a page's file, with the lines around it; of a draft, a warning."""
    location = locate(fetch, f"{CONTENT}/{path}", located)
    problem = Problem(location=location, headline=headline, hint=hint, severity=severity, fix=fix)
    return with_excerpt(fetch, as_warning(problem) if fetch(is_hidden_draft, path) else problem)


@lru_cache(maxsize=2)
def _text_of(data: bytes) -> str:
    """Return the text of a file; that of the last ones is kept, since a file may have many problems."""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
