"""What staff want to know of the page that they look at: its file, state and reading grade, and who links to it."""

from collections.abc import Iterator

from sitegen.overview.page_states import moment_in_words
from sitegen.overview.reading_section import reading_of
from sitegen.overview.site_facts import PageFacts, SiteFacts
from sitegen.overview.uses import find_uses


def page_status(site: SiteFacts, path: str) -> tuple[str, ...]:
    """Return the file of a page, its state and its reading grade, if it has one, in words.

    `path` is that of its file below content/, one of the site's pages.
    """
    facts = next(facts for facts in site.pages if facts.page.path == path)
    reading = reading_of(site, facts)
    grade = [f"reading grade {reading.grade:.0f}"] if reading else []
    return (facts.file, ", ".join(_states(facts)) or "shown to readers", *grade)


def count_links(site: SiteFacts, path: str) -> int:
    """Return how many places of a site lead readers to a page: texts, fields, settings and templates."""
    return sum(use.target == path and use.is_link for use in find_uses(site))


def _states(facts: PageFacts) -> Iterator[str]:
    page, why = facts.page, facts.entry.why_unlisted
    if page.draft:
        yield "draft"
    if page.publish and (page.draft or why == "not yet published"):
        yield f"from {moment_in_words(page.publish)}"
    if page.expires:
        yield f"{'expired' if why == 'expired' else 'until'} {moment_in_words(page.expires)}"
