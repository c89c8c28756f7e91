"""The moments of a build at which something can go wrong: each call by which it writes to the disk, counted.

A moment is the time just before, or just after, such a call. Nothing of the engine is replaced: the calls are seen by
Python's own profiling hook.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

SOME_OR_ALL = pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)], ids=["some", "all"])
"""A test tries every fourth moment, and every one in a long run."""

WRITES = frozenset({"open", "write", "mkdir", "replace", "unlink", "rmdir"})
LOOKS = frozenset({"read", "stat", "fstat", "lstat", "scandir", "listdir", "readlink"})
READERS = ("sources.py", "toy.py", "zoneinfo")


class Moments:
    """Counts moments, and does something at one of them (numbered from 1; 0 for never)."""

    def __init__(
        self, at: int, act: Callable[[object], None], *, also_after: bool, is_moment: "IsMoment | None" = None
    ) -> None:
        self.count = 0
        self._at = at
        self._act = act
        self._is_moment = is_moment or is_write
        self._events = ("c_call", "c_return") if also_after else ("c_call",)

    def see(self, frame: FrameType, event: str, called: object) -> None:
        """Take an event from the interpreter."""
        if event in self._events and self._is_moment(frame, called):
            self.count += 1
            if self.count == self._at:
                self._act(called)


def is_write(frame: FrameType, called: object) -> bool:
    """Whether a call of a built-in function writes to the disk, or may."""
    name = getattr(called, "__name__", "")
    if isinstance(getattr(called, "__self__", None), sqlite3.Connection):
        return name in {"commit", "executescript"}
    return name in WRITES and not frame.f_code.co_filename.endswith(READERS)


IsMoment = Callable[[FrameType, object], bool]


def is_call(frame: FrameType, called: object) -> bool:
    """Whether a call of a built-in function of the engine asks anything of the disk: to write, read or look."""
    if isinstance(getattr(called, "__self__", None), sqlite3.Connection):
        return getattr(called, "__name__", "") in {"commit", "execute", "executemany", "executescript"}
    name = getattr(called, "__name__", "")
    return name in WRITES | LOOKS and not frame.f_code.co_filename.endswith(("toy.py", "zoneinfo"))


@contextmanager
def watched(moments: Moments) -> Iterator[None]:
    """Let the moments be seen."""
    sys.setprofile(moments.see)
    try:
        yield
    finally:
        sys.setprofile(None)


def count_moments(action: Callable[[], object], *, also_after: bool, is_moment: IsMoment = is_write) -> int:
    """How many moments an action has."""
    moments = Moments(0, lambda _called: None, also_after=also_after, is_moment=is_moment)
    with watched(moments):
        action()
    return moments.count


def sample(moments: int, step: int) -> list[int]:
    """Return the numbers of every so many of some moments, in order, and always those of the first and the last."""
    return sorted({*range(1, moments + 1, step), moments})


def run_and_kill(action: Callable[[], object], at: int) -> bool:
    """Run an action in a process that is killed at one of its moments; says whether it was."""

    def kill(_called: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def watch() -> None:
        with watched(Moments(at, kill, also_after=True)):
            action()

    return _run_in_child(watch)


def run_for(action: Callable[[], object], seconds: float) -> bool:
    """Run an action in a process that ends abruptly after some time; says whether it did."""

    def limit() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        action()

    return _run_in_child(limit)


def _run_in_child(action: Callable[[], object]) -> bool:
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)
    try:
        action()
    except BaseException:  # noqa: BLE001 - nothing may reach the test runner's copy in this process
        os._exit(1)
    os._exit(0)
