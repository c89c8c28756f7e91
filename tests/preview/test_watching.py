"""What the preview takes for a save."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from sitegen.preview import watching
from sitegen.preview.watching import SourceWatch
from tests.preview.serving import wait_for


class Counted:
    """A watch of a folder with content/ and templates/, its failures, and the number of times it called back."""

    def __init__(self, site: Path, folders: tuple[str, ...] = ("content", "templates", "public")) -> None:
        for name in folders:
            (site / name).mkdir()
        self.site, self.count = site, 0
        self.failures: list[Exception] = []
        self.error: Exception | None = None
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
