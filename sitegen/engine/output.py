"""Publish files: stage them beside the output folder, then rename them in under a journal.

Until the journal is written, the old output is untouched; once it is written, whoever comes next finishes the
commit. The promise covers a killed process and a full disk, not a power cut. Only files of the manifest are
ever deleted. The manifest lies in the output folder too, so that a lost store loses no knowledge of what is ours.
"""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.file_system import names_below
from sitegen.engine.journal import Journal
from sitegen.engine.rows import OutputRow, digest_of
from sitegen.engine.targets import check_targets
from sitegen.errors import UsageError

MANIFEST = ".sitegen-manifest"
STAGING_INSIDE = ".sitegen-staging"
"""The staging folder of an output that is a file system of its own (a mounted volume): renames stay inside it."""

_STAGED, _KEPT = "stage-", "kept-"
_ODD = re.compile("[\\x00-\\x1f\\x7f\ufffd]")
_MOST_NAME, _MOST_PATH = 255, 4000
_HEADER = "# The files of this folder that sitegen wrote, and may delete. Do not edit.\n"


class Staged(NamedTuple):
    """A file that waits for the commit: its path below the output folder, its staged name, its stat."""

    path: str
    name: str
    size: int
    mtime: int


class OutputFolder:
    """One output folder and the staging folder beside it; use it within the build's lock only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = os.path.realpath(folder)
        here = Path(self._root)
        if here.parent == here:
            headline = f"the output folder {folder} is a whole disk"
            raise UsageError(headline, hint="choose an empty folder of its own with --out")
        self.staging = staging_of(here, lambda path: path.stat().st_dev)
        self._journal = Journal(self._root, self.staging)
        self._count = 0

    def prepare(self, sources: Sequence[Path], homes: Sequence[Path]) -> None:
        """Check that the folder is missing, empty or ours, not in or around `sources`, not at or around `homes`.

        Whether it is ours is left open where another build may be at work; see `check_ours`. Raises UsageError
        where it is not so.
        """
        here = Path(self._root)
        if reason := why_misplaced(here, sources, homes):
            hint = "choose an empty folder of its own with --out"
            raise UsageError(f"the output folder {self.folder} {reason}", hint=hint)
        if here.exists() and not here.is_dir():
            raise UsageError(f"the output {self.folder} is a file", hint="choose a folder with --out")
        if not self.staging.is_dir():
            self.check_ours()

    def check_ours(self) -> None:
        """Check that the folder holds our manifest, or no file at all; call it within the lock.

        Raises UsageError where it is not so.
        """
        if not (Path(self._root) / MANIFEST).is_file() and not self.is_committing() and self.foreign(()):
            headline = f"the output folder {self.folder} holds files that sitegen did not write"
            raise UsageError(headline, hint="choose an empty folder with --out, or empty this one yourself")

    def recover(self) -> str:
        """Finish or undo a commit that was cut short, and delete what was only staged.

        Return a note for the person, empty if there was no such commit.
        """
        note = self._journal.recover(self.read_manifest()) if self.is_committing() else ""
        self.discard_staged()
        return note

    def is_committing(self) -> bool:
        """Whether a commit has begun that is not finished."""
        return self._journal.is_open()

    def discard_staged(self) -> None:
        """Delete the staged files."""
        for name in self._names(_STAGED):
            (self.staging / name).unlink()

    def stage(self, path: str, data: bytes) -> Staged:
        """Write one file next to the output, to be renamed in at the commit."""
        name = self._next_name()
        with open(f"{self.staging}/{name}", "wb") as file:  # noqa: PTH123 - one call for each page of a cold build
            file.write(data)
            file.flush()
            stat = os.fstat(file.fileno())
        return Staged(path, name, stat.st_size, stat.st_mtime_ns)

    def keep_staged(self, staged: Iterable[tuple[Staged, bytes]]) -> None:
        """Keep staged files (each with its digest) for a later build, and no others than these."""
        before = {*self._names(_KEPT)}
        for item, digest in staged:
            name = _KEPT + digest.hex()
            before.discard(name)
            (self.staging / item.name).replace(self.staging / name)
        for name in before:
            (self.staging / name).unlink()

    def stage_kept(self, path: str, digest: bytes) -> Staged | None:
        """Stage the kept file that has a digest, or return None if there is none."""
        kept = self.staging / (_KEPT + digest.hex())
        try:
            is_whole = digest_of(kept.read_bytes()) == digest
        except OSError:
            return None
        if not is_whole:
            return None
        name = self._next_name()
        staged = kept.replace(self.staging / name)
        stat = staged.stat()
        return Staged(path, name, stat.st_size, stat.st_mtime_ns)

    def check(self, paths: Iterable[str], ours: AbstractSet[str], pruned: Iterable[str]) -> None:
        """Check that the commit of these paths can be carried out; see `check_targets`."""
        check_targets(self._root, paths, ours, frozenset(pruned))

    def commit(self, staged: Iterable[Staged], prune: Iterable[str]) -> None:
        """Put the staged files in place and delete the pruned ones: all, or after a kill all at the next run."""
        self._journal.commit([(item.name, item.path) for item in staged], sorted(prune))

    def finish(self) -> None:
        """Forget the journal, once the store has recorded the manifest."""
        self._journal.close()

    def changed(self, rows: Iterable[OutputRow], committed_at: int) -> list[OutputRow]:
        """Return the files of the manifest that are gone, or differ from what was committed at that time (ns)."""
        changed = []
        stat, root = os.stat, self._root
        for row in rows:
            path, _, digest, size, mtime = row
            try:
                now = stat(f"{root}/{path}")
            except OSError:
                changed.append(row)
                continue
            if (
                now.st_mtime_ns != mtime
                or now.st_size != size
                or (mtime >= committed_at and digest_of(Path(root, path).read_bytes()) != digest)
            ):
                changed.append(row)
        return changed

    def now(self) -> int:
        """Return the time (ns) of the file system's own clock."""
        self.staging.mkdir(parents=True, exist_ok=True)
        clock = self.staging / "clock"
        clock.write_bytes(b"")
        return clock.stat().st_mtime_ns

    def same(self, path: str, data: bytes) -> Staged | None:
        """Return a file that is already in the folder with these bytes, with its stat, or None."""
        target = Path(self._root, path)
        try:
            stat = target.stat()
            if stat.st_size != len(data) or target.read_bytes() != data:
                return None
        except OSError:
            return None
        return Staged(path, "", stat.st_size, stat.st_mtime_ns)

    def read_manifest(self) -> frozenset[str]:
        """Return the paths that the folder's own manifest names; none if there is no manifest."""
        try:
            text = (self.folder / MANIFEST).read_text("utf-8", "replace")
        except OSError:
            return frozenset()
        return manifest_paths(text)

    def manifest_digest(self) -> bytes | None:
        """Return the digest of the folder's own manifest, or None if there is none."""
        try:
            return digest_of((self.folder / MANIFEST).read_bytes())
        except OSError:
            return None

    def _next_name(self) -> str:
        """Return the name of the next staged file; the staging folder is there then."""
        self._count += 1
        if self._count == 1:
            self.staging.mkdir(parents=True, exist_ok=True)
        return f"{_STAGED}{self._count}"

    def _names(self, start: str) -> list[str]:
        """Return the names in the staging folder that begin with a text."""
        if not self.staging.is_dir():
            return []
        return [name for name in os.listdir(self.staging) if name.startswith(start)]  # noqa: PTH208 - names are enough

    def foreign(self, ours: Iterable[str]) -> list[str]:
        """Return the files in the folder that sitegen did not write, sorted."""
        known = {*ours, MANIFEST}
        inside = f"{STAGING_INSIDE}/"
        return sorted(name for name in names_below(self._root) if name not in known and not name.startswith(inside))


def why_misplaced(here: Path, sources: Sequence[Path], homes: Sequence[Path]) -> str:
    """Return why nothing may be written to a folder whose links are resolved, as the end of a sentence; else empty.

    It may not lie in or around `sources`, nor be or contain one of `homes`.
    """
    for other in (path.resolve() for path in sources):
        if other in here.parents:
            return f"lies in {other}"
    for other in (path.resolve() for path in (*sources, *homes)):
        if here == other or here in other.parents:
            return f"is, or contains, {other}"
    return ""


def staging_of(here: Path, device: Callable[[Path], int]) -> Path:
    """Return the staging folder of an output: beside it, or inside it if `device` says that these differ."""
    if here.is_dir() and device(here) != device(here.parent):
        return here / STAGING_INSIDE
    return here.with_name(f".{here.name}.sitegen")


def _can_be_ours(line: str) -> bool:
    """Whether a line of a manifest is a path below the folder that every disk can have."""
    parts = line.split("/")
    is_plain = not line.startswith("#") and not _ODD.search(line) and not {"", ".", ".."}.intersection(parts)
    return is_plain and len(line.encode()) <= _MOST_PATH and max(len(part.encode()) for part in parts) <= _MOST_NAME


def manifest_paths(text: str) -> frozenset[str]:
    """Return the paths that the text of a manifest names.

    Lines that no file of ours can have, as in a manifest that was damaged, are left out.
    """
    return frozenset(line for line in text.split("\n") if _can_be_ours(line))


def manifest_text(paths: Iterable[str]) -> str:
    """Return the text of the manifest in the output folder: a comment, then one path a line, sorted."""
    return _HEADER + "".join(f"{path}\n" for path in sorted(paths))
