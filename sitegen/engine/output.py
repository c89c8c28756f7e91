"""Publish files: stage them beside the output folder, then rename them in under a journal.

Until the journal is written, the old output is untouched; once it is written, whoever comes next finishes the
commit. The promise covers a killed process and a full disk, not a power cut. Only files of the manifest are
ever deleted. The manifest lies in the output folder too, so that a lost store loses no knowledge of what is ours.
"""

import json
import os
import shutil
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

from sitegen.engine.store import OutputRow, digest_of
from sitegen.errors import BuildError, UsageError

MANIFEST = ".sitegen-manifest"
_HEADER = "# The files of this folder that sitegen wrote, and may delete. Do not edit.\n"
_RENAME_TRIES = 50
_IS_WINDOWS = os.name == "nt"


class _Plan(TypedDict):
    """The journal of a commit: (staged name, path) of each rename, and the paths to delete first."""

    renames: list[tuple[str, str]]
    prunes: list[str]


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
        self.staging = folder.parent / f".{folder.name}.sitegen"
        self._journal = self.staging / "journal.json"
        self._count = 0

    def prepare(self, sources: Sequence[Path], homes: Sequence[Path]) -> None:
        """Check that the folder is missing, empty or ours, not in or around `sources`, not at or around `homes`.

        Raises UsageError where it is not so.
        """
        here = Path(self._root)
        hint = "choose an empty folder of its own with --out"
        for other in (path.resolve() for path in sources):
            if other in here.parents:
                raise UsageError(f"the output folder {self.folder} lies in {other}", hint=hint)
        for other in (path.resolve() for path in (*sources, *homes)):
            if here == other or here in other.parents:
                raise UsageError(f"the output folder {self.folder} is, or contains, {other}", hint=hint)
        if here.is_file():
            raise UsageError(f"the output {self.folder} is a file", hint="choose a folder with --out")
        ours = (here / MANIFEST).is_file() or self._journal.is_file()
        if here.is_dir() and not ours and any(here.iterdir()):
            headline = f"the output folder {self.folder} holds files that sitegen did not write"
            raise UsageError(headline, hint="choose an empty folder with --out, or empty this one yourself")

    def recover(self) -> bool:
        """Finish a commit that was cut short, and clear away what was only staged; says whether there was one."""
        interrupted = self._journal.is_file()
        if interrupted:
            self._roll_forward(json.loads(self._journal.read_text("utf-8")))
        self.discard_staged()
        return interrupted

    def discard_staged(self) -> None:
        """Throw away staged files."""
        if self.staging.is_dir():
            for name in os.listdir(self.staging):  # noqa: PTH208 - names are enough
                if name.startswith("stage-"):
                    (self.staging / name).unlink()

    def stage(self, path: str, data: bytes) -> Staged:
        """Write one file next to the output, to be renamed in at the commit."""
        self._count += 1
        name = f"stage-{self._count}"
        self.staging.mkdir(parents=True, exist_ok=True)
        with open(self.staging / name, "wb") as file:  # noqa: PTH123 - one call for each page of a cold build
            file.write(data)
            file.flush()
            found = os.fstat(file.fileno())
        return Staged(path, name, found.st_size, found.st_mtime_ns)

    def commit(self, staged: Iterable[Staged], prune: Iterable[str]) -> None:
        """Put the staged files in place and delete the pruned ones, all or, after a kill, all at the next run.

        Raises BuildError where a file that is not ours stands in the way.
        """
        plan: _Plan = {"renames": [(item.name, item.path) for item in staged], "prunes": sorted(prune)}
        self.staging.mkdir(parents=True, exist_ok=True)
        self._make_folders(plan)
        draft = self.staging / "stage-journal"
        draft.write_text(json.dumps(plan), "utf-8")
        draft.replace(self._journal)
        self._roll_forward(plan)

    def finish(self) -> None:
        """Forget the journal, once the store has taken the manifest."""
        self._journal.unlink(missing_ok=True)

    def changed(self, rows: Iterable[OutputRow], committed_at: int) -> list[OutputRow]:
        """Give the files of the manifest that are not as they were committed at that time (ns), or are gone."""
        found = []
        stat, root = os.stat, self._root
        for row in rows:
            path, _, digest, size, mtime = row
            try:
                now = stat(f"{root}/{path}")
            except OSError:
                found.append(row)
                continue
            if (
                now.st_mtime_ns != mtime
                or now.st_size != size
                or (mtime >= committed_at and digest_of(Path(root, path).read_bytes()) != digest)
            ):
                found.append(row)
        return found

    def now(self) -> int:
        """Give the time (ns) of the file system's own clock."""
        self.staging.mkdir(parents=True, exist_ok=True)
        clock = self.staging / "clock"
        clock.write_bytes(b"")
        return clock.stat().st_mtime_ns

    def same(self, path: str, data: bytes) -> Staged | None:
        """Give the stat of a file that is already there with these bytes, or None."""
        target = Path(self._root, path)
        try:
            found = target.stat()
            if found.st_size != len(data) or target.read_bytes() != data:
                return None
        except OSError:
            return None
        return Staged(path, "", found.st_size, found.st_mtime_ns)

    def read_manifest(self) -> frozenset[str]:
        """Give the paths that the folder's own manifest names; empty where there is none."""
        try:
            text = (self.folder / MANIFEST).read_text("utf-8")
        except OSError:
            return frozenset()
        return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))

    def foreign(self, ours: Iterable[str]) -> list[str]:
        """Give the files in the folder that we did not write, sorted."""
        known = {*ours, MANIFEST}
        found = []
        for parent, _, names in os.walk(self._root):
            start = "" if parent == self._root else os.path.relpath(parent, self._root).replace(os.sep, "/") + "/"
            found += [start + name for name in names if start + name not in known]
        return sorted(found)

    def check_free(self, paths: Iterable[str], ours: frozenset[str]) -> None:
        """See that nothing that is not ours stands where new files are to go.

        Raises BuildError that names the first such file.
        """
        for path in paths:
            target = f"{self._root}/{path}"
            if path not in ours and os.path.lexists(target):
                hint = "sitegen deletes only what it wrote: move this file away, then build again"
                raise BuildError("a file that sitegen did not write is in the way", path=target, hint=hint)

    def _make_folders(self, plan: "_Plan") -> None:
        """Make the folders that the commit needs while it can still be given up."""
        made: list[str] = []
        try:
            parents = {os.path.dirname(f"{self._root}/{path}") for _, path in plan["renames"]}  # noqa: PTH120
            for parent in sorted(parents):
                _make_folder(parent, made)
        except (FileExistsError, NotADirectoryError):
            pass  # a file that is to be pruned first stands here
        except OSError:
            for folder in reversed(made):
                os.rmdir(folder)  # noqa: PTH106
            raise

    def _roll_forward(self, plan: "_Plan") -> None:
        for path in plan["prunes"]:
            self._prune(path)
        made = set()
        for name, path in plan["renames"]:
            source, target = f"{self.staging}/{name}", f"{self._root}/{path}"
            if not os.path.lexists(source):
                continue
            parent = os.path.dirname(target)  # noqa: PTH120
            if parent not in made:
                os.makedirs(parent, exist_ok=True)  # noqa: PTH103
                self._keep_inside(parent)
                made.add(parent)
            _replace(source, target)

    def _keep_inside(self, parent: str) -> None:
        real = os.path.realpath(parent)
        if real != self._root and not real.startswith(self._root + os.sep):
            hint = "remove the link; sitegen writes only inside the output folder"
            raise BuildError("a link leads out of the output folder", path=parent, hint=hint)

    def _prune(self, path: str) -> None:
        target = Path(self._root, path)
        self._keep_inside(str(target.parent))
        target.unlink(missing_ok=True)
        for parent in target.parents:
            if str(parent) == self._root:
                return
            try:
                parent.rmdir()
            except OSError:
                return


def manifest_text(paths: Iterable[str]) -> str:
    """Write the manifest that lies in the output folder: a comment, then one path a line, sorted."""
    return _HEADER + "".join(f"{path}\n" for path in sorted(paths))


def remove_folder(path: Path) -> None:
    """Delete a folder of our own state, if it is there."""
    shutil.rmtree(path, ignore_errors=True)


def _make_folder(path: str, made: list[str]) -> None:
    """Make a folder and those above it, noting each one made."""
    if os.path.isdir(path):  # noqa: PTH112
        return
    _make_folder(os.path.dirname(path), made)  # noqa: PTH120
    os.mkdir(path)  # noqa: PTH102
    made.append(path)


def _replace(source: str, target: str) -> None:
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
