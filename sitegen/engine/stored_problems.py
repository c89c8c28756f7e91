"""The problems that tasks have reported, as the store keeps them: a task that is reused has not lost its problems."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from sitegen.engine.rows import encode
from sitegen.errors import Problem, keep_few, sort_problems

_PROBLEM = msgspec.msgpack.Decoder(Problem)


class StoredProblems:
    """The problems of all nodes, in the store's database and its transaction."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def put(self, node: int, problems: Sequence[Problem]) -> None:
        """Add problems to a node."""
        if problems:
            self._db.executemany("INSERT INTO problem VALUES (?, ?)", [(node, encode(p)) for p in problems])

    def delete(self, node: int) -> None:
        """Delete the problems of a node."""
        self._db.execute("DELETE FROM problem WHERE node = ?", (node,))

    def all(self) -> list[Problem]:
        """Return the problems of all nodes, in no order."""
        return [_PROBLEM.decode(data) for (data,) in self._db.execute("SELECT data FROM problem")]

    def by_node(self) -> dict[int, list[Problem]]:
        """Return the problems of each node that has some, in no order."""
        problems: dict[int, list[Problem]] = {}
        for node, data in self._db.execute("SELECT node, data FROM problem"):
            problems.setdefault(node, []).append(_PROBLEM.decode(data))
        return problems


def keep_few_of_each_file(problems: Iterable[Problem]) -> list[Problem]:
    """Return sorted problems without repeats, of each file at most 100 with one more that counts the others."""
    of_file: dict[str, list[Problem]] = {}
    for problem in sort_problems(problems):
        of_file.setdefault(problem.location.path, []).append(problem)
    return [problem for some in of_file.values() for problem in (keep_few(some) if some[0].location.path else some)]
