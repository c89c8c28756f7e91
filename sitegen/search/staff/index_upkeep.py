"""Keep the staff's index as the last build left the site: nothing is done where its stamp is that of the build.

Importing this imports no Whoosh.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sitegen.engine.locks import hold

if TYPE_CHECKING:
    from sitegen.search.documents import Document
    from sitegen.search.reader.index_records import Vector
    from sitegen.search.staff.whoosh_index import StaffIndex

_STAMP = "stamp"
"""The file of the index that says which build it was last compared with."""


class FinishedBuild(Protocol):
    """What the index is made from."""

    @property
    def layout(self) -> str:
        """A text that differs where an index of before cannot be used."""

    @property
    def stamp(self) -> str:
        """A text that differs after every build that had something to do."""

    def digests(self) -> Mapping[str, bytes]:
        """Return the digest of each listed page, by its path below content/."""

    def load(self, path: str) -> "tuple[Document, Vector]":
        """Return a listed page as search sees it, and its words."""


def is_current(folder: Path, build: FinishedBuild) -> bool:
    """Whether the index in a folder was compared with this very build before."""
    stamp = folder / _STAMP
    return stamp.is_file() and stamp.read_text("utf-8") == _stamp(build)


def bring_up_to_date(folder: Path, build: FinishedBuild, notify: Callable[[str], None]) -> "StaffIndex":
    """Return the index in a folder after making it hold the pages of a build; `notify` says what it waits for."""
    from sitegen.search.staff.whoosh_index import StaffIndex

    index = StaffIndex(folder, build.layout)
    if not is_current(folder, build):
        with hold(folder.with_suffix(".lock"), notify):
            index.update(build.digests(), build.load)
            (folder / _STAMP).write_text(_stamp(build), "utf-8")
    return index


def _stamp(build: FinishedBuild) -> str:
    return f"{build.layout} {build.stamp}"
