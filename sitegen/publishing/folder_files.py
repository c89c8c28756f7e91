"""A folder, or network share, as a target of publishing."""

import os
import shutil
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG

from sitegen.engine.file_system import clear_folders, names_below, remove_empty_folders, replace_file
from sitegen.engine.targets import check_inside
from sitegen.model.folders import PUBLISH_STATE
from sitegen.publishing.target_files import FileStat

_NEW = f"{PUBLISH_STATE}/new"
"""Where a file is written before it takes its place; what a cut leaves there is written over."""

_CHUNK = 1 << 20


class FolderFiles:
    """The files of a folder. Raises BuildError where a link in it leads out of it."""

    at_once = 1

    def __init__(self, folder: Path) -> None:
        self._root = os.path.realpath(folder)
        self.name = str(folder)

    def stat(self, path: str) -> FileStat | None:
        """Return size and time of change of a file; None if there is none, or something else."""
        try:
            status = self._path(path).stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return FileStat(status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None

    def names(self) -> Iterator[str]:
        """Yield the paths of all files and links, but for those of the target's own state."""
        return (name for name in names_below(self._root) if not name.startswith(f"{PUBLISH_STATE}/"))

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file, in hex digits."""
        with self._path(path).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file; None if there is none."""
        try:
            return self._path(path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, path: str, source: Path | bytes) -> FileStat:
        """Write a file beside the others, then rename it into its place: readers get the old one or the new one."""
        target, fresh = self._path(path), self._path(_NEW)
        self._make_folder(fresh.parent)
        with fresh.open("wb") as file:
            if isinstance(source, bytes):
                file.write(source)
            else:
                with source.open("rb") as original:
                    shutil.copyfileobj(original, file, _CHUNK)
        self._make_folder(target.parent)
        if target.is_dir() and not target.is_symlink():
            clear_folders(str(target))
        replace_file(str(fresh), str(target))
        status = target.stat()
        return FileStat(status.st_size, status.st_mtime_ns)

    def create(self, path: str, data: bytes) -> bool:
        """Write a small file if there is none; return whether there was none."""
        target = self._path(path)
        self._make_folder(target.parent)
        try:
            with target.open("xb") as file:
                file.write(data)
        except FileExistsError:
            return False
        return True

    def delete(self, path: str) -> None:
        """Delete a file, and the folders above it that hold nothing any more; what is not there is deleted."""
        target = self._path(path)
        check_inside(self._root, str(target.parent))
        try:
            target.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return
        remove_empty_folders(self._root, path)

    def _path(self, path: str) -> Path:
        return Path(self._root, path)

    def _make_folder(self, folder: Path) -> None:
        check_inside(self._root, str(folder))
        folder.mkdir(parents=True, exist_ok=True)
