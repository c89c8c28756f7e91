"""A build that is killed leaves the old site or the new one, and the next build puts everything right."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from itertools import product
from pathlib import Path
from time import perf_counter

import pytest

from tests.engine.moments import SOME_OR_ALL, count_moments, run_and_kill, run_for, sample
from tests.engine.workshop import Workshop, small_site

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="processes are not killed in this way on Windows"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning"),
]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """Return a built site with edits of every kind that are not yet built: new, changed, moved, deleted outputs."""
    shop = small_site(tmp_path / "kept")
    shop.build_right()
    edit(shop)
    return shop


def edit(shop: Workshop) -> None:
    shop.page("d", title="Delta", terms="z")
    shop.page("a", "edited", title="Alpha", terms="x")
    (shop.site / "pages/b.txt").unlink()
    shop.write("settings.txt", "style: bare")


def copy_of(shop: Workshop) -> Workshop:
    """Return the same site in another folder, with its output and store as they are."""
    shutil.rmtree(shop.root.with_name("copy"), ignore_errors=True)
    return Workshop(shutil.copytree(shop.root, shop.root.with_name("copy")))


def check_store(shop: Workshop) -> None:
    if not shop.store.exists():
        return
    with closing(sqlite3.connect(shop.store)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def check_after_kill(shop: Workshop, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Check the state that a kill leaves, and the builds that follow."""
    check_store(shop)
    if not shop.journal.exists():
        assert shop.files() in (old, new)
    shop.build_right()
    assert not shop.journal.exists()
    assert not list(shop.staging.glob("stage-*"))
    again = shop.build_right()
    assert (again.executed, again.written) == ((), ())


@SOME_OR_ALL
def test_a_kill_at_any_moment_of_a_build_leaves_the_old_site_or_the_new_one(shop: Workshop, step: int) -> None:
    old, new = shop.files(), shop.truth().files
    moments = count_moments(copy_of(shop).build, also_after=True)
    assert moments > 50
    for moment in sample(moments, step):
        copy = copy_of(shop)
        assert run_and_kill(copy.build, moment)
        check_after_kill(copy, old, new)


@SOME_OR_ALL
def test_a_kill_at_any_moment_of_a_first_build_leaves_no_site_or_the_whole_one(tmp_path: Path, step: int) -> None:
    shop = small_site(tmp_path / "kept")
    new = shop.truth().files
    moments = count_moments(copy_of(shop).build, also_after=True)
    for moment in sample(moments, step):
        copy = copy_of(shop)
        assert run_and_kill(copy.build, moment)
        check_after_kill(copy, {}, new)


@SOME_OR_ALL
def test_a_kill_at_random_times_leaves_the_old_site_or_the_new_one(shop: Workshop, step: int) -> None:
    old, new = shop.files(), shop.truth().files
    copy = copy_of(shop)
    start = perf_counter()
    copy.build()
    seconds = perf_counter() - start
    draw = random.Random(2)  # noqa: S311 - moments, not secrets
    for _ in range(0, 50, step):
        copy = copy_of(shop)
        run_for(copy.build, draw.uniform(0.0005, seconds))
        check_after_kill(copy, old, new)


def killed_twice(shop: Workshop, first: int, second: int) -> None:
    old, new = shop.files(), shop.truth().files
    copy = copy_of(shop)
    run_and_kill(copy.build, first)
    page = copy.site / "pages/e.txt"
    page.write_text("title: Epsilon\n\nbetween the kills\n", "utf-8")
    run_and_kill(copy.build, second)
    if not copy.journal.exists():
        assert copy.files() in (old, new, copy.truth().files)
    page.unlink()
    copy.build_right()
    assert copy.build_right().executed == ()


@SOME_OR_ALL
def test_a_build_that_recovers_may_be_killed_too(shop: Workshop, step: int) -> None:
    moments = count_moments(copy_of(shop).build, also_after=True)
    draw = random.Random(3)  # noqa: S311
    for _ in range(0, 30, step):
        killed_twice(shop, draw.randrange(moments * 2 // 3, moments), draw.randrange(1, moments))


@pytest.mark.long
def test_a_build_that_recovers_may_be_killed_at_any_moment(shop: Workshop) -> None:
    moments = count_moments(copy_of(shop).build, also_after=True)
    for first, second in product(range(1, moments + 1, 2), range(1, moments + 1, 7)):
        killed_twice(shop, first, second)


def test_a_page_added_by_a_killed_build_and_then_deleted_leaves_no_file(shop: Workshop) -> None:
    moments = count_moments(copy_of(shop).build, also_after=True)
    for moment in range(moments * 2 // 3, moments + 1, 3):
        copy = copy_of(shop)
        assert run_and_kill(copy.build, moment)
        (copy.site / "pages/d.txt").unlink()
        copy.build_right()
