"""Look up time zones by name in the tzdata package, which is the same on every machine."""

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


def zone_hint(name: str) -> str | None:
    """Return None for the name of a time zone, else a hint at the one that was probably meant."""
    zones = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
    if name in zones:
        return None
    meant = _OFTEN_MEANT.get(name.casefold())
    if meant:
        return f'did you mean "{meant}"?'
    cities = {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in zones}
    city = cities.get(name.rpartition("/")[2].replace("_", " ").casefold())
    return f'did you mean "{city}"?' if city else suggest(name, zones) or "write it like America/Los_Angeles"
