"""The values of current nodes: read from the store or the sources, and held where many tasks fetch them."""

from typing import Any, cast

import msgspec

from sitegen.engine.failures import SourceChangedError
from sitegen.engine.rules import Key, Rule
from sitegen.engine.sources import Reading, Sources
from sitegen.engine.store import Store


class ValueCache:
    """The values at hand in one run.

    Of inputs only the last one read is held: files are large, and most are read once.
    """

    def __init__(self, store: Store, sources: Sources) -> None:
        self._store = store
        self._sources = sources
        self._kept: dict[int, Any] = {}
        self._last: tuple[int, object] = (0, None)

    def keep(self, node: int, value: object) -> None:
        """Hold the value of a task, or of a subkey, for the run."""
        self._kept[node] = value

    def hold_input(self, node: int, reading: Reading) -> None:
        """Hold what was just read of an input, until the next one is read."""
        self._last = node, reading.value

    def value(self, node: int, rule: Rule[..., Any], digest: bytes) -> Any:
        """Return the value of a node. Raises SourceChangedError if a source no longer has the digest."""
        if node in self._kept:
            return self._kept[node]
        if rule.run is None:
            return self._of_input(node, digest)
        value = rule.decoder.decode(self._store.value(node))
        if rule.keep:
            self._kept[node] = value
        return value

    def value_at(self, node: int, decoder: msgspec.msgpack.Decoder[Any]) -> Any:
        """Return the value of a subkey's node."""
        if node not in self._kept:
            self._kept[node] = decoder.decode(self._store.value(node))
        return self._kept[node]

    def _of_input(self, node: int, digest: bytes) -> object:
        if self._last[0] == node:
            return self._last[1]
        reading = self._sources.read(cast("Key", self._store.key(node)))
        if reading.digest != digest:
            raise SourceChangedError
        return reading.value
