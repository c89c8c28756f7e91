"""The times at which a scheduler must run: those of the site, on whatever clock the scheduler goes by."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from sitegen.publishing.date_changes import DateChange
from sitegen.publishing.schedule_times import times_of_day, times_on_clock

PACIFIC = "America/Los_Angeles"


def change(moment: str) -> DateChange:
    """Return a change at a moment."""
    return DateChange(moment=datetime.fromisoformat(moment), what="goes", title="A", address="/a/", file="content/a.md")


def test_times_are_those_of_the_site_with_midnight() -> None:
    changes = [change("2026-07-01T15:00+00:00"), change("2026-12-01T16:00+00:00"), change("2026-12-01T16:30+00:00")]
    assert times_of_day(changes, PACIFIC) == (time(0), time(8), time(8, 30))
    assert times_of_day([], PACIFIC) == (time(0),)


@pytest.mark.parametrize(
    ("times", "zone", "clock", "expected"),
    [
        ([time(8)], "UTC", "UTC", [time(8)]),
        ([time(8)], PACIFIC, PACIFIC, [time(8)]),
        ([time(8)], PACIFIC, "UTC", [time(15), time(16)]),  # summer and winter
        ([time(8)], PACIFIC, "America/Phoenix", [time(8), time(9)]),  # which keeps one time all year
        ([time(0)], PACIFIC, "Europe/Berlin", [time(8), time(9)]),  # whose clocks change on other days
        ([time(2, 30)], PACIFIC, PACIFIC, [time(2, 30), time(3, 30)]),  # a day in spring has no 2:30
        ([time(1, 30)], PACIFIC, PACIFIC, [time(1, 30)]),  # one in fall has 1:30 twice
        ([time(0)], "Asia/Beirut", "Asia/Beirut", [time(0), time(1)]),  # a day in spring has no midnight
    ],
)
def test_every_moment_of_a_year_is_met(times: list[time], zone: str, clock: str, expected: list[time]) -> None:
    shown = times_on_clock(times, zone, date(2026, 1, 15), lambda moment: moment.astimezone(ZoneInfo(clock)))
    assert list(shown) == expected


def test_a_run_comes_at_every_moment_of_pages_on_days_when_clocks_change() -> None:
    zone = ZoneInfo(PACIFIC)
    for typed in (datetime(2026, 3, 8, 2, 30, tzinfo=zone), datetime(2026, 11, 1, 1, 30, tzinfo=zone)):
        moment = typed.astimezone(UTC)
        runs = times_on_clock([typed.time()], PACIFIC, date(2026, 1, 15), lambda one: one.astimezone(UTC))
        assert moment.time() in runs
