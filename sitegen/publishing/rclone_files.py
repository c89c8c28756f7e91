"""The files of a target that rclone reaches: SFTP, S3, and whatever else it knows."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import file_digest
from itertools import count
from pathlib import Path
from typing import Any

from sitegen.model.folders import PUBLISH_STATE
from sitegen.publishing.rclone_server import RcloneServer
from sitegen.publishing.target_files import FileStat

_ALWAYS = {"IgnoreTimes": True}
"""Copy a file even where one of the same size and time is there."""

_SERVER_TIMES = {"UseServerModTime": True, "UseListR": True}
"""List as few times as can be, with the times that the place itself has."""

_NANOSECONDS = 10**9


class RcloneFiles:
    """The files of a place of rclone, called `remote` by it, such as `server:www/site`.

    A file is written beside the others and renamed, or, where the place has no renames, appears when it is whole.
    Times are those of the place, in whole seconds, as not all places know more. Files can be put by several threads.
    """

    at_once = 8

    def __init__(self, server: RcloneServer, remote: str, folder: Path) -> None:
        """`folder` is an empty one of this computer for files under way."""
        self.name = remote
        self._fs = remote if remote.endswith((":", "/")) else f"{remote}/"
        self._server, self._folder = server, folder
        self._numbers = count()
        self._stats: dict[str, FileStat] | None = None

    def stat(self, path: str) -> FileStat | None:
        """Return size and time of change of a file; None if there is none."""
        if self._stats is not None and not path.startswith(f"{PUBLISH_STATE}/"):
            return self._stats.get(path)
        return self._asked(path)

    def names(self) -> Iterator[str]:
        """Yield the paths of all files, but for those of the target's own state and parts of files that were cut."""
        options = {"recurse": True, "filesOnly": True, "noMimeType": True}
        try:
            listed = self._server.call("operations/list", fs=self._fs, remote="", opt=options, _config=_SERVER_TIMES)[
                "list"
            ]
        except FileNotFoundError:
            listed = []
        self._stats = {item["Path"]: _stat(item) for item in listed or []}
        own = f"{PUBLISH_STATE}/"
        yield from (path for path in self._stats if not path.startswith(own) and not path.endswith(".partial"))

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file, in hex digits."""
        with self._fetched(path).open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        Path(file.name).unlink()
        return digest

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file; None if there is none."""
        try:
            file = self._fetched(path)
        except FileNotFoundError:
            return None
        data = file.read_bytes()
        file.unlink()
        return data

    def put(self, path: str, source: Path | bytes) -> FileStat:
        """Write a file, whole or not at all, in the place of one that may be there."""
        file = source if isinstance(source, Path) else self._saved(source)
        self._copy(str(file.parent.resolve()), file.name, self._fs, path)
        if file is not source:
            file.unlink()
        stat = self._asked(path)
        if stat is None:
            raise OSError(f"/{path} was sent, and is not there")
        if self._stats is not None:
            self._stats[path] = stat
        return stat

    def create(self, path: str, data: bytes) -> bool:
        """Write a small file if there is none; return whether there was none.

        Places of rclone cannot do both in one step: of two that write at once, the last one has it.
        """
        if self._asked(path) is not None:
            return False
        self.put(path, data)
        return self.read(path) == data

    def delete(self, path: str) -> None:
        """Delete a file, and the folders above it that hold nothing any more; what is not there is deleted."""
        with suppress(FileNotFoundError):
            self._server.call("operations/deletefile", fs=self._fs, remote=path)
        if self._stats is None:
            return
        self._stats.pop(path, None)
        used = Counter(folder for name in self._stats for folder in _folders(name))
        for folder in _folders(path):
            if used[folder]:
                return
            with suppress(OSError):  # one that is not there, or holds a folder that is empty
                self._server.call("operations/rmdir", fs=self._fs, remote=folder)

    def _asked(self, path: str) -> FileStat | None:
        try:
            item = self._server.call("operations/stat", fs=self._fs, remote=path, _config=_SERVER_TIMES)["item"]
        except FileNotFoundError:
            return None
        return _stat(item) if item and not item["IsDir"] else None

    def _fetched(self, path: str) -> Path:
        file = self._folder / str(next(self._numbers))
        self._copy(self._fs, path, str(self._folder), file.name)
        return file

    def _saved(self, data: bytes) -> Path:
        file = self._folder / str(next(self._numbers))
        file.write_bytes(data)
        return file

    def _copy(self, source: str, source_path: str, target: str, target_path: str) -> None:
        self._server.call(
            "operations/copyfile",
            srcFs=source,
            srcRemote=source_path,
            dstFs=target,
            dstRemote=target_path,
            _config=_ALWAYS,
        )


def scratch_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for files under way, which nobody else can read."""
    return tempfile.TemporaryDirectory(prefix="sitegen-")


def _stat(item: dict[str, Any]) -> FileStat:
    return FileStat(item["Size"], int(datetime.fromisoformat(item["ModTime"]).timestamp()) * _NANOSECONDS)


def _folders(path: str) -> list[str]:
    """Return the folders above a path, the innermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:number]) for number in range(len(parts), 0, -1)]
