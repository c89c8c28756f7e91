"""Nodes that may be needed by nothing, remembered from runs in which something failed."""

import sqlite3
from collections.abc import Iterable


class GcCandidates:
    """The candidates for deletion, in the store's database and its transaction."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def add(self, nodes: Iterable[int]) -> None:
        """Remember nodes, until a run in which nothing fails."""
        self._db.executemany("INSERT OR IGNORE INTO gc_candidate VALUES (?)", ((node,) for node in nodes))

    def take(self) -> list[int]:
        """Return the nodes that earlier runs remembered, and forget them."""
        nodes = [node for (node,) in self._db.execute("SELECT node FROM gc_candidate")]
        if nodes:
            self._db.execute("DELETE FROM gc_candidate")
        return nodes
