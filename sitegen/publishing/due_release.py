"""What the clock publishes: the last release, built from its own sources, as the site is at another moment."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.building import PROJECT, STATE
from sitegen.engine.plan import Progress
from sitegen.errors import UsageError
from sitegen.publishing.date_changes import DateChange, changes_between
from sitegen.publishing.kept_releases import KeptReleases
from sitegen.publishing.last_release import LastRelease, find_last_release, kept_source
from sitegen.publishing.ledger_upkeep import day_at_site
from sitegen.publishing.preparing import Prepared, prepare_folder
from sitegen.publishing.publication import Publication
from sitegen.publishing.target_errors import CutOffError, TakenBackError, TargetError


@dataclass(frozen=True, slots=True)
class Due:
    """The last release of a target, the moment that it is brought to, and what dates have changed until then."""

    last: LastRelease
    now: datetime
    changes: tuple[DateChange, ...]


def find_due(site: Path, name: str, now: datetime) -> Due:
    """Return what is due at a target; without an offset the moment is one of the site's own time zone.

    Raises:
        UsageError: nothing was published there from this computer, or the target is unknown.
        TakenBackError: a person put an earlier release back there.
    """
    last = find_last_release(site, name)
    if last is None:
        where = f"to {name} from this computer" if name else "from this computer"
        hint = f"publish it yourself first: python3 build.py publish {name}".rstrip()
        raise UsageError(f"nothing was published {where} yet", hint=hint)
    if last.kept.again:
        headline = f"release {last.kept.again} was put back at {last.target.name}, and stays until a person publishes"
        hint = f"when the site is as it should be: python3 build.py publish {last.target.name}"
        raise TakenBackError(headline, hint=hint)
    moment = now if now.tzinfo else now.replace(tzinfo=ZoneInfo(last.config.site.timezone))
    return Due(last, moment, tuple(changes_between(last.changes, last.moment, moment)))


def prepare_due(
    site: Path,
    due: Due,
    *,
    notify: Callable[[str], None] = lambda _text: None,
    progress: Progress = lambda _stage, _done, _total: None,
) -> Prepared:
    """Build the kept sources of a release as of the moment that is due, and check them.

    The working folder is not looked at. Raises what `prepare_folder` raises, and UsageError where sources are lost.
    """
    state, last = site.resolve() / STATE / "due", due.last
    _lay_out(site, last, state / "sources")
    prepared = prepare_folder(
        state,
        day_at_site(due.now, last.config.site.timezone),
        due.now,
        shipped=state / "sources" if site.resolve() == PROJECT else PROJECT,
        is_permanent=last.target.permanent,
        notify=notify,
        progress=progress,
    )
    ready = prepared.ready and replace(prepared.ready, as_of=None, is_due=True)
    return replace(prepared, ready=ready)


def refuse_other_release(publication: Publication, last: LastRelease) -> None:
    """Raise an error where the target does not have the last release from here: the clock must not undo a person's.

    Raises:
        TargetError: another computer has published there, or this one could not note what it did.
        CutOffError: a person's run was cut off there.
    """
    manifest, release, target = publication.manifest, publication.release, last.target.name
    if manifest.release not in (last.kept.release.id, release.id):
        headline = f"what is there is not release {last.kept.number}, the last one from this computer"
        hint = f"bring the texts of this computer up to date, then publish them: python3 build.py publish {target}"
        raise TargetError(headline, path=publication.destination.name, hint=hint)
    if any(release.files.get(path) != file for path, file in manifest.coming.items()):
        hint = f"publish again, and it goes on: python3 build.py publish {target}"
        raise CutOffError("a run of somebody's was cut off here", path=publication.destination.name, hint=hint)


def _lay_out(site: Path, last: LastRelease, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    kept = KeptReleases(site)
    for path in last.kept.sources:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(kept_source(kept, last.kept, path))
