"""A target whose folder is a link: a new folder is made beside it, and the link changes in one moment.

The folders lie in `.NAME.sitegen-publish` beside the link NAME, with numbers as names. The last two stay.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.engine.file_system import names_below
from sitegen.publishing.folder_files import FolderFiles
from sitegen.publishing.target_errors import TargetError

_NUMBER = re.compile(r"\d{1,9}")


def folders_beside(link: Path) -> Path:
    """Return the folder, beside a link, of the folders that it is set to."""
    return link.with_name(f".{link.name}.sitegen-publish")


@contextmanager
def next_folder(link: Path) -> Iterator[FolderFiles]:
    """Yield a copy of the folder that a link leads to, and at the end of the block set the link to it.

    After an exception the link stays as it was. Files that the two have in common take no room twice, where the disk
    can do that. Raises OSError where the disk fails, and TargetError where the link changed meanwhile.
    """
    place, before = folders_beside(link), _where(link)
    numbers = sorted(_numbers(place))
    current = int(Path(before).name) if before and Path(before).parent == place else max(numbers, default=0)
    fresh = place / str(max(numbers, default=0) + 1)
    fresh.mkdir(parents=True)
    if before:
        for name in names_below(before):
            _copy(Path(before, name), fresh / name)
    yield FolderFiles(fresh)
    if _where(link) != before:
        raise TargetError("the link was changed meanwhile", path=str(link), hint="publish again")
    _set(link, fresh)
    for number in numbers:
        if number != current:  # older ones, and what a cut left
            shutil.rmtree(place / str(number))


def _where(link: Path) -> str:
    return os.path.realpath(link) if link.is_symlink() else ""


def _set(link: Path, folder: Path) -> None:
    fresh = folders_beside(link) / "link"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(folder.parent.name, folder.name), target_is_directory=True)
    fresh.replace(link)


def _numbers(place: Path) -> Iterator[int]:
    if place.is_dir():
        yield from (int(path.name) for path in place.iterdir() if _NUMBER.fullmatch(path.name))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        target.symlink_to(os.readlink(source))  # noqa: PTH115 - as it is written
        return
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
