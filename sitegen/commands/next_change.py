"""Say when the site differs next, and what appears or goes then."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from sitegen.publishing.date_changes import DateChange
from sitegen.publishing.upcoming import Upcoming, find_upcoming
from sitegen.render.dates import moment

_WORDS = {"appears": "Appears", "goes": "Goes"}


def run(site: Path, name: str, as_of: datetime | None, say: Callable[[str], None], *, as_json: bool) -> None:
    """Print the next moment at which dates change the site at a target. Raises what `find_upcoming` raises."""
    upcoming = find_upcoming(site, name, as_of or datetime.now(UTC))
    if as_json:
        say(json.dumps(upcoming_object(upcoming), ensure_ascii=False))
        return
    for line in upcoming_lines(upcoming):
        say(line)


def upcoming_lines(upcoming: Upcoming) -> list[str]:
    """Return what is to come, in lines for people."""
    lines = [_first_line(upcoming), *_change_lines(upcoming.changes)]
    target = upcoming.target
    if upcoming.again:
        lines.append(f"Release {upcoming.again} was put back, so nothing is published on time until you publish again.")
    elif upcoming.number and upcoming.changes:
        lines.append(f"It is published by: python3 build.py publish {target} --due")
    elif upcoming.changes:
        lines.append("Nothing was published yet, and so nothing is published on time.")
    if upcoming.unpublished:
        lines.append(f"Not in release {upcoming.number}, and so not on time. Publish, and it will be:")
        lines += [f"  {_when(change, upcoming)}: {change.title}" for change in upcoming.unpublished]
    if upcoming.unread:
        lines.append(f"What the texts have since then is not known: {upcoming.unread}.")
    return lines


def upcoming_object(upcoming: Upcoming) -> dict[str, object]:
    """Return what is to come as the object of `--json`."""
    return {
        "moment": upcoming.moment and upcoming.moment.isoformat(),
        "is_due": upcoming.is_due,
        "appears": _pages(upcoming.changes, "appears"),
        "goes": _pages(upcoming.changes, "goes"),
        "target": upcoming.target or None,
        "release": upcoming.number or None,
        "put_back": upcoming.again or None,
        "unpublished": [
            {"moment": change.moment.astimezone(upcoming.now.tzinfo).isoformat(), "what": change.what, **_page(change)}
            for change in upcoming.unpublished
        ],
    }


def _first_line(upcoming: Upcoming) -> str:
    if not upcoming.changes:
        return "No date changes the site any more."
    return f"{'Due since' if upcoming.is_due else 'Next'}: {_when(upcoming.changes[0], upcoming)}"


def _change_lines(changes: Iterable[DateChange]) -> list[str]:
    return [f"  {_WORDS[change.what]}: {change.title} ({change.address})" for change in changes]


def _when(change: DateChange, upcoming: Upcoming) -> str:
    here = change.moment.astimezone(upcoming.now.tzinfo)
    return f"{moment(here.strftime('%Y-%m-%dT%H:%M'))} ({upcoming.now.tzinfo})"


def _pages(changes: Iterable[DateChange], what: str) -> list[dict[str, str]]:
    return [_page(change) for change in changes if change.what == what]


def _page(change: DateChange) -> dict[str, str]:
    return {"title": change.title, "address": change.address, "file": change.file}
