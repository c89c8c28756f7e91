"""What the preview takes for a save."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.preview.watching import SourceWatch
from tests.preview.serving import wait_for


class Counted:
    """A watch of a folder with content/ and templates/, and the number of times it called back."""

    def __init__(self, site: Path) -> None:
        for name in ("content", "templates", "public"):
            (site / name).mkdir()
        self.site, self.count = site, 0
        self.failure: Exception | None = None
        self.watch = SourceWatch(site, self._changed, self._failed)

    def save(self, path: str) -> None:
        (self.site / path).write_text("saved", "utf-8")

    def rises(self, edit: Callable[[], object]) -> bool:
        """Do an edit again and again until it is noticed: a watch takes a moment to begin."""
        before = self.count

        def is_noticed() -> bool:
            edit()
            return self.count > before

        return bool(wait_for(is_noticed))

    def _changed(self) -> None:
        self.count += 1

    def _failed(self, error: Exception) -> None:
        self.failure = error


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
    assert counted.rises(lambda: (counted.site / "static").mkdir(exist_ok=True))
    assert counted.rises(lambda: counted.save("static/x.css"))


def test_what_a_build_raises_ends_the_watch_and_is_handed_on(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    failures: list[Exception] = []

    def broken() -> None:
        raise ZeroDivisionError

    watch = SourceWatch(tmp_path, broken, failures.append)
    watch.start()
    wait_for(lambda: (tmp_path / "content/x.md").write_text("x", "utf-8") and failures)
    watch.stop()
    assert isinstance(failures[0], ZeroDivisionError)
