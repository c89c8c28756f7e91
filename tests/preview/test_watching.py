"""What the preview takes for a save."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from sitegen.preview import watching
from sitegen.preview.watching import SourceWatch
from tests.engine.test_sources import is_link_refused
from tests.preview.serving import wait_for


class Counted:
    """A watch of a folder with content/ and templates/, its failures, and the number of times it called back."""

    def __init__(self, site: Path, folders: tuple[str, ...] = ("content", "templates", "public")) -> None:
        for name in folders:
            (site / name).mkdir()
        self.site, self.count = site, 0
        self.failures: list[Exception] = []
        self.error: Exception | None = None
        self.looks: Callable[[], object] = lambda: None
        self.watch = SourceWatch(site, self._changed, self.failures.append)

    def save(self, path: str) -> None:
        (self.site / path).write_text("saved", "utf-8")

    def rises(self, edit: Callable[[], object]) -> bool:
        """Do an edit, once, and wait until it is noticed."""
        before = self.count
        edit()
        return bool(wait_for(lambda: self.count > before))

    def _changed(self) -> None:
        if self.error is not None:
            raise self.error
        self.looks()
        self.count += 1


@pytest.fixture
def counted(tmp_path: Path) -> Iterator[Counted]:
    made = Counted(tmp_path)
    made.watch.start()
    yield made
    made.watch.stop()


@pytest.mark.parametrize("path", ["site.yaml", "content/x.md", "templates/x.html"])
def test_a_saved_source_is_noticed(path: str, counted: Counted) -> None:
    assert counted.rises(lambda: counted.save(path))


def test_a_folder_that_is_new_or_was_replaced_is_watched(counted: Counted) -> None:
    assert counted.rises((counted.site / "static").mkdir)
    assert counted.rises(lambda: counted.save("static/x.css"))


def test_what_a_build_raises_is_handed_on_and_the_next_save_is_noticed(counted: Counted) -> None:
    counted.error = ZeroDivisionError()
    counted.save("content/x.md")
    wait_for(lambda: counted.failures)
    assert set(counted.failures) == {counted.error}
    counted.error = None
    assert counted.rises(lambda: counted.save("content/x.md"))


def test_a_watch_that_fails_is_reported_once_and_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = []

    def failing(*paths: Path, **options: Any) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        attempts.append(paths)
        if len(attempts) <= 3:
            raise OSError("OS file watch limit reached")
        return watchfiles.watch(*paths, **options)

    monkeypatch.setattr(watching, "watch", failing)
    monkeypatch.setattr(watching, "_RETRY_SECONDS", 0.01)
    site = tmp_path / "empty"
    site.mkdir()
    counted = Counted(site, folders=())
    counted.watch.start()
    try:
        wait_for(lambda: counted.count == 1)  # for what was saved meanwhile
        assert len(attempts) == 4
        [failure] = counted.failures
        assert str(failure) == ": saves are not noticed now: OS file watch limit reached"
        assert counted.rises(lambda: counted.save("site.yaml"))
    finally:
        counted.watch.stop()


@pytest.mark.parametrize("way", ["gone", "empty"])
def test_a_file_that_an_editor_writes_anew_is_read_when_it_is_whole(
    way: str, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_PATIENCE_SECONDS", 60.0)
    page = counted.site / "content/x.md"
    assert counted.rises(lambda: counted.save("content/x.md"))
    seen: list[bool] = []
    counted.looks = lambda: seen.append(page.is_file() and bool(page.read_bytes()))
    waits = threading.Event()
    is_missing = watching._is_missing  # noqa: SLF001 - to know that the watch waits

    def noted(path: Path) -> bool:
        missing = is_missing(path)
        if missing:
            waits.set()
        return missing

    monkeypatch.setattr(watching, "_is_missing", noted)
    if way == "gone":
        page.unlink()
    else:
        page.write_bytes(b"")
    assert waits.wait(30)
    assert counted.rises(lambda: counted.save("content/x.md"))
    assert seen == [True]


def test_a_file_that_stays_away_is_believed_to_be_gone(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_PATIENCE_SECONDS", 0.1)
    assert counted.rises(lambda: counted.save("content/x.md"))
    assert counted.rises((counted.site / "content/x.md").unlink)


def test_a_folder_of_sources_that_is_a_link_is_watched(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    if is_link_refused(tmp_path / "content", tmp_path / "texts"):
        pytest.skip("no links here")
    counted = Counted(tmp_path, folders=())
    counted.watch.start()
    try:
        assert counted.rises(lambda: counted.save("texts/x.md"))
    finally:
        counted.watch.stop()


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[Counted]:
    """A watch of sources in which site.yaml, a page and a folder are links."""
    counted = Counted(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "content/more").mkdir()
    (tmp_path / "content/more/a.md").write_text("first", "utf-8")
    if is_link_refused(tmp_path / "site.yaml", Path("texts/settings.yaml")):
        pytest.skip("no links here")
    (tmp_path / "content/a.md").symlink_to("more/a.md")
    (tmp_path / "content/again").symlink_to("more")
    counted.watch.start()
    yield counted
    counted.watch.stop()


@pytest.mark.parametrize("path", ["texts/settings.yaml", "content/more/a.md", "content/again/b.md"])
def test_an_edit_behind_a_link_is_noticed(path: str, linked: Counted) -> None:
    assert linked.rises(lambda: linked.save(path))


def test_a_file_behind_a_link_may_be_replaced(linked: Counted) -> None:
    linked.save("new.yaml")
    assert linked.rises(lambda: (linked.site / "new.yaml").replace(linked.site / "texts/settings.yaml"))
    assert linked.rises(lambda: linked.save("texts/settings.yaml"))


def test_what_lies_beside_a_file_behind_a_link_is_no_source(linked: Counted) -> None:
    on_root = linked.watch._on_root  # noqa: SLF001 - two saves may come together, and would count as one
    on_root({linked.site / "texts/other.yaml"})
    assert linked.count == 0
    on_root({linked.site / "texts/settings.yaml"})
    assert linked.count == 1


def test_a_link_to_the_site_itself_does_not_build_again_and_again(linked: Counted) -> None:
    (linked.site / ".sitegen").mkdir()
    linked.looks = lambda: linked.save(".sitegen/store")
    assert linked.rises(lambda: (linked.site / "content/up").symlink_to(".."))
    assert linked.rises(lambda: linked.save("content/x.md"))
    assert linked.rises(lambda: linked.save("content/y.md"))
    is_source = linked.watch._is_source  # noqa: SLF001 - only who waits could count the builds
    assert not is_source(linked.site / "content/up/.sitegen/store")
    assert is_source(linked.site / "content/up/content/x.md")
    assert is_source(linked.site / "content/x.md")


def test_a_drive_of_the_network_is_looked_at_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def noted(*paths: Path, **options: Any) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        asked.append(options["force_polling"])
        return watchfiles.watch(*paths, **options)

    monkeypatch.setattr(watching, "watch", noted)
    monkeypatch.setattr(watching, "is_on_network", lambda _folder: True)
    counted = Counted(tmp_path)
    counted.watch.start()
    try:
        assert counted.rises(lambda: counted.save("content/x.md"))
    finally:
        counted.watch.stop()
    assert set(asked) == {True}
