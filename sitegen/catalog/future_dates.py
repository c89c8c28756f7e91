"""Pages that are shown although they state a date that is still to come."""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import Literal

from sitegen.model import Entry, Record
from sitegen.model.date_precision import day_of, first_moment, has_time

DateField = Literal["date", "updated"]


class FutureDate(Record, frozen=True):
    """A date that is still to come: its page, the field, and the date as typed."""

    path: str
    field: DateField
    date: str


def future_dates(entries: Iterable[Entry], has_come: Callable[[str], bool]) -> Iterator[FutureDate]:
    """Yield the dates that listed pages state and that are still to come, the latest first.

    `has_come` says of a local moment, `YYYY-MM-DD HH:MM`, whether it is past. It is asked from the latest moment on,
    and never again once one has come: a site without such dates depends on a single moment.
    """
    listed = [entry for entry in entries if entry.listed and (entry.date or entry.updated)]
    dates = {entry.date for entry in listed} | {entry.updated for entry in listed}
    to_come = set(takewhile(lambda moment: not has_come(moment), sorted(map(first_moment, dates - {""}), reverse=True)))
    if not to_come:
        return
    stated = (FutureDate(entry.path, field, date) for entry in listed for field, date in _stated(entry))
    future = [one for one in stated if first_moment(one.date) in to_come]
    yield from sorted(future, key=lambda one: (first_moment(one.date), one.path, one.field), reverse=True)


def future_problem(future: FutureDate) -> tuple[str, str]:
    """Return the headline and the hint that tell of a future date."""
    headline = f'"{future.field}" is still to come ({future.date}), but the page is shown now'
    if future.field == "updated":
        return headline, "write the day of the last change, or take the line out"
    moment = future.date if has_time(future.date) else day_of(first_moment(future.date))
    return (
        headline,
        f"write another date; or, to hold the page back until then, let it have one line: publish: {moment}",
    )


def _stated(entry: Entry) -> Iterator[tuple[DateField, str]]:
    if entry.date:
        yield "date", entry.date
    if entry.updated:
        yield "updated", entry.updated
