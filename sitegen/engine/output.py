"""Publish files: stage them beside the output folder, then rename them in under a journal.

Until the journal is written, the old output is untouched; once it is written, whoever comes next finishes the
commit. The promise covers a killed process and a full disk, not a power cut. Only files of the manifest are
ever deleted. The manifest lies in the output folder too, so that a lost store loses no knowledge of what is ours.
"""

import json
import os
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from stat import S_ISDIR, S_ISLNK
from typing import NamedTuple, TypedDict

from sitegen.engine.file_system import clear_folders, in_the_way, make_folder, mode_of, names_below, replace_file
from sitegen.engine.rows import OutputRow, digest_of
from sitegen.errors import BuildError, UsageError

MANIFEST = ".sitegen-manifest"
STAGING_INSIDE = ".sitegen-staging"
"""The staging folder of an output that is a file system of its own (a mounted volume): renames stay inside it."""

_HEADER = "# The files of this folder that sitegen wrote, and may delete. Do not edit.\n"


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
        here = Path(self._root)
        self.staging = staging_of(here, lambda path: path.stat().st_dev)
        self._journal = self.staging / "journal.json"
        self._count = 0

    def prepare(self, sources: Sequence[Path], homes: Sequence[Path]) -> None:
        """Check that the folder is missing, empty or ours, not in or around `sources`, not at or around `homes`.

        Whether it is ours is left open where another build may be at work; see `check_ours`. Raises UsageError
        where it is not so.
        """
        here = Path(self._root)
        hint = "choose an empty folder of its own with --out"
        for other in (path.resolve() for path in sources):
            if other in here.parents:
                raise UsageError(f"the output folder {self.folder} lies in {other}", hint=hint)
        for other in (path.resolve() for path in (*sources, *homes)):
            if here == other or here in other.parents:
                raise UsageError(f"the output folder {self.folder} is, or contains, {other}", hint=hint)
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

    def recover(self) -> bool:
        """Finish a commit that was cut short, and delete what was only staged; return whether there was one."""
        interrupted = self.is_committing()
        if interrupted:
            self._roll_forward(json.loads(self._journal.read_text("utf-8")))
            self.finish()
        self.discard_staged()
        return interrupted

    def is_committing(self) -> bool:
        """Whether a commit has begun that is not finished."""
        return self._journal.is_file()

    def discard_staged(self) -> None:
        """Delete the staged files."""
        if self.staging.is_dir():
            for name in os.listdir(self.staging):  # noqa: PTH208 - names are enough
                if name.startswith("stage-"):
                    (self.staging / name).unlink()

    def stage(self, path: str, data: bytes) -> Staged:
        """Write one file next to the output, to be renamed in at the commit."""
        self._count += 1
        name = f"stage-{self._count}"
        if self._count == 1:
            self.staging.mkdir(parents=True, exist_ok=True)
        with open(f"{self.staging}/{name}", "wb") as file:  # noqa: PTH123 - one call for each page of a cold build
            file.write(data)
            file.flush()
            stat = os.fstat(file.fileno())
        return Staged(path, name, stat.st_size, stat.st_mtime_ns)

    def commit(self, staged: Iterable[Staged], prune: Iterable[str]) -> None:
        """Put the staged files in place and delete the pruned ones, all or, after a kill, all at the next run."""
        plan: _Plan = {"renames": [(item.name, item.path) for item in staged], "prunes": sorted(prune)}
        self.staging.mkdir(parents=True, exist_ok=True)
        made: list[str] = []
        try:
            self._make_folders(plan, made)
            draft = self.staging / "stage-journal"
            draft.write_text(json.dumps(plan), "utf-8")
            draft.replace(self._journal)
        except OSError:
            for folder in reversed(made):
                os.rmdir(folder)  # noqa: PTH106
            raise
        self._roll_forward(plan, made)

    def finish(self) -> None:
        """Forget the journal, once the store has taken the manifest."""
        self._journal.unlink(missing_ok=True)

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
        return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))

    def manifest_digest(self) -> bytes | None:
        """Return the digest of the folder's own manifest, or None if there is none."""
        try:
            return digest_of((self.folder / MANIFEST).read_bytes())
        except OSError:
            return None

    def foreign(self, ours: Iterable[str]) -> list[str]:
        """Return the files in the folder that sitegen did not write, sorted."""
        known = {*ours, MANIFEST}
        inside = f"{STAGING_INSIDE}/"
        return sorted(name for name in names_below(self._root) if name not in known and not name.startswith(inside))

    def check_free(self, paths: Iterable[str], ours: AbstractSet[str], pruned: Iterable[str]) -> None:
        """Check that no file of someone else is where files are to go, and that no link leads out of the folder.

        Raises BuildError that names the first such place.
        """
        going, seen = frozenset(pruned), {""}
        for path in going:
            self._keep_inside(f"{self._root}/{path}".rpartition("/")[0])
        for path in paths:
            self._check_folder(path.rpartition("/")[0], going, seen)
            target = f"{self._root}/{path}"
            mode = mode_of(target)
            if S_ISDIR(mode):
                if any(f"{path}/{name}" not in going for name in names_below(target)):
                    raise in_the_way(target)
            elif mode and path not in ours:
                raise in_the_way(target)

    def _check_folder(self, folder: str, going: AbstractSet[str], seen: set[str]) -> None:
        if folder in seen:
            return
        if folder.rpartition("/")[2] in {"", ".", ".."}:
            raise BuildError("this path leads out of the output folder", path=folder)
        self._check_folder(folder.rpartition("/")[0], going, seen)
        seen.add(folder)
        target = f"{self._root}/{folder}"
        mode = mode_of(target)
        if S_ISLNK(mode) and folder not in going:
            self._keep_inside(target)
            mode = os.stat(target).st_mode  # noqa: PTH116
        if mode and not S_ISDIR(mode) and folder not in going:
            raise in_the_way(target)

    def _make_folders(self, plan: _Plan, made: list[str]) -> None:
        """Make the folders that the commit needs, while it can still be given up."""
        for parent in sorted({f"{self._root}/{path}".rpartition("/")[0] for _, path in plan["renames"]}):
            try:
                make_folder(parent, made)
            except (FileExistsError, NotADirectoryError):
                continue  # a file that is to be pruned first stands here

    def _roll_forward(self, plan: "_Plan", ready: Iterable[str] = ()) -> None:
        """Carry out a commit; `ready` are the folders that this process itself has just made for it."""
        for path in plan["prunes"]:
            self._prune(path)
        seen = {path.removeprefix(f"{self._root}/") for path in ready}
        for name, path in plan["renames"]:
            source, target = f"{self.staging}/{name}", f"{self._root}/{path}"
            if not ready and not os.path.lexists(source):
                continue
            self._open_folder(path.rpartition("/")[0], seen)
            try:
                replace_file(source, target)
            except (IsADirectoryError, PermissionError):
                clear_folders(target)
                replace_file(source, target)

    def _open_folder(self, folder: str, seen: set[str]) -> None:
        """Make a folder if there is none, and check that no link on the way to it leads out."""
        if folder in seen:
            return
        seen.add(folder)
        if not folder:
            os.makedirs(self._root, exist_ok=True)  # noqa: PTH103
            return
        self._open_folder(folder.rpartition("/")[0], seen)
        target = f"{self._root}/{folder}"
        mode = mode_of(target)
        if S_ISLNK(mode):
            self._keep_inside(target)
        elif not mode:
            os.mkdir(target)  # noqa: PTH102

    def _keep_inside(self, parent: str) -> None:
        real = os.path.realpath(parent)
        if real != self._root and not real.startswith(self._root + os.sep):
            hint = "remove the link; sitegen writes only inside the output folder"
            raise BuildError("a link leads out of the output folder", path=parent, hint=hint)

    def _prune(self, path: str) -> None:
        target = Path(self._root, path)
        self._keep_inside(str(target.parent))
        try:
            target.unlink()
        except (FileNotFoundError, NotADirectoryError):
            pass
        except (IsADirectoryError, PermissionError):
            if not target.is_dir():
                raise
        for parent in target.parents:
            if str(parent) == self._root:
                return
            try:
                parent.rmdir()
            except OSError:
                return


def staging_of(here: Path, device: Callable[[Path], int]) -> Path:
    """Return the staging folder of an output: beside it, or inside it if `device` says that these differ."""
    if here.is_dir() and device(here) != device(here.parent):
        return here / STAGING_INSIDE
    return here.with_name(f".{here.name}.sitegen")


def manifest_text(paths: Iterable[str]) -> str:
    """Return the text of the manifest in the output folder: a comment, then one path a line, sorted."""
    return _HEADER + "".join(f"{path}\n" for path in sorted(paths))
