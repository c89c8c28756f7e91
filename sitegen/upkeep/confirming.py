"""Show changes of files, ask, and make them: what all commands that change files have in common."""

from collections.abc import Callable
from pathlib import Path

from sitegen.upkeep.applying import apply
from sitegen.upkeep.file_changes import ChangeSet, show_changes

Confirm = Callable[[str], bool]
"""Asks a person a question; raises UsageError where nobody is there to answer."""


def make_changes(site: Path, change_set: ChangeSet, say: Callable[[str], None], confirm: Confirm) -> bool:
    """Show changes, and make them if a person says so; return whether they were made. Raises what `apply` raises."""
    show(change_set, say)
    if not confirm(f"Change {count_of_files(change_set)}?"):
        return False
    apply(site, change_set)
    say("Done. To take it back: python3 build.py undo")
    return True


def show(change_set: ChangeSet, say: Callable[[str], None]) -> None:
    """Show changes, and what is left for a person to do."""
    for line in (*show_changes(change_set), *change_set.notes):
        say(line)


def count_of_files(change_set: ChangeSet) -> str:
    """Return how many files change, in words."""
    count = len(change_set.changes)
    return "1 file" if count == 1 else f"{count:,} files"
