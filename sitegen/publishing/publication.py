"""The steps of publishing in their order: look at a target, plan, and, once a person agrees, carry it out."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from sitegen.errors import BuildError
from sitegen.model import PublishTarget
from sitegen.publishing.atomic_folder import folders_beside, next_folder
from sitegen.publishing.folder_files import FolderFiles
from sitegen.publishing.kept_releases import KeptReleases
from sitegen.publishing.planning import Plan, make_plan
from sitegen.publishing.release_contents import Release
from sitegen.publishing.sending import Source, Step, send
from sitegen.publishing.surveying import Survey, survey
from sitegen.publishing.target_errors import CutOffError, TargetError
from sitegen.publishing.target_folder import find_folder, read_manifest, refuse_strange
from sitegen.publishing.target_lock import hold_target
from sitegen.publishing.target_manifest import TargetManifest
from sitegen.upkeep.applying import KEPT, put_file, read_file

_AGAIN = "publish again: it goes on where it stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A release, a target, what is there, and what is to be done."""

    site: Path
    base_url: str
    target: PublishTarget
    folder: Path
    release: Release
    manifest: TargetManifest
    seen: Survey
    plan: Plan
    is_thorough: bool = False
    replaces_changes: bool = False


def plan_publication(
    site: Path,
    target: PublishTarget,
    release: Release,
    *,
    base_url: str,
    is_thorough: bool = False,
    replaces_changes: bool = False,
) -> Publication:
    """Look at a target, and return what makes it have a release. Nothing is changed.

    `base_url` is that of the site, by which a target knows it. `is_thorough` reads each file there; `replaces_changes`
    puts back what others changed or deleted there.

    Raises:
        UsageError: the folder cannot be a target, or is not ours.
        TargetError: another site is published there, or it is empty though it should not be.
        CutOffError: it cannot be read.
    """
    folder = find_folder(site, target)
    with _reachable(folder, "cannot be read"):
        files = FolderFiles(folder)
        manifest = read_manifest(files)
        last = KeptReleases(site).last(target.name)
        if not replaces_changes:
            refuse_strange(files, manifest, base_url, last.number if last else 0)
        seen = survey(files, manifest, release, thorough=is_thorough)
    return Publication(
        site=site,
        base_url=base_url,
        target=target,
        folder=folder,
        release=release,
        manifest=manifest,
        seen=seen,
        plan=make_plan(release, manifest, seen),
        is_thorough=is_thorough,
        replaces_changes=replaces_changes,
    )


def refuse_conflicts(publication: Publication) -> None:
    """Raise TargetError where others changed files of ours at the target, or theirs are where ours are to come."""
    plan, folder = publication.plan, publication.folder
    if plan.blocked:
        headline = f"{_count(len(plan.blocked))} of somebody else's in the way: {_named(plan.blocked)}"
        raise TargetError(headline, path=str(folder), hint="move what is there away, then publish again")
    if plan.touched and not publication.replaces_changes:
        headline = f"somebody changed or deleted {_count(len(plan.touched))} here: {_named(plan.touched)}"
        hint = "bring what they did into content/ first; then put ours back with --replace-changes"
        raise TargetError(headline, path=str(folder), hint=hint)


def carry_out(
    publication: Publication, source: Source, *, owner: str, now: Callable[[], datetime], on_step: Step
) -> None:
    """Make a target have a release; cut at any moment, it can be run again.

    Raises:
        TargetError: somebody else publishes there, or it is not as it was when it was looked at.
        CutOffError: the target failed in between.
    """
    folder, site = publication.folder, publication.site
    lock_folder = folders_beside(folder) if publication.target.atomic else folder
    with (
        _one_at_a_time(site),
        _reachable(folder, "cannot be written"),
        hold_target(FolderFiles(lock_folder), owner, _token_of(site), now) as lock,
    ):
        again = plan_publication(
            site,
            publication.target,
            publication.release,
            base_url=publication.base_url,
            is_thorough=publication.is_thorough,
            replaces_changes=publication.replaces_changes,
        )
        if again.plan != publication.plan:
            headline = "the target was changed after the plan was made"
            raise TargetError(headline, path=str(folder), hint="publish again, and look at the new plan")
        refuse_conflicts(again)

        def renewing(done: int, total: int) -> None:
            lock.renew()
            on_step(done, total)

        with _open(again) as files:
            send(
                files,
                again.release,
                again.manifest,
                again.seen,
                again.plan,
                source=source,
                site=again.base_url,
                on_step=renewing,
            )


@contextmanager
def _open(publication: Publication) -> Iterator[FolderFiles]:
    if publication.target.atomic:
        with next_folder(publication.folder) as files:
            yield files
    else:
        yield FolderFiles(publication.folder)


@contextmanager
def _one_at_a_time(site: Path) -> Iterator[None]:
    lock = site / KEPT / "publish" / "lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        headline = "another run on this computer is publishing this site"
        raise TargetError(headline, hint="wait until it has ended, then publish again") from None
    try:
        yield
    finally:
        held.release()


def _token_of(site: Path) -> str:
    """Return the word by which a site knows its own locks; it is made once."""
    path = site / KEPT / "publish" / "token"
    token = read_file(path) or secrets.token_hex(8).encode()
    put_file(path, token)
    return token.decode("ascii", "replace")


@contextmanager
def _reachable(folder: Path, what: str) -> Iterator[None]:
    """Turn what the system says of a target, and Ctrl-C, into a CutOffError."""
    try:
        yield
    except OSError as error:
        headline = f"the target {what}: {error.strerror or error}"
        hint = f"check that its drive is connected, has room, and may be written; then {_AGAIN}"
        raise CutOffError(headline, path=str(error.filename or folder), hint=hint) from error
    except BuildError as error:
        raise TargetError(*(msgspec.structs.replace(one, kind="TargetError") for one in error.problems)) from error
    except KeyboardInterrupt:
        raise CutOffError("publishing was stopped", path=os.fspath(folder), hint=_AGAIN) from None


def _named(paths: tuple[str, ...]) -> str:
    most = 3
    more = f" and {len(paths) - most:,} more" if len(paths) > most else ""
    return ", ".join(f"/{path}" for path in paths[:most]) + more


def _count(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"
