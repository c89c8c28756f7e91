"""The SQLite file of a store: its tables, and what happens to one that is damaged or of another salt."""

import sqlite3
from contextlib import closing
from pathlib import Path

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR)
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE node (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, rank INTEGER NOT NULL, digest BLOB NOT NULL,
                   deps BLOB NOT NULL, cause INTEGER NOT NULL, run INTEGER NOT NULL, stale INTEGER NOT NULL DEFAULT 0,
                   is_subkey INTEGER NOT NULL DEFAULT 0);
CREATE INDEX stale_node ON node (id) WHERE stale;
CREATE TABLE gc_candidate (node INTEGER PRIMARY KEY);
CREATE TABLE value (node INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE edge (dep INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (dep, node)) WITHOUT ROWID;
CREATE TABLE input (node INTEGER PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL);
CREATE TABLE problem (node INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX problem_node ON problem (node);
CREATE TABLE output (path TEXT PRIMARY KEY, node INTEGER NOT NULL, digest BLOB NOT NULL, size INTEGER NOT NULL,
                     mtime INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX output_node ON output (node);
"""


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


def open_database(path: Path, salt: str) -> sqlite3.Connection:
    """Open the file, or begin a new one if it is missing, damaged or of another salt: it only saves work."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = _connect(path)
    try:
        _set_up(db)
        row = db.execute("SELECT value FROM meta WHERE name = 'salt'").fetchone()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            db.close()
            raise
        row = None
    if row == (salt,):
        return db
    db.close()
    discard(path)
    return _create(path, salt)


def _create(path: Path, salt: str) -> sqlite3.Connection:
    db = _connect(path)
    try:
        _set_up(db)
        db.executescript(_SCHEMA)
        db.execute("INSERT INTO meta VALUES ('salt', ?)", (salt,))
        db.commit()
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level="IMMEDIATE")


def _set_up(db: sqlite3.Connection) -> None:
    # The promise is a killed process, not a power cut, so no write waits for the disk.
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -65536")
