"""Make changes of files on the disk, all or none, after what they replace is kept."""

import os
import re
from pathlib import Path

import msgspec

from sitegen.engine.file_system import replace_file
from sitegen.errors import EditError
from sitegen.upkeep.file_changes import ChangeSet, FileChange

KEPT = ".sitegen-keep"
"""The folder, in the site's, of what must not be lost."""

MOST_KEPT = 50
_RECORD = re.compile(r"(\d{6})\.json")


def apply(site: Path, change_set: ChangeSet) -> None:
    """Make changes, after a record of them is kept for `undo`.

    Where one cannot be made, those before it are taken back.

    Raises:
        EditError: a file is not what it was when the changes were worked out.
        OSError: a file cannot be written.
    """
    for change in change_set.changes:
        if read_file(site / change.path) != change.before:
            raise EditError("the file has changed meanwhile", path=change.path, hint="save it, and try again")
    _keep(site, change_set)
    write(site, change_set.changes)


def write(site: Path, changes: tuple[FileChange, ...]) -> None:
    """Write the new bytes of files; where one cannot be written, put back those before it, and raise the OSError."""
    done: list[FileChange] = []
    try:
        for change in changes:
            done.append(change)
            put_file(site / change.path, change.after)
    except OSError:
        for change in reversed(done):
            put_file(site / change.path, change.before)
        raise


def read_file(path: Path) -> bytes | None:
    """Return the bytes of a file, None where there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def records(site: Path) -> list[Path]:
    """Return the records of changes that can be taken back, the oldest first."""
    folder = site / KEPT / "undo"
    return sorted(path for path in folder.glob("*.json") if _RECORD.fullmatch(path.name)) if folder.is_dir() else []


def _keep(site: Path, change_set: ChangeSet) -> None:
    kept = records(site)
    number = int(kept[-1].stem) + 1 if kept else 1
    path = site / KEPT / "undo" / f"{number:06}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    put_file(path, msgspec.json.encode(change_set))
    for old in kept[: -MOST_KEPT + 1]:
        old.unlink()


def put_file(path: Path, data: bytes | None) -> None:
    """Write a file whole, or not at all; delete it for None."""
    if data is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")  # which no build reads
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            fresh.chmod(path.stat().st_mode)
        replace_file(str(fresh), str(path))
    finally:
        fresh.unlink(missing_ok=True)
