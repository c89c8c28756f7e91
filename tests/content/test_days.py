"""Tests of dates and durations as staff type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.days import NotADayError, likely_day, parse_day, parse_duration


@pytest.mark.parametrize("text", ["2017-10-05", "2016-02-29", "2017-10-05 09:30", "2017-10-05 00:00"])
def test_a_day_is_kept_as_it_was_typed(text: str) -> None:
    assert parse_day(text) == text


OCTOBER_5 = "write 2017-10-05 if October 5, 2017 is meant"
HALF_PAST_NINE = "write 2017-10-05 09:30 if October 5, 2017 is meant"
FIRST_OF_TWO = "write one day, such as the first: 2017-10-05; the others have a place in the text"
NO_IDEA = "write year, month and day like this: 2017-10-05"


@pytest.mark.parametrize(
    ("text", "headline", "hint"),
    [
        ("10/05/2017", '"10/05/2017" is not written as a date', OCTOBER_5),
        ("10/5/17", '"10/5/17" is not written as a date', OCTOBER_5),
        ("5 Oct 2017", '"5 Oct 2017" is not written as a date', OCTOBER_5),
        ("Oct. 5th, 2017", '"Oct. 5th, 2017" is not written as a date', OCTOBER_5),
        ("October 5, 2017", '"October 5, 2017" is not written as a date', OCTOBER_5),
        ("Thursday, 5 October 2017", '"Thursday, 5 October 2017" is not written as a date', OCTOBER_5),
        ("2017/10/05", '"2017/10/05" is not written as a date', OCTOBER_5),
        ("2017.10.05", '"2017.10.05" is not written as a date', OCTOBER_5),
        ("2017-10-5", '"2017-10-5" is not written as a date', OCTOBER_5),
        ("20171005", '"20171005" is not written as a date', OCTOBER_5),
        ("2017-10-05T09:30", '"2017-10-05T09:30" is not written as a date', HALF_PAST_NINE),
        ("2017-10-05 9:30", '"2017-10-05 9:30" is not written as a date', HALF_PAST_NINE),
        (
            "31/12/2017",
            '"31/12/2017" is not written as a date',
            "write 2017-12-31 if December 31, 2017 is meant",
        ),
        ("2017-13-05", "there is no month 13", "write 2017-05-13 if May 13, 2017 is meant"),
        ("2017-00-05", "there is no month 00", NO_IDEA),
        (
            "2017-02-30",
            "there is no February 30 in 2017",
            "write 2017-02-28 if the last day of the month is meant",
        ),
        ("2017-2-30", '"2017-2-30" is not written as a date', NO_IDEA),
        ("2017-02-00", "there is no February 0 in 2017", NO_IDEA),
        ("0017-10-05", "the year 0017 is out of range", "write a year from 1900 to 2199"),
        ("2017-10-05 25:00", "there is no time 25:00", "write hours and minutes from 00:00 to 23:59"),
        ("fall 2017", '"fall 2017" is not written as a date', NO_IDEA),
        ("2017", '"2017" names no day', NO_IDEA),
        ("2017-10", '"2017-10" names no day', NO_IDEA),
        ("2017-10-05 - 2017-10-07", '"2017-10-05 - 2017-10-07" is not written as a date', FIRST_OF_TWO),
        ("2017-10-05, 2017-10-07", '"2017-10-05, 2017-10-07" is not written as a date', FIRST_OF_TWO),
        ("10/5/2017 to 10/7/2017", '"10/5/2017 to 10/7/2017" is not written as a date', FIRST_OF_TWO),
        ("1/2/3", '"1/2/3" is not written as a date', "write 2003-01-02 if January 2, 2003 is meant"),
        ("2017\u201310\u201305", '"2017\u201310\u201305" is not written as a date', OCTOBER_5),
        ("tomorrow", '"tomorrow" is not written as a date', NO_IDEA),
        ("\u0662\u0660\u0661\u0667-10-05", '"\u0662\u0660\u0661\u0667-10-05" is not written as a date', NO_IDEA),
    ],
)
def test_what_is_no_date_is_reported_with_the_likely_one(text: str, headline: str, hint: str) -> None:
    with pytest.raises(NotADayError) as caught:
        parse_day(text)
    assert (caught.value.headline, caught.value.hint) == (headline, hint)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_date_is_read_in_our_spelling_and_guessed_from_the_american_one(day: date) -> None:
    assert parse_day(day.isoformat()) == day.isoformat()
    assert likely_day(f"{day.month}/{day.day}/{day.year}") == day


@given(st.text(max_size=30))
def test_any_text_but_a_date_is_a_mistake(text: str) -> None:
    with pytest.raises(NotADayError):
        parse_day(f"{text}!")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("3:20", 200), ("0:07", 7), ("1:02:03", 3723), ("200", 200), ("90:00", 5400)],
)
def test_a_duration_is_given_in_seconds(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["3:60", "3m20", "3.20", "-5", "", "1:2", "three minutes"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("1/2/69", date(2069, 1, 2)), ("1/2/70", date(1970, 1, 2)), ("1/2/00", date(2000, 1, 2))],
)
def test_a_year_of_two_digits_is_one_from_1970_to_2069(text: str, day: date) -> None:
    assert likely_day(text) == day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2017-11-01 9:00", "2017-11-01 09:00"),
        ("2017-11-01 9:00 am", "2017-11-01 09:00"),
        ("2017-11-01 9 p.m.", "2017-11-01 21:00"),
        ("2017-11-01 12:05 AM", "2017-11-01 00:05"),
        ("2017-11-01 12 pm", "2017-11-01 12:00"),
        ("2017-11-01 09:00:00", "2017-11-01 09:00"),
        ("2017-11-01T09:00:00.000", "2017-11-01 09:00"),
        ("2017-11-01 21.00", "2017-11-01 21:00"),
        ("11/1/2017 9:00", "2017-11-01 09:00"),
        ("9:00 am, November 1, 2017", "2017-11-01 09:00"),
        ("2017-11-01T09:00-07:00", "2017-11-01 09:00"),
        ("2017-11-01 09:00Z", "2017-11-01 09:00"),
        ("2017-11-01 noon", "2017-11-01 12:00"),
        ("2017-11-01 12 noon", "2017-11-01 12:00"),
        ("2017-11-01 midnight", "2017-11-01 00:00"),
        ("2017-11-01 9h30", "2017-11-01 09:30"),
        ("2017-11-01 21 h", "2017-11-01 21:00"),
        ("2017-11-01 0900", "2017-11-01 09:00"),
        ("2017-11-01 2130 hrs", "2017-11-01 21:30"),
        ("November 1, 2017 at noon", "2017-11-01 12:00"),
    ],
)
def test_the_hint_at_a_date_keeps_its_time(text: str, meant: str) -> None:
    with pytest.raises(NotADayError) as caught:
        parse_day(text)
    assert caught.value.hint.startswith(f"write {meant} if ")
    assert parse_day(meant) == meant


@pytest.mark.parametrize("text", ["2017-11-01 25.00", "2017-11-01 13 pm", "2017-11-01 9:75"])
def test_a_time_that_no_clock_shows_is_not_left_out_of_the_hint(text: str) -> None:
    with pytest.raises(NotADayError) as caught:
        parse_day(text)
    assert caught.value.hint == "write the day and the time, from 00:00 to 23:59, like this: 2017-10-05 09:30"


@pytest.mark.parametrize(
    "zone",
    [" ET", " PST", "Z", " UTC", "-07:00", " am PT", " a.m. Pacific", " (Eastern time)", " CET", " GMT+1"],
)
def test_a_time_with_a_zone_is_only_kept_where_the_site_is_at_home(zone: str) -> None:
    with pytest.raises(NotADayError) as caught:
        parse_day(f"2017-11-01 09:00{zone}")
    condition = "that is the time where the site is at home: a time has no zone here"
    assert caught.value.hint == f"write 2017-11-01 09:00 if {condition}"


@pytest.mark.parametrize("text", ["2017-11-01 9", "2017-11-01 9 o'clock", "November 1, 2017 at 9"])
def test_a_number_that_may_be_a_time_is_not_left_out_of_the_hint(text: str) -> None:
    with pytest.raises(NotADayError) as caught:
        parse_day(text)
    assert caught.value.hint == "write the day and the time, from 00:00 to 23:59, like this: 2017-10-05 09:30"
