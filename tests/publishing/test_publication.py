"""Looking at a folder, refusing what is not ours, and putting a release there, in its place or by a link."""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.publishing.folder_files import FolderFiles
from sitegen.publishing.publication import carry_out
from sitegen.publishing.target_errors import CutOffError, TargetError
from sitegen.publishing.target_lock import hold_target
from sitegen.publishing.target_manifest import MANIFEST_PATH
from tests.publishing.made_up import FIRST, NOW, SECOND, Publisher, ready

needs_links = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


@pytest.fixture
def site(tmp_path: Path) -> Publisher:
    """A publisher whose target has the first release, and a file of somebody else."""
    site = Publisher(tmp_path)
    site.publish(FIRST)
    (site.www / "theirs.txt").write_text("theirs")
    return site


def test_a_release_that_is_there_already_makes_no_work(site: Publisher) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.www.rglob("*") if path.is_file()}
    assert not site.publish(FIRST).plan.has_work
    assert {path: path.stat().st_mtime_ns for path in site.www.rglob("*") if path.is_file()} == before


def test_files_of_others_stay(site: Publisher) -> None:
    site.publish(SECOND)
    assert site.texts()["theirs.txt"] == "theirs"


def test_what_others_changed_is_refused_and_put_back_on_request(site: Publisher) -> None:
    (site.www / "index.html").write_text("assets/site.1.css hacked")
    (site.www / "sitemap.xml").unlink()
    with pytest.raises(TargetError, match=r"changed or deleted 2 files here: /index.html, /sitemap.xml"):
        site.publish(FIRST)
    site.publish(FIRST, replaces_changes=True)
    assert site.texts() == FIRST | {"theirs.txt": "theirs"}


def test_a_new_time_alone_is_no_change(site: Publisher) -> None:
    os.utime(site.www / "index.html", (1, 1))
    assert not site.publish(FIRST).plan.has_work


@pytest.mark.parametrize("is_thorough", [False, True])
def test_a_change_of_the_same_size_and_time_is_found_by_reading(site: Publisher, is_thorough: bool) -> None:  # noqa: FBT001
    path = site.www / "downloads/a.pdf"
    stat = path.stat()
    path.write_text("A GUIDE")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert site.plan(FIRST, is_thorough=is_thorough).plan.touched == (("downloads/a.pdf",) if is_thorough else ())


def test_a_target_that_changes_after_the_plan_was_made_is_left_alone(
    site: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = site.plan

    def changed_afterwards(texts: dict[str, str]) -> object:
        made = plan(texts)
        (site.www / "tools/b/index.html").unlink()
        return made

    monkeypatch.setattr(site, "plan", changed_afterwards)
    with pytest.raises(TargetError, match="changed after the plan was made"):
        site.publish(SECOND)
    assert site.texts()["index.html"] == FIRST["index.html"]


def test_a_locked_target_is_left_alone(site: Publisher) -> None:
    with (
        hold_target(FolderFiles(site.www), "bo", "his token", lambda: NOW),
        pytest.raises(TargetError, match="bo has been publishing here"),
    ):
        site.publish(SECOND)
    assert site.texts()["index.html"] == FIRST["index.html"]


def test_a_damaged_manifest_is_named(site: Publisher) -> None:
    (site.www / MANIFEST_PATH).write_text("[")
    with pytest.raises(TargetError, match="is damaged"):
        site.plan(SECOND)


def test_a_failing_disk_cuts_the_run_off_and_the_next_one_goes_on(
    site: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = FolderFiles.put

    def fail(files: FolderFiles, path: str, source: Path | bytes) -> object:
        if path == "tools/index.html":
            raise OSError(28, "No space left on device", path)
        return put(files, path, source)

    with monkeypatch.context() as patch:
        patch.setattr(FolderFiles, "put", fail)
        with pytest.raises(CutOffError, match="No space left"):
            site.publish(SECOND)
    assert not site.plan(SECOND).manifest.is_whole
    site.publish(SECOND)
    assert SECOND.items() <= site.texts().items()


def test_a_release_that_changes_while_it_is_sent_is_not_sent_on(site: Publisher) -> None:
    publication = site.plan(SECOND)
    source = ready({**SECOND, "tools/index.html": "assets/site.3.css"}).source
    with pytest.raises(CutOffError, match=r"tools/index.html: this file of the release was changed"):
        carry_out(publication, source, owner="ann", now=lambda: NOW, on_step=lambda _done, _total: None)
    assert site.texts()["tools/index.html"] == FIRST["tools/index.html"]
    site.publish(SECOND)


def test_ctrl_c_says_how_to_go_on(site: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_files: FolderFiles, _path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(FolderFiles, "delete", stop)
    with pytest.raises(CutOffError) as caught:
        site.publish(SECOND)
    assert caught.value.problems[0].hint == "publish again: it goes on where it stopped"


@needs_links
def test_an_atomic_target_gets_a_new_folder_and_keeps_the_last_two(tmp_path: Path) -> None:
    site = Publisher(tmp_path, atomic=True)
    places = []
    for texts in (FIRST, SECOND, FIRST, SECOND):
        site.publish(texts)
        assert site.www.is_symlink()
        assert texts.items() <= site.texts().items()
        places.append(site.www.resolve())
    assert len(set(places)) == 4
    assert [place.exists() for place in places] == [False, False, True, True]
    assert {path.name for path in tmp_path.iterdir()} == {"site", "www", ".www.sitegen-publish"}


@needs_links
def test_an_atomic_target_leaves_the_folder_of_the_release_before_as_it_was(tmp_path: Path) -> None:
    site = Publisher(tmp_path, atomic=True)
    site.publish(FIRST)
    (site.www / "theirs.txt").write_text("theirs")
    before = shutil.copytree(site.www, tmp_path / "before")
    place = site.www.resolve()
    site.publish(SECOND)
    assert {path.name: path.read_bytes() for path in place.glob("*.html")} == {
        path.name: path.read_bytes() for path in before.glob("*.html")
    }
    assert site.texts()["theirs.txt"] == "theirs"
