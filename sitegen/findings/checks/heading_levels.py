"""Headings that skip a level, so that those who hear a page look for a part that is not there."""

from collections.abc import Iterator

from sitegen.errors import Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model.folders import CONTENT


@CHECKS.check(severities={"advice"}, looks_at={"content"}, told="headings that skip a level")
def heading_levels(site: FinishedSite) -> Iterator[Problem]:
    """Find headings of a body that are more than one level below the heading before them, or below the title.

    Source: WCAG 2.2 technique G141.
    """
    for page in site.shown_pages():
        above = 1
        for heading in page.body.headings:
            if heading.level > above + 1:
                headline = (
                    f'the heading "{heading.text}" is of level {heading.level}, and the one above it of level {above}'
                )
                hint = f"write it with {above + 1} number signs: {'#' * (above + 1)} {heading.text}"
                location = site.locate_text(f"{CONTENT}/{page.path}", heading.text)
                yield Problem(location=location, headline=headline, hint=hint, severity="advice")
            above = heading.level
