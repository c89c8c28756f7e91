"""The inputs of a build: bytes of files, listings of folders, absence. Nothing else reads sources.

The stat of a file only hints that it is as it was: a digest decides, and a file that is as young as the last
scan is always read again, so that two saves within one tick of the file system's clock are told apart.
"""

import errno
import os
import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from sitegen.engine.ignored import is_ignored
from sitegen.engine.rows import ABSENT, UNREADABLE, InputRow, digest_of, encode
from sitegen.engine.rules import Key
from sitegen.engine.unreadable_names import LEADS_OUT, NO_FILE, ODD_NAME
from sitegen.errors import BuildError

NO_STAT = (-1, -1)
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""To open a pipe must not wait for somebody who writes to it."""
_ODD = re.compile("[\\x00-\\x1f\\x7f\\ud800-\\udfff]")


class Reading(NamedTuple):
    """An input as it is now: its value, its digest, and size and mtime (ns), -1 where there are none."""

    value: object
    digest: bytes
    size: int
    mtime: int


class Change(NamedTuple):
    """What a scan found of one input: its new stat, and its new digest where that differs."""

    row: InputRow
    digest: bytes | None
    size: int
    mtime: int


class Sources:
    """Reads inputs below `roots` (rule name -> folder) and from `values` (rule name -> function of the argument).

    An input `(name, path)` with a root is a file's bytes, or None where there is no such file; with `/` at the
    end of the path, or the empty path, it is the sorted listing of a folder (folders end with `/`), or None. A file
    whose name is ignored (`sitegen.engine.ignored`) is not there, but for the hidden folders in `shown`.
    """

    def __init__(
        self,
        roots: Mapping[str, Path],
        values: Mapping[str, Callable[[str], object]],
        shown: AbstractSet[str] = frozenset(),
    ) -> None:
        self._shown = {path.rstrip("/") for path in shown}
        self._roots = {name: str(path) for name, path in roots.items()}
        self._values = dict(values)
        self._real = {name: os.path.realpath(path) for name, path in roots.items()}
        self._real_folders: dict[str, str] = {}

    def read(self, key: Key) -> Reading:
        """Read one input now.

        Raises BuildError where the path leads out of its root, or the file cannot be read.
        """
        name, argument = map(str, key)
        if name in self._values:
            value = self._values[name](argument)
            return Reading(value, digest_of(encode(value)), *NO_STAT)
        if _ODD.search(argument) or self._is_ignored(argument):
            return Reading(None, ABSENT, *NO_STAT)
        if not argument or argument.endswith("/"):
            listing = self._list(name, argument)
            return Reading(listing, ABSENT if listing is None else digest_of(encode(listing)), *NO_STAT)
        return self._read_file(name, argument)

    def _is_ignored(self, argument: str) -> bool:
        """Return whether a part of a path is left out of listings, so that nothing below it is there either."""
        parts = argument.split("/")
        return any(
            part not in (".", "..") and is_ignored(part) and "/".join(parts[: number + 1]) not in self._shown
            for number, part in enumerate(parts)
        )

    def scan(self, rows: Iterable[InputRow], scanned_at: int) -> list[Change]:
        """Compare known inputs with what they are now; return those whose digest or stat differs, in order.

        `scanned_at` is the file system's time (ns) of the scan that the rows come from.
        """
        changes = []
        stat = os.stat
        self._real_folders.clear()
        for row in rows:
            name, argument = map(str, row.key)
            size, mtime = NO_STAT
            if row.mtime != -1:
                try:
                    status = stat(f"{self._roots[name]}/{argument}")
                except (OSError, ValueError):
                    pass
                else:
                    size, mtime = status.st_size, _changed_at(status)
                    if mtime == row.mtime and size == row.size and mtime < scanned_at:
                        continue
            now = self._read_or_not(row.key)
            if now.digest != row.digest:
                changes.append(Change(row, now.digest, now.size, now.mtime))
            elif (now.size, now.mtime) != (row.size, row.mtime):
                changes.append(Change(row, None, now.size, now.mtime))
        return changes

    def _read_or_not(self, key: Key) -> Reading:
        try:
            return self.read(key)
        except BuildError:
            return Reading(None, UNREADABLE, *NO_STAT)  # told by the task that reads it

    def _list(self, name: str, folder: str) -> tuple[str, ...] | None:
        path = f"{self._roots[name]}/{folder}"
        self._keep_inside(name, path, folder)
        try:
            with os.scandir(path) as entries:
                sources = [each for each in entries if not is_ignored(each.name) or folder + each.name in self._shown]
                names = sorted(self._listed_name(name, folder, entry) for entry in sources)
        except OSError as error:
            if _is_absence(error):
                return None
            raise _unreadable(folder, error) from error
        return tuple(names)

    def _listed_name(self, name: str, folder: str, entry: os.DirEntry[str]) -> str:
        if _ODD.search(entry.name):
            return ascii(entry.name) + ODD_NAME
        return entry.name + self._mark(name, folder, entry)

    def _mark(self, name: str, folder: str, entry: os.DirEntry[str]) -> str:
        """Return what the name of an entry ends with in a listing: nothing for a file that may be read."""
        try:
            if entry.is_symlink() and self._why_outside(name, entry.path, folder + entry.name):
                return LEADS_OUT
            if entry.is_dir():
                return "/"
            return "" if entry.is_file() else NO_FILE
        except OSError:
            return NO_FILE  # a link that leads to itself

    def _read_file(self, name: str, argument: str) -> Reading:
        path = f"{self._roots[name]}/{argument}"
        self._keep_inside(name, path, argument)
        try:
            with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as file:
                status = os.fstat(file.fileno())
                if S_ISREG(status.st_mode):
                    data = file.read()
                elif S_ISDIR(status.st_mode):
                    return Reading(None, ABSENT, *NO_STAT)
                else:
                    headline = "this is not a file but a pipe, a socket or a device"
                    raise BuildError(headline, path=argument, hint="delete it, or put a file in its place")
        except OSError as error:
            if _is_absence(error):
                return Reading(None, ABSENT, *NO_STAT)
            raise _unreadable(argument, error) from error
        return Reading(data, digest_of(data), status.st_size, _changed_at(status))

    def _keep_inside(self, name: str, path: str, argument: str) -> None:
        headline = self._why_outside(name, path, argument)
        if headline:
            raise BuildError(headline, path=argument, hint="put the file itself there, not a link to it")

    def _why_outside(self, name: str, path: str, argument: str) -> str:
        """Return how a path leads where nothing may be read, or an empty text."""
        real = self._real_folder(os.path.dirname(path))  # noqa: PTH120
        if os.path.islink(path):  # noqa: PTH114
            real = os.path.realpath(path)
        root = self._real[name]
        if real != root and not real.startswith(root + os.sep):
            return "this path leads out of the site's folder"
        top, slash, _ = argument.partition("/")
        top_real = self._real_folder(f"{self._roots[name]}/{top}") if slash else root
        if real != top_real and not real.startswith(top_real + os.sep):
            return f"a link on this path leads out of the folder {top}"
        return ""

    def _real_folder(self, folder: str) -> str:
        """Return the path of a folder with its links resolved; each is looked up once a scan."""
        real = self._real_folders.get(folder)
        if real is None:
            real = self._real_folders[folder] = os.path.realpath(folder)
        return real


def _changed_at(status: os.stat_result) -> int:
    """Return when a file's bytes, or its name, last changed (ns): a rename or a copied mtime must not hide a change."""
    return status.st_ctime_ns if os.name == "posix" else status.st_mtime_ns


def _is_absence(error: OSError) -> bool:
    missing = isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError)
    return missing or error.errno == errno.ENAMETOOLONG


def _unreadable(path: str, error: OSError) -> BuildError:
    return BuildError(f"cannot be read: {error.strerror}", path=path, hint="check the file's permissions")
