"""Define the types of front-matter values that are dates: each keeps what was typed, or rejects it with a hint."""

from typing import Annotated

from pydantic import AfterValidator, Field

from sitegen.content.days import FIRST_YEAR, LAST_YEAR, NotADayError, parse_day
from sitegen.content.partial_dates import parse_partial_date
from sitegen.located.models import mistake


def _day(text: str) -> str:
    try:
        return parse_day(text)
    except NotADayError as error:
        raise mistake(error.headline, error.hint) from error


def _partial_date(text: str) -> str:
    try:
        return parse_partial_date(text)
    except NotADayError as error:
        raise mistake(error.headline, error.hint) from error


Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"pattern": r"^\d{4}-\d\d-\d\d( \d\d:\d\d)?$"})]
"""A day, with or without a time."""

PartialDate = Annotated[
    str,
    AfterValidator(_partial_date),
    Field(
        json_schema_extra={
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-\d\d(-\d\d( \d\d:\d\d)?)?)?$",
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
        }
    ),
]
"""A date as exact as is known: a year, a month, a day, or a day with its time. An editor reads a year as a number."""
