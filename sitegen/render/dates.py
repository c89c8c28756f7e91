"""Dates as people in the United States read them, without asking the machine's locale."""

from datetime import datetime, timedelta
from datetime import timezone as _timezone
from zoneinfo import ZoneInfo

from sitegen.model.date_precision import has_day

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_LARGEST_KB = 999
_NOON = 12


def long_date(iso: str) -> str:
    """Return "October 1, 2017" for 2017-10-01, with or without a time; an empty text for an empty one."""
    if not iso:
        return ""
    year, month, day = (int(part) for part in iso[:10].split("-"))
    return f"{_MONTHS[month - 1]} {day}, {year}"


def short_date(iso: str) -> str:
    """Return "October 2017" for 2017-10-01 and for 2017-10, "2017" for 2017; an empty text for an empty one."""
    year, month = iso[:4], iso[5:7]
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year


def moment(iso: str) -> str:
    """Return "October 1, 2017" for 2017-10-01, and with its time "October 1, 2017, 9:05 a.m."."""
    if len(iso) <= len("2017-10-01"):
        return long_date(iso)
    hour, minute = int(iso[11:13]), iso[14:16]
    return f"{long_date(iso)}, {hour % _NOON or _NOON}:{minute} {'a.m.' if hour < _NOON else 'p.m.'}"


def instant(iso: str, timezone: str) -> datetime:
    """Return the moment of a local date or date and time: midnight if it has no time."""
    return datetime.fromisoformat(iso).replace(tzinfo=ZoneInfo(timezone))


def iso_8601(date: str, timezone: str) -> str:
    """Return a local date for structured data: as for Atom if it states a day, else the year or month alone.

    Source: schema.org/Date, an ISO 8601 date, which may have reduced precision.
    """
    return rfc3339(date, timezone) if has_day(date) else date


def rfc3339(iso: str, timezone: str) -> str:
    """Return a local date as an Atom date, with the offset of the site's time zone (RFC 4287, section 3.3).

    Offsets of long ago had seconds, which RFC 3339 cannot write: they are left out.
    """
    moment = instant(iso, timezone)
    offset = moment.utcoffset() or timedelta()
    return moment.replace(tzinfo=_timezone(timedelta(minutes=offset // timedelta(minutes=1)))).isoformat()


def length(seconds: int) -> str:
    """Return "3 minutes 20 seconds" for 200; an empty text for 0."""
    minutes, rest = divmod(seconds, 60)
    parts = [(minutes, "minute"), (rest, "second")]
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)


def iso_length(seconds: int) -> str:
    """Return "PT3M20S" for 200, as ISO 8601 has it; an empty text for 0."""
    minutes, rest = divmod(seconds, 60)
    parts = [(minutes, "M"), (rest, "S")]
    return "PT" + "".join(f"{count}{unit}" for count, unit in parts if count) if seconds else ""


def file_size(size: int) -> str:
    """Return "340 kB" or "1.2 MB" for a number of bytes."""
    kilobytes = max(1, round(size / 1000))
    return f"{kilobytes} kB" if kilobytes <= _LARGEST_KB else f"{size / 1_000_000:.1f} MB"
