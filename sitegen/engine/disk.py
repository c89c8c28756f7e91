"""Errors of the disk as messages."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.engine.output import OutputFolder
from sitegen.errors import BuildError


@contextmanager
def disk_errors(out: Path) -> Iterator[None]:
    """Turn errors of a full, failing, read-only or locked disk, while `out` is built, into a BuildError."""
    try:
        yield
    except OSError as error:
        if not is_of_machine(error):
            raise
        reason, path = error.strerror or "cannot be written", str(error.filename or out)
        raise BuildError(f"writing failed: {reason}", path=path, hint=_disk_hint(out)) from error
    except sqlite3.OperationalError as error:
        headline, path = f"the build's memory cannot be written: {error}", str(out)
        raise BuildError(headline, path=path, hint=_disk_hint(out)) from error


def is_of_machine(error: OSError) -> bool:
    """Whether the machine, the folder or a name causes an error, and not the program."""
    return error.errno in _DISK_ERRORS


def _disk_hint(out: Path) -> str:
    try:
        is_committing = OutputFolder(out).is_committing()
    except OSError:
        return "free some space or check the folder's permissions, then build again"
    state = "the next build finishes this one" if is_committing else "the site is as it was before"
    return f"{state}; free some space or check the folder's permissions, then build again"


_DISK_ERRORS = frozenset(
    {
        *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENXIO, errno.ENODEV),  # the disk
        *(errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EHOSTDOWN, errno.ENOLCK),  # a disk in the network
        *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY),  # rights
        *(errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENOTDIR, errno.ENOTEMPTY),  # names
        *(errno.ENOENT, errno.EEXIST),  # somebody else deletes or makes files of ours meanwhile
        *(errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN),  # too much at once
    }
)
