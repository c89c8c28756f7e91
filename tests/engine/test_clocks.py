"""Clocks that stand still, run backwards or tick every two seconds: no edit is missed, and nothing spoiled stays."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.workshop import Workshop, small_site

TICK = 2_000_000_000
START = 500 * TICK


class FakeClock:
    """The time stamps of files as a disk has them whose clock says `now` (ns) and ticks every two seconds.

    A file's stamp is that of the moment at which its bytes were last found changed: call `settle` after every write.
    """

    def __init__(self) -> None:
        self.now = START
        self._stamps: dict[tuple[int, int, int], int] = {}

    def stamped(self, look: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        """Return a function that looks at a file as another one does, and sees our stamps."""

        def look_and_stamp(*args: Any, **named: Any) -> os.stat_result:
            real = look(*args, **named)
            key = real.st_ino, real.st_ctime_ns, real.st_size
            stamp = self._stamps.setdefault(key, self.now // TICK * TICK)
            return os.stat_result(real[:10], {"st_mtime_ns": stamp, "st_ctime_ns": stamp})

        return look_and_stamp

    def settle(self, folder: Path) -> None:
        """Stamp what was written until now with the time of now."""
        for path in folder.rglob("*"):
            path.lstat()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    fake = FakeClock()
    for name in ("stat", "lstat", "fstat"):
        monkeypatch.setattr(os, name, fake.stamped(getattr(os, name)))
    return fake


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return small_site(tmp_path)


def build_right(shop: Workshop, clock: FakeClock) -> None:
    clock.settle(shop.root)
    shop.build_right()
    clock.settle(shop.root)


@pytest.mark.parametrize(
    "steps",
    [[0, 0, 0, 0], [1, 1, 1, 1], [TICK] * 4, [0, -TICK, 0, TICK], [TICK, -TICK, TICK, -TICK], [-TICK, 0, 2 * TICK, 0]],
    ids=["frozen", "slow", "ticking", "back once", "to and fro", "back and on"],
)
def test_every_edit_is_seen_whatever_the_clock_does(shop: Workshop, clock: FakeClock, steps: list[int]) -> None:
    build_right(shop, clock)
    for number, step in enumerate(steps):
        clock.now += step
        shop.page("a", f"body {number}", title="Alpha", terms="x")
        clock.settle(shop.root)
        build_right(shop, clock)
        (shop.out / "b/index.html").write_bytes(b"X" * (shop.out / "b/index.html").stat().st_size)
        clock.settle(shop.root)
        build_right(shop, clock)


def test_an_edit_is_seen_that_has_the_stamp_of_the_file_before_it(shop: Workshop, clock: FakeClock) -> None:
    """Save, build two ticks later, set the clock back to the save, save again with the same size, and build."""
    shop.page("a", "one", title="Alpha", terms="x")
    clock.settle(shop.root)
    clock.now += 2 * TICK
    build_right(shop, clock)
    clock.now -= 2 * TICK
    shop.page("a", "two", title="Alpha", terms="x")
    build_right(shop, clock)


def test_a_spoiled_output_is_seen_that_has_the_stamp_of_the_file_before_it(shop: Workshop, clock: FakeClock) -> None:
    build_right(shop, clock)
    clock.now += 2 * TICK
    shop.page("b", "another", title="Beta")
    build_right(shop, clock)
    clock.now -= 2 * TICK
    path = shop.out / "a/index.html"
    path.write_bytes(b"X" * path.stat().st_size)
    build_right(shop, clock)
