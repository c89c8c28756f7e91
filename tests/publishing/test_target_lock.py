"""The lock of a target: who has it, when it runs out, and who may take it over."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.publishing.folder_files import FolderFiles
from sitegen.publishing.target_errors import TargetError
from sitegen.publishing.target_lock import LOCK_PATH, hold_target, read_lock

START = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.minutes = 0.0

    def __call__(self) -> datetime:
        return START + timedelta(minutes=self.minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def held(tmp_path: Path, clock: Clock) -> Iterator[FolderFiles]:
    """A folder whose lock Ann has held since 9:00, as one that was cut off leaves it."""
    files = FolderFiles(tmp_path)
    with ExitStack() as stack:
        stack.enter_context(hold_target(files, "ann", "her token", clock))
        yield files


def test_a_lock_says_who_has_it_and_until_when(held: FolderFiles, clock: Clock) -> None:
    clock.minutes = 14.9
    with pytest.raises(TargetError) as caught, hold_target(held, "bo", "his token", clock):
        pass
    (problem,) = caught.value.problems
    assert problem.headline == "ann has been publishing here since 09:00"
    assert problem.hint == "wait until that has ended; if it was cut off, publish again after 09:15"


def test_a_lock_runs_out_after_15_minutes(held: FolderFiles, clock: Clock) -> None:
    clock.minutes = 15
    with hold_target(held, "bo", "his token", clock):
        holder = read_lock(held)
        assert holder
        assert holder.owner == "bo"


def test_the_lock_of_an_own_run_that_was_cut_is_taken_over_at_once(held: FolderFiles, clock: Clock) -> None:
    with hold_target(held, "ann", "her token", clock):
        pass
    assert read_lock(held) is None


def test_a_lock_that_is_renewed_does_not_run_out(tmp_path: Path, clock: Clock) -> None:
    files = FolderFiles(tmp_path)
    with hold_target(files, "ann", "her token", clock) as lock:
        for minutes in (0.5, 10, 20):
            clock.minutes = minutes
            lock.renew()
        clock.minutes = 34
        with pytest.raises(TargetError), hold_target(files, "bo", "his token", clock):
            pass
    assert read_lock(files) is None
    assert files.read(LOCK_PATH) is None


def test_a_slow_run_stops_when_another_has_taken_over(tmp_path: Path, clock: Clock) -> None:
    files = FolderFiles(tmp_path)
    with hold_target(files, "ann", "her token", clock) as lock:
        clock.minutes = 16
        with hold_target(files, "bo", "his token", clock):
            with pytest.raises(TargetError, match="took over"):
                lock.renew()
            assert read_lock(files)


def test_a_damaged_lock_holds_nobody_up(tmp_path: Path, clock: Clock) -> None:
    files = FolderFiles(tmp_path)
    files.put(LOCK_PATH, b"{")
    with hold_target(files, "bo", "his token", clock):
        assert read_lock(files)
