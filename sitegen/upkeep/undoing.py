"""Take the last change of files back."""

from pathlib import Path

import msgspec

from sitegen.errors import EditError, UsageError
from sitegen.upkeep.applying import read_file, records, write
from sitegen.upkeep.file_changes import ChangeSet


def last_change(site: Path) -> tuple[Path, ChangeSet]:
    """Return the record of the last change that was not taken back, and the change.

    Raises:
        UsageError: there is none.
    """
    kept = records(site)
    if not kept:
        raise UsageError(
            "there is nothing to undo", hint="undo takes back what rename, replace, import, approve and check --fix did"
        )
    try:
        return kept[-1], msgspec.json.decode(kept[-1].read_bytes(), type=ChangeSet)
    except msgspec.MsgspecError:
        raise EditError("this record of a change cannot be read", path=str(kept[-1]), hint="delete it") from None


def take_back(site: Path, record: Path, change_set: ChangeSet) -> None:
    """Put back what a change replaced, and forget its record. A change that was cut short is taken back too.

    Raises:
        EditError: a file has been changed since.
        OSError: a file cannot be written.
    """
    for change in change_set.changes:
        if read_file(site / change.path) not in (change.before, change.after):
            raise EditError("the file has been changed since", path=change.path, hint="change it back by hand")
    write(site, tuple(change.reversed for change in change_set.changes))
    record.unlink()
