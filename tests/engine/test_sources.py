"""Sources: bytes, listings and absence, read from inside their root only, and found when they change."""

import os
from pathlib import Path

import pytest

from sitegen.engine.rows import ABSENT, UNREADABLE, InputRow, digest_of
from sitegen.engine.sources import Change, Reading, Sources
from sitegen.errors import BuildError

LATER = 2**62
"""A scan so late that every file is older."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    root.mkdir()
    return root


@pytest.fixture
def sources(root: Path) -> Sources:
    return Sources({"file": root, "folder": root}, {"option": lambda name: name == "yes"})


def row_of(sources: Sources, *key: str) -> InputRow:
    """An input as the store would keep it."""
    found = sources.read(key)
    return InputRow(1, key, found.digest, found.size, found.mtime)


def is_link_refused(link: Path, target: Path) -> bool:
    """Make a link; says whether this system does not let us."""
    try:
        link.symlink_to(target)
    except OSError:
        return True
    return False


def test_a_file_is_its_bytes(root: Path, sources: Sources) -> None:
    (root / "a.txt").write_bytes(b"text\r\n")
    found = sources.read(("file", "a.txt"))
    assert (found.value, found.digest, found.size) == (b"text\r\n", digest_of(b"text\r\n"), 6)


@pytest.mark.parametrize(
    "path", ["none", "none/", "a/none", "a.txt/b", "a.txt/", "a", "x" * 300, "a\0b", "a\0/b", "\ud800"]
)
def test_what_is_not_there_is_none_and_no_error(root: Path, sources: Sources, path: str) -> None:
    (root / "a").mkdir()
    (root / "a.txt").touch()
    assert sources.read(("file", path)) == Reading(None, ABSENT, -1, -1)


def test_a_folder_is_its_sorted_listing_without_hidden_and_backup_files(root: Path, sources: Sources) -> None:
    for name in ("b.md", "a.md", ".hidden", "#a.md#", "a.md~"):
        (root / name).touch()
    (root / "c").mkdir()
    assert sources.read(("folder", "")).value == ("a.md", "b.md", "c/")
    assert sources.read(("folder", "c/")).value == ()


def test_an_empty_folder_is_not_an_absent_one(root: Path, sources: Sources) -> None:
    (root / "c").mkdir()
    assert sources.read(("folder", "c/")).digest != sources.read(("folder", "none/")).digest


def test_a_value_is_what_its_function_gives(sources: Sources) -> None:
    assert sources.read(("option", "yes")).value is True
    assert sources.read(("option", "no")).digest != sources.read(("option", "yes")).digest


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"a\x1fb", b"a\nb", b"\xff"])
def test_a_file_name_that_cannot_be_used_is_told(root: Path, sources: Sources, name: bytes) -> None:
    (root / os.fsdecode(name)).touch()
    with pytest.raises(BuildError, match="characters that cannot be used"):
        sources.read(("folder", ""))


# -- staying inside


@pytest.mark.parametrize("path", ["../secret.txt", "../", "a/../../secret.txt"])
def test_a_path_that_leads_out_is_refused(root: Path, sources: Sources, path: str) -> None:
    (root / "a").mkdir()
    (root.parent / "secret.txt").write_text("secret")
    with pytest.raises(BuildError, match="leads out of the site's folder"):
        sources.read(("file", path))


@pytest.mark.parametrize("path", ["link.txt", "away/secret.txt", "away/"])
def test_a_link_that_leads_out_is_refused(root: Path, sources: Sources, path: str) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    if is_link_refused(root / "away", outside) or is_link_refused(root / "link.txt", outside / "secret.txt"):
        pytest.skip("no links here")
    with pytest.raises(BuildError, match="leads out of the site's folder"):
        sources.read(("file", path))


def test_a_link_that_stays_inside_is_followed(root: Path, sources: Sources) -> None:
    (root / "a.txt").write_bytes(b"text")
    if is_link_refused(root / "b.txt", root / "a.txt"):
        pytest.skip("no links here")
    assert sources.read(("file", "b.txt")).value == b"text"


def test_a_link_from_one_folder_of_the_site_into_another_is_refused(root: Path, sources: Sources) -> None:
    (root / "content").mkdir()
    (root / "content/draft.txt").write_text("secret")
    (root / "static").mkdir()
    if is_link_refused(root / "static/c", root / "content"):
        pytest.skip("no links here")
    for path in ("static/c/draft.txt", "static/c/"):
        with pytest.raises(BuildError, match="leads out of the folder static"):
            sources.read(("file", path))


def test_a_link_within_its_folder_and_a_folder_that_is_a_link_are_followed(root: Path, sources: Sources) -> None:
    (root / "real/a").mkdir(parents=True)
    (root / "real/a/b.txt").write_bytes(b"text")
    if is_link_refused(root / "static", root / "real") or is_link_refused(root / "real/c", root / "real/a"):
        pytest.skip("no links here")
    assert sources.read(("file", "static/a/b.txt")).value == b"text"
    assert sources.read(("file", "static/c/b.txt")).value == b"text"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_and_not_waited_for(root: Path, sources: Sources) -> None:
    os.mkfifo(root / "a.txt")
    with pytest.raises(BuildError, match="a pipe, a socket or a device"):
        sources.read(("file", "a.txt"))


def test_a_folder_beside_the_root_with_a_longer_name_is_outside(root: Path, sources: Sources) -> None:
    (root.parent / "root-2").mkdir()
    with pytest.raises(BuildError, match="leads out"):
        sources.read(("folder", "../root-2/"))


def test_a_folder_that_becomes_a_link_outside_is_refused_at_the_next_scan(root: Path, sources: Sources) -> None:
    (root / "c").mkdir()
    (root / "c" / "a").write_text("inside")
    row = row_of(sources, "file", "c/a")
    outside = (root / "c").rename(root.parent / "outside")
    if is_link_refused(root / "c", outside):
        pytest.skip("no links here")
    assert sources.scan([row._replace(mtime=0)], LATER) == [Change(row._replace(mtime=0), UNREADABLE, -1, -1)]


# -- finding what changed


def test_a_scan_passes_over_what_is_as_it_was(root: Path, sources: Sources) -> None:
    (root / "a").write_text("one")
    rows = [row_of(sources, *key) for key in (("file", "a"), ("file", "none"), ("folder", ""), ("option", "yes"))]
    assert sources.scan(rows, LATER) == []


def test_a_scan_finds_files_that_changed_came_and_went(root: Path, sources: Sources) -> None:
    for name in "ab":
        (root / name).write_text("one")
    rows = [row_of(sources, *key) for key in (("file", "a"), ("file", "b"), ("file", "c"), ("folder", ""))]
    (root / "a").write_text("two")
    (root / "b").unlink()
    (root / "c").write_text("new")
    found = {change.row.key: change.digest for change in sources.scan(rows, 0)}
    assert found == {
        ("file", "a"): digest_of(b"two"),
        ("file", "b"): ABSENT,
        ("file", "c"): digest_of(b"new"),
        ("folder", ""): sources.read(("folder", "")).digest,
    }


def test_a_touched_file_has_a_new_stat_and_no_new_digest(root: Path, sources: Sources) -> None:
    (root / "a").write_text("one")
    row = row_of(sources, "file", "a")._replace(mtime=1)
    (change,) = sources.scan([row], LATER)
    assert change.digest is None
    assert change.mtime == row_of(sources, "file", "a").mtime


def test_an_edit_of_the_same_size_within_one_tick_of_the_clock_is_found(root: Path, sources: Sources) -> None:
    (root / "a").write_text("one")
    row = row_of(sources, "file", "a")
    (root / "a").write_text("two")
    (root / "a").touch()
    row = row._replace(mtime=row_of(sources, "file", "a").mtime)
    (change,) = sources.scan([row], row.mtime)
    assert change.digest == digest_of(b"two")


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no time of a change of name")
def test_an_edit_of_the_same_size_whose_mtime_was_put_back_is_found(root: Path, sources: Sources) -> None:
    (root / "a").write_text("one")
    before = (root / "a").stat()
    row = row_of(sources, "file", "a")
    while (root / "a").stat().st_ctime_ns == before.st_ctime_ns:
        (root / "a").write_text("two")
        os.utime(root / "a", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert len(sources.scan([row], LATER)) == 1


def test_a_file_that_becomes_a_folder_is_gone(root: Path, sources: Sources) -> None:
    (root / "a").write_text("one")
    row = row_of(sources, "file", "a")
    (root / "a").unlink()
    (root / "a").mkdir()
    (change,) = sources.scan([row], LATER)
    assert change.digest == ABSENT
