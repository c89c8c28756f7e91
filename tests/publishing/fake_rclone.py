"""A rclone without rclone: what its remote control answers, over a folder of this disk that stands for a server."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from sitegen.publishing.rclone_server import RcloneServer


class FakeRclone:
    """Answers the calls that files of a target make; `server:` is the folder. Calls that fail can be set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls: list[tuple[str, str]] = []
        self.fails: Callable[[str, str], bool] = lambda _command, _path: False

    def call(self, command: str, **given: Any) -> dict[str, Any]:
        """Return what rclone would answer. Raises FileNotFoundError and OSError as a server's answer does."""
        path = given.get("dstRemote") or given.get("remote") or ""
        self.calls.append((command, path))
        if self.fails(command, path):
            raise OSError("connection lost")
        answer: dict[str, Any] = getattr(self, f"_{command.partition('/')[2]}")(**given)
        return answer

    def as_server(self) -> RcloneServer:
        """Return it as what it stands for."""
        return cast("RcloneServer", self)

    def _list(self, fs: str, **_: Any) -> dict[str, Any]:
        root = self._place(fs)
        if not root.is_dir():
            raise FileNotFoundError("directory not found")
        names = sorted(path for path in root.rglob("*") if path.is_file())
        return {"list": [_item(path, path.relative_to(root).as_posix()) for path in names]}

    def _stat(self, fs: str, remote: str, **_: Any) -> dict[str, Any]:
        path = self._place(fs) / remote
        return {"item": _item(path, remote) if path.exists() else None}

    def _copyfile(self, **given: Any) -> dict[str, Any]:
        source = self._place(given["srcFs"]) / given["srcRemote"]
        target = self._place(given["dstFs"]) / given["dstRemote"]
        if not source.is_file():
            raise FileNotFoundError("object not found")
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f"{target.name}.12ab34cd.partial")
        shutil.copyfile(source, fresh)
        fresh.replace(target)
        return {}

    def _deletefile(self, fs: str, remote: str) -> dict[str, Any]:
        (self._place(fs) / remote).unlink()
        return {}

    def _rmdir(self, fs: str, remote: str) -> dict[str, Any]:
        (self._place(fs) / remote).rmdir()
        return {}

    def _place(self, fs: str) -> Path:
        return Path(fs) if fs.startswith(os.sep) or ":" not in fs[2:] else self.folder / fs.partition(":")[2]


def _item(path: Path, name: str) -> dict[str, Any]:
    stat = path.stat()
    changed = datetime.fromtimestamp(stat.st_mtime, UTC).isoformat()
    return {"Path": name, "Size": stat.st_size, "ModTime": changed, "IsDir": path.is_dir()}
