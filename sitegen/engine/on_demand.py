"""On-demand outputs: files that a site has only if another of its outputs asks for them.

An output asks for others by fetching subkeys of one mapping, `Plan.demand`; which subkeys these are stands in its
trace. So the answer follows the outputs that a build makes, and needs no list of its own. What other tasks fetch from
the mapping asks for nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from sitegen.engine.rules import Key, Rule
from sitegen.engine.store import Store
from sitegen.engine.subkeys import subkey_of

_FEW = 20


class ListedOutput(Protocol):
    """An output as the plan lists it; one without `on_demand` is one whether another asks for it or not."""

    @property
    def path(self) -> str:
        """Its path below the output folder."""
        ...

    @property
    def key(self) -> tuple[str | int, ...]:
        """The key that makes it."""
        ...

    @property
    def on_demand(self) -> tuple[str, ...]:
        """The subkeys of `Plan.demand` any of which asks for it."""
        ...


class Demand:
    """The outputs of a site, as far as they are known: at first those that it always has. Without `rule` it is all.

    Attributes:
        wanted: The key of each output that the site has, by path.
        optional: The key of each on-demand output, by path, whether the site has it or not.

    """

    def __init__(self, store: Store, rule: Rule[[], Any] | None, outputs: Iterable[ListedOutput]) -> None:
        self._store, self._rule = store, rule
        self.wanted: dict[str, Key] = {}
        self.optional: dict[str, Key] = {}
        self._paths_of: dict[str, list[str]] = {}
        for output in outputs:
            names = output.on_demand if rule else ()
            chosen = self.optional if names else self.wanted
            chosen[output.path] = tuple(output.key)
            for name in names:
                self._paths_of.setdefault(name, []).append(output.path)
        self._askers = set(self.wanted.values())

    def grow(self) -> dict[str, Key]:
        """Add the outputs that the wanted ones ask for, and return them; call it when the wanted ones are made."""
        asked = [name for name in self._paths_of if self._is_asked_for(name)]
        paths = [path for name in asked for path in self._paths_of.pop(name)]
        fresh = {path: self.optional[path] for path in paths if path not in self.wanted}
        self.wanted |= fresh
        self._askers.update(fresh.values())
        return fresh

    def _is_asked_for(self, name: str) -> bool:
        known = self._store.find(subkey_of(self._rule.key(), name)) if self._rule else None
        return known is not None and any(self._store.key(node) in self._askers for node in self._dependents(known[0]))

    def _dependents(self, node: int) -> Iterator[int]:
        """Yield the nodes that fetched a node: a few first, for most often one of them will do."""
        few = self._store.dependents(node, most=_FEW)
        yield from (node for node, _ in few)
        if len(few) == _FEW:
            yield from (node for node, _ in self._store.dependents(node))
