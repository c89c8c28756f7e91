"""Damaged files of every sort give a value or messages, soon; a site with some builds or is refused."""

import os
from pathlib import Path
from time import process_time

import pytest

from tests.reliability import fuzz
from tests.reliability.fuzz import SORTS, build_damaged, read_damaged

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the time of computing is limited by a signal of POSIX")


def test_damaged_files_of_every_sort_raise_nothing_unforeseen() -> None:
    assert read_damaged(5, 5 * len(SORTS), list(SORTS)).total() == 5 * len(SORTS)


def test_sites_with_damaged_files_build_or_are_refused(tmp_path: Path) -> None:
    assert build_damaged(tmp_path, 5, 6).total() == 6


def test_an_exception_that_nobody_foresaw_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setitem(SORTS, "film", (SORTS["film"][0], lambda _path, data: data.decode("utf-8")))
    with pytest.raises(UnicodeDecodeError):
        read_damaged(1, 5, ["film"])


def test_a_file_that_takes_too_long_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read_for_a_minute(_path: str, _data: bytes) -> None:
        start = process_time()
        while process_time() < start + 60:
            pass

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(fuzz, "CPU_SECONDS", 0.05)
    monkeypatch.setitem(SORTS, "film", (SORTS["film"][0], read_for_a_minute))
    with pytest.raises(TimeoutError):
        read_damaged(1, 1, ["film"])


@pytest.mark.long
@pytest.mark.parametrize("sort", SORTS)
def test_thousands_of_damaged_files_raise_nothing_unforeseen(sort: str) -> None:
    print(read_damaged(1, 1600, [sort]))  # noqa: T201 - the figures of a long run


@pytest.mark.long
def test_many_sites_with_damaged_files_build_or_are_refused(tmp_path: Path) -> None:
    print(build_damaged(tmp_path, 1, 300))  # noqa: T201 - as above
