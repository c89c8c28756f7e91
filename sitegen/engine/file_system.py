"""Files and folders of the operating system: what stands where, and making, moving and clearing it."""

import os
import time
from collections.abc import Iterator

from sitegen.errors import BuildError

_RENAME_TRIES = 50
_IS_WINDOWS = os.name == "nt"


def mode_of(path: str) -> int:
    """Give the kind of what stands at a path, links not followed; 0 where there is nothing."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def in_the_way(path: str) -> BuildError:
    """Say that something which is not ours stands where a file of the site is to go."""
    hint = "sitegen deletes only what it wrote: move it away, then build again"
    return BuildError("something that sitegen did not write is in the way", path=path, hint=hint)


def names_below(folder: str) -> Iterator[str]:
    """Give the paths of all files and links below a folder, relative to it; what cannot be looked into has none."""
    todo = [""]
    while todo:
        start = todo.pop()
        try:
            found = list(os.scandir(f"{folder}/{start}"))
        except OSError:
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                todo.append(f"{start}{entry.name}/")
            else:
                yield start + entry.name


def clear_folders(path: str) -> None:
    """Delete a folder that holds nothing but folders."""
    for parent, _, _ in os.walk(path, topdown=False):
        os.rmdir(parent)  # noqa: PTH106


def make_folder(path: str, made: list[str]) -> None:
    """Make a folder and those above it, noting each one made."""
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
    """Rename over; on Windows a file held open by another program is tried again for five seconds."""
    for remaining in range(_RENAME_TRIES, -1, -1):
        try:
            os.replace(source, target)  # noqa: PTH105
        except PermissionError:
            if not (_IS_WINDOWS and remaining):
                raise
            time.sleep(0.1)
        else:
            return
