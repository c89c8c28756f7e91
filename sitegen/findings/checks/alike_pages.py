"""Pages that readers cannot tell apart in lists and search."""

from collections.abc import Iterator

from sitegen.errors import Location, Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model import Page
from sitegen.model.folders import CONTENT

_HINT = "say in each of them what the other does not have"


@CHECKS.check(severities={"advice"}, looks_at={"content"})
def alike_pages(site: FinishedSite) -> Iterator[Problem]:
    """Find pages that are shown and have the title or the summary of an earlier one, in the order of their paths."""
    titles: dict[str, Page] = {}
    summaries: dict[str, Page] = {}
    for page in site.shown_pages():
        for field, text, earlier in (("title", page.title, titles), ("summary", page.summary, summaries)):
            words = " ".join(text.casefold().split())
            first = earlier.setdefault(words, page)
            if words and first is not page:
                location = site.locate(f"{CONTENT}/{page.path}", field)
                yield _problem(location, f"this page has the {field} of {CONTENT}/{first.path}")


def _problem(location: Location, headline: str) -> Problem:
    return Problem(location=location, headline=headline, hint=_HINT, severity="advice")
