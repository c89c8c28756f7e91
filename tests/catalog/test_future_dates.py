"""Dates still to come on pages that are shown: which are told, and how few moments the answer depends on."""

import pytest

from sitegen.catalog.future_dates import FutureDate, future_dates, future_problem
from sitegen.model import Entry

NOW = "2020-06-15 12:00"


def entry(name: str, date: str = "", updated: str = "", *, listed: bool = True) -> Entry:
    return Entry(
        path=f"{name}.md",
        collection="s",
        kind="story",
        url=f"/{name}/",
        listed=listed,
        date=date,
        updated=updated,
        sort_date="2199-01-01 00:00",
    )


def told(*entries: Entry) -> list[tuple[str, str, str]]:
    return [(one.path, one.field, one.date) for one in future_dates(entries, lambda moment: moment <= NOW)]


@pytest.mark.parametrize(
    ("date", "is_told"),
    [
        ("2020-06-15", False),
        ("2020-06-15 12:00", False),
        ("2020-06-15 12:01", True),
        ("2020-06-16", True),
        ("2020", False),
        ("2020-06", False),
        ("2020-07", True),
        ("2021", True),
        ("", False),
    ],
)
def test_a_date_is_told_until_its_first_moment_has_come(date: str, *, is_told: bool) -> None:
    assert told(entry("a", date)) == ([("a.md", "date", date)] if is_told else [])
    assert told(entry("a", updated=date)) == ([("a.md", "updated", date)] if is_told else [])


def test_the_latest_date_is_told_first() -> None:
    pages = [entry("a", "2021"), entry("b", "2020-07", "2022-01-01"), entry("c", "2017")]
    assert told(*pages) == [("b.md", "updated", "2022-01-01"), ("a.md", "date", "2021"), ("b.md", "date", "2020-07")]


def test_a_page_that_is_not_shown_is_not_told() -> None:
    assert told(entry("a", "2021", listed=False)) == []


def test_no_moment_is_asked_for_after_one_that_has_come() -> None:
    asked: list[str] = []

    def has_come(moment: str) -> bool:
        asked.append(moment)
        return moment <= NOW

    list(future_dates([entry("a", "2017"), entry("b", "2021"), entry("c", "2019"), entry("d", "2018")], has_come))
    assert asked == ["2021-01-01 00:00", "2019-01-01 00:00"]


@pytest.mark.parametrize(
    ("date", "publish"), [("2021", "2021-01-01"), ("2021-05", "2021-05-01"), ("2021-05-09 08:00", "2021-05-09 08:00")]
)
def test_the_hint_names_the_first_moment_to_publish_at(date: str, publish: str) -> None:
    headline, hint = future_problem(FutureDate("a.md", "date", date))
    assert headline == f'"date" is still to come ({date}), but the page is shown now'
    assert hint == f"write another date; or, to hold the page back until then, let it have one line: publish: {publish}"


def test_a_change_that_is_still_to_come_cannot_be_waited_for() -> None:
    headline, hint = future_problem(FutureDate("a.md", "updated", "2021-05-09"))
    assert headline == '"updated" is still to come (2021-05-09), but the page is shown now'
    assert hint == "write the day of the last change, or take the line out"
