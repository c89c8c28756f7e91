"""The journal of a commit: written before the first rename, so that whoever comes next can finish or undo it."""

import json
import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from stat import S_ISLNK
from typing import TypedDict

from sitegen.engine.file_system import (
    clear_folders,
    is_same_file,
    make_folder,
    mode_of,
    remove_empty_folders,
    replace_file,
)
from sitegen.engine.targets import check_inside

FINISHED = "finished a build that had been cut short"
DAMAGED = "a build had been cut short, and the list of what it had to do is damaged, so everything was looked at anew"
UNDONE = "a build that had been cut short could not be finished, so it was undone: {}"


class CommitPlan(TypedDict):
    """What a commit does: (staged name, path) of each rename, and the paths to delete."""

    renames: list[tuple[str, str]]
    prunes: list[str]


class Journal:
    """The journal in the staging folder of the output folder `root`, whose links are resolved."""

    def __init__(self, root: str, staging: Path) -> None:
        self._root = root
        self._staging = staging
        self._file = staging / "journal.json"

    def is_open(self) -> bool:
        """Whether a commit has begun that is not finished."""
        return self._file.is_file()

    def commit(self, renames: list[tuple[str, str]], prunes: list[str]) -> None:
        """Rename (staged name, path) into place and delete `prunes`; after a kill, `recover` does the rest.

        Raises OSError before anything is changed if a folder cannot be made or the journal cannot be written.
        """
        plan: CommitPlan = {"renames": renames, "prunes": prunes}
        self._staging.mkdir(parents=True, exist_ok=True)
        made: list[str] = []
        try:
            self._make_folders(plan, made)
            draft = self._staging / "stage-journal"
            draft.write_text(json.dumps(plan), "utf-8")
            draft.replace(self._file)
        except OSError:
            for folder in reversed(made):
                os.rmdir(folder)  # noqa: PTH106
            raise
        self._roll_forward(plan, made)

    def close(self) -> None:
        """Forget the commit, which is finished or undone."""
        self._file.unlink(missing_ok=True)

    def recover(self, listed: AbstractSet[str]) -> str:
        """Finish a commit that was cut short, or undo it if that cannot be done; return a note for the person.

        `listed` are the files that the folder's manifest names. The note is empty if there was no such commit. A
        commit that is undone leaves no file behind that the manifest does not name, and is not tried again.
        """
        if not self.is_open():
            return ""
        try:
            plan: CommitPlan = json.loads(self._file.read_text("utf-8"))
        except ValueError:
            self.close()
            return DAMAGED
        try:
            self._roll_forward(plan)
            note = FINISHED
        except OSError as error:
            self._roll_back(plan, listed)
            note = UNDONE.format(f"{error.strerror or error} ({error.filename})" if error.filename else error)
        self.close()
        return note

    def _make_folders(self, plan: CommitPlan, made: list[str]) -> None:
        """Make the folders that the commit needs, while it can still be given up."""
        for parent in sorted({f"{self._root}/{path}".rpartition("/")[0] for _, path in plan["renames"]}):
            try:
                make_folder(parent, made)
            except (FileExistsError, NotADirectoryError):
                continue  # a file that is to be pruned first stands here

    def _roll_forward(self, plan: CommitPlan, ready: Iterable[str] = ()) -> None:
        """Carry out a commit; `ready` are the folders that this process itself has just made for it.

        Folders that lose their last file are removed at the end: until then a rename may need them.
        """
        renames = {path.casefold(): (name, path) for name, path in plan["renames"]}
        for path in plan["prunes"]:
            if not self._is_respelled(path, *renames.get(path.casefold(), ("", path))):
                self._delete(path)
        seen = {path.removeprefix(f"{self._root}/") for path in ready}
        self._respell_folders(plan)
        for name, path in plan["renames"]:
            source, target = f"{self._staging}/{name}", f"{self._root}/{path}"
            if not ready and not os.path.lexists(source):
                continue
            self._open_folder(path.rpartition("/")[0], seen)
            try:
                replace_file(source, target)
            except (IsADirectoryError, PermissionError):
                clear_folders(target)
                replace_file(source, target)
        for path in plan["prunes"]:
            remove_empty_folders(self._root, path)

    def _roll_back(self, plan: CommitPlan, listed: AbstractSet[str]) -> None:
        """Delete the files of a commit that the manifest does not name; those that it names are made again."""
        for name, path in plan["renames"]:
            is_done = not os.path.lexists(f"{self._staging}/{name}")
            if is_done and path not in listed:
                self._delete(path)
                remove_empty_folders(self._root, path)

    def _is_respelled(self, path: str, name: str, other: str) -> bool:
        """Whether a path to be pruned is by now the file `other`, once staged as `name`: the disk may ignore case."""
        is_done = other != path and not os.path.lexists(f"{self._staging}/{name}")
        return is_done and is_same_file(f"{self._root}/{other}", f"{self._root}/{path}")

    def _respell_folders(self, plan: CommitPlan) -> None:
        """Rename the folders of pruned files to the case that new files want, on a disk that ignores case."""
        old = {folder.casefold(): folder for path in plan["prunes"] for folder in _folders_of(path)}
        for folder in sorted({folder for _, path in plan["renames"] for folder in _folders_of(path)}):
            spelling = old.get(folder.casefold(), folder)
            if spelling != folder and is_same_file(f"{self._root}/{spelling}", f"{self._root}/{folder}"):
                os.rename(f"{self._root}/{spelling}", f"{self._root}/{folder}")  # noqa: PTH104

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
            check_inside(self._root, target)
        elif not mode:
            os.mkdir(target)  # noqa: PTH102

    def _delete(self, path: str) -> None:
        """Delete a file of the output; a folder in its place, or nothing, is left as it is."""
        target = Path(self._root, path)
        check_inside(self._root, str(target.parent))
        try:
            target.unlink()
        except (FileNotFoundError, NotADirectoryError):
            pass
        except (IsADirectoryError, PermissionError):
            if not target.is_dir():
                raise


def _folders_of(path: str) -> list[str]:
    """Return the folders above a path, outermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]
