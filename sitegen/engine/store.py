"""The store: traces, values and problems of earlier builds, in one SQLite file.

A trace is a node: the key, the digest of its value, and the ordered (dependency, digest) pairs that its task
fetched. Edges hold the same dependencies the other way round, so that dirtiness can spread from what changed.
Everything of a build is written in one transaction: a process that is killed leaves the store as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sitegen.engine.database import open_database
from sitegen.engine.gc_candidates import GcCandidates
from sitegen.engine.manifest import Manifest
from sitegen.engine.rows import ABSENT, InputRow, Trace, key_of, key_text, pack_deps, unpack_deps
from sitegen.engine.rules import Key
from sitegen.engine.stored_problems import StoredProblems
from sitegen.errors import Problem

_BATCH = 500


class Store:
    """The SQLite file of one site, output folder and mode; open it within the build's lock only.

    A store with another salt, another layout or damaged pages is discarded: it only saves work.
    """

    def __init__(self, path: Path, salt: str) -> None:
        self._edges: list[tuple[int, int]] = []
        self._new_nodes: list[tuple[object, ...]] = []
        self._new_values: dict[int, bytes] = {}
        self._known: dict[Key, tuple[int, bytes, int]] | None = None
        self._db = open_database(path, salt)
        with ExitStack() as opening:
            opening.callback(self._db.close)
            if self._one("SELECT 1 FROM node LIMIT 1") is None:
                self._known = {}
            self.run = int(self.meta("run") or 0) + 1
            self._next_id = int(self.meta("next_id") or 1)
            self.manifest = Manifest(self._db)
            self.problems = StoredProblems(self._db)
            self.gc_candidates = GcCandidates(self._db)
            opening.pop_all()

    # -- whole store

    def close(self) -> None:
        """Close without saving what is not committed."""
        self._db.close()

    def commit(self) -> None:
        """Write everything of this run, all or nothing."""
        self._flush_edges()
        self.set_meta("run", self.run)
        self.set_meta("next_id", self._next_id)
        self._db.commit()

    def meta(self, name: str) -> Any:
        """Return the value that was set under this name, or None."""
        return self._one("SELECT value FROM meta WHERE name = ?", name)

    def set_meta(self, name: str, value: str | float | bytes) -> None:
        """Set a small value under a name."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # -- nodes

    def find(self, key: Key) -> tuple[int, bytes, int] | None:
        """Return (id, digest, rank) of a key's trace, or None."""
        if self._known is not None:
            return self._known.get(key)
        row: tuple[int, bytes, int] | None
        row = self._db.execute("SELECT id, digest, rank FROM node WHERE key = ?", (key_text(key),)).fetchone()
        return row

    def key(self, node: int) -> Key | None:
        """Return the key of a node, or None if it is gone."""
        text = self._one("SELECT key FROM node WHERE id = ?", node)
        return None if text is None else key_of(text)

    def family(self, name: str) -> dict[Key, tuple[int, bytes]]:
        """Return (id, digest) of all nodes of a rule, by key; subkeys are left out."""
        self._flush()
        query = "SELECT key, id, digest FROM node WHERE key > ? AND key < ? AND NOT is_subkey"
        rows = self._db.execute(query, (f"{name}\x1f", f"{name}\x20"))
        return {key_of(key): (node, digest) for key, node, digest in rows}

    def head(self, node: int) -> tuple[Key, int, bytes] | None:
        """Return (key, rank, digest) of a node, or None if it is gone."""
        self._flush()
        row = self._db.execute("SELECT key, rank, digest FROM node WHERE id = ?", (node,)).fetchone()
        return None if row is None else (key_of(row[0]), row[1], row[2])

    def trace(self, node: int) -> Trace | None:
        """Return the trace of a node, or None if it is gone."""
        self._flush()
        row = self._db.execute("SELECT id, digest, deps, cause, run FROM node WHERE id = ?", (node,)).fetchone()
        return None if row is None else Trace(row[0], row[1], unpack_deps(row[2]), row[3], row[4])

    def value(self, node: int) -> bytes:
        """Return the encoded value of a task's node."""
        data: bytes | None = self._new_values.get(node)
        if data is None:
            data = self._db.execute("SELECT data FROM value WHERE node = ?", (node,)).fetchone()[0]
        return data

    def dependents(self, node: int, most: int = -1) -> list[tuple[int, int]]:
        """Return (id, rank) of the nodes that fetched this one, at most `most` of them; its subkeys are left out."""
        self._flush_edges()
        query = "SELECT id, rank FROM edge JOIN node ON id = edge.node WHERE edge.dep = ? AND NOT is_subkey LIMIT ?"
        return self._db.execute(query, (node, most)).fetchall()

    def dependents_of_subkeys(self, node: int) -> list[tuple[int, int]]:
        """Return (id, rank) of the nodes that fetched a subkey of this mapping."""
        self._flush_edges()
        query = """SELECT fetcher.id, fetcher.rank FROM edge AS part JOIN node AS subkey ON subkey.id = part.node
                   JOIN edge AS use ON use.dep = subkey.id JOIN node AS fetcher ON fetcher.id = use.node
                   WHERE part.dep = ? AND subkey.is_subkey"""
        return self._db.execute(query, (node,)).fetchall()

    def has_subkeys(self, node: int) -> bool:
        """Whether any subkey of this mapping has a node."""
        self._flush_edges()
        query = "SELECT 1 FROM edge JOIN node ON id = edge.node WHERE edge.dep = ? AND is_subkey LIMIT 1"
        return self._one(query, node) is not None

    def of_ranks(self, ranks: Sequence[int]) -> list[tuple[int, Key]]:
        """Return (id, key) of all nodes of these ranks."""
        self._flush()
        marks = ",".join("?" * len(ranks))
        rows = self._db.execute(f"SELECT id, key FROM node WHERE rank IN ({marks})", ranks)  # noqa: S608 - marks only
        return [(node, key_of(key)) for node, key in rows]

    def stale(self) -> list[tuple[int, int]]:
        """Return (id, rank) of the nodes that an earlier run left unfinished."""
        self._flush()
        return self._db.execute("SELECT id, rank FROM node WHERE stale").fetchall()

    def mark_stale(self, nodes: Iterable[int]) -> None:
        """Make the next run ask these nodes again."""
        self._flush()
        self._db.executemany("UPDATE node SET stale = 1 WHERE id = ?", ((node,) for node in nodes))

    def mark_current(self, node: int) -> None:
        """Record that a node was found current after all."""
        self._db.execute("UPDATE node SET stale = 0 WHERE id = ? AND stale", (node,))

    def put(
        self,
        node: int | None,
        key: Key,
        rank: int,
        digest: bytes,
        *,
        deps: dict[int, bytes],
        data: bytes | None,
        problems: Sequence[Problem],
        cause: int,
    ) -> tuple[int, list[int]]:
        """Record a trace; return its id and the dependencies that it no longer has."""
        packed = pack_deps(deps)
        dropped: list[int] = []
        if node is None:
            node = self._add(key, rank, digest, packed, cause)
            self._edges.extend([(dep, node) for dep in deps])
        else:
            dropped = self._replace(node, digest, packed, deps, cause)
            self.problems.delete(node)
        if self._known is not None:
            self._known[key] = node, digest, rank
        if data is not None:
            self._put_value(node, data)
        self.problems.put(node, problems)
        return node, dropped

    def _add(self, key: Key, rank: int, digest: bytes, packed: bytes, cause: int, *, is_subkey: bool = False) -> int:
        node = self._next_id
        self._next_id += 1
        self._new_nodes.append((node, key_text(key), rank, digest, packed, cause, self.run, is_subkey))
        if self._known is None or len(self._new_nodes) >= _BATCH:
            self._flush()
        return node

    def _replace(self, node: int, digest: bytes, packed: bytes, deps: dict[int, bytes], cause: int) -> list[int]:
        old = self.trace(node)
        before = {dep for dep, _ in old.deps} if old else set()
        dropped = sorted(before - deps.keys())
        self._edges.extend([(dep, node) for dep in deps.keys() - before])
        if dropped:
            self._flush_edges()
        self._db.executemany("DELETE FROM edge WHERE dep = ? AND node = ?", [(dep, node) for dep in dropped])
        self._db.execute(
            "UPDATE node SET digest = ?, deps = ?, cause = ?, run = ?, stale = 0 WHERE id = ?",
            (digest, packed, cause, self.run, node),
        )
        return dropped

    def put_subkey(self, key: Key, rank: int, mapping: int, digest: bytes, data: bytes) -> int:
        """Record a new subkey of a mapping; return its id."""
        node = self._add(key, rank, digest, pack_deps({mapping: ABSENT}), mapping, is_subkey=True)
        self._edges.append((mapping, node))
        if self._known is not None:
            self._known[key] = node, digest, rank
        self._put_value(node, data)
        return node

    def change_subkey(self, key: Key, node: int, digest: bytes, data: bytes) -> None:
        """Record what the value of a subkey is now."""
        self._flush()
        self._db.execute("UPDATE node SET digest = ?, run = ? WHERE id = ?", (digest, self.run, node))
        if self._known is not None:
            self._known[key] = node, digest, self._known[key][2]
        self._put_value(node, data)

    def _put_value(self, node: int, data: bytes) -> None:
        self._new_values[node] = data
        if len(self._new_values) >= _BATCH:
            self._flush()

    def has_dependents(self, node: int) -> bool:
        """Whether any node's trace has this one among its dependencies."""
        self._flush_edges()
        return self._one("SELECT 1 FROM edge WHERE dep = ? LIMIT 1", node) is not None

    def delete(self, node: int) -> list[int]:
        """Delete a node that nothing depends on; return its dependencies."""
        trace = self.trace(node)
        if trace is None:
            return []
        self._flush_edges()
        self._db.executemany("DELETE FROM edge WHERE dep = ? AND node = ?", [(dep, node) for dep, _ in trace.deps])
        self.problems.delete(node)
        for table in ("value", "input"):
            self._db.execute(f"DELETE FROM {table} WHERE node = ?", (node,))  # noqa: S608 - two fixed names
        if self._known is not None:
            self._known.pop(self.key(node) or (), None)
        self._db.execute("DELETE FROM node WHERE id = ?", (node,))
        return [dep for dep, _ in trace.deps]

    def dependencies(self) -> Callable[[int], tuple[int, ...]]:
        """Return a function from a node to its dependencies, in the order fetched; all traces are loaded at once."""
        self._flush()
        packed = dict(self._db.execute("SELECT id, deps FROM node"))
        return lambda node: tuple(dep for dep, _ in unpack_deps(packed.get(node, b"")))

    # -- inputs

    def inputs(self) -> Iterator[InputRow]:
        """Yield every input that any task has fetched."""
        self._flush()
        query = "SELECT node.id, key, digest, size, mtime FROM input JOIN node ON node.id = input.node"
        for node, key, digest, size, mtime in self._db.execute(query):
            yield InputRow(node, key_of(key), digest, size, mtime)

    def put_input(self, node: int | None, key: Key, digest: bytes, *, size: int, mtime: int) -> int:
        """Record what an input is now; return its id."""
        if node is None:
            node = self._add(key, 0, digest, b"", 0)
        else:
            self._flush()
            self._db.execute("UPDATE node SET digest = ?, run = ? WHERE id = ?", (digest, self.run, node))
        if self._known is not None:
            self._known[key] = node, digest, 0
        self.hint_input(node, size, mtime)
        return node

    def hint_input(self, node: int, size: int, mtime: int) -> None:
        """Record the stat of an input whose digest is unchanged."""
        self._db.execute("INSERT OR REPLACE INTO input VALUES (?, ?, ?)", (node, size, mtime))

    def output_keys(self) -> dict[str, Key]:
        """Return the key of each file of the manifest, by path; a file whose node is gone is left out."""
        self._flush()
        return self.manifest.keys()

    # -- private

    def _one(self, query: str, *values: object) -> Any:
        self._flush()
        row = self._db.execute(query, values).fetchone()
        return None if row is None else row[0]

    def _flush(self) -> None:
        if self._new_nodes:
            self._db.executemany("INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)", self._new_nodes)
            self._new_nodes.clear()
        if self._new_values:
            self._db.executemany("INSERT OR REPLACE INTO value VALUES (?, ?)", self._new_values.items())
            self._new_values.clear()

    def _flush_edges(self) -> None:
        self._flush()
        if self._edges:
            self._edges.sort()
            self._db.executemany("INSERT OR IGNORE INTO edge VALUES (?, ?)", self._edges)
            self._edges.clear()
