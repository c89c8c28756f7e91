"""A full disk or a damaged store: a message and the old site, and the next build puts everything right."""

import errno
import os
import random
import sqlite3
from pathlib import Path

import pytest

from sitegen.engine import store
from sitegen.engine.attempt import Attempt
from sitegen.engine.database import open_database
from sitegen.errors import BuildError
from tests.engine.moments import SOME_OR_ALL, Moments, count_moments, sample, watched
from tests.engine.test_crash import copy_of, edit
from tests.engine.workshop import Workshop, small_site


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = small_site(tmp_path / "kept")
    shop.build_right()
    edit(shop)
    return shop


def fill_disk(called: object) -> None:
    """Fail as the call would on a full disk."""
    if isinstance(getattr(called, "__self__", None), sqlite3.Connection):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error
    if getattr(called, "__name__", "") == "rmdir":
        return  # deleting needs no room
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "some/file")


def build_on_full_disk(shop: Workshop, moment: int) -> BuildError | None:
    """Build with the disk full at one moment; gives the error, if that stopped the build."""
    try:
        with watched(Moments(moment, fill_disk, also_after=False)):
            shop.build()
    except BuildError as error:
        return error
    return None


def check_full_disk(shop: Workshop, moment: int) -> None:
    """Build a copy with the disk full at one moment, and then with room again."""
    copy = copy_of(shop)
    stats = copy.stats()
    error = build_on_full_disk(copy, moment)
    if error is not None:
        assert "is full" in str(error) or "No space left" in str(error)
        is_committing = copy.journal.exists()
        promise = "the next build finishes this one" if is_committing else "the site is as it was before"
        assert error.problems[0].hint.startswith(promise)
        assert is_committing or copy.stats() == stats
    copy.build_right()
    assert copy.build_right().executed == ()


@SOME_OR_ALL
def test_a_disk_that_is_full_at_any_write_leaves_the_old_site(shop: Workshop, step: int) -> None:
    moments = count_moments(copy_of(shop).build, also_after=False)
    assert moments > 30
    for moment in sample(moments, step):
        check_full_disk(shop, moment)


@SOME_OR_ALL
def test_a_disk_that_is_full_at_the_first_build_leaves_nothing(tmp_path: Path, step: int) -> None:
    shop = small_site(tmp_path / "kept")
    moments = count_moments(copy_of(shop).build, also_after=False)
    for moment in sample(moments, step):
        check_full_disk(shop, moment)


def test_a_store_that_finds_no_room_for_a_page_leaves_the_old_site(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_full(path: Path, salt: str) -> sqlite3.Connection:
        db = open_database(path, salt)
        db.execute("PRAGMA max_page_count = 1")
        return db

    for slug in "efghijkl":
        shop.page(slug, "words " * 999)
    stats = shop.stats()
    with monkeypatch.context() as patch:
        patch.setattr(store, "open_database", open_full)
        with pytest.raises(BuildError, match="the build's memory cannot be written: database or disk is full"):
            shop.build()
    assert shop.stats() == stats
    shop.build_right()


# -- a damaged store


def test_a_store_that_was_cut_off_anywhere_is_made_anew(shop: Workshop) -> None:
    shop.build_right()
    whole = shop.store.read_bytes()
    for size in range(0, len(whole), 1024):
        shop.store.write_bytes(whole[:size])
        shop.page("a", f"edit {size}")
        shop.build_right()
        assert shop.build_right().executed == ()


@pytest.mark.parametrize("data", [b"garbage", b"\0" * 9999, b"SQLite format 3\0" + b"\x07" * 9999])
def test_a_store_that_is_garbage_is_made_anew(shop: Workshop, data: bytes) -> None:
    shop.store.write_bytes(data)
    shop.build_right()


def test_a_store_with_pages_of_garbage_is_made_anew(shop: Workshop) -> None:
    shop.build_right()
    whole = shop.store.read_bytes()
    draw = random.Random(4)  # noqa: S311 - damage, not secrets
    for page in range(1, len(whole) // 4096):
        data = bytearray(whole)
        data[page * 4096 : page * 4096 + 4096] = draw.randbytes(4096)
        shop.store.write_bytes(data)
        shop.page("a", f"edit {page}")
        shop.build_right()


def test_a_store_without_its_tables_is_made_anew(shop: Workshop) -> None:
    db = sqlite3.connect(shop.store)
    db.execute("DROP TABLE edge")
    db.commit()
    db.close()
    shop.build_right()


def test_a_store_that_is_only_busy_is_not_thrown_away(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    whole = shop.store.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Attempt, "run", busy)
        with pytest.raises(BuildError, match="the build's memory cannot be written: database is locked"):
            shop.build()
    assert shop.store.read_bytes() == whole
