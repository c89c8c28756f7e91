"""A build from beginning to end: lock, then attempt it until the sources hold still."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing

from sitegen.engine.attempt import Attempt
from sitegen.engine.caches import discard_caches
from sitegen.engine.database import discard, is_current, is_damage
from sitegen.engine.disk import disk_errors
from sitegen.engine.failures import SourceChangedError
from sitegen.engine.locks import hold
from sitegen.engine.output import OutputFolder
from sitegen.engine.plan import Mode, Place, Plan, Progress, Result
from sitegen.errors import BuildError

_ATTEMPTS = 3


def build(
    plan: Callable[[], Plan],
    place: Place,
    mode: Mode,
    *,
    progress: Progress = lambda _stage, _done, _total: None,
    notify: Callable[[str], None] = lambda _text: None,
) -> Result:
    """Bring the output folder up to date with the sources, or leave it as it was.

    `plan` is called only where there is something to do. Raises UsageError for an output folder that is not ours,
    BuildError where the disk is full or sources keep changing; a writer's mistakes are in the result.
    """
    with ExitStack() as stack, disk_errors(place.out):
        folder = OutputFolder(place.out)
        folder.prepare(place.source_folders, place.homes)
        for lock in (place.store.with_suffix(".lock"), folder.staging / "lock"):
            stack.enter_context(hold(lock, notify))
        folder.check_ours()
        if mode.clean:
            discard(place.store)
            folder.keep_staged(())
        if not is_current(place.store, place.salt):
            discard_caches(place.caches, keep="" if mode.clean else place.salt)
        for attempt in range(_ATTEMPTS):
            try:
                with closing(Attempt(plan, place, mode, folder, progress)) as run:
                    return run.run(trust_stat=attempt == 0)
            except SourceChangedError:
                folder.discard_staged()
            except sqlite3.DatabaseError as error:
                if not is_damage(error) or attempt == _ATTEMPTS - 1:
                    raise
                discard(place.store)
    raise BuildError("files kept changing while the site was built", hint="build again when they are at rest")
