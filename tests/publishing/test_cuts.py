"""Publishing that is killed at any moment: readers lack nothing, and the next run ends as if nothing had happened."""

import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.engine.moments import count_moments, run_and_kill, sample
from tests.publishing.made_up import FIRST, SECOND, Publisher, missing_for_readers

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="processes are not killed in this way on Windows"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning"),
]

FEW_OR_ALL = pytest.mark.parametrize("step", [15, pytest.param(1, marks=pytest.mark.long)], ids=["few", "all"])
"""A test tries every 15th moment, and every one in a long run."""

OLD_FILES = {path: FIRST[path] for path in ("assets/site.1.css", "assets/a.1.png")}


def copy_of(folder: Path) -> Path:
    """Return a copy of a folder, with its links and times as they are."""
    copy = folder.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    return shutil.copytree(folder, copy, symlinks=True)


@FEW_OR_ALL
@pytest.mark.parametrize("atomic", [False, True])
def test_a_kill_at_any_moment_leaves_readers_without_nothing(tmp_path: Path, step: int, atomic: bool) -> None:  # noqa: FBT001
    start = tmp_path / "start"
    start.mkdir()
    Publisher(start, atomic=atomic).publish(FIRST)
    (start / "www/theirs.txt").write_text("of somebody else")

    def action() -> None:
        Publisher(tmp_path / "copy", atomic=atomic).publish(SECOND)

    copy_of(start)
    moments = count_moments(action, also_after=True)
    assert moments > 100
    for moment in sample(moments, step):
        site = Publisher(copy_of(start), atomic=atomic)
        assert run_and_kill(action, moment)
        seen = site.texts()
        assert missing_for_readers(seen) == {}
        assert seen.pop("theirs.txt") == "of somebody else"
        if atomic:
            assert seen in (FIRST, SECOND | OLD_FILES)
        site.publish(SECOND)
        assert site.texts() == SECOND | OLD_FILES | {"theirs.txt": "of somebody else"}
        assert not site.plan(SECOND).plan.has_work


@FEW_OR_ALL
def test_a_first_run_that_is_killed_can_be_run_again_or_given_up(tmp_path: Path, step: int) -> None:
    start = tmp_path / "start"
    start.mkdir()
    Publisher(start)
    action = partial(lambda: Publisher(tmp_path / "copy").publish(FIRST))
    copy_of(start)
    for moment in sample(count_moments(action, also_after=True), step):
        site = Publisher(copy_of(start))
        assert run_and_kill(action, moment)
        assert missing_for_readers(site.texts()) == {}
        site.publish(SECOND)
        assert SECOND.items() <= site.texts().items()
        assert {path for path in site.texts() if path not in SECOND} <= OLD_FILES.keys()
