"""The field `date` as staff type it: as exact as is known, and what is said of everything else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.days import NotADayError
from sitegen.content.partial_dates import parse_partial_date
from tests.content.parsed import page_of


@pytest.mark.parametrize(
    "text",
    ["2017", "2017-10", "2017-01", "2017-12", "2017-10-05", "2016-02-29", "2017-10-05 09:30", "1900", "2199-12"],
)
def test_a_date_is_kept_as_exact_as_it_was_typed(text: str) -> None:
    assert parse_partial_date(text) == text


ANY = "write as much as is known, like this: 2017, 2017-10 or 2017-10-05"
OCTOBER = "write 2017-10 if October 2017 is meant"
OCTOBER_5 = "write 2017-10-05 if October 5, 2017 is meant"
WORDS = "and add a line with the words that readers see: date_shown: "
RANGE = "write a year from 1900 to 2199"


@pytest.mark.parametrize(
    ("text", "headline", "hint"),
    [
        ("2017-13", "there is no month 13", "write a month from 01 to 12, or the year alone: 2017"),
        ("2017-99", "there is no month 99", "write a month from 01 to 12, or the year alone: 2017"),
        ("2017-00", "there is no month 00", "write 2017 if the month is not known"),
        ("2017-00-00", "there is no month 00", "write 2017 if the month is not known"),
        ("2017-00-05", "there is no month 00", "write 2017 if the month is not known"),
        ("2017-10-00", "there is no October 0 in 2017", "write 2017-10 if the day is not known"),
        ("2017-02-30", "there is no February 30 in 2017", "write 2017-02-28 if the last day of the month is meant"),
        ("2017-13-05", "there is no month 13", "write 2017-05-13 if May 13, 2017 is meant"),
        ("2017-13-45", "there is no month 13", ANY),
        ("1899", "the year 1899 is out of range", RANGE),
        ("2200-01", "the year 2200 is out of range", RANGE),
        ("0017", "the year 0017 is out of range", RANGE),
        ("2017-10-05 25:00", "there is no time 25:00", "write hours and minutes from 00:00 to 23:59"),
    ],
)
def test_a_date_that_no_calendar_has_is_named(text: str, headline: str, hint: str) -> None:
    assert said_of(text) == (headline, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("10/2017", OCTOBER),
        ("2017/10", OCTOBER),
        ("2017.10", OCTOBER),
        ("10.2017", OCTOBER),
        ("10-2017", OCTOBER),
        ("201710", OCTOBER),
        ("2017-10-", OCTOBER),
        ("2017-10-??", OCTOBER),
        ("2017-10-xx", OCTOBER),
        ("October 2017", OCTOBER),
        ("october, 2017", OCTOBER),
        ("Oct. 2017", OCTOBER),
        ("2017 October", OCTOBER),
        ("early October 2017", OCTOBER),
        ("Oct-2017", OCTOBER),
        ("2017-1", "write 2017-01 if January 2017 is meant"),
        ("1/2017", "write 2017-01 if January 2017 is meant"),
        ("May 97", "write 1997-05 if May 1997 is meant"),
        ("17", "write 2017 if the year 2017 is meant"),
        ("'17", "write 2017 if the year 2017 is meant"),
        ("\u201917", "write 2017 if the year 2017 is meant"),
        ("97", "write 1997 if the year 1997 is meant"),
        ("2017-", "write 2017 if only the year is known"),
        ("2017?", "write 2017 if only the year is known"),
        ("2017-xx-xx", "write 2017 if only the year is known"),
        ("10/05/2017", OCTOBER_5),
        ("October 5, 2017", OCTOBER_5),
        ("20171005", OCTOBER_5),
        ("2017-10-5", OCTOBER_5),
        ("2017-10-05T09:30", "write 2017-10-05 09:30 if October 5, 2017 is meant"),
        ("13/2017", ANY),
        ("fall 2017", f"write 2017, {WORDS}fall 2017"),
        ("March/April 2017", f"write 2017, {WORDS}March/April 2017"),
        ("Q3 2017", f"write 2017, {WORDS}Q3 2017"),
        ("2017-2018", f"write 2017, {WORDS}2017-2018"),
        ("the 2010s", f"write 2010, {WORDS}the 2010s"),
        ("Hank: 2017", f'write 2017, {WORDS}"Hank: 2017"'),
        ("tomorrow", ANY),
        ("October", ANY),
        ("Oct 17", ANY),
        ("10/17", ANY),
        ("5", ANY),
        ("20177", ANY),
        ("2017-10 09:00", ANY),
        ("\u0662\u0660\u0661\u0667", ANY),
        ("-2017", "write 2017 if only the year is known"),
    ],
)
def test_what_is_written_otherwise_is_answered_with_what_was_likely_meant(text: str, hint: str) -> None:
    assert said_of(text) == (f'"{text}" is not written as a date', hint)
    meant = re.match(r"write (\d[\d-]*(?: \d\d:\d\d)?)(?:,| if )", hint)
    assert not meant or parse_partial_date(meant[1]) == meant[1]


@pytest.mark.parametrize("text", ["fall 2017", "Hank: 2017", "March/April 2017", "2017-2018", "Q3 2017 # 4", "c. 2017"])
def test_the_hint_at_words_can_be_followed_to_the_letter(text: str) -> None:
    match = re.fullmatch(
        r"write (\d+), and add a line with the words that readers see: (date_shown: .+)", said_of(text)[1]
    )
    assert match
    page = page_of(f"---\ntitle: T\nsummary: S.\ndate: {match[1]}\n{match[2]}\n---\n\nText.\n")
    assert (page.date, page.date_shown, page.sort_date) == ("", text, "2017-01-01 00:00")


@pytest.mark.parametrize("typed", ["2017", '"2017"', "'2017'", "\u201c2017\u201d", "2017 # or so"])
def test_a_year_is_read_whatever_quotes_it_has(typed: str) -> None:
    page = page_of(f"---\ntitle: T\nsummary: S.\ndate: {typed}\n---\n\nText.\n")
    assert (page.date, page.sort_date) == ("2017", "2017-01-01 00:00")


@given(st.integers(1900, 2199), st.integers(1, 12))
def test_every_month_is_read_in_our_spelling_and_guessed_from_others(year: int, month: int) -> None:
    ours = f"{year}-{month:02}"
    assert (parse_partial_date(ours), parse_partial_date(str(year))) == (ours, str(year))
    assert said_of(f"{month}/{year}")[1].startswith(f"write {ours} if ")


@given(st.text(max_size=30))
def test_any_other_text_is_a_mistake(text: str) -> None:
    with pytest.raises(NotADayError):
        parse_partial_date(f"{text}!")


def said_of(text: str) -> tuple[str, str]:
    with pytest.raises(NotADayError) as caught:
        parse_partial_date(text)
    return caught.value.headline, caught.value.hint
