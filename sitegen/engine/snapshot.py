"""A finished build, opened for reading: the values of its keys, its output files, and why each task last ran."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar, cast

import msgspec

from sitegen.engine.database import is_current
from sitegen.engine.manifest import Manifest
from sitegen.engine.rows import InputRow, OutputRow, Trace, key_of, key_text, unpack_deps
from sitegen.engine.rules import Argument, Key, Rule
from sitegen.engine.sources import Sources

P = ParamSpec("P")
T = TypeVar("T")


class Snapshot:
    """The store of a build that has ended, for commands. It is never changed here, so no lock is needed.

    Use `Snapshot.open` as a context manager:

        with Snapshot.open(place.store, place.salt) as build:
            config = build.value(rules.config)

    A build that commits meanwhile is seen at the next read.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        self._manifest = Manifest(self._db)

    @classmethod
    def open(cls, path: Path, salt: str) -> Self | None:
        """Open the store, or return None if no build with this salt has ended there."""
        return cls(path) if is_current(path, salt) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._db.close()

    # -- values

    def value(self, rule: Rule[P, T], *args: P.args, **_: P.kwargs) -> T | None:
        """Return the value that the build has for a key, or None if it did not need the key.

        An output has no value here: its bytes are a file of the site.
        """
        data = self._data((rule.name, *cast("tuple[Argument, ...]", args)))
        return None if data is None else cast("T", rule.decoder.decode(data))

    def load(self, kind: type[T], name: str, *args: Argument) -> T | None:
        """Return the value of a key as `kind`, the type that its rule returns, or None if the build did not need it.

        As `value`, for a caller that cannot afford to import the rules.
        """
        data = self._data((name, *args))
        return None if data is None else msgspec.msgpack.decode(data, type=kind)

    def values(self, rule: Rule[..., T]) -> Iterator[tuple[tuple[Argument, ...], T]]:
        """Iterate over (arguments, value) of all keys of a rule, sorted by key."""
        query = """SELECT key, data FROM node JOIN value ON value.node = node.id
                   WHERE key >= ? AND key < ? AND NOT is_subkey ORDER BY key"""
        for text, data in self._db.execute(query, _family(rule.name)):
            yield key_of(text)[1:], rule.decoder.decode(data)

    def digests(self, name: str) -> dict[tuple[Argument, ...], bytes]:
        """Return the digest of the value of each key of a rule, by its arguments."""
        query = "SELECT key, digest FROM node WHERE key >= ? AND key < ? AND NOT is_subkey"
        return {key_of(text)[1:]: digest for text, digest in self._db.execute(query, _family(name))}

    def _data(self, key: Key) -> bytes | None:
        query = "SELECT data FROM value JOIN node ON node.id = value.node WHERE key = ?"
        data: bytes | None = self._first(query, key_text(key))
        return data

    # -- files

    def outputs(self) -> dict[str, Key]:
        """Return the key of each file of the site, by its path below the output folder, sorted by path."""
        return dict(sorted(self._manifest.keys().items()))

    def output(self, path: str) -> OutputRow | None:
        """Return the manifest's row of a file, by its path below the output folder, or None."""
        return self._manifest.at(path)

    # -- the build itself

    @property
    def stamp(self) -> str:
        """A text that differs after every build that had something to do."""
        return f"{self._meta('run')} {self._meta('scanned_at')}"

    def has_changed(self, sources: Sources) -> bool:
        """Whether any source is not as the build found it."""
        query = "SELECT node.id, key, digest, size, mtime FROM input JOIN node ON node.id = input.node"
        rows = [InputRow(node, key_of(key), *rest) for node, key, *rest in self._db.execute(query)]
        changes = sources.scan(rows, int(self._meta("scanned_at") or 0))
        return any(change.digest is not None for change in changes)

    def key(self, node: int) -> Key | None:
        """Return the key of a node, or None if it is gone."""
        text = self._first("SELECT key FROM node WHERE id = ?", node)
        return None if text is None else key_of(text)

    def trace(self, node: int) -> Trace | None:
        """Return the trace of a node, or None if it is gone."""
        row = self._db.execute("SELECT id, digest, deps, cause, run FROM node WHERE id = ?", (node,)).fetchone()
        return None if row is None else Trace(row[0], row[1], unpack_deps(row[2]), row[3], row[4])

    def _meta(self, name: str) -> Any:
        return self._first("SELECT value FROM meta WHERE name = ?", name)

    def _first(self, query: str, *values: object) -> Any:
        row = self._db.execute(query, values).fetchone()
        return None if row is None else row[0]


def _family(name: str) -> tuple[str, str]:
    """Return the bounds of the stored keys of a rule: that of no argument, and all with some."""
    return name, f"{name}\x20"
