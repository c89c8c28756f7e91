"""What was checked of a finished site before a release, in counts."""

from collections import Counter
from collections.abc import Iterable

from sitegen.catalog.renamed_pages import renamed_page
from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.golden_file import read_golden
from sitegen.findings.registry import Finding
from sitegen.model import Record
from sitegen.model.folders import GOLDEN_QUERIES

CRITERIA = {
    "pictures_without_text": "1.1.1",
    "picture_texts": "1.1.1",
    "heading_levels": "1.3.1",
    "link_texts": "2.4.4",
}
"""The checks that look at accessibility, with the success criteria of WCAG 2.2 that they look at a part of."""

WORDS = {
    "alike_pages": "pages with the title or the summary of another one",
    "broken_links": "links that lead nowhere",
    "feedback_address": "a feedback address that is missing, or an example",
    "golden_queries": "searches that do not show their page among the first three",
    "heading_levels": "headings that skip a level",
    "heavy_pictures": "pictures of more than five megabytes",
    "link_texts": "links whose words do not say where they lead",
    "lost_downloads": "downloads that were published once, and are not any more",
    "overdue_reviews": "pages past their day of review",
    "picture_texts": "descriptions of pictures that say nothing",
    "pictures_without_text": "pictures without a description",
    "unused_files": "pictures, downloads and films that nothing uses",
}
"""What each check looks for, in words for the team; of others, their docstrings say it."""


class CheckCount(Record, frozen=True):
    """A check: what it finds, how often it found that, and the criterion of WCAG that it belongs to, or empty."""

    what: str
    count: int
    criterion: str = ""


class CheckedFacts(Record, frozen=True, kw_only=True):
    """How much was checked: finished pages, their links, golden queries, and what each check found.

    `golden` counts pairs of a query and a page; `golden_missed` those that the search does not show first.
    """

    pages: int = 0
    links: int = 0
    golden: int = 0
    golden_missed: int = 0
    checks: tuple[CheckCount, ...] = ()


def checked_facts(site: FinishedSite, findings: Iterable[Finding]) -> CheckedFacts:
    """Return what was checked of a site, and what the checks found."""
    counts = Counter(finding.check.name for finding in findings)
    checks = (
        CheckCount(WORDS.get(check.name, check.summary), counts[check.name], CRITERIA.get(check.name, ""))
        for check in CHECKS
    )
    return CheckedFacts(
        pages=len(site.rendered),
        links=sum(len(page.links) for page in site.rendered.values()),
        golden=_golden(site),
        golden_missed=counts["golden_queries"],
        checks=tuple(checks),
    )


def _golden(site: FinishedSite) -> int:
    data = site.source(GOLDEN_QUERIES)
    names = site.page_names
    known = read_golden(data or b"", site.routes, site.generated_addresses, lambda path: renamed_page(path, names))
    return len(known.queries)
