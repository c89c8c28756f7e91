"""Find the time of day in a text, in any of the forms in which people type it."""

import re
from typing import NamedTuple

_TIME = re.compile(
    r"""
      (?:^|(?<=\s)|(?<=\d)T)
      (?: (?P<hour>\d{1,2}) (?:[:.](?P<minute>\d\d) (?::\d\d(?:[.,]\d+)?)? )? \s* (?P<half>[ap])\.?m\b\.?
        | (?P<hour24>\d{1,2}) [:.] (?P<minute24>\d\d) (?::\d\d(?:[.,]\d+)?)? (?![\d.:])
        | (?P<hour_h>\d{1,2}) \s?h (?:\s?(?P<minute_h>\d\d))? \b
        | (?<=-\d\d\s) (?P<hour_joined>\d\d) (?P<minute_joined>\d\d) \b (?:\s*h(?:ou)?rs?\b)?
        | (?:12\s*)? (?P<word>noon|midday|midnight) \b
      )
      \s* (?P<zone>z\b|[+-]\d\d:?(?:\d\d)?)?
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")
_OF_DATES = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|at|in|of|on|the|st|nd|rd|th|sharp",
    re.IGNORECASE,
)
_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59


class ClockTime(NamedTuple):
    """A time of day, `HH:MM`, empty where no clock shows it; whether a zone follows it; and the rest of the text."""

    text: str
    has_zone: bool
    rest: str


def find_time(text: str) -> ClockTime | None:
    """Return the first time of day in a text; None where it has none."""
    match = _TIME.search(text)
    if match is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    has_zone = bool(match["zone"]) or any(not _OF_DATES.fullmatch(word) for word in _WORD.findall(after))
    return ClockTime(_on_clock(match), has_zone, f"{before} {after}")


def _on_clock(match: re.Match[str]) -> str:
    if match["word"]:
        return "00:00" if match["word"].lower() == "midnight" else "12:00"
    hours = (match["hour"], match["hour24"], match["hour_h"], match["hour_joined"])
    minutes = (match["minute"], match["minute24"], match["minute_h"], match["minute_joined"])
    hour, minute = int(next(filter(None, hours))), int(next(filter(None, minutes), "0"))
    if match["half"]:
        if not 1 <= hour <= _NOON:
            return ""
        hour = hour % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else ""
