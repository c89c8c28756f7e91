"""What earlier builds found out: traces, values and problems in one SQLite file.

A trace is a node: the key, the digest of its value, and the ordered (dependency, digest) pairs that its task
fetched. Edges hold the same dependencies the other way round, so that dirtiness can spread from what changed.
Everything of a build is written in one transaction: a process that is killed leaves the store as it was.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple

import msgspec

from sitegen.engine.rules import Key
from sitegen.errors import BuildError, Problem

DIGEST_SIZE = 16
ABSENT = b"\0" * DIGEST_SIZE
"""The digest of what has no value."""
UNREADABLE = b"\xff" * DIGEST_SIZE
"""The digest of an input that was there but could not be read."""

_SEPARATOR = "\x1f"
_BATCH = 500
_PAIR = Struct(f"<I{DIGEST_SIZE}s")
_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_PROBLEM = msgspec.msgpack.Decoder(Problem)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR)
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE node (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, rank INTEGER NOT NULL, digest BLOB NOT NULL,
                   deps BLOB NOT NULL, cause INTEGER NOT NULL, run INTEGER NOT NULL, stale INTEGER NOT NULL DEFAULT 0);
CREATE INDEX stale_node ON node (id) WHERE stale;
CREATE TABLE loose (node INTEGER PRIMARY KEY);
CREATE TABLE value (node INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE edge (dep INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (dep, node)) WITHOUT ROWID;
CREATE TABLE input (node INTEGER PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL);
CREATE TABLE problem (node INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX problem_node ON problem (node);
CREATE TABLE output (path TEXT PRIMARY KEY, node INTEGER NOT NULL, digest BLOB NOT NULL, size INTEGER NOT NULL,
                     mtime INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX output_node ON output (node);
"""


class Trace(NamedTuple):
    """One node as it was recorded; `deps` are (node id, digest) in the order fetched."""

    id: int
    digest: bytes
    deps: tuple[tuple[int, bytes], ...]
    cause: int
    run: int


class InputRow(NamedTuple):
    """One input as it was last read; size and mtime (ns, of the last change) are -1 where there are none."""

    id: int
    key: Key
    digest: bytes
    size: int
    mtime: int


class OutputRow(NamedTuple):
    """One file of the manifest as it was committed: path below the output folder, its node, digest, stat."""

    path: str
    node: int
    digest: bytes
    size: int
    mtime: int


def encode(value: object) -> bytes:
    """Write a value as canonical bytes: equal values give equal bytes, whatever order a dict was filled in."""
    return _ENCODE(value)


def digest_of(data: bytes) -> bytes:
    """Give the BLAKE2b digest of bytes, 16 bytes long."""
    return blake2b(data, digest_size=DIGEST_SIZE).digest()


def is_current(path: Path, salt: str) -> bool:
    """Whether there is a store that a build with this salt would go on from."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(path)) as db:
            return bool(db.execute("SELECT 1 FROM meta WHERE name = 'salt' AND value = ?", (salt,)).fetchone())
    except sqlite3.DatabaseError:
        return False


def discard(path: Path) -> None:
    """Delete the file of a store, and the journal that SQLite may have left beside it."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error says that the store's file is not what we wrote, and not that the disk is full or busy."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _DAMAGE


class Store:
    """The SQLite file of one site, output folder and mode; open it within the build's lock only.

    A store with another salt, another layout or damaged pages is discarded: it only saves work.
    """

    def __init__(self, path: Path, salt: str) -> None:
        self._path = path
        self._salt = salt
        self._edges: list[tuple[int, int]] = []
        self._new_nodes: list[tuple[object, ...]] = []
        self._new_values: dict[int, bytes] = {}
        self._found: dict[Key, tuple[int, bytes, int]] | None = None
        self._db = self._open()
        try:
            if self._one("SELECT 1 FROM node LIMIT 1") is None:
                self._found = {}
            self.run = int(self.meta("run") or 0) + 1
            self._next_id = int(self.meta("next_id") or 1)
        except sqlite3.DatabaseError:
            self._db.close()
            raise

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
        """Give a value that was set by this name, or None."""
        return self._one("SELECT value FROM meta WHERE name = ?", name)

    def set_meta(self, name: str, value: str | float | bytes) -> None:
        """Keep a small value by name."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # -- nodes

    def find(self, key: Key) -> tuple[int, bytes, int] | None:
        """Give (id, digest, rank) of a key's trace, or None."""
        if self._found is not None:
            return self._found.get(key)
        found: tuple[int, bytes, int] | None
        found = self._db.execute("SELECT id, digest, rank FROM node WHERE key = ?", (_text(key),)).fetchone()
        return found

    def key(self, node: int) -> Key | None:
        """Give the key of a node, or None if it is gone."""
        text = self._one("SELECT key FROM node WHERE id = ?", node)
        return None if text is None else tuple(text.split(_SEPARATOR))

    def head(self, node: int) -> tuple[Key, int, bytes] | None:
        """Give (key, rank, digest) of a node, or None if it is gone."""
        self._flush()
        row = self._db.execute("SELECT key, rank, digest FROM node WHERE id = ?", (node,)).fetchone()
        return None if row is None else (tuple(row[0].split(_SEPARATOR)), row[1], row[2])

    def trace(self, node: int) -> Trace | None:
        """Give the trace of a node, or None if it is gone."""
        self._flush()
        row = self._db.execute("SELECT id, digest, deps, cause, run FROM node WHERE id = ?", (node,)).fetchone()
        return None if row is None else Trace(row[0], row[1], tuple(_PAIR.iter_unpack(row[2])), row[3], row[4])

    def value(self, node: int) -> bytes:
        """Give the encoded value of a task's node."""
        data: bytes | None = self._new_values.get(node)
        if data is None:
            data = self._db.execute("SELECT data FROM value WHERE node = ?", (node,)).fetchone()[0]
        return data

    def dependents(self, node: int) -> list[tuple[int, int]]:
        """Give (id, rank) of the nodes that fetched this one."""
        self._flush_edges()
        query = "SELECT node.id, node.rank FROM edge JOIN node ON node.id = edge.node WHERE edge.dep = ?"
        return self._db.execute(query, (node,)).fetchall()

    def of_ranks(self, ranks: Sequence[int]) -> list[tuple[int, Key]]:
        """Give (id, key) of all nodes of these ranks."""
        self._flush()
        marks = ",".join("?" * len(ranks))
        rows = self._db.execute(f"SELECT id, key FROM node WHERE rank IN ({marks})", ranks)  # noqa: S608 - marks only
        return [(node, tuple(key.split(_SEPARATOR))) for node, key in rows]

    def stale(self) -> list[tuple[int, int]]:
        """Give (id, rank) of the nodes that an earlier run left unfinished."""
        self._flush()
        return self._db.execute("SELECT id, rank FROM node WHERE stale").fetchall()

    def mark_stale(self, nodes: Iterable[int]) -> None:
        """Make the next run ask these nodes again."""
        self._flush()
        self._db.executemany("UPDATE node SET stale = 1 WHERE id = ?", ((node,) for node in nodes))

    def mark_current(self, node: int) -> None:
        """Say that a node was found current after all."""
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
        """Record a trace, new or anew; gives its id and the dependencies that it no longer has."""
        packed = b"".join([_PAIR.pack(dep, at) for dep, at in deps.items()])
        dropped: list[int] = []
        if node is None:
            node = self._add(key, rank, digest, packed, cause)
            self._edges.extend([(dep, node) for dep in deps])
        else:
            dropped = self._replace(node, digest, packed, deps, cause)
            self._db.execute("DELETE FROM problem WHERE node = ?", (node,))
        if self._found is not None:
            self._found[key] = node, digest, rank
        if data is not None:
            self._new_values[node] = data
            if len(self._new_values) >= _BATCH:
                self._flush()
        if problems:
            self._db.executemany("INSERT INTO problem VALUES (?, ?)", [(node, encode(p)) for p in problems])
        return node, dropped

    def _add(self, key: Key, rank: int, digest: bytes, packed: bytes, cause: int) -> int:
        node = self._next_id
        self._next_id += 1
        self._new_nodes.append((node, _text(key), rank, digest, packed, cause, self.run))
        if self._found is None or len(self._new_nodes) >= _BATCH:
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

    def has_dependents(self, node: int) -> bool:
        """Whether any node's trace has this one among its dependencies."""
        self._flush_edges()
        return self._one("SELECT 1 FROM edge WHERE dep = ? LIMIT 1", node) is not None

    def delete(self, node: int) -> list[int]:
        """Forget a node that nothing depends on; gives its dependencies."""
        trace = self.trace(node)
        if trace is None:
            return []
        self._flush_edges()
        self._db.executemany("DELETE FROM edge WHERE dep = ? AND node = ?", [(dep, node) for dep, _ in trace.deps])
        for table in ("value", "input", "problem"):
            self._db.execute(f"DELETE FROM {table} WHERE node = ?", (node,))  # noqa: S608 - three fixed names
        if self._found is not None:
            self._found.pop(self.key(node) or (), None)
        self._db.execute("DELETE FROM node WHERE id = ?", (node,))
        return [dep for dep, _ in trace.deps]

    def add_loose(self, nodes: Iterable[int]) -> None:
        """Remember nodes that may be needed by nothing, until a run in which nothing fails."""
        self._db.executemany("INSERT OR IGNORE INTO loose VALUES (?)", ((node,) for node in nodes))

    def take_loose(self) -> list[int]:
        """Give the nodes that earlier runs remembered, and forget that they were."""
        nodes = [row[0] for row in self._db.execute("SELECT node FROM loose")]
        if nodes:
            self._db.execute("DELETE FROM loose")
        return nodes

    def dependencies(self) -> Callable[[int], tuple[int, ...]]:
        """Give a function of a node that gives its dependencies, in the order fetched; all are loaded at once."""
        self._flush()
        packed = dict(self._db.execute("SELECT id, deps FROM node"))
        return lambda node: tuple(dep for dep, _ in _PAIR.iter_unpack(packed.get(node, b"")))

    def problems_by_node(self) -> dict[int, list[Problem]]:
        """Give the problems that each node reported, in no order."""
        found: dict[int, list[Problem]] = {}
        for node, data in self._db.execute("SELECT node, data FROM problem"):
            found.setdefault(node, []).append(_PROBLEM.decode(data))
        return found

    def problems(self) -> list[Problem]:
        """Give all problems of all nodes, in no order."""
        return [_PROBLEM.decode(row[0]) for row in self._db.execute("SELECT data FROM problem")]

    # -- inputs

    def inputs(self) -> Iterator[InputRow]:
        """Give every input that any task has fetched."""
        self._flush()
        query = "SELECT node.id, key, digest, size, mtime FROM input JOIN node ON node.id = input.node"
        for node, key, digest, size, mtime in self._db.execute(query):
            yield InputRow(node, tuple(key.split(_SEPARATOR)), digest, size, mtime)

    def put_input(self, node: int | None, key: Key, digest: bytes, *, size: int, mtime: int) -> int:
        """Record what an input is now; gives its id."""
        if node is None:
            node = self._add(key, 0, digest, b"", 0)
        else:
            self._flush()
            self._db.execute("UPDATE node SET digest = ?, run = ? WHERE id = ?", (digest, self.run, node))
        if self._found is not None:
            self._found[key] = node, digest, 0
        self.hint_input(node, size, mtime)
        return node

    def hint_input(self, node: int, size: int, mtime: int) -> None:
        """Record the stat of an input whose digest is as it was."""
        self._db.execute("INSERT OR REPLACE INTO input VALUES (?, ?, ?)", (node, size, mtime))

    # -- the manifest

    def output_keys(self) -> dict[str, Key]:
        """Give the key of each file of the manifest, by path; a file whose node is gone is left out."""
        self._flush()
        rows = self._db.execute("SELECT path, key FROM output JOIN node ON node.id = output.node")
        return {path: tuple(key.split(_SEPARATOR)) for path, key in rows}

    def outputs(self) -> list[OutputRow]:
        """Give the whole manifest, sorted by path."""
        rows = self._db.execute("SELECT path, node, digest, size, mtime FROM output ORDER BY path")
        return [OutputRow(*row) for row in rows]

    def output_of(self, node: int) -> OutputRow | None:
        """Give the file that a node makes, or None."""
        query = "SELECT path, node, digest, size, mtime FROM output WHERE node = ?"
        row = self._db.execute(query, (node,)).fetchone()
        return None if row is None else OutputRow(*row)

    def output(self, path: str) -> OutputRow | None:
        """Give the manifest's row of a path, or None."""
        query = "SELECT path, node, digest, size, mtime FROM output WHERE path = ?"
        row = self._db.execute(query, (path,)).fetchone()
        return None if row is None else OutputRow(*row)

    def put_output(self, row: OutputRow) -> None:
        """Enter a file into the manifest."""
        self._db.execute("INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?)", row)

    def drop_output(self, path: str) -> None:
        """Strike a file from the manifest."""
        self._db.execute("DELETE FROM output WHERE path = ?", (path,))

    # -- private

    def _one(self, query: str, *values: object) -> Any:
        self._flush()
        row = self._db.execute(query, values).fetchone()
        return None if row is None else row[0]

    def _flush(self) -> None:
        if self._new_nodes:
            self._db.executemany("INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?, 0)", self._new_nodes)
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

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = self._connect()
        try:
            _set_up(db)
            row = db.execute("SELECT value FROM meta WHERE name = 'salt'").fetchone()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                db.close()
                raise
            row = None
        if row == (self._salt,):
            return db
        db.close()
        discard(self._path)
        return self._create()

    def _create(self) -> sqlite3.Connection:
        db = self._connect()
        try:
            _set_up(db)
            db.executescript(_SCHEMA)
            db.execute("INSERT INTO meta VALUES ('salt', ?)", (self._salt,))
            db.commit()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, isolation_level="IMMEDIATE")


def _set_up(db: sqlite3.Connection) -> None:
    # The promise is a killed process, not a power cut, so no write waits for the disk.
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -65536")


def _text(key: Key) -> str:
    """Give a key as it is stored.

    Raises BuildError for a key that could not be read back.
    """
    text = _SEPARATOR.join(key)
    if text.count(_SEPARATOR) >= len(key) or not _is_encodable(text):
        raise BuildError(f"this name has characters that cannot be used: {key[-1]!a}", hint="use plain letters")
    return text


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
