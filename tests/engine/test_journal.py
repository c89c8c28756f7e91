"""Commits: nothing begins that the disk cannot finish, and what cannot be finished is undone once."""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.engine.output import OutputFolder
from sitegen.errors import BuildError
from tests.engine.test_output import publish
from tests.engine.workshop import Workshop, read_tree, small_site

LONG = "w" * 256
CHINESE = "\u9f8d" * 86


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = small_site(tmp_path)
    shop.build_right()
    return shop


@pytest.mark.parametrize(
    "path", [LONG, f"{LONG}/a", f"new/{CHINESE}.html", "/".join(["deep"] * 900), "d/" * 2100 + "a"]
)
def test_a_name_that_the_disk_cannot_have_is_refused_before_anything_changes(out: Path, path: str) -> None:
    folder = OutputFolder(out)
    publish(folder, {"a": "old"})
    with pytest.raises(BuildError, match="too long for the disk"):
        publish(folder, {path: "text", "a": "new"}, ours=["a"])
    assert not folder.is_committing()
    assert OutputFolder(out).recover() == ""
    assert read_tree(out) == {"a": b"old"}


def test_the_longest_possible_name_is_taken(out: Path) -> None:
    publish(OutputFolder(out), {f"new/{LONG[1:]}": "text"})
    assert read_tree(out) == {f"new/{LONG[1:]}": b"text"}


def begin(out: Path, monkeypatch: pytest.MonkeyPatch) -> OutputFolder:
    """Return an output of `a` and `b`, and a commit of a new `a` and `new/c`, without `b`, that was killed half-way."""
    folder = OutputFolder(out)
    publish(folder, {"a": "old", "b": "old", ".sitegen-manifest": "a\nb\n"})
    staged = [folder.stage(path, b"new") for path in ("new/c", "a")]
    real = os.replace

    def killed(source: str, target: str) -> None:
        if str(target).endswith("/a"):
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            folder.commit(staged, ["b"])
    assert folder.is_committing()
    return folder


def test_a_commit_that_cannot_be_finished_is_undone_once(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(out, monkeypatch)

    def refused(source: str, target: str) -> None:  # noqa: ARG001 - as os.replace
        raise OSError(5, "Input/output error", target)

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refused)
        again = OutputFolder(out)
        note = again.recover()
    assert note.startswith(
        "a build that had been cut short could not be finished, so it was undone: Input/output error"
    )
    assert read_tree(out) == {"a": b"old", ".sitegen-manifest": b"a\nb\n"}
    assert not (out / "new").exists()
    assert not again.is_committing()
    assert again.recover() == ""


def test_a_commit_that_can_be_finished_is_not_undone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(out, monkeypatch)
    assert OutputFolder(out).recover() == "finished a build that had been cut short"
    assert read_tree(out) == {"a": b"new", "new/c": b"new", ".sitegen-manifest": b"a\nb\n"}


def test_an_output_that_was_deleted_whole_is_made_again_with_an_edit(shop: Workshop) -> None:
    shutil.rmtree(shop.out)
    shop.page("b", title="Beta", terms="x z")
    shop.build_right()


def test_a_folder_that_was_deleted_is_made_again_beside_a_file_that_goes(shop: Workshop) -> None:
    shutil.rmtree(shop.out / "term")
    shop.page("b", title="Beta", terms="x z")
    assert shop.build_right().pruned == ("term/y.html",)


def test_a_folder_that_loses_its_last_file_is_removed(shop: Workshop) -> None:
    for slug in "ab":
        shop.page(slug, title=slug)
    shop.build_right()
    assert not (shop.out / "term").exists()


def test_an_empty_folder_in_the_place_of_a_file_gives_way(shop: Workshop) -> None:
    (shop.out / "a/index.html").unlink()
    (shop.out / "a/index.html/empty").mkdir(parents=True)
    shop.build_right()


def test_a_site_with_a_page_of_too_long_a_name_builds_again_once_it_is_shorter(shop: Workshop) -> None:
    shop.page("c", title="Gamma", alias=f"x/{LONG}")
    with pytest.raises(BuildError, match="too long for the disk"):
        shop.build()
    shop.page("c", title="Gamma", alias="short")
    assert shop.build_right().notes == []


@pytest.mark.skipif(Path(__file__.upper()).exists(), reason="this disk ignores case")
def test_both_spellings_of_a_name_give_way_to_a_file_that_had_one_of_them(out: Path) -> None:
    folder = OutputFolder(out)
    publish(folder, {"a": "lower", "A": "upper"})
    publish(folder, {"a/x": "new", "A/x": "new"}, ["a", "A"], ["a", "A"])
    assert read_tree(out) == {"a/x": b"new", "A/x": b"new"}


@pytest.mark.parametrize("data", [b"", b"{", b"\0" * 99, b"\xff"])
def test_a_damaged_journal_is_forgotten_once_and_said_so(shop: Workshop, data: bytes) -> None:
    shop.journal.write_bytes(data)
    shop.page("b", title="Beta", terms="x z")
    assert [note.partition(",")[0] for note in shop.build_right().notes] == ["a build had been cut short"]
    assert shop.build_right().notes == []
