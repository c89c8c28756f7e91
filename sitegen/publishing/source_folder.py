"""Lay out the sources of a site in a folder of their own, to be built there in place of the working folder."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen.publishing.kept_releases import is_own_file, named_sources


def lay_out_sources(site: Path, folder: Path, changed: Mapping[str, bytes | Path]) -> None:
    """Empty a folder, and put the sources of a site there, but for what `changed` has in their places.

    `changed` are bytes, or files that hold them, by paths from the root of a site. What is no file of the site's own
    is not followed: a build refuses it there as it does in the site. Raises OSError where the disk fails.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in named_sources(site):
        if path in changed:
            continue
        if is_own_file(site, path):
            _place(site / path, folder / path)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).symlink_to((site / path).absolute())
    for path, data in changed.items():
        if isinstance(data, Path):
            _place(data, folder / path)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
