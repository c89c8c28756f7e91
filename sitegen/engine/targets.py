"""The places where the files of a commit are to go: whether they are free, and possible at all.

Everything is checked before the journal is written, so that a commit that has begun can be finished.
"""

import os
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from stat import S_ISDIR, S_ISLNK

from sitegen.engine.file_system import in_the_way, is_same_file, mode_of, names_below
from sitegen.errors import BuildError

_SHORTER = "give the page, the file or the term that it comes from a shorter name"


def check_targets(root: str, paths: Iterable[str], ours: AbstractSet[str], pruned: AbstractSet[str]) -> None:
    """Check that files can go to these paths below the folder `root`, once the pruned ones are deleted.

    Raises BuildError for the first path that the disk cannot have, that leads out of the folder, or that a file of
    someone else (not among `ours`) blocks.
    """
    seen = {""}
    spellings = {path.casefold(): path for path in pruned}

    def is_pruned(path: str) -> bool:
        """Whether a path is to be pruned, by this spelling or, where it is the same file, by another one."""
        other = spellings.get(path.casefold(), path)
        return path in pruned or (other != path and is_same_file(f"{root}/{other}", f"{root}/{path}"))

    for path in pruned:
        check_inside(root, f"{root}/{path}".rpartition("/")[0])
    for path in paths:
        _check_length(root, path)
        _check_folder(root, path.rpartition("/")[0], is_pruned, seen)
        target = f"{root}/{path}"
        mode = mode_of(target)
        if S_ISDIR(mode):
            if not all(is_pruned(f"{path}/{name}") for name in names_below(target)):
                raise in_the_way(target)
        elif mode and path not in ours and not is_pruned(path):
            raise in_the_way(target)


def check_inside(root: str, folder: str) -> None:
    """Check that a folder, its links resolved, is `root` or lies in it. Raises BuildError if not."""
    real = os.path.realpath(folder)
    if real != root and not real.startswith(root + os.sep):
        hint = "remove the link; sitegen writes only inside the output folder"
        raise BuildError("a link leads out of the output folder", path=folder, hint=hint)


def _check_folder(root: str, folder: str, is_pruned: Callable[[str], bool], seen: set[str]) -> None:
    if folder in seen:
        return
    if folder.rpartition("/")[2] in {"", ".", ".."}:
        raise BuildError("this path leads out of the output folder", path=folder)
    _check_folder(root, folder.rpartition("/")[0], is_pruned, seen)
    seen.add(folder)
    target = f"{root}/{folder}"
    mode = mode_of(target)
    if not mode or S_ISDIR(mode) or is_pruned(folder):
        return
    if S_ISLNK(mode):
        check_inside(root, target)
        if S_ISDIR(os.stat(target).st_mode):  # noqa: PTH116
            return
    raise in_the_way(target)


def _check_length(root: str, path: str) -> None:
    most_name, most_path = _limits()
    name = max(path.split("/"), key=_length)
    if _length(name) > most_name:
        headline = f"this name of {_length(name)} bytes is too long for the disk, which takes {most_name}"
        raise BuildError(headline, path=path, hint=_SHORTER)
    whole = _length(f"{root}/{path}")
    if whole >= most_path:
        headline = f"this path of {whole} bytes is too long for the disk, which takes {most_path - 1}"
        raise BuildError(headline, path=f"{path[:100]}...", hint=_SHORTER)


def _length(text: str) -> int:
    return len(os.fsencode(text))


def _limits() -> tuple[int, int]:
    """Return the most bytes of a name, and one more than the most bytes of a path."""
    return (255, 4096) if os.name == "posix" else (255, 32_767)
