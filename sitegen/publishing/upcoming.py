"""Find the next moment at which a site differs, for readers and for whoever waits for it."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.errors import SitegenError
from sitegen.model import Record
from sitegen.publishing.date_changes import DateChange, as_utc, next_changes
from sitegen.publishing.last_release import changes_of_folder, find_last_release
from sitegen.publishing.target_folder import choose_target
from sitegen.upkeep.site_files import read_settings


class Upcoming(Record, frozen=True, kw_only=True):
    """What dates change next on a site: all `changes` have one moment. Without any, nothing is to come.

    `number` is the release whose sources say so, and `target` where it was published; without a release it is 0, and
    the working folder says so. `now` is the moment of asking, at the site. `again` is the number of the release that a
    person put back, so that nothing is published on time. `unpublished` are changes still to come that the working
    folder has and the release has not; `unread` says why they are not known.
    """

    now: datetime
    changes: tuple[DateChange, ...] = ()
    number: int = 0
    target: str = ""
    again: int = 0
    unpublished: tuple[DateChange, ...] = ()
    unread: str = ""

    @property
    def moment(self) -> datetime | None:
        """The moment of the changes, in the time zone of the site; None where nothing is to come."""
        return self.changes[0].moment.astimezone(self.now.tzinfo) if self.changes else None

    @property
    def is_due(self) -> bool:
        """Whether the moment has come, and the release at the target does not know it yet."""
        return any(change.moment <= as_utc(self.now) for change in self.changes)


def find_upcoming(site: Path, name: str, now: datetime) -> Upcoming:
    """Return what dates change next at the target of a name; `now` without an offset is one of the site's own zone.

    Raises what `find_last_release` raises, and what `read_settings` raises where nothing was published yet.
    """
    last = find_last_release(site, name)
    config = last.config if last else read_settings(site)
    zone = ZoneInfo(config.site.timezone)
    here = now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)
    if last is None:
        target = choose_target(config, name).name if name else ""
        return Upcoming(now=here, changes=tuple(next_changes(changes_of_folder(site), here)), target=target)
    unpublished, unread = _unpublished(site, last.changes, here)
    return Upcoming(
        now=here,
        changes=tuple(next_changes(last.changes, last.moment)),
        number=last.kept.number,
        target=last.target.name,
        again=last.kept.again,
        unpublished=unpublished,
        unread=unread,
    )


def _unpublished(site: Path, published: tuple[DateChange, ...], now: datetime) -> tuple[tuple[DateChange, ...], str]:
    """Return the changes still to come that the working folder alone has, or why they cannot be known."""
    known = {(change.file, change.what, change.moment) for change in published}
    try:
        changes = changes_of_folder(site)
    except SitegenError as error:
        return (), error.problems[0].headline
    new = [change for change in changes if (change.file, change.what, change.moment) not in known]
    return tuple(change for change in new if change.moment > as_utc(now)), ""
