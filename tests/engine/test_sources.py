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
    """Return an input as the store would keep it."""
    reading = sources.read(key)
    return InputRow(1, key, reading.digest, reading.size, reading.mtime)


def is_link_refused(link: Path, target: Path) -> bool:
    """Make a link; says whether this system does not let us."""
    try:
        link.symlink_to(target)
    except OSError:
        return True
    return False


def test_a_file_is_its_bytes(root: Path, sources: Sources) -> None:
    (root / "a.txt").write_bytes(b"text\r\n")
    reading = sources.read(("file", "a.txt"))
    assert (reading.value, reading.digest, reading.size) == (b"text\r\n", digest_of(b"text\r\n"), 6)


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


OF_PROGRAMS = (
    *(
        "~$plan.docx",
        "~WRL0001.tmp",
        "~WRD0003.TMP",
        "Thumbs.db",
        "THUMBS.DB",
        "ehthumbs.db",
        "desktop.ini",
        "Desktop.ini",
    ),
    *("film.mp4.crdownload", "film.mp4.part", "a.pdf.partial", "a.pdf.download", "x.md~", ".DS_Store", "._a.jpg"),
    *(".x.md.swp", "x.md.swp", "x.md.swo", "#x.md#", ".#x.md", ".~lock.x.docx#", "x.md.bak", "x.md___jb_tmp___"),
    *("x.docx.sb-1a2b3c4d-Xy9", "A - Shortcut.lnk"),
)


@pytest.mark.parametrize("name", OF_PROGRAMS)
def test_files_that_programs_leave_beside_ours_are_not_there(root: Path, sources: Sources, name: str) -> None:
    (root / name).write_bytes(b"x")
    (root / "kept.md").touch()
    assert sources.read(("folder", "")).value == ("kept.md",)
    assert sources.read(("file", name)).value is None


@pytest.mark.parametrize("name", ["__MACOSX", "@eaDir", "$RECYCLE.BIN", "a.download"])
def test_folders_of_systems_are_not_there(root: Path, sources: Sources, name: str) -> None:
    (root / name).mkdir()
    assert sources.read(("folder", "")).value == ()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_the_icon_of_a_folder_on_macos_is_not_there(root: Path, sources: Sources) -> None:
    (root / "Icon\r").touch()
    assert sources.read(("folder", "")).value == ()


@pytest.mark.parametrize(
    "name", ["a~b.md", "$5.md", "part.md", "thumbs.md", "a.part1.rar", "tmp", "a.db", "my.ini", "icon.png", "_a.md"]
)
def test_names_that_only_look_alike_are_sources(root: Path, sources: Sources, name: str) -> None:
    (root / name).write_bytes(b"x")
    assert sources.read(("folder", "")).value == (name,)
    assert sources.read(("file", name)).value == b"x"


def test_an_empty_folder_is_not_an_absent_one(root: Path, sources: Sources) -> None:
    (root / "c").mkdir()
    assert sources.read(("folder", "c/")).digest != sources.read(("folder", "none/")).digest


def test_a_value_is_what_its_function_gives(sources: Sources) -> None:
    assert sources.read(("option", "yes")).value is True
    assert sources.read(("option", "no")).digest != sources.read(("option", "yes")).digest


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


@pytest.mark.parametrize(
    "path", ["static/__MACOSX/u.png", "static/old.bak/u.png", "static/a/.git/config", "static/@eaDir/"]
)
def test_nothing_is_there_below_a_folder_that_is_left_out(root: Path, sources: Sources, path: str) -> None:
    (root / path).parent.mkdir(parents=True)
    if not path.endswith("/"):
        (root / path).write_text("text")
    assert sources.read(("file", path)).value is None


def test_a_listing_marks_what_cannot_be_read(root: Path, sources: Sources) -> None:
    (root / "static/real").mkdir(parents=True)
    (root / "content").mkdir()
    (root / "static/a.txt").write_text("text")
    links = {
        "inside": root / "static/a.txt",
        "folder": root / "static/real",
        "nowhere": root / "static/none.txt",
        "out": root.parent,
        "other": root / "content",
    }
    if any(is_link_refused(root / "static" / name, target) for name, target in links.items()):
        pytest.skip("no links here")
    names = ("a.txt", "folder/", "inside", "nowhere/|", "other/@", "out/@", "real/")
    assert sources.read(("folder", "static/")).value == names


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_listing_marks_a_pipe(root: Path, sources: Sources) -> None:
    os.mkfifo(root / "a.txt")
    assert sources.read(("folder", "")).value == ("a.txt/|",)


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
    changes = {change.row.key: change.digest for change in sources.scan(rows, 0)}
    assert changes == {
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
