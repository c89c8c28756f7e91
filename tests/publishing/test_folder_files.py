"""A folder as a target: whole files, no links that lead out, no folder left empty."""

import os
from pathlib import Path

import pytest

from sitegen.errors import BuildError
from sitegen.publishing.folder_files import FolderFiles
from tests.site.small import files as texts_in


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path / "www")


def test_a_file_is_put_read_and_deleted_with_its_folders(files: FolderFiles, tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"two")
    assert files.put("a/b/one.txt", b"one").size == 3
    assert files.put("a/two.txt", tmp_path / "source") == files.stat("a/two.txt")
    assert sorted(files.names()) == ["a/b/one.txt", "a/two.txt"]
    files.delete("a/b/one.txt")
    files.delete("a/b/never-there.txt")
    assert not (tmp_path / "www/a/b").exists()
    assert texts_in(tmp_path / "www/a") == {"two.txt": b"two"}


def test_a_file_takes_the_place_of_folders_that_hold_nothing(files: FolderFiles, tmp_path: Path) -> None:
    (tmp_path / "www/a/b").mkdir(parents=True)
    files.put("a", b"a file")
    assert files.read("a") == b"a file"


def test_a_file_is_created_once(files: FolderFiles) -> None:
    assert files.create("x", b"1")
    assert not files.create("x", b"2")
    assert files.read("x") == b"1"


def test_what_is_not_there_is_none(files: FolderFiles) -> None:
    assert (files.stat("x"), files.read("x"), list(files.names())) == (None, None, [])
    files.put("x", b"")
    assert files.stat("x/y") is None


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_that_leads_out_is_refused(files: FolderFiles, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/x").write_bytes(b"theirs")
    files.put("y", b"")
    (tmp_path / "www/a").symlink_to(tmp_path / "theirs")
    for action in (lambda: files.put("a/x", b"ours"), lambda: files.delete("a/x"), lambda: files.create("a/z", b"")):
        with pytest.raises(BuildError, match="leads out"):
            action()
    assert texts_in(tmp_path / "theirs") == {"x": b"theirs"}
