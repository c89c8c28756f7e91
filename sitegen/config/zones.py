"""Look up time zones by name in the tzdata package, which is the same on every machine."""

import re
from importlib.resources import files

from sitegen.errors import suggest

_OFTEN_MEANT = {
    "cst": "America/Chicago",
    "central": "America/Chicago",
    "est": "America/New_York",
    "eastern": "America/New_York",
    "hst": "Pacific/Honolulu",
    "mst": "America/Denver",
    "mountain": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "pacific time": "America/Los_Angeles",
}
_OFFSET = re.compile("(?:utc|gmt)? *[+\u2212-] *\\d{1,2}(?::?\\d\\d)?", re.IGNORECASE)
_AT_OFFSET = {
    -4: "America/Puerto_Rico",
    -5: "America/New_York",
    -6: "America/Chicago",
    -7: "America/Denver",
    -8: "America/Los_Angeles",
    -9: "America/Anchorage",
    -10: "Pacific/Honolulu",
}
_EXAMPLE = "America/Los_Angeles"


def zone_hint(name: str) -> str | None:
    """Return None for the name of a time zone, else a hint at the one that was probably meant."""
    zones = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
    if name in zones:
        return None
    if _OFFSET.fullmatch(name):
        place = _AT_OFFSET.get(_hours(name))
        hint = "write the name of a place there, whose clocks change with the seasons"
        return f"{hint}: {place}" if place else f"{hint}, like {_EXAMPLE}"
    meant = _OFTEN_MEANT.get(name.casefold())
    if meant:
        return f'did you mean "{meant}"?'
    cities = {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in zones}
    city = cities.get(name.rpartition("/")[2].replace("_", " ").casefold())
    return f'did you mean "{city}"?' if city else suggest(name, zones) or f"write it like {_EXAMPLE}"


def _hours(offset: str) -> int:
    """Return the whole hours of an offset from UTC."""
    hours = re.sub(r"[^\d:+-]", "", offset.replace("\u2212", "-")).partition(":")[0]
    return int(hours[:3]) if hours.strip("+-") else 0
