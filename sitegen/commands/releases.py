"""List the releases that are kept, with which one is at each target now."""

import json
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.publishing.kept_releases import KeptRelease, KeptReleases
from sitegen.render.dates import moment
from sitegen.upkeep.site_files import read_settings


def run(site: Path, say: Callable[[str], None], *, as_json: bool) -> None:
    """Print the kept releases, the last one first. Raises what `read_settings` raises."""
    zone = ZoneInfo(read_settings(site).site.timezone)
    records = KeptReleases(site).all()
    latest = {record.target: record.number for record in records}
    if as_json:
        say(json.dumps([_release_object(record) for record in reversed(records)], ensure_ascii=False))
        return
    for record in reversed(records):
        when = moment(record.published.astimezone(zone).strftime("%Y-%m-%dT%H:%M"))
        again = f", release {record.again} again" if record.again else ", on time" if record.is_due else ""
        state = " (the last one from this computer)" if latest[record.target] == record.number else ""
        say(f"{record.number:>4}  {when}, to {record.target}{state}: {_pages(record):,} pages{again}")
    if records:
        say("To go back to one: python3 build.py publish TARGET --release N")
    else:
        say("No release is kept yet: publish first.")


def _release_object(record: KeptRelease) -> dict[str, object]:
    return {
        "number": record.number,
        "published": record.published.isoformat(timespec="seconds"),
        "target": record.target,
        "release": record.release.id,
        "pages": _pages(record),
        "again": record.again,
        "is_due": record.is_due,
    }


def _pages(record: KeptRelease) -> int:
    return sum(file.role == "page" for file in record.release.files.values())
