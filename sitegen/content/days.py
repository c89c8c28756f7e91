"""Parse dates and durations as staff type them, and guess what a wrong date was meant to be."""

import calendar
import re
from datetime import date

from sitegen.content.clock_times import find_time

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?", re.ASCII)
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)
_NUMBERS = re.compile(r"\d+", re.ASCII)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = re.compile("|".join(MONTHS), re.IGNORECASE)
_DURATION = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)|(\d{1,6}))", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199
_FIRST_SHORT_YEAR = 70
"""Two-digit years from this one on belong to the 1900s, earlier ones to the 2000s."""
_YEAR_FIRST, _SHORT_YEAR = 1000, 100
_MONTHS_A_YEAR = 12
_COMPACT = 8
_DAY_NUMBERS = 3
"""Year, month and day."""
_TWO = 2
_LONGEST_SPAN = 60
_BETWEEN_DAYS = re.compile(r"\s*(?:[;&\u2013\u2014]|,(?=\s*\d{4}-)|\s-|-\s|\b(?:to|and|or|through|until)\b)\s*")
_DAY_AND_TIME = "write the day and the time, from 00:00 to 23:59, like this: 2017-10-05 09:30"
ANY_DAY = "write year, month and day like this: 2017-10-05"
"""The hint where nothing tells which day was meant."""


class NotADayError(ValueError):
    """The text is not a date; carries a headline, and a hint with the date that was probably meant."""

    def __init__(self, headline: str, hint: str) -> None:
        self.headline, self.hint = headline, hint
        super().__init__(headline)


def parse_day(text: str) -> str:
    """Return a date of the form `YYYY-MM-DD` or `YYYY-MM-DD HH:MM` as it is.

    Raises:
        NotADayError: the text has another form, or there is no such day or time.
    """
    match = _DAY.fullmatch(text)
    if not match:
        fault = "names no day" if _YEAR_OR_MONTH.fullmatch(text) else "is not written as a date"
        raise NotADayError(f'"{text}" {fault}', _likely(text))
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADayError(f"the year {match[1]} is out of range", f"write a year from {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= _MONTHS_A_YEAR:
        raise NotADayError(f"there is no month {match[2]}", _likely(text))
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = calendar.month_name[month]
        hint = f"write {year:04}-{month:02}-{last:02} if the last day of the month is meant" if day else _likely(text)
        raise NotADayError(f"there is no {name} {day} in {year}", hint)
    if match[4] and not (int(match[4]) <= 23 and int(match[5]) <= 59):  # noqa: PLR2004 - hours and minutes
        raise NotADayError(f"there is no time {match[4]}:{match[5]}", "write hours and minutes from 00:00 to 23:59")
    return text


def _likely(text: str) -> str:
    if span := _first_of_two(text):
        return span
    time = find_time(text)
    day = likely_day(time.rest if time else text)
    if day is None:
        return ANY_DAY
    meant = f"{calendar.month_name[day.month]} {day.day}, {day.year} is meant"
    if time is None:
        has_more = len(_NUMBERS.findall(text)) > (_DAY_NUMBERS - 1 if _MONTH_NAME.search(text) else _DAY_NUMBERS)
        return _DAY_AND_TIME if has_more else f"write {day.isoformat()} if {meant}"
    if not time.text:
        return _DAY_AND_TIME
    if time.has_zone:
        condition = "that is the time where the site is at home: a time has no zone here"
        return f"write {day.isoformat()} {time.text} if {condition}"
    return f"write {day.isoformat()} {time.text} if {meant}"


def _first_of_two(text: str) -> str:
    """Return a hint where a text names two days, at its first; empty for any other text."""
    if len(text) > _LONGEST_SPAN:
        return ""
    parts = [likely_day(part) for part in _BETWEEN_DAYS.split(text)]
    days = [day for day in parts if day is not None]
    if len(days) != len(parts) or len(days) < _TWO:
        return ""
    return f"write one day, such as the first: {days[0].isoformat()}; the others have a place in the text"


def likely_day(text: str) -> date | None:
    """Guess the date that a text means; None where there is no telling.

    The month comes before the day, as in the US, unless only the other order makes a date.
    """
    numbers = [int(number[:9]) for number in _NUMBERS.findall(text)]
    if len(numbers) == 1 and _NUMBERS.fullmatch(text) and len(text) == _COMPACT:
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:])]
    month = _MONTH_NAME.search(text)
    if month and len(numbers) > 1:
        numbers.insert(1 if numbers[0] >= _YEAR_FIRST else 0, MONTHS.index(month[0].lower()) + 1)
    if len(numbers) < _DAY_NUMBERS:
        return None
    if numbers[0] >= _YEAR_FIRST:
        year, first, second = numbers[:3]
    else:
        first, second, year = numbers[:3]
    year = full_year(year)
    return _day(year, first, second) or _day(year, second, first)


def full_year(year: int) -> int:
    """Return the year that a number means: of two digits 1970 to 2069, else the number itself."""
    if year >= _SHORT_YEAR:
        return year
    return year + (2000 if year < _FIRST_SHORT_YEAR else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def parse_duration(text: str) -> int | None:
    """Return the seconds that `3:20`, `1:02:03` or `200` mean; None for any other text."""
    match = _DURATION.fullmatch(text)
    if not match:
        return None
    hours, minutes, seconds, alone = (int(part) if part else 0 for part in match.groups())
    return alone or hours * 3600 + minutes * 60 + seconds
