"""The pages that nobody has changed for longest, as the kept releases show it."""

from collections.abc import Mapping

from sitegen.model import Record
from sitegen.overview.overview_records import Row, Section
from sitegen.overview.site_facts import SiteFacts


class PageAge(Record, frozen=True):
    """Since which day (YYYY-MM-DD) a page is as it is now; `or_longer` where the oldest kept release has it so.

    Without a day it has changed since the last release.
    """

    day: str
    or_longer: bool = False


def unchanged_section(site: SiteFacts, ages: Mapping[str, PageAge]) -> Section:
    """Return the pages that are shown, those first that are unchanged for longest; last those of which it is not known.

    `ages` are by paths below content/; they lack the pages that no kept release has. What has changed since the last
    release is left out.
    """
    unknown = [page for page in site.shown_pages() if page.page.path not in ages]
    known = [page for page in site.shown_pages() if ages.get(page.page.path, PageAge("")).day]
    known.sort(key=lambda page: _order(ages[page.page.path]))
    rows = (
        Row(
            file=page.file,
            line=site.line_of(page.file, "title"),
            title=page.page.title,
            what=_words(ages.get(page.page.path)),
            url=site.url_of(page),
        )
        for page in (*known, *unknown)
    )
    return Section(
        id="unchanged",
        title="Unchanged for longest",
        explanation="Since when each file is as it is now, by the last ten releases, which are kept on this computer.",
        rows=tuple(rows),
    )


def _order(age: PageAge) -> tuple[str, bool]:
    return age.day, not age.or_longer


def _words(age: PageAge | None) -> str:
    if age is None:
        return "not known"
    return f"unchanged since {age.day}{', or longer' if age.or_longer else ''}"
