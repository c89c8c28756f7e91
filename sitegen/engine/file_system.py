"""Files and folders of the operating system: look at them, make, move and clear them."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from sitegen.errors import BuildError

_RENAME_TRIES = 50
_IS_WINDOWS = os.name == "nt"


def mode_of(path: str) -> int:
    """Return the mode (`st_mode`) of what is at a path, links not followed; 0 if there is nothing."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def is_same_file(path: str, other: str) -> bool:
    """Whether two paths are one file or folder, as two spellings of a name are on a disk that ignores case."""
    try:
        one, two = os.lstat(path), os.lstat(other)
    except OSError:
        return False
    return (one.st_dev, one.st_ino) == (two.st_dev, two.st_ino)


def in_the_way(path: str) -> BuildError:
    """Return the error for a file of someone else where a file of the site is to go."""
    hint = "sitegen deletes only what it wrote: move it away, then build again"
    return BuildError("something that sitegen did not write is in the way", path=path, hint=hint)


def names_below(folder: str) -> Iterator[str]:
    """Yield the paths of all files and links below a folder, relative to it; an unreadable folder has none."""
    todo = [""]
    while todo:
        start = todo.pop()
        try:
            entries = list(os.scandir(f"{folder}/{start}"))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                todo.append(f"{start}{entry.name}/")
            else:
                yield start + entry.name


def clear_folders(path: str) -> None:
    """Delete a folder that holds nothing but folders."""
    for parent, _, _ in os.walk(path, topdown=False):
        os.rmdir(parent)  # noqa: PTH106


def make_folder(path: str, made: list[str]) -> None:
    """Make a folder and those above it, appending each new one to `made`, outermost first."""
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileExistsError:
        if not os.path.isdir(path):  # noqa: PTH112
            raise
    except FileNotFoundError:
        make_folder(path.rpartition("/")[0], made)
        os.mkdir(path)  # noqa: PTH102
        made.append(path)
    else:
        made.append(path)


def replace_file(source: str, target: str) -> None:
    """Rename a file over another; on Windows, try for five seconds while another program holds it open."""
    for remaining in range(_RENAME_TRIES, -1, -1):
        try:
            os.replace(source, target)  # noqa: PTH105
        except PermissionError:
            if not (_IS_WINDOWS and remaining):
                raise
            time.sleep(0.1)
        else:
            return


def remove_empty_folders(root: str, path: str) -> None:
    """Remove the folders of a deleted file, from below the root, that hold nothing any more, innermost first."""
    for parent in Path(root, path).parents:
        if str(parent) == root:
            return
        try:
            parent.rmdir()
        except OSError:
            return
