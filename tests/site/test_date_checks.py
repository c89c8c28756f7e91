"""Warnings about dates that are still to come: where they stand, and that they go with the day."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import Problem
from tests.site.small import SmallSite, files

EVE, DAY = datetime(2018, 4, 30, 23, 59), datetime(2018, 5, 1)  # noqa: DTZ001 - in the site's time zone


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def told(problems: list[Problem]) -> list[str]:
    return [
        f"{one.severity} {one.location.path}:{one.location.line}:{one.location.column} {one.headline}"
        for one in problems
    ]


def test_a_date_still_to_come_is_a_warning_at_its_place(site: SmallSite) -> None:
    site.story("story-0", date="2018-05-01")
    result = site.build(as_of=EVE)
    assert result.committed
    assert told(result.problems) == [
        'warning content/stories/story-0.md:4:7 "date" is still to come (2018-05-01), but the page is shown now'
    ]


def test_the_warning_goes_with_the_day_and_nothing_else_is_made_again(site: SmallSite) -> None:
    site.story("story-0", date="2018-05")
    assert len(site.build(as_of=EVE).problems) == 1
    assert len(site.build(as_of=EVE).problems) == 1
    result = site.build(as_of=DAY)
    assert result.problems == []
    assert not [key for key in result.executed if key[0] != "check_dates"]
    assert len(site.build(as_of=EVE).problems) == 1
    site.build_clean(as_of=EVE)
    assert files(site.out) == files(site.folder / "clean")


def test_the_hint_followed_to_the_letter_holds_the_page_back_until_then(site: SmallSite) -> None:
    site.story("story-0", date="2018-05")
    (problem,) = site.build(as_of=EVE).problems
    assert problem.hint.endswith("one line: publish: 2018-05-01")
    site.story("story-0", date="2018-05", publish="2018-05-01")
    assert site.build(as_of=EVE).problems == []
    assert not (site.out / "stories/story-0").exists()
    assert site.build(as_of=DAY).problems == []
    assert (site.out / "stories/story-0/index.html").is_file()


@pytest.mark.parametrize("fields", [{"draft": True}, {"date_shown": "Some spring"}, {"publish": "2018-06-01"}])
def test_a_date_that_readers_do_not_see_yet_is_no_mistake(site: SmallSite, fields: dict[str, Any]) -> None:
    site.story("story-0", date="2018-05-01", **fields)
    assert site.build(as_of=EVE).problems == []


def test_a_change_still_to_come_is_a_warning(site: SmallSite) -> None:
    site.story("story-0", date="2017-05-01", updated="2018-05-01")
    assert told(site.build(as_of=EVE).problems) == [
        'warning content/stories/story-0.md:5:10 "updated" is still to come (2018-05-01), but the page is shown now'
    ]
