"""Sequences of edits that once gave something else than a clean build, each for the reason that its name says."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.engine.workshop import Workshop, small_site


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = small_site(tmp_path)
    shop.build_right()
    return shop


def test_edits_made_beside_broken_settings_are_not_forgotten(shop: Workshop) -> None:
    shop.write("settings.txt", "BROKEN")
    shop.page("a", "edited meanwhile")
    shop.build_right()
    shop.build_right()
    shop.write("settings.txt", "")
    shop.build_right()


def test_a_new_page_that_cannot_be_read_is_told_each_time_when_the_build_keeps_going(shop: Workshop) -> None:
    shop.page("d", include="bad")
    shop.write("parts/bad.txt", "TEMPLATE")
    shop.build_right(keep_going=True)
    shop.build_right(keep_going=True)
    shop.write("parts/bad.txt", "mended")
    shop.build_right(keep_going=True)


def test_a_warning_of_a_page_that_fails_is_not_told_any_more(shop: Workshop) -> None:
    shop.page("a", "me@example")
    shop.build_right()
    shop.page("a", "me@example", include="bad")
    shop.write("parts/bad.txt", "TEMPLATE")
    shop.build_right()


def test_a_deleted_page_is_not_missed_by_what_fails_for_another_reason(shop: Workshop) -> None:
    (shop.site / "pages/a.txt").unlink()
    shop.page("b", "RAISE")
    shop.build_right()


def test_what_only_a_failed_task_asked_for_does_not_haunt_later_builds(shop: Workshop) -> None:
    shop.page("d", "WARN")
    shop.page("c", "RAISE")
    shop.build_right()
    (shop.site / "pages/d.txt").unlink()
    shop.page("c", "mended")
    shop.build_right()
    assert not shop.build_right().executed


def test_an_output_that_was_made_but_never_published_leaves_nothing_behind(shop: Workshop) -> None:
    shop.page("d", "me@example")
    shop.page("a", "ERROR")
    shop.build_right()
    (shop.site / "pages/d.txt").unlink()
    shop.page("a", "mended")
    shop.build_right()
    assert not shop.build_right().executed


def test_a_page_that_was_deleted_and_restored_around_a_failed_build_stays_alive(shop: Workshop) -> None:
    path = shop.site / "pages/b.txt"
    data = path.read_bytes()
    path.unlink()
    shop.page("a", "ERROR", title="Alpha", terms="x")
    shop.build_right()
    path.write_bytes(data)
    shop.page("a", "body", title="Alpha", terms="x")
    shop.build_right()
    shop.page("b", "edited", title="Beta", terms="x y")
    shop.build_right()


def test_an_address_that_passes_from_a_page_to_a_redirect_gets_the_redirect(shop: Workshop) -> None:
    (shop.site / "pages/b.txt").unlink()
    shop.page("c", title="Gamma", alias="b")
    shop.build_right()
    shop.page("b", title="Beta")
    shop.build_right()


def test_a_page_may_pass_from_a_folder_to_a_file_of_the_same_name(shop: Workshop) -> None:
    for style in ("bare", "folders", "files", "bare", ""):
        shop.write("settings.txt", f"style: {style}" if style else "")
        shop.build_right()


def test_a_circle_of_parts_is_told_alike_from_whichever_page_it_is_entered(shop: Workshop) -> None:
    shop.write("parts/p.txt", "@q")
    shop.write("parts/q.txt", "one")
    shop.page("a", include="q")
    shop.build_right()
    shop.write("parts/q.txt", "@p")
    shop.build_right()
    shop.build_right()
    shop.write("parts/p.txt", "one")
    shop.build_right()


def test_an_error_that_changes_no_output_is_told_again(shop: Workshop) -> None:
    shop.page("a", "body", title="Alpha", terms="x")
    path = shop.page("d", "ERROR", publish="yes")
    assert not shop.build_right().committed
    assert not shop.build_right().committed
    path.unlink()
    assert shop.build_right().committed


def test_a_touched_file_is_read_once_more_and_then_at_rest(shop: Workshop) -> None:
    shop.page("a", title="Alpha", terms="x")
    assert shop.build_right().executed == ()


def test_the_store_keeps_nothing_of_nodes_that_are_gone(shop: Workshop) -> None:
    (shop.site / "pages/c.txt").unlink()
    shop.build_right()
    with closing(sqlite3.connect(shop.store)) as db:
        for table in ("value", "input", "problem", "output"):
            query = f"SELECT count(*) FROM {table} WHERE node NOT IN (SELECT id FROM node)"  # noqa: S608 - fixed names
            assert db.execute(query).fetchone() == (0,), table
