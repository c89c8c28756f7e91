"""Which nodes are to be looked at, and in what order: those that fetched something that changed."""

from collections.abc import Iterable
from heapq import heappop, heappush

from sitegen.engine.rules import Rules


class Marks:
    """The marked nodes of one run. Outputs are marked apart, for they wait until all else is settled."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._marked: set[int] = set()
        self._queue: list[tuple[int, int]] = []
        self._outputs: dict[int, int] = {}

    def add(self, nodes: Iterable[tuple[int, int]]) -> None:
        """Mark nodes, given with their ranks."""
        for node, rank in nodes:
            if node in self._marked:
                continue
            self._marked.add(node)
            if self._rules.of_rank(rank).is_output:
                self._outputs[node] = rank
            else:
                heappush(self._queue, (rank, node))

    def __contains__(self, node: int) -> bool:
        return node in self._marked

    def take(self, below: int | None) -> tuple[int, int] | None:
        """Give (rank, node) of the next marked node of a rank lower than `below`, any where it is None.

        None where there is none left. Each node is given once, and no output.
        """
        if self._queue and (below is None or self._queue[0][0] < below):
            return heappop(self._queue)
        return None

    def outputs(self) -> list[int]:
        """Give the marked outputs by rank."""
        return sorted(self._outputs, key=lambda node: (self._outputs[node], node))

    def without(self, settled: Iterable[int]) -> set[int]:
        """Give what was marked, and is not among the settled."""
        return self._marked.difference(settled)

    def discard(self, node: int) -> None:
        """Take back the mark of a node that is forgotten."""
        self._marked.discard(node)
