"""The dirty nodes of a run, rank by rank: those that fetched something that changed."""

from collections.abc import Iterable
from heapq import heappop, heappush

from sitegen.engine.rules import Rules


class DirtyNodes:
    """The nodes to be looked at in one run. Outputs are kept apart: they wait until everything else is settled."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._dirty: set[int] = set()
        self._queue: list[tuple[int, int]] = []
        self._outputs: dict[int, int] = {}

    def add(self, nodes: Iterable[tuple[int, int]]) -> None:
        """Add nodes, each given as (id, rank). A node that is already dirty is not queued again."""
        for node, rank in nodes:
            if node in self._dirty:
                continue
            self._dirty.add(node)
            if self._rules.of_rank(rank).is_output:
                self._outputs[node] = rank
            else:
                heappush(self._queue, (rank, node))

    def __contains__(self, node: int) -> bool:
        return node in self._dirty

    def pop(self, below: int | None) -> tuple[int, int] | None:
        """Return (rank, id) of the next node of a rank lower than `below`, of any rank if it is None.

        Return None if there is none left. Each node is returned once, and no output ever is.
        """
        if self._queue and (below is None or self._queue[0][0] < below):
            return heappop(self._queue)
        return None

    def outputs(self) -> list[int]:
        """Return the dirty outputs, by rank and id."""
        return sorted(self._outputs, key=lambda node: (self._outputs[node], node))

    def without(self, settled: Iterable[int]) -> set[int]:
        """Return every node that became dirty in this run and is not among the settled ones."""
        return self._dirty.difference(settled)

    def discard(self, node: int) -> None:
        """Forget a node that was deleted."""
        self._dirty.discard(node)
