"""At which times of day a scheduler must look at a site, by the site's clock and by other clocks."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sitegen.publishing.date_changes import DateChange

_DAYS = 400
"""How many days are looked at: a year, and both days on which clocks change."""


def times_of_day(changes: Iterable[DateChange], timezone: str) -> tuple[time, ...]:
    """Return the times of day at which pages appear or go, sorted; midnight, when days begin, is always one of them."""
    zone = ZoneInfo(timezone)
    times = {change.moment.astimezone(zone).time().replace(second=0, microsecond=0) for change in changes}
    return tuple(sorted({time(), *times}))


def times_on_clock(
    times: Iterable[time], timezone: str, first: date, to_clock: Callable[[datetime], datetime]
) -> tuple[time, ...]:
    """Return the times that another clock shows at these times of the site, sorted, in the year that begins on a day.

    A clock of another zone shows two times in a year where clocks change; so does that of the site itself for a time
    that the day in spring does not have. `to_clock` returns a moment as that clock shows it.
    """
    zone, days = ZoneInfo(timezone), [first + timedelta(days=number) for number in range(_DAYS)]
    moments = (datetime.combine(day, each, zone) for day in days for each in times)
    return tuple(sorted({to_clock(datetime.fromtimestamp(moment.timestamp(), zone)).time() for moment in moments}))
