"""The manifest as the store keeps it: each file of the output folder, and the node that made it."""

import sqlite3

from sitegen.engine.rows import OutputRow, key_of
from sitegen.engine.rules import Key

_ROW = "SELECT path, node, digest, size, mtime FROM output"


class Manifest:
    """The files that were last committed, in the store's database and its transaction."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def rows(self) -> list[OutputRow]:
        """Return all files, sorted by path."""
        return [OutputRow(*row) for row in self._db.execute(f"{_ROW} ORDER BY path")]

    def at(self, path: str) -> OutputRow | None:
        """Return the file at a path, or None."""
        return self._one("path", path)

    def of(self, node: int) -> OutputRow | None:
        """Return the file that a node makes, or None."""
        return self._one("node", node)

    def keys(self) -> dict[str, Key]:
        """Return the key of each file, by path; a file whose node is gone is left out."""
        rows = self._db.execute("SELECT path, key FROM output JOIN node ON node.id = output.node")
        return {path: key_of(text) for path, text in rows}

    def put(self, row: OutputRow) -> None:
        """Add or replace a file."""
        self._db.execute("INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?)", row)

    def drop(self, path: str) -> None:
        """Remove a file."""
        self._db.execute("DELETE FROM output WHERE path = ?", (path,))

    def _one(self, column: str, value: str | int) -> OutputRow | None:
        row = self._db.execute(f"{_ROW} WHERE {column} = ?", (value,)).fetchone()
        return None if row is None else OutputRow(*row)
