"""Sections about single pages: what readers do not see, what is due, and what is missing."""

from collections.abc import Callable, Iterator

from sitegen.errors import Problem
from sitegen.overview.overview_records import Row, Section
from sitegen.overview.site_facts import PageFacts, SiteFacts

MakeSection = Callable[[SiteFacts], Section]
"""Makes a section of the facts of a site."""


def unread_section(site: SiteFacts) -> Section:
    """Return what could not be read, or only in part, sorted by file: the other sections may lack it."""
    in_part = (row for page in site.pages if page.errors for row in [_error_row(site, page)])
    rows = [*(_problem_row(problem) for problem in site.unread), *in_part]
    return Section(
        id="unread",
        title="Could not be read, or only in part",
        explanation="What these files say may be missing below.",
        rows=tuple(sorted(rows, key=lambda row: (row.file, row.line))),
    )


def draft_section(site: SiteFacts) -> Section:
    """Return the drafts, sorted by file."""
    rows = (_row(site, page, "draft", _draft_words(page)) for page in site.pages if page.page.draft)
    return Section(id="drafts", title="Drafts", rows=tuple(rows))


def scheduled_section(site: SiteFacts) -> Section:
    """Return the pages that are not out yet, those that come out next first."""
    pages = [page for page in site.pages if page.entry.why_unlisted == "not yet published"]
    pages.sort(key=lambda page: page.page.publish)
    rows = (_row(site, page, "publish", f"out from {moment_in_words(page.page.publish)}") for page in pages)
    return Section(id="scheduled", title="Scheduled", rows=tuple(rows))


def expiring_section(site: SiteFacts) -> Section:
    """Return the pages that are shown until a moment that is still to come, the next first."""
    pages = sorted((page for page in site.shown_pages() if page.page.expires), key=lambda page: page.page.expires)
    rows = (_row(site, page, "expires", f"shown until {moment_in_words(page.page.expires)}") for page in pages)
    return Section(id="expiring", title="Expiring", rows=tuple(rows))


def expired_section(site: SiteFacts) -> Section:
    """Return the pages that were shown until a moment, the last first."""
    pages = [page for page in site.pages if page.entry.why_unlisted == "expired"]
    pages.sort(key=lambda page: page.page.expires, reverse=True)
    rows = (_row(site, page, "expires", f"was shown until {moment_in_words(page.page.expires)}") for page in pages)
    return Section(id="expired", title="Expired", rows=tuple(rows))


def review_section(site: SiteFacts) -> Section:
    """Return the pages that are shown and past the day of their `review_by`, those that wait longest first."""
    late = [page for page in site.shown_pages() if page.page.review_by and page.page.review_by < site.today]
    late.sort(key=lambda page: page.page.review_by)
    rows = (_row(site, page, "review_by", _review_words(page)) for page in late)
    return Section(id="review", title="Past the day of review", rows=tuple(rows))


def summary_section(site: SiteFacts) -> Section:
    """Return the pages for which no summary was typed, sorted by file."""
    rows = (_row(site, page, "title", "") for page in _current(site) if not page.has_summary)
    return Section(
        id="no-summary",
        title="Without a summary",
        explanation="Lists and search show the first words of the text instead.",
        rows=tuple(rows),
    )


def owner_section(site: SiteFacts) -> Section:
    """Return the pages without an owner, sorted by file."""
    rows = (_row(site, page, "", "") for page in _current(site) if not page.page.owner)
    return Section(id="no-owner", title="Without an owner", rows=tuple(rows))


def moment_in_words(typed: str) -> str:
    """Return a moment of the front matter with its time: a day alone begins at midnight."""
    return typed if " " in typed else f"{typed} 00:00"


def _current(site: SiteFacts) -> Iterator[PageFacts]:
    """Iterate over the pages that could be read whole and have not expired."""
    return (page for page in site.pages if not page.page.is_wrong and page.entry.why_unlisted != "expired")


def _draft_words(facts: PageFacts) -> str:
    page = facts.page
    words = [f"owner: {page.owner}"] if page.owner else []
    words += [f"to be out from {moment_in_words(page.publish)}"] if page.publish else []
    return "; ".join(words)


def _review_words(facts: PageFacts) -> str:
    owner = f", by {facts.page.owner}" if facts.page.owner else ""
    return f"to be looked at again by {facts.page.review_by}{owner}"


def _error_row(site: SiteFacts, facts: PageFacts) -> Row:
    first = facts.errors[0]
    more = len(facts.errors) - 1
    what = f"{first.headline}{f', and {more:,} more' if more else ''}"
    return Row(
        file=facts.file, line=first.location.line or 1, title=facts.page.title, what=what, url=site.url_of(facts)
    )


def _problem_row(problem: Problem) -> Row:
    return Row(file=problem.location.path, line=problem.location.line, title="", what=problem.headline)


def _row(site: SiteFacts, facts: PageFacts, place: str, what: str) -> Row:
    return Row(
        file=facts.file,
        line=site.line_of(facts.file, place),
        title=facts.page.title,
        what=what,
        url=site.url_of(facts),
    )


SECTIONS: tuple[MakeSection, ...] = (
    unread_section,
    draft_section,
    scheduled_section,
    expiring_section,
    expired_section,
    review_section,
    summary_section,
    owner_section,
)
"""The functions of this module that make a section of a site, in the order of an overview."""
