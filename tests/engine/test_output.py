"""The output folder: whose it is, what may be written and deleted there, and how a commit is finished."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from sitegen.engine.output import MANIFEST, OutputFolder, manifest_text, staging_of
from sitegen.engine.rows import OutputRow, digest_of
from sitegen.errors import BuildError, UsageError
from tests.engine.workshop import read_tree

NOTHING: frozenset[str] = frozenset()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def folder(out: Path) -> OutputFolder:
    return OutputFolder(out)


def link(path: Path, target: Path) -> None:
    """Make a link, or skip the test where this system does not let us."""
    try:
        path.symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")


def publish(folder: OutputFolder, files: dict[str, str], prune: Iterable[str] = (), ours: Iterable[str] = ()) -> None:
    """Stage and commit files."""
    staged = [folder.stage(path, text.encode()) for path, text in files.items()]
    folder.check(files, frozenset(ours), prune)
    folder.commit(staged, prune)
    folder.finish()


# -- which folder


def test_a_missing_folder_may_be_used(folder: OutputFolder) -> None:
    folder.prepare([], [])


def test_an_empty_folder_may_be_used_even_with_empty_folders_in_it(folder: OutputFolder, out: Path) -> None:
    (out / "a" / "b").mkdir(parents=True)
    folder.prepare([], [])


def test_a_whole_disk_is_refused() -> None:
    with pytest.raises(UsageError, match="is a whole disk"):
        OutputFolder(Path(Path.cwd().anchor))


def test_a_folder_with_our_manifest_may_be_used(folder: OutputFolder, out: Path) -> None:
    out.mkdir()
    (out / MANIFEST).touch()
    (out / "foreign").touch()
    folder.prepare([], [])


@pytest.mark.parametrize("name", ["foreign", "a/b/foreign", ".hidden"])
def test_a_folder_with_other_files_is_refused(folder: OutputFolder, out: Path, name: str) -> None:
    (out / name).parent.mkdir(parents=True)
    (out / name).touch()
    with pytest.raises(UsageError, match="holds files that sitegen did not write"):
        folder.prepare([], [])


def test_while_another_build_may_be_at_work_only_the_lock_tells_whose_a_folder_is(
    folder: OutputFolder, out: Path
) -> None:
    out.mkdir()
    (out / "foreign").touch()
    folder.staging.mkdir()
    folder.prepare([], [])
    with pytest.raises(UsageError, match="holds files that sitegen did not write"):
        folder.check_ours()


def test_a_file_is_no_folder(folder: OutputFolder, out: Path) -> None:
    out.touch()
    with pytest.raises(UsageError, match="is a file"):
        folder.prepare([], [])


@pytest.mark.parametrize(
    ("out_path", "is_allowed"), [("site/out", True), ("site", False), (".", False), ("home", False)]
)
def test_the_output_is_not_at_or_around_the_site_or_the_home(
    tmp_path: Path, out_path: str, *, is_allowed: bool
) -> None:
    homes = [tmp_path / "site", tmp_path / "home"]
    folder = OutputFolder(tmp_path / out_path)
    if is_allowed:
        folder.prepare([], homes)
        return
    with pytest.raises(UsageError, match="is, or contains,"):
        folder.prepare([], homes)


@pytest.mark.parametrize("out_path", ["content", ".", "content/a/b"])
def test_the_output_is_not_in_or_around_sources(tmp_path: Path, out_path: str) -> None:
    with pytest.raises(UsageError, match="the output folder"):
        OutputFolder(tmp_path / out_path).prepare([tmp_path / "content"], [])


def test_links_are_followed_before_a_folder_is_judged(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    link(tmp_path / "out", tmp_path / "content")
    with pytest.raises(UsageError, match="is, or contains,"):
        OutputFolder(tmp_path / "out").prepare([tmp_path / "content"], [])


def test_an_output_that_is_a_link_is_staged_beside_the_folder_it_names(tmp_path: Path) -> None:
    (tmp_path / "disk" / "real").mkdir(parents=True)
    link(tmp_path / "out", tmp_path / "disk" / "real")
    folder = OutputFolder(tmp_path / "out")
    publish(folder, {"a": "text"})
    assert folder.staging.parent == (tmp_path / "disk").resolve()
    assert read_tree(tmp_path / "disk" / "real") == {"a": b"text"}


# -- a commit


def test_files_are_put_in_place_and_old_ones_deleted_with_their_folders(folder: OutputFolder, out: Path) -> None:
    publish(folder, {"a/b/c": "old", "a/d": "old"})
    publish(folder, {"a/d": "new"}, ["a/b/c"], ["a/b/c", "a/d"])
    assert read_tree(out) == {"a/d": b"new"}
    assert sorted(path.name for path in (out / "a").iterdir()) == ["d"]


def test_nothing_shows_before_the_commit(folder: OutputFolder, out: Path) -> None:
    folder.stage("a", b"text")
    assert not out.exists()
    folder.discard_staged()
    assert list(folder.staging.iterdir()) == []


def test_a_file_may_become_a_folder_and_a_folder_a_file(folder: OutputFolder, out: Path) -> None:
    publish(folder, {"a": "file", "b/c/d": "in a folder"})
    publish(folder, {"a/x": "in a folder", "b": "file"}, ["a", "b/c/d"], ["a", "b/c/d"])
    assert read_tree(out) == {"a/x": b"in a folder", "b": b"file"}


def test_an_empty_folder_gives_way_to_a_file(folder: OutputFolder, out: Path) -> None:
    (out / "a" / "b").mkdir(parents=True)
    publish(folder, {"a": "file"})
    assert read_tree(out) == {"a": b"file"}


def test_deleting_what_is_already_gone_or_replaced_is_no_error(folder: OutputFolder, out: Path) -> None:
    publish(folder, {"a": "", "b": "", "c/d": ""})
    (out / "a").unlink()
    (out / "b").unlink()
    (out / "b").mkdir()
    (out / "b" / "foreign").touch()
    (out / "c" / "d").unlink()
    (out / "c").rmdir()
    (out / "c").touch()
    publish(folder, {"e": ""}, ["a", "b", "c/d"], ["a", "b", "c/d"])
    assert set(read_tree(out)) == {"b/foreign", "c", "e"}


@pytest.mark.parametrize(("foreign", "wanted"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a/b/c", "a")])
def test_what_we_did_not_write_is_never_overwritten(folder: OutputFolder, out: Path, foreign: str, wanted: str) -> None:
    (out / foreign).parent.mkdir(parents=True)
    (out / foreign).write_text("foreign")
    with pytest.raises(BuildError, match="did not write is in the way") as caught:
        publish(folder, {wanted: "ours"})
    assert caught.value.problems[0].location.path == str(out / "a")
    assert read_tree(out) == {foreign: b"foreign"}
    assert not folder.is_committing()


def test_a_folder_with_foreign_files_where_our_file_was_is_left_alone(folder: OutputFolder, out: Path) -> None:
    (out / "a").mkdir(parents=True)
    (out / "a" / "foreign").touch()
    with pytest.raises(BuildError, match="did not write is in the way"):
        publish(folder, {"a": "ours"}, [], ["a"])


@pytest.mark.parametrize(("files", "prune"), [({"away/new": "text"}, []), ({"a": "text"}, ["away/kept"])])
def test_a_link_that_leads_out_is_refused_before_anything_is_touched(
    folder: OutputFolder, out: Path, files: dict[str, str], prune: list[str]
) -> None:
    outside = out.parent / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    out.mkdir()
    link(out / "away", outside)
    with pytest.raises(BuildError, match="a link leads out of the output folder"):
        publish(folder, files, prune, prune)
    assert set(read_tree(outside)) == {"kept"}
    assert not folder.is_committing()
    assert os.listdir(out) == ["away"]  # noqa: PTH208


@pytest.mark.parametrize("path", ["../a", "b/../../a", "b//a"])
def test_a_path_that_leads_out_is_refused(folder: OutputFolder, out: Path, path: str) -> None:
    out.mkdir()
    with pytest.raises(BuildError, match="leads out of the output folder"):
        publish(folder, {path: "text"})
    assert not (out.parent / "a").exists()
    assert not folder.is_committing()


def test_a_commit_that_was_cut_short_is_finished(folder: OutputFolder, out: Path) -> None:
    publish(folder, {"a": "old", "b": "old"})
    staged = [folder.stage(path, b"new") for path in "ac"]
    folder.commit(staged, ["b"])
    (out / "a").rename(folder.staging / staged[0].name)
    again = OutputFolder(out)
    assert again.recover() == "finished a build that had been cut short"
    assert read_tree(out) == {"a": b"new", "c": b"new"}
    assert again.recover() == ""


def test_a_finished_journal_is_not_followed_again_with_the_files_of_the_next_build(
    folder: OutputFolder, out: Path
) -> None:
    folder.commit([folder.stage("a", b"whole")], [])
    again = OutputFolder(out)
    again.recover()
    again.stage("b", b"half of")
    assert not OutputFolder(out).recover()
    assert read_tree(out) == {"a": b"whole"}


# -- what is there


def test_changed_and_missing_files_are_found(folder: OutputFolder, out: Path) -> None:
    staged = [folder.stage(path, b"text") for path in "abc"]
    rows = [OutputRow(item.path, 1, digest_of(b"text"), item.size, item.mtime) for item in staged]
    folder.commit(staged, [])
    now = folder.now()
    assert folder.changed(rows, now) == []
    (out / "a").write_text("longer")
    (out / "b").unlink()
    assert folder.changed(rows, now) == rows[:2]


def test_a_change_of_the_same_size_within_one_tick_is_found(folder: OutputFolder, out: Path) -> None:
    item = folder.stage("a", b"text")
    folder.commit([item], [])
    (out / "a").write_bytes(b"TEXT")
    row = OutputRow("a", 1, digest_of(b"text"), item.size, (out / "a").stat().st_mtime_ns)
    assert folder.changed([row], row.mtime) == [row]


def test_the_manifest_says_what_is_ours(folder: OutputFolder, out: Path) -> None:
    assert (folder.read_manifest(), folder.manifest_digest()) == (NOTHING, None)
    text = manifest_text(["b", "a/c"])
    publish(folder, {MANIFEST: text})
    assert folder.read_manifest() == {"a/c", "b"}
    assert folder.manifest_digest() == digest_of(text.encode())
    assert (out / MANIFEST).read_text().splitlines()[1:] == ["a/c", "b"]


def test_files_that_we_did_not_write_are_named(folder: OutputFolder, out: Path) -> None:
    publish(folder, {"a/b": "", MANIFEST: ""})
    (out / "a" / "foreign").touch()
    (out / "foreign").touch()
    assert folder.foreign(["a/b"]) == ["a/foreign", "foreign"]


def test_a_file_with_the_same_bytes_is_recognised(folder: OutputFolder) -> None:
    publish(folder, {"a": "text"})
    assert folder.same("a", b"text")
    assert not folder.same("a", b"TEXT")
    assert not folder.same("none", b"text")


def test_an_output_that_is_mounted_is_staged_inside_itself(tmp_path: Path) -> None:
    out = tmp_path / "public"
    assert staging_of(out, lambda _path: 1) == tmp_path / ".public.sitegen"
    out.mkdir()
    assert staging_of(out, lambda _path: 1) == tmp_path / ".public.sitegen"
    inside = staging_of(out, lambda path: 2 if path == out else 1)
    assert inside == out / ".sitegen-staging"
    inside.mkdir()
    (inside / "lock").touch()
    assert OutputFolder(out).foreign(()) == []
    OutputFolder(out).check_ours()
