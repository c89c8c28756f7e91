"""Locks: one build at a time."""

import threading
from pathlib import Path

import pytest

from sitegen.engine.locks import hold
from tests.engine.workshop import small_site


def silent(text: str) -> None:
    raise AssertionError(text)


def test_a_free_lock_is_taken_without_a_word(tmp_path: Path) -> None:
    for _ in range(2):
        with hold(tmp_path / "new" / "lock", silent):
            pass


def test_a_lock_is_let_go_where_its_holder_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), hold(tmp_path / "lock", silent):
        _ = 1 / 0
    with hold(tmp_path / "lock", silent):
        pass


def test_who_must_wait_says_so_and_goes_on_when_the_lock_is_free(tmp_path: Path) -> None:
    notes: list[str] = []
    free, is_waiting = threading.Event(), threading.Event()

    def notify(text: str) -> None:
        notes.append(text)
        is_waiting.set()

    def hold_first() -> None:
        with hold(tmp_path / "lock", silent):
            free.set()
            assert is_waiting.wait(60)

    first = threading.Thread(target=hold_first)
    first.start()
    assert free.wait(60)
    with hold(tmp_path / "lock", notify):
        pass
    first.join()
    assert notes == ["another build of this site is running; waiting for it to end"]


def test_a_second_build_waits_for_the_first_and_finds_nothing_left_to_do(tmp_path: Path) -> None:
    shop = small_site(tmp_path)
    is_building, is_waiting = threading.Event(), threading.Event()

    def on_progress(*_: object) -> None:
        is_building.set()
        assert is_waiting.wait(60)

    first = threading.Thread(target=lambda: shop.build(progress=on_progress))
    first.start()
    assert is_building.wait(60)
    result = shop.build(notify=lambda _text: is_waiting.set())
    first.join()
    assert is_waiting.is_set()
    assert result.executed == ()
    assert shop.files() == shop.truth().files
