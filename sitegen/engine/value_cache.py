"""The values of current nodes: read from the store or the sources, and held where many ask for them."""

from typing import Any, cast

from sitegen.engine.failures import SourceChangedError
from sitegen.engine.rules import Key, Rule
from sitegen.engine.sources import Reading, Sources
from sitegen.engine.store import Store


class Values:
    """What one run has at hand. Of inputs only the last that was read is held: files are large, and read once."""

    def __init__(self, store: Store, sources: Sources) -> None:
        self._store = store
        self._sources = sources
        self._kept: dict[int, Any] = {}
        self._last: tuple[int, object] = (0, None)

    def keep(self, node: int, value: object) -> None:
        """Hold the value of a task for the run."""
        self._kept[node] = value

    def hold(self, node: int, reading: Reading) -> None:
        """Hold what was just read of an input."""
        self._last = node, reading.value

    def value(self, node: int, rule: Rule[..., Any], digest: bytes) -> Any:
        """Give the value of a node. Raises SourceChangedError where a source no longer has the digest."""
        if node in self._kept:
            return self._kept[node]
        if rule.run is None:
            return self._of_input(node, digest)
        value = rule.decoder.decode(self._store.value(node))
        if rule.keep:
            self._kept[node] = value
        return value

    def _of_input(self, node: int, digest: bytes) -> object:
        if self._last[0] == node:
            return self._last[1]
        reading = self._sources.read(cast("Key", self._store.key(node)))
        if reading.digest != digest:
            raise SourceChangedError
        return reading.value
