"""Pictures that say nothing to those who do not see them."""

from collections.abc import Iterator

from sitegen.errors import Location, Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model.folders import CONTENT

_HINT = "say what the picture shows: ![a team at its board](...); with decorative: true where it only decorates"


@CHECKS.check(severities={"error"}, looks_at={"html"}, told="pictures without a description")
def pictures_without_text(site: FinishedSite) -> Iterator[Problem]:
    """Find pictures without an alternative text, at the page that shows them.

    Source: WCAG 2.2 SC 1.1.1.
    """
    for output, rendered in site.rendered.items():
        path = site.content_path(output)
        place = Location(f"{CONTENT}/{path}" if path else f"public/{output}")
        for picture in rendered.pictures_without_text:
            yield Problem(location=place, headline=f'the picture "{picture}" has no text', hint=_HINT)
