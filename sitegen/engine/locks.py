"""One build at a time: an operating-system lock on a file, released when its process ends, however it ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def hold(path: Path, notify: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of a file; if another process has it, `notify` and wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        notify("another build of this site is running; waiting for it to end")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
