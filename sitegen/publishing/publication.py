"""The steps of publishing in their order: look at a target, plan, and, once a person agrees, carry it out."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from sitegen.errors import BuildError
from sitegen.model import PublishTarget
from sitegen.publishing.destinations import Destination, find_destination
from sitegen.publishing.kept_releases import KeptReleases
from sitegen.publishing.planning import Plan, make_plan
from sitegen.publishing.release_contents import Release
from sitegen.publishing.sending import Source, Step, send
from sitegen.publishing.surveying import Survey, survey
from sitegen.publishing.target_errors import CutOffError, TargetError
from sitegen.publishing.target_files import TargetFiles
from sitegen.publishing.target_folder import read_manifest, refuse_strange
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
    destination: Destination
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
    destination = find_destination(site, target)
    asked = Publication(
        site=site,
        base_url=base_url,
        target=target,
        destination=destination,
        release=release,
        manifest=TargetManifest(),
        seen=Survey({}, {}, ()),
        plan=Plan(),
        is_thorough=is_thorough,
        replaces_changes=replaces_changes,
    )
    with _reachable(destination, "cannot be read"), destination.open() as files:
        return _look(asked, files)


def refuse_conflicts(publication: Publication) -> None:
    """Raise TargetError where others changed files of ours at the target, or theirs are where ours are to come."""
    plan, name = publication.plan, publication.destination.name
    if plan.blocked:
        headline = f"{_count(len(plan.blocked))} of somebody else's in the way: {_named(plan.blocked)}"
        raise TargetError(headline, path=name, hint="move what is there away, then publish again")
    if plan.touched and not publication.replaces_changes:
        headline = f"somebody changed or deleted {_count(len(plan.touched))} here: {_named(plan.touched)}"
        hint = "bring what they did into content/ first; then put ours back with --replace-changes"
        raise TargetError(headline, path=name, hint=hint)


def carry_out(
    publication: Publication, source: Source, *, owner: str, now: Callable[[], datetime], on_step: Step
) -> None:
    """Make a target have a release; cut at any moment, it can be run again.

    Raises:
        TargetError: somebody else publishes there, or it is not as it was when it was looked at.
        CutOffError: the target failed in between.
    """
    destination, site = publication.destination, publication.site
    with (
        _one_at_a_time(site),
        _reachable(destination, "cannot be written"),
        destination.open() as opened,
        hold_target(destination.lock_files(opened), owner, _token_of(site), now) as lock,
    ):
        again = _look(publication, opened)
        if again.plan != publication.plan:
            headline = "the target was changed after the plan was made"
            raise TargetError(headline, path=destination.name, hint="publish again, and look at the new plan")
        refuse_conflicts(again)

        def renewing(done: int, total: int) -> None:
            lock.renew()
            on_step(done, total)

        with destination.release_files(opened) as files:
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


def _look(publication: Publication, files: TargetFiles) -> Publication:
    """Return a publication with what is at its target now, and what is to be done."""
    manifest = read_manifest(files)
    last = KeptReleases(publication.site).last(publication.target.name)
    if not publication.replaces_changes:
        refuse_strange(files, manifest, publication.base_url, last.number if last else 0)
    seen = survey(files, manifest, publication.release, thorough=publication.is_thorough)
    plan = make_plan(publication.release, manifest, seen)
    return replace(publication, manifest=manifest, seen=seen, plan=plan)


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
def _reachable(destination: Destination, what: str) -> Iterator[None]:
    """Turn what the system says of a target, and Ctrl-C, into a CutOffError."""
    try:
        yield
    except OSError as error:
        headline = f"the target {what}: {error.strerror or error}"
        hint = f"{destination.remedy}; then {_AGAIN}"
        raise CutOffError(headline, path=str(error.filename or destination.name), hint=hint) from error
    except BuildError as error:
        raise TargetError(*(msgspec.structs.replace(one, kind="TargetError") for one in error.problems)) from error
    except KeyboardInterrupt:
        raise CutOffError("publishing was stopped", path=destination.name, hint=_AGAIN) from None


def _named(paths: tuple[str, ...]) -> str:
    most = 3
    more = f" and {len(paths) - most:,} more" if len(paths) > most else ""
    return ", ".join(f"/{path}" for path in paths[:most]) + more


def _count(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"
