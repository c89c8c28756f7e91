"""Where a target lies, and how its files are reached: a folder, or a place of rclone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sitegen.errors import UsageError
from sitegen.model import PublishTarget
from sitegen.model.folders import LOCAL_TARGETS
from sitegen.publishing.atomic_folder import folders_beside, next_folder
from sitegen.publishing.folder_files import FolderFiles
from sitegen.publishing.local_targets import read_local_targets
from sitegen.publishing.rclone_files import RcloneFiles, scratch_folder
from sitegen.publishing.rclone_server import find_rclone, run_rclone
from sitegen.publishing.target_files import TargetFiles
from sitegen.publishing.target_folder import find_folder


class Destination(Protocol):
    """Where a target lies."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def remedy(self) -> str:
        """What to look at when it fails."""
        ...

    @contextmanager
    def open(self) -> Iterator[TargetFiles]:
        """Yield its files as readers get them. Raises OSError where it cannot be reached."""
        ...

    def lock_files(self, files: TargetFiles) -> TargetFiles:
        """Return the files among which its lock lies, by its opened files."""
        ...

    @contextmanager
    def release_files(self, files: TargetFiles) -> Iterator[TargetFiles]:
        """Yield the files to which a release is sent, by its opened files."""
        ...


@dataclass(frozen=True, slots=True)
class FolderDestination:
    """A folder, or a link to one that changes in one moment."""

    folder: Path
    is_atomic: bool
    remedy: str = "check that its drive is connected, has room, and may be written"

    @property
    def name(self) -> str:
        """Return the folder."""
        return str(self.folder)

    @contextmanager
    def open(self) -> Iterator[TargetFiles]:
        """Yield the files of the folder."""
        yield FolderFiles(self.folder)

    def lock_files(self, files: TargetFiles) -> TargetFiles:
        """Return the files of the folder itself, or of that beside a link."""
        return FolderFiles(folders_beside(self.folder)) if self.is_atomic else files

    @contextmanager
    def release_files(self, files: TargetFiles) -> Iterator[TargetFiles]:
        """Yield the files of the folder itself, or of the next one that a link will lead to."""
        if self.is_atomic:
            with next_folder(self.folder) as fresh:
                yield fresh
        else:
            yield files


@dataclass(frozen=True, slots=True)
class RcloneDestination:
    """A place that rclone calls `remote`, with what it is given besides."""

    remote: str
    options: tuple[str, ...] = ()
    remedy: str = "check the connection, and what rclone says of it"

    @property
    def name(self) -> str:
        """Return what rclone calls it."""
        return self.remote

    @contextmanager
    def open(self) -> Iterator[TargetFiles]:
        """Yield its files, as long as rclone runs."""
        with scratch_folder() as folder, run_rclone(self.options) as server:
            yield RcloneFiles(server, self.remote, Path(folder))

    def lock_files(self, files: TargetFiles) -> TargetFiles:
        """Return its files."""
        return files

    @contextmanager
    def release_files(self, files: TargetFiles) -> Iterator[TargetFiles]:
        """Yield its files."""
        yield files


def find_destination(site: Path, target: PublishTarget) -> Destination:
    """Return where a target lies.

    Raises:
        UsageError: its folder cannot be a target, nothing says where it lies, two files do, or there is no rclone.
        ConfigError: publish.local.yaml has mistakes.
    """
    local = read_local_targets(site).get(target.name)
    if local is None and target.folder:
        return FolderDestination(find_folder(site, target), target.atomic)
    if local is None:
        headline = f'nothing says where the target "{target.name}" is'
        hint = f"give it a folder in site.yaml; for a place of rclone see docs/publishing.md, {LOCAL_TARGETS}"
        raise UsageError(headline, hint=hint)
    if target.folder:
        headline = f'both site.yaml and {LOCAL_TARGETS} say where the target "{target.name}" is'
        raise UsageError(headline, hint='leave out "folder" in site.yaml, or the target in the other file')
    if target.atomic:
        headline = f'the target "{target.name}" is no folder, and so it cannot be atomic'
        raise UsageError(headline, hint='leave out "atomic" in site.yaml')
    find_rclone()
    return RcloneDestination(local.remote, local.options)
