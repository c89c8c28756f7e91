"""Read the date of a source, as exact as it is known, from what programs and people write."""

import re

from sitegen.content.days import FIRST_YEAR, LAST_YEAR, MONTHS, NotADayError, likely_day
from sitegen.content.partial_dates import parse_partial_date
from sitegen.importing.import_records import FieldValue, Sureness

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*)?")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
_MONTH_AND_YEAR = re.compile(rf"({_MONTH})[\s,]+(\d{{4}})", re.IGNORECASE)
_SEASON = re.compile(r"((?:early |late |mid-)?(?:spring|summer|fall|autumn|winter))[\s,]+(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})")
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
DATE_LINE = re.compile(
    rf"(?:(?:posted|published|updated|written|date)(?:\s+on)?:?\s+)?{_WEEKDAY}(?P<date>{_DAY}|{_MONTH}\s+\d{{4}})"
    r"(?:\s*(?:[-|,]|at)?\s*\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?)?\s*\.?",
    re.IGNORECASE,
)
"""A line that says a date and nothing else."""


def date_fields(text: str, sureness: Sureness, because: str) -> list[FieldValue]:
    """Return the field `date` for a date in any form, with `date_shown` for a season; nothing for no date."""
    text = " ".join(text.split())
    if season := _SEASON.fullmatch(text):
        shown = FieldValue("date_shown", text, sureness, because)
        return [FieldValue("date", season[2], sureness, because), shown] if _is_year(season[2]) else []
    date = _as_field(text)
    return [FieldValue("date", date, sureness, because)] if date else []


def is_date_alone(text: str) -> bool:
    """Return whether a text is a date, and says nothing beside it."""
    text = " ".join(text.split())
    return any(pattern.fullmatch(text) for pattern in (DATE_LINE, _SEASON, _YEAR, _ISO))


def _as_field(text: str) -> str:
    for candidate in _candidates(text):
        try:
            return parse_partial_date(candidate)
        except NotADayError:
            continue
    return ""


def _candidates(text: str) -> list[str]:
    candidates = []
    if match := _ISO.match(text):
        candidates.append(match[1])
    if (match := _MONTH_AND_YEAR.search(text)) and not re.search(r"\d", text[: match.start()]):
        month = MONTHS.index(match[1][:3].lower()) + 1
        candidates.append(f"{match[2]}-{month:02}")
    if _YEAR.fullmatch(text):
        candidates.append(text)
    if text and (day := likely_day(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))):
        candidates.append(day.isoformat())
    return [*candidates, text] if text else []


def _is_year(text: str) -> bool:
    return FIRST_YEAR <= int(text) <= LAST_YEAR
