"""The staff's index is compared with a build once."""

from pathlib import Path

from sitegen.search.documents import Document
from sitegen.search.reader.index_records import Vector
from sitegen.search.reader.vectors import count_words
from sitegen.search.staff.index_upkeep import bring_up_to_date, is_current
from sitegen.search.words.synonyms import Synonyms


class Build:
    """A build of a few pages, which counts how often it is asked for them."""

    def __init__(self, stamp: str, *paths: str, layout: str = "layout") -> None:
        self.stamp, self.layout, self._paths = stamp, layout, paths
        self.comparisons = 0
        self.loaded: list[str] = []

    def digests(self) -> dict[str, bytes]:
        self.comparisons += 1
        return dict.fromkeys(self._paths, b"-")

    def load(self, path: str) -> tuple[Document, Vector]:
        self.loaded.append(path)
        document = Document(url=f"/{path}/", path=path, title=path)
        return document, count_words(document, Synonyms(()))


def ignore(_: str) -> None:
    """Nobody waits in these tests."""


def test_a_build_is_compared_once(tmp_path: Path) -> None:
    build = Build("1", "a", "b")
    assert not is_current(tmp_path / "index", build)
    for _ in range(2):
        bring_up_to_date(tmp_path / "index", build, ignore)
        assert is_current(tmp_path / "index", build)
    assert (build.comparisons, build.loaded) == (1, ["a", "b"])


def test_only_new_pages_of_the_next_build_are_loaded(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path / "index", Build("1", "a", "b"), ignore)
    build = Build("2", "b", "c")
    assert not is_current(tmp_path / "index", build)
    index = bring_up_to_date(tmp_path / "index", build, ignore)
    assert build.loaded == ["c"]
    state = index.state()
    assert state is not None
    assert set(state.documents) == {"b", "c"}


def test_another_layout_is_another_index(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path / "index", Build("1", "a"), ignore)
    build = Build("1", "a", layout="other")
    assert not is_current(tmp_path / "index", build)
    bring_up_to_date(tmp_path / "index", build, ignore)
    assert build.loaded == ["a"]
