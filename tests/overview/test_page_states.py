"""Sections about single pages: what stands in each, where, in which order."""

import pytest

from sitegen.overview import page_states
from sitegen.overview.page_states import moment_in_words
from tests.overview.facts import facts, said, story


def test_drafts_say_who_writes_them_and_when_they_shall_be_out() -> None:
    site = facts(
        {
            "stories/a.md": story(draft="true"),
            "stories/b.md": story(draft="true", owner="Ana", publish="2026-06-01"),
            "stories/c.md": story(),
            "stories/d.md": story(draft="true", date="no day"),
        }
    )
    section = page_states.draft_section(site)
    assert said(section) == [
        "stories/a.md:5",
        "stories/b.md:5 owner: Ana; to be out from 2026-06-01 00:00",
        "stories/d.md:5",
    ]
    assert {row.url for row in section.rows} == {""}


TIMED = {
    "stories/a.md": story(publish="2026-06-01 08:30"),
    "stories/b.md": story(publish="2026-05-02"),
    "stories/c.md": story(publish="2026-04-30", expires="2026-05-03"),
    "stories/d.md": story(expires="2026-05-01 11:59"),
    "stories/e.md": story(expires="2026-05-01 12:01"),
    "stories/f.md": story(draft="true", publish="2026-06-01", expires="2026-07-01"),
    "stories/g.md": story(expires="2026-02-01"),
}


@pytest.mark.parametrize(
    ("make", "rows"),
    [
        (
            page_states.scheduled_section,
            ["stories/b.md:5 out from 2026-05-02 00:00", "stories/a.md:5 out from 2026-06-01 08:30"],
        ),
        (
            page_states.expiring_section,
            ["stories/e.md:5 shown until 2026-05-01 12:01", "stories/c.md:6 shown until 2026-05-03 00:00"],
        ),
        (
            page_states.expired_section,
            ["stories/d.md:5 was shown until 2026-05-01 11:59", "stories/g.md:5 was shown until 2026-02-01 00:00"],
        ),
    ],
)
def test_pages_with_moments_stand_in_their_order(make: page_states.MakeSection, rows: list[str]) -> None:
    assert said(make(facts(TIMED))) == rows


def test_a_moment_is_one_of_the_time_zone_of_the_site() -> None:
    pages = {"stories/a.md": story(publish="2026-05-02")}
    assert said(page_states.scheduled_section(facts(pages, "2026-05-02T06:59+00:00")))
    assert not said(page_states.scheduled_section(facts(pages, "2026-05-02T07:00+00:00")))


@pytest.mark.parametrize("now", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_the_ends_of_the_calendar_are_moments_too(now: str) -> None:
    assert len(facts(TIMED, now).pages) == len(TIMED)


def test_a_page_that_is_shown_and_past_its_review_is_reported_with_its_owner() -> None:
    site = facts(
        {
            "stories/a.md": story(review_by="2026-04-30", owner="Ana"),
            "stories/b.md": story(review_by="2026-05-01"),
            "stories/c.md": story(review_by="2026-01-31"),
            "stories/d.md": story(review_by="2026-01-31", draft="true"),
        }
    )
    assert said(page_states.review_section(site)) == [
        "stories/c.md:5 to be looked at again by 2026-01-31",
        "stories/a.md:5 to be looked at again by 2026-04-30, by Ana",
    ]


def test_pages_without_summary_or_owner_are_those_that_could_be_read_and_have_not_expired() -> None:
    site = facts(
        {
            "stories/a.md": story(summary="", owner="Ana"),
            "stories/b.md": story(draft="true", summary=""),
            "stories/c.md": story(expires="2026-01-01", summary=""),
            "stories/d.md": story(date="no day", summary=""),
            "stories/e.md": story(owner="Ben"),
        }
    )
    assert said(page_states.summary_section(site)) == ["stories/a.md:2", "stories/b.md:2"]
    assert said(page_states.owner_section(site)) == ["stories/b.md:1"]


def test_what_could_be_read_only_in_part_is_said_with_its_first_mistake() -> None:
    site = facts({"stories/a.md": story(date="no day", weight="heavy"), "stories/b.md": story()})
    assert said(page_states.unread_section(site)) == ['stories/a.md:4 "no day" is not written as a date, and 1 more']
    assert site.url_of(site.pages[0]) == ""


def test_a_preview_of_hidden_pages_has_addresses_for_them() -> None:
    site = facts({"stories/a.md": story(draft="true"), "stories/b.md": story(date="x")}, shows_hidden=True)
    assert [site.url_of(page) for page in site.pages] == ["/stories/a/", ""]


@pytest.mark.parametrize(
    ("typed", "words"), [("2026-05-01", "2026-05-01 00:00"), ("2026-05-01 08:30", "2026-05-01 08:30")]
)
def test_a_day_begins_at_midnight(typed: str, words: str) -> None:
    assert moment_in_words(typed) == words
