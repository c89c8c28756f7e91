"""What the clock changes on a site: pages that appear, and pages that go, each at its moment."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal

from sitegen.model import Page, Record
from sitegen.model.folders import CONTENT
from sitegen.render.dates import instant

WhatHappens = Literal["appears", "goes"]


class DateChange(Record, frozen=True, kw_only=True):
    """A page that appears on the site, or goes from it, at a moment (in UTC); its file is from the site's root."""

    moment: datetime
    what: WhatHappens
    title: str
    address: str
    file: str


def date_changes(pages: Iterable[tuple[Page, str]], timezone: str) -> list[DateChange]:
    """Return all that dates change, the earliest first; `pages` are those of a site, each with its address.

    Drafts never appear, nor do pages with errors, or those that would expire before they are out.
    """
    changes = [change for page, address in pages for change in _changes_of(page, address, timezone)]
    return sorted(changes, key=lambda change: (change.moment, change.file, change.what))


def changes_between(changes: Iterable[DateChange], after: datetime, until: datetime) -> list[DateChange]:
    """Return the changes that came after one moment, and have come at another one."""
    return [change for change in changes if as_utc(after) < change.moment <= as_utc(until)]


def next_changes(changes: Sequence[DateChange], after: datetime) -> list[DateChange]:
    """Return the changes of the first moment after another one, all of the same moment; none if there is no more."""
    later = [change for change in changes if change.moment > as_utc(after)]
    return [change for change in later if change.moment == later[0].moment]


def as_utc(moment: datetime) -> datetime:
    """Return a moment in UTC: moments of one zone compare by their clock alone, which shows an hour twice in fall.

    At the ends of the calendar, where UTC may have no such moment, the clock stays.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def _changes_of(page: Page, address: str, timezone: str) -> Iterator[DateChange]:
    if page.draft or page.is_wrong:
        return
    begins, ends = (as_utc(instant(typed, timezone)) if typed else None for typed in (page.publish, page.expires))
    if begins and ends and ends <= begins:
        return
    moments: tuple[tuple[datetime | None, WhatHappens], ...] = ((begins, "appears"), (ends, "goes"))
    for moment, what in moments:
        if moment:
            file = f"{CONTENT}/{page.path}"
            yield DateChange(moment=moment, what=what, title=page.title, address=address, file=file)
