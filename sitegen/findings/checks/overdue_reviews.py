"""Pages whose owners wanted to look at them again before now."""

from collections.abc import Iterator

from sitegen.errors import Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model.folders import CONTENT

_HINT = "see whether it is still right, and write a later day, or take the line out"


@CHECKS.check(severities={"advice"}, looks_at={"content"})
def overdue_reviews(site: FinishedSite) -> Iterator[Problem]:
    """Find pages that are shown and past the day of their `review_by`."""
    for page in site.shown_pages():
        if page.review_by and page.review_by < site.today:
            headline = f"this page was to be looked at again by {page.review_by}"
            headline += f", by {page.owner}" if page.owner else ""
            location = site.locate(f"{CONTENT}/{page.path}", "review_by")
            yield Problem(location=location, headline=headline, hint=_HINT, severity="advice")
