"""Hold changes of files, and show them as the lines that go and come."""

from collections.abc import Iterator
from difflib import unified_diff

import msgspec


class FileChange(msgspec.Struct, frozen=True):
    """A file relative to the site's root, its bytes before and after; None where there is no file."""

    path: str
    before: bytes | None
    after: bytes | None

    @property
    def reversed(self) -> "FileChange":
        """The change that takes this one back."""
        return FileChange(self.path, self.after, self.before)


class ChangeSet(msgspec.Struct, frozen=True):
    """What was asked for in a few words (`rename stories/x to stories/y`), and the changes that do it, by path.

    `notes` are sentences on what is left for a person to do.
    """

    what: str
    changes: tuple[FileChange, ...]
    notes: tuple[str, ...] = ()


def make_change_set(what: str, before: dict[str, bytes], after: dict[str, bytes]) -> ChangeSet:
    """Return the changes between two states of files, by path; files that stay as they are are left out."""
    paths = sorted(before.keys() | after.keys())
    changes = (FileChange(path, before.get(path), after.get(path)) for path in paths)
    return ChangeSet(what, tuple(change for change in changes if change.before != change.after))


def show_changes(change_set: ChangeSet) -> Iterator[str]:
    """Yield lines that show the changes: for each file its name, then each line that goes (`-`) or comes (`+`).

    A file that gets another name is shown as one.
    """
    gone = [change for change in change_set.changes if change.after is None]
    new = [change for change in change_set.changes if change.before is None]
    is_move = len(gone) == len(new) == 1
    for change in change_set.changes:
        if is_move and change is new[0]:
            yield f"{gone[0].path} becomes {change.path}"
            yield from _lines(gone[0].before, change.after)
        elif not is_move or change is not gone[0]:
            yield f"{change.path}{_note(change)}"
            yield from _lines(change.before, change.after)


def _note(change: FileChange) -> str:
    if change.before is None:
        return " is new"
    return " is deleted" if change.after is None else ""


def _lines(before: bytes | None, after: bytes | None) -> Iterator[str]:
    old, new = ((data or b"").decode("utf-8", "replace").splitlines() for data in (before, after))
    for line in unified_diff(old, new, lineterm="", n=0):
        if line.startswith(("-", "+")) and not line.startswith(("---", "+++")):
            yield f"  {line[0]} {line[1:]}"
