"""Whatever the disk answers to any one call: a message and the old site, or the right one; never a traceback."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from sitegen.errors import BuildError
from tests.engine.moments import Moments, count_moments, is_call, sample, watched
from tests.engine.test_crash import copy_of, edit
from tests.engine.workshop import Workshop, small_site

SQLITE = {
    "ENOSPC": sqlite3.SQLITE_FULL,
    "EIO": sqlite3.SQLITE_IOERR,
    "EACCES": sqlite3.SQLITE_READONLY,
    "EMFILE": sqlite3.SQLITE_CANTOPEN,
    "EROFS": sqlite3.SQLITE_READONLY,
    "ESTALE": sqlite3.SQLITE_IOERR,
    "ETIMEDOUT": sqlite3.SQLITE_IOERR,
}
"""What SQLite says where the disk answers its calls so; those of a disk in the network are the last ones."""

FEW_OR_ALL = pytest.mark.parametrize("step", [97, pytest.param(1, marks=pytest.mark.long)], ids=["few", "all"])
NAMES = pytest.mark.parametrize("name", SQLITE)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = small_site(tmp_path / "kept")
    shop.build_right()
    edit(shop)
    return shop


def fail(called: object, name: str) -> None:
    """Fail as a call would on a disk that answers so."""
    if isinstance(getattr(called, "__self__", None), sqlite3.Connection):
        error = sqlite3.OperationalError(f"the disk says {name}")
        error.sqlite_errorcode = SQLITE[name]
        raise error
    number = getattr(errno, name)
    raise OSError(number, os.strerror(number), "some/file")


def check(shop: Workshop, name: str, moment: int) -> None:
    """Build a copy with one call that fails, and then without."""
    copy = copy_of(shop)
    stats = copy.stats()
    committed, hint = False, "there was no error"
    try:
        with watched(Moments(moment, lambda called: fail(called, name), also_after=False, is_moment=is_call)):
            committed = copy.build().committed
    except BuildError as error:
        hint = error.problems[0].hint
    assert hint
    assert committed or copy.journal.exists() or copy.stats() == stats, "the old site is gone"
    copy.build_right()
    assert copy.build_right().executed == ()


def check_all(shop: Workshop, name: str, step: int) -> None:
    moments = count_moments(copy_of(shop).build, also_after=False, is_moment=is_call)
    assert moments > 100
    for moment in sample(moments, step):
        try:
            check(shop, name, moment)
        except BaseException as error:
            error.add_note(f"{name} at the call {moment}")
            raise


@NAMES
@FEW_OR_ALL
def test_a_disk_that_fails_at_any_call_of_a_build(shop: Workshop, name: str, step: int) -> None:
    check_all(shop, name, step)


@NAMES
@pytest.mark.parametrize("call", ["stat", "is_dir", "is_file"])
def test_a_disk_that_fails_before_the_build_holds_its_lock(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch, name: str, call: str
) -> None:
    stats = shop.stats()
    with monkeypatch.context() as patch:
        patch.setattr(Path, call, lambda *_, **__: fail(None, name))
        with pytest.raises(BuildError, match="writing failed: "):
            shop.build()
    assert shop.stats() == stats


@NAMES
@FEW_OR_ALL
def test_a_disk_that_fails_at_any_call_of_a_first_build(tmp_path: Path, name: str, step: int) -> None:
    check_all(small_site(tmp_path / "kept"), name, step)
