"""The advisory lock of a target: it says who publishes there, and since when, and runs out by itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

import msgspec

from sitegen.model import Record
from sitegen.model.folders import PUBLISH_STATE
from sitegen.publishing.target_errors import TargetError
from sitegen.publishing.target_files import TargetFiles

LOCK_PATH = f"{PUBLISH_STATE}/lock.json"
LIFETIME = timedelta(minutes=15)
_RENEWED_AFTER = timedelta(minutes=1)


class LockFile(Record, frozen=True):
    """Who holds a lock, since when, when it was last renewed, and a word that the site of the holder alone knows."""

    owner: str
    since: datetime
    renewed: datetime
    token: str


class TargetLock:
    """A lock that is held; call `renew` now and then."""

    def __init__(self, files: TargetFiles, held: LockFile, now: Callable[[], datetime]) -> None:
        self._files, self._held, self._now = files, held, now

    def renew(self) -> None:
        """Put off the moment at which the lock runs out. Raises TargetError if somebody else has it by now."""
        now = self._now()
        if now - self._held.renewed < _RENEWED_AFTER:
            return
        holder = read_lock(self._files)
        if holder is None or holder.token != self._held.token:
            headline = "another run took over here while this one was slow"
            raise TargetError(headline, path=self._files.name, hint="wait until it has ended, then publish again")
        self._held = msgspec.structs.replace(self._held, renewed=now)
        self._files.put(LOCK_PATH, msgspec.json.encode(self._held))


@contextmanager
def hold_target(files: TargetFiles, owner: str, token: str, now: Callable[[], datetime]) -> Iterator[TargetLock]:
    """Hold the lock of a target. One that ran out is taken over, and so is that of an own run which was cut.

    `token` is the word of this site, of which one run is at work at a time.

    Raises:
        TargetError: somebody else publishes there now.
        OSError: the target cannot be written.
    """
    moment = now()
    held = LockFile(owner, moment, moment, token)
    data = msgspec.json.encode(held)
    if not files.create(LOCK_PATH, data):
        _refuse_held(files, token, moment)
        files.put(LOCK_PATH, data)
        _refuse_held(files, token, moment)  # where two runs took over at once, the last one has it
    try:
        yield TargetLock(files, held, now)
    finally:
        with suppress(OSError):
            holder = read_lock(files)
            if holder is not None and holder.token == token:
                files.delete(LOCK_PATH)


def read_lock(files: TargetFiles) -> LockFile | None:
    """Return who holds the lock of a target; None if nobody does, or the file is damaged."""
    data = files.read(LOCK_PATH)
    try:
        return None if data is None else msgspec.json.decode(data, type=LockFile)
    except msgspec.MsgspecError:
        return None


def _refuse_held(files: TargetFiles, token: str, now: datetime) -> None:
    """Raise TargetError if a lock that has not run out is that of another site."""
    holder = read_lock(files)
    if holder is None or holder.token == token or now - holder.renewed >= LIFETIME:
        return
    since, until = (moment.astimezone(now.tzinfo) for moment in (holder.since, holder.renewed + LIFETIME))
    headline = f"{holder.owner} has been publishing here since {since:%H:%M}"
    hint = f"wait until that has ended; if it was cut off, publish again after {until:%H:%M}"
    raise TargetError(headline, path=files.name, hint=hint)
