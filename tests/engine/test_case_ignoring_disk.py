"""A disk that ignores case, as those of macOS and Windows do: a name that changes its case alone is published so."""

import builtins
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.engine.output import OutputFolder
from tests.engine.test_output import publish
from tests.engine.workshop import Workshop, read_tree, small_site

ONE_PATH = ("stat", "lstat", "mkdir", "unlink", "rmdir", "open", "scandir", "listdir", "readlink")


def ignore_case(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Let every call find what is below a folder whatever the case of its name; a new name keeps the case it has."""
    listdir = os.listdir

    def spelled(path: Any) -> Any:
        """Return a path as the disk has it."""
        if not isinstance(path, str | Path) or not str(path).startswith(f"{root}/"):
            return path
        parts: list[str] = []
        for part in Path(path).relative_to(root).parts:
            try:
                names = listdir(root.joinpath(*parts))
            except OSError:
                names = []
            alike = [name for name in names if name.casefold() == part.casefold()]
            parts.append(part if part in names or not alike else alike[0])
        return str(root.joinpath(*parts))

    def in_one(call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda path=".", *args, **named: call(spelled(path), *args, **named)

    for name in ONE_PATH:
        monkeypatch.setattr(os, name, in_one(getattr(os, name)))
    for module in (io, builtins):
        monkeypatch.setattr(module, "open", in_one(io.open))
    rename = os.rename

    def replace(source: Any, target: Any) -> None:
        """Rename; where the target is the source itself, its name gets the new case."""
        old, new = spelled(source), spelled(target)
        if old == new:
            new = str(Path(spelled(Path(target).parent)) / Path(target).name)
        rename(old, new)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "rename", replace)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    shop = small_site(tmp_path)
    ignore_case(monkeypatch, tmp_path)
    shop.build_right()
    return shop


def test_the_disk_ignores_case(shop: Workshop) -> None:
    assert (shop.site / "PAGES" / "A.TXT").is_file()
    assert [path.name for path in (shop.site / "pages").iterdir()] != []


@pytest.mark.parametrize("style", ["folders", "files", "bare"])
def test_a_page_whose_name_changes_its_case_is_published_so(shop: Workshop, style: str) -> None:
    shop.write("settings.txt", f"style: {style}")
    shop.build_right()
    (shop.site / "pages/a.txt").rename(shop.site / "pages/A.txt")
    shop.build_right()
    (shop.site / "pages/A.txt").rename(shop.site / "pages/a.txt")
    shop.build_right()


def test_a_term_whose_name_changes_its_case_is_published_so(shop: Workshop) -> None:
    for term in ("X", "x"):
        shop.page("a", title="Alpha", terms=term)
        shop.page("b", title="Beta", terms=f"{term} y")
        shop.build_right()


def test_a_folder_that_holds_other_files_changes_its_case(shop: Workshop) -> None:
    shop.page("b", title="Beta", alias="a/deep")
    shop.build_right()
    (shop.site / "pages/a.txt").rename(shop.site / "pages/A.txt")
    shop.page("b", title="Beta", alias="A/deep")
    shop.build_right()


def test_a_file_of_somebody_else_is_in_the_way_in_any_case(shop: Workshop) -> None:
    (shop.out / "New").mkdir()
    (shop.out / "New" / "index.html").write_text("somebody's")
    shop.page("new", title="New")
    with pytest.raises(Exception, match="did not write is in the way"):
        shop.build()
    assert (shop.out / "New" / "index.html").read_text() == "somebody's"


def test_a_commit_that_was_cut_short_keeps_what_has_its_new_name(tmp_path: Path, shop: Workshop) -> None:
    out = tmp_path / "other"
    folder = OutputFolder(out)
    publish(folder, {"a/x": "old", "a/y": "old"})
    folder.commit([folder.stage("A/x", b"new"), folder.stage("A/y", b"new")], ["a/x", "a/y"])
    assert OutputFolder(out).recover() == "finished a build that had been cut short"
    assert read_tree(out) == {"A/x": b"new", "A/y": b"new"}
    assert shop.build_right().executed == ()


def test_the_old_name_is_not_deleted_where_it_is_the_new_one(shop: Workshop) -> None:
    (shop.site / "pages/a.txt").rename(shop.site / "pages/A.txt")
    result = shop.build_right()
    assert result.pruned == ("a/index.html",)
    assert shop.build_right().executed == ()
