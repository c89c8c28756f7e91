"""Parse dates and durations as staff type them, and guess what a wrong date was meant to be."""

import calendar
import re
from datetime import date

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?", re.ASCII)
_NUMBERS = re.compile(r"\d+", re.ASCII)
_MONTH_NAME = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DURATION = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)|(\d{1,6}))", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_FIRST_SHORT_YEAR = 70
"""Two-digit years from this one on belong to the 1900s, earlier ones to the 2000s."""
_YEAR_FIRST, _SHORT_YEAR = 1000, 100
_MONTHS_A_YEAR = 12
_COMPACT = 8


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
        raise NotADayError(f'"{text}" is not written as a date', _likely(text))
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotADayError(f"the year {match[1]} is out of range", f"write a year from {_FIRST_YEAR} to {_LAST_YEAR}")
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
    day = likely_day(text)
    if day is None:
        return "write year, month and day like this: 2017-10-05"
    return f"write {day.isoformat()} if {calendar.month_name[day.month]} {day.day}, {day.year} is meant"


def likely_day(text: str) -> date | None:
    """Guess the date that a text means; None where there is no telling.

    The month comes before the day, as in the US, unless only the other order makes a date.
    """
    numbers = [int(number[:9]) for number in _NUMBERS.findall(text)]
    if len(numbers) == 1 and _NUMBERS.fullmatch(text) and len(text) == _COMPACT:
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:])]
    month = _MONTH_NAME.search(text)
    if month and len(numbers) > 1:
        numbers.insert(1 if numbers[0] >= _YEAR_FIRST else 0, _MONTHS.index(month[0].lower()) + 1)
    if len(numbers) < 3:  # noqa: PLR2004 - year, month, day
        return None
    if numbers[0] >= _YEAR_FIRST:
        year, first, second = numbers[:3]
    else:
        first, second, year = numbers[:3]
    if year < _SHORT_YEAR:
        year += 2000 if year < _FIRST_SHORT_YEAR else 1900
    return _day(year, first, second) or _day(year, second, first)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def parse_duration(text: str) -> int | None:
    """Return the seconds that `3:20`, `1:02:03` or `200` mean; None for any other text."""
    match = _DURATION.fullmatch(text)
    if not match:
        return None
    hours, minutes, seconds, alone = (int(part) if part else 0 for part in match.groups())
    return alone or hours * 3600 + minutes * 60 + seconds
