"""Kept values are shared by all tasks of a run, so none may change one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.engine.rows import encode
from sitegen.engine.rules import Rule
from sitegen.engine.value_cache import ValueCache
from tests.site.path import PathSite


class WatchedCache(ValueCache):
    """A cache that remembers what each value was when it was first kept."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.first_seen: dict[int, bytes] = {}
        CACHES.append(self)

    def keep(self, node: int, value: object) -> None:
        super().keep(node, value)
        self.first_seen[node] = encode(value)

    def value(self, node: int, rule: Rule[..., Any], digest: bytes) -> Any:
        value = super().value(node, rule, digest)
        if node in self._kept:
            self.first_seen.setdefault(node, encode(value))
        return value

    def spoil(self) -> int:
        """Empty one mapping, as a task must not; return its node."""
        node, value = next(item for item in self._kept.items() if isinstance(item[1], dict) and item[1])
        value.clear()
        return node

    def changed(self) -> list[int]:
        return [node for node, data in self.first_seen.items() if encode(self._kept[node]) != data]


CACHES: list[WatchedCache] = []


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PathSite]:
    monkeypatch.setattr("sitegen.engine.rebuilder.ValueCache", WatchedCache)
    yield PathSite(tmp_path)
    CACHES.clear()


def test_no_task_changes_a_kept_value(site: PathSite) -> None:
    site.build()
    site.write(
        "content/stories/story-1.md", site.text("content/stories/story-1.md").replace("Story story-1", "New title")
    )
    site.build()
    assert len(CACHES) == 2
    for cache in CACHES:
        assert len(cache.first_seen) > 20
        assert cache.changed() == []


def test_a_changed_value_would_be_noticed(site: PathSite) -> None:
    site.build()
    spoiled = CACHES[-1].spoil()
    assert CACHES[-1].changed() == [spoiled]
