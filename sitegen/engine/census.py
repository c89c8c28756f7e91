"""Count the problems of a site in which tasks have failed: those that a clean build would meet, and no others.

A failed task keeps its last good trace in the store, for it may be mended; so the store then also knows problems
of nodes that nothing reaches any more. The census walks down from the roots as a clean build would: in the order
fetched, and past a failure no further.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.engine.rules import Key
from sitegen.engine.store import Store
from sitegen.errors import Problem


class Failure(NamedTuple):
    """A task that raised in this run: its problems, the nodes it had fetched, and the failed key that stopped it."""

    problems: tuple[Problem, ...]
    deps: tuple[int, ...]
    stopped_by: Key | None


class Census:
    """One walk over the traces of a store and the failures of a run; `reported` are the failures that it met."""

    def __init__(self, store: Store, failures: Mapping[Key, Failure]) -> None:
        self._store = store
        self._failures = failures
        traces = ((store.find(key), key) for key in failures)
        self._failed = {known[0]: key for known, key in traces if known is not None}
        self._deps = store.dependencies()
        self._problems_of = store.problems.by_node()
        self._made: dict[int, bool] = {}
        self.reported: set[Key] = set()
        self.problems: list[Problem] = []

    def visit(self, key: Key) -> bool:
        """Count the problems of a key and of everything below it; return whether it could be made."""
        if key in self._failures:
            return self._visit_failure(key)
        known = self._store.find(key)
        return known is not None and self._visit_node(known[0])

    def _visit_node(self, node: int) -> bool:
        if node in self._failed:
            return self._visit_failure(self._failed[node])
        if node not in self._made:
            self._made[node] = all(map(self._visit_node, self._deps(node)))
            if self._made[node]:
                self.problems += self._problems_of.get(node, ())
        return self._made[node]

    def _visit_failure(self, key: Key) -> bool:
        if key not in self.reported:
            self.reported.add(key)
            failure = self._failures[key]
            for node in failure.deps:
                self._visit_node(node)
            if failure.stopped_by is not None:
                self.visit(failure.stopped_by)
            self.problems += failure.problems
        return False
