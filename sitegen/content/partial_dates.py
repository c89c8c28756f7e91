"""Parse dates that are as exact as is known, and guess what a wrong one was meant to be."""

import calendar
import re

from sitegen.content.days import ANY_DAY, FIRST_YEAR, LAST_YEAR, MONTHS, NotADayError, full_year, parse_day
from sitegen.located.validation import as_typed

_YEAR_AND_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)
_NO_DAY = re.compile(r"(\d{4})-(\d\d)-00", re.ASCII)
_NO_MONTH = re.compile(r"(\d{4})-00(?:-\d\d)?", re.ASCII)
_UNKNOWN = r"[-/.,? x]*"
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:[-/. ]+(\d\d?)|(\d\d)){_UNKNOWN}", re.ASCII | re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(\d\d?)[-/. ]+(\d{4})", re.ASCII)
_YEAR_ALONE = re.compile(rf"-*(\d{{4}}){_UNKNOWN}", re.ASCII | re.IGNORECASE)
_SHORT_YEAR = re.compile(r"['\u2018\u2019]?(\d\d)", re.ASCII)
_MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)})[a-z]*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+", re.ASCII)
_TIME = re.compile(r"\d:\d", re.ASCII)
_HAS_WORDS = re.compile(r"[^\W\d_]|\d{4}\D+\d{4}")
_LAST_DAY = 31
_MONTHS_A_YEAR = 12
_LONGEST_WORDS = 60
_AS_KNOWN = "write as much as is known, like this: 2017, 2017-10 or 2017-10-05"


def parse_partial_date(text: str) -> str:
    """Return a date of the form `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM` as it is.

    Raises:
        NotADayError: the text has another form, or there is no such month, day or time.
    """
    match = _YEAR_AND_MONTH.fullmatch(text)
    if not match:
        try:
            return parse_day(text)
        except NotADayError as error:
            hint = _likely(text) if error.hint == ANY_DAY else error.hint
            raise NotADayError(error.headline, hint) from None
    year, month = match[1], match[2]
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise NotADayError(f"the year {year} is out of range", f"write a year from {FIRST_YEAR} to {LAST_YEAR}")
    if month and not 1 <= int(month) <= _MONTHS_A_YEAR:
        hint = f"write a month from 01 to 12, or the year alone: {year}" if int(month) else _likely(text)
        raise NotADayError(f"there is no month {month}", hint)
    return text


def _likely(text: str) -> str:
    """Return a hint at the date that was probably meant, of a text that does not name a day."""
    guesses = (_hint_at_zeros, _hint_at_month, _hint_at_year, _hint_at_words)
    return next((hint for guess in guesses if (hint := guess(text))), _AS_KNOWN)


def _hint_at_zeros(text: str) -> str:
    """Return a hint at the year or month that is known, where zeros stand for what is not; else an empty text."""
    if (match := _NO_MONTH.fullmatch(text)) and _is_year(int(match[1])):
        return f"write {match[1]} if the month is not known"
    if (match := _NO_DAY.fullmatch(text)) and _is_year(int(match[1])):
        return f"write {match[1]}-{match[2]} if the day is not known"
    return ""


def _hint_at_month(text: str) -> str:
    month = _likely_month(text)
    return f"write {month[0]}-{month[1]:02} if {calendar.month_name[month[1]]} {month[0]} is meant" if month else ""


def _hint_at_year(text: str) -> str:
    if (match := _YEAR_ALONE.fullmatch(text)) and _is_year(int(match[1])):
        return f"write {match[1]} if only the year is known"
    if match := _SHORT_YEAR.fullmatch(text):
        year = full_year(int(match[1]))
        return f"write {year} if the year {year} is meant"
    return ""


def _hint_at_words(text: str) -> str:
    """Return a hint that keeps the words beside a year, such as a season; else an empty text."""
    year = next((int(number) for number in _NUMBER.findall(text) if len(number) == len("2017")), 0)
    is_in_words = _HAS_WORDS.search(text) and not _TIME.search(text) and len(text) <= _LONGEST_WORDS
    if not is_in_words or not _is_year(year):
        return ""
    return f"write {year}, and add a line with the words that readers see: date_shown: {as_typed(text)}"


def _likely_month(text: str) -> tuple[int, int] | None:
    """Return the year and month that a text means, or None where it means no month or more than one."""
    numbers = [int(number) for number in _NUMBER.findall(text) if len(number) <= len("2017")]
    names = {name[:3].lower() for name in _MONTH_NAME.findall(text)}
    if len(names) == len(numbers) == 1:
        year, month = numbers[0], MONTHS.index(names.pop()) + 1
        year = full_year(year) if year > _LAST_DAY else 0
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month = int(match[1]), int(match[2] or match[3])
    elif match := _MONTH_FIRST.fullmatch(text):
        year, month = int(match[2]), int(match[1])
    else:
        return None
    return (year, month) if _is_year(year) and 1 <= month <= _MONTHS_A_YEAR else None


def _is_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR
