"""What a target of publishing can do with files, whether it is a folder or another place."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol


class FileStat(NamedTuple):
    """Size in bytes, and time of change in nanoseconds."""

    size: int
    changed: int


class TargetFiles(Protocol):
    """The files of a target, by their paths with `/` between folders. Each method raises OSError where it fails."""

    @property
    def at_once(self) -> int:
        """How many files may be put at the same time."""
        ...

    @property
    def name(self) -> str:
        """What people call the target."""
        ...

    def stat(self, path: str) -> FileStat | None:
        """Return what is known of a file without reading it; None if there is none."""
        ...

    def names(self) -> Iterator[str]:
        """Yield the paths of all files, but for those of the target's own state."""
        ...

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file, in hex digits."""
        ...

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file; None if there is none."""
        ...

    def put(self, path: str, source: Path | bytes) -> FileStat:
        """Write a file, whole or not at all, in the place of one that may be there."""
        ...

    def create(self, path: str, data: bytes) -> bool:
        """Write a small file if there is none; return whether there was none."""
        ...

    def delete(self, path: str) -> None:
        """Delete a file, and the folders above it that hold nothing any more; what is not there is deleted."""
        ...
