"""Errors of the disk as messages."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sitegen.engine.output import OutputFolder
from sitegen.errors import BuildError


@contextmanager
def disk_errors(folder: OutputFolder) -> Iterator[None]:
    """Turn errors of a full, read-only or locked disk into a BuildError."""
    try:
        yield
    except OSError as error:
        if error.errno not in _DISK_ERRORS:
            raise
        reason, path = error.strerror or "cannot be written", str(error.filename or folder.folder)
        raise BuildError(f"writing failed: {reason}", path=path, hint=_disk_hint(folder)) from error
    except sqlite3.OperationalError as error:
        headline, path = f"the build's memory cannot be written: {error}", str(folder.folder)
        raise BuildError(headline, path=path, hint=_disk_hint(folder)) from error


def _disk_hint(folder: OutputFolder) -> str:
    state = "the next build finishes this one" if folder.is_committing() else "the site is as it was before"
    return f"{state}; free some space or check the folder's permissions, then build again"


_DISK_ERRORS = frozenset(
    {
        *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO),  # the disk
        *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY),  # rights
        *(errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP, errno.EISDIR, errno.ENOTDIR, errno.ENOTEMPTY),  # names
        *(errno.EMFILE, errno.ENFILE),  # too many open files
    }
)
"""What the machine, the folder or a name causes, and not the program."""
