"""Dates that are as exact as is known: a year, a month, a day, or a day with its time.

They are texts that ISO 8601 allows with reduced precision: `2017`, `2017-10`, `2017-10-05`, `2017-10-05 09:30`.
"""

_FIRST_MOMENT = "0000-01-01 00:00"
_LENGTH_OF_A_DAY = len("2017-10-05")


def first_moment(date: str) -> str:
    """Return the first moment of a date, `YYYY-MM-DD HH:MM`, which sorts as text; an empty text for an empty one."""
    return date + _FIRST_MOMENT[len(date) :] if date else ""


def has_day(date: str) -> bool:
    """Return whether a date states a day, with or without a time."""
    return len(date) >= _LENGTH_OF_A_DAY


def has_time(date: str) -> bool:
    """Return whether a date states the time of its day."""
    return len(date) > _LENGTH_OF_A_DAY


def day_of(date: str) -> str:
    """Return the day, `YYYY-MM-DD`, that a date states; an empty text where it states none."""
    return date[:_LENGTH_OF_A_DAY] if has_day(date) else ""


def is_before(one: str, other: str) -> bool:
    """Return whether all of one date lies before the other: of 2017 and 2017-10, neither does."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
