"""What dates change on a site, and when: by the site's clock, also on the days on which clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sitegen.building import has_come
from sitegen.content.page_parser import parse_page
from sitegen.model import Page
from sitegen.publishing.date_changes import changes_between, date_changes, next_changes
from sitegen.render.dates import instant

PACIFIC = "America/Los_Angeles"


def page(name: str, **fields: str) -> tuple[Page, str]:
    """Return a story with these fields, and its address."""
    head = "".join(f"{key}: {value}\n" for key, value in {"title": name, "date": "2020-01-01", **fields}.items())
    parsed, problems = parse_page(f"stories/{name}.md", f"---\n{head}---\n\nText.\n".encode(), "story")
    assert not any(problem.is_error for problem in problems)
    return parsed, f"/stories/{name}/"


def told(*pages: tuple[Page, str], timezone: str = PACIFIC) -> list[str]:
    """Return each change as moment in UTC, what happens, and title."""
    return [f"{change.moment:%Y-%m-%dT%H:%M} {change.what} {change.title}" for change in date_changes(pages, timezone)]


def test_changes_come_in_the_order_of_their_moments() -> None:
    assert told(
        page("b", publish="2026-07-01"),
        page("a", publish="2026-07-01 08:00", expires="2026-07-02"),
        page("c", expires="2026-06-30"),
        page("never"),
    ) == [
        "2026-06-30T07:00 goes c",
        "2026-07-01T07:00 appears b",
        "2026-07-01T15:00 appears a",
        "2026-07-02T07:00 goes a",
    ]


def test_what_never_appears_changes_nothing() -> None:
    assert told(page("a", publish="2026-07-01", draft="true")) == []
    wrong, _ = parse_page("stories/x.md", b"---\ntitle: [\npublish: 2026-07-01\n---\n", "story")
    assert told((wrong, "/stories/x/")) == []


# Clocks of the Pacific coast change on March 8 at 10:00 UTC, and on November 1 at 9:00 UTC (IANA time zone database).
@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("2026-03-08 01:59", "2026-03-08T09:59"),
        ("2026-03-08 02:30", "2026-03-08T10:30"),  # which no clock shows: 3:30, an hour after 1:30
        ("2026-03-08 03:00", "2026-03-08T10:00"),
        ("2026-11-01 00:30", "2026-11-01T07:30"),
        ("2026-11-01 01:30", "2026-11-01T08:30"),  # which comes twice: the first time
        ("2026-11-01 02:00", "2026-11-01T10:00"),
        ("2026-03-08", "2026-03-08T08:00"),
        ("2026-03-09", "2026-03-09T07:00"),
    ],
)
def test_days_on_which_clocks_change(typed: str, utc: str) -> None:
    assert told(page("a", publish=typed)) == [f"{utc} appears a"]
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    asked = instant(typed, PACIFIC).isoformat()  # as a build asks whether the page is out
    assert has_come(asked, moment)
    assert not has_come(asked, moment - timedelta(minutes=1))


def test_moments_of_the_hour_that_comes_twice_are_told_apart() -> None:
    changes = date_changes([page("a", publish="2026-11-01 01:30")], PACIFIC)
    zone = ZoneInfo(PACIFIC)
    first, second = (datetime(2026, 11, 1, 1, 45, tzinfo=zone, fold=fold) for fold in (0, 1))
    assert changes_between(changes, datetime(2026, 11, 1, 1, 15, tzinfo=zone), first) == changes
    assert changes_between(changes, first, second) == []
    assert changes_between(changes, datetime(2026, 11, 1, 1, 15, tzinfo=zone, fold=1), second) == []


def test_a_moment_itself_has_come() -> None:
    changes = date_changes([page("a", publish="2026-07-01 08:00")], "UTC")
    at, before = datetime(2026, 7, 1, 8, tzinfo=UTC), datetime(2026, 7, 1, 7, 59, tzinfo=UTC)
    assert changes_between(changes, before, at) == changes
    assert changes_between(changes, at, at) == []
    assert changes_between(changes, at, before) == []


def test_the_next_changes_are_those_of_one_moment() -> None:
    pages = [page("a", publish="2026-07-01"), page("b", expires="2026-07-01"), page("c", publish="2026-07-02")]
    changes = date_changes(pages, "UTC")
    assert [change.title for change in next_changes(changes, datetime(2026, 6, 1, tzinfo=UTC))] == ["a", "b"]
    assert [change.title for change in next_changes(changes, datetime(2026, 7, 1, tzinfo=UTC))] == ["c"]
    assert next_changes(changes, datetime(2026, 7, 2, tzinfo=UTC)) == []
