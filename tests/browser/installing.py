"""Installs programs that browser tests need where that can be done unasked: by apt on Debian as root.

Elsewhere the exact command is named, for whoever may run it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock

INSTALL_SECONDS = 600
LOCK = Path(tempfile.gettempdir(), "sitegen-chromium.lock")


class NoBrowserError(Exception):
    """Tests cannot drive a browser, and it could not be mended; the text holds the command that does it."""


def alone() -> FileLock:
    """Return the lock under which one process at a time looks for a program and installs it."""
    return FileLock(LOCK, timeout=2 * INSTALL_SECONDS)


def can_use_apt() -> bool:
    """Whether packages can be installed here without asking anybody."""
    return is_debian() and is_root()


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, and say so.

    Raises:
        NoBrowserError: it could not be done within the time limit.
    """
    say(f"Browser tests need {' and '.join(packages)}: installing with apt-get (only this once; it takes a minute).")
    remedy = apt_remedy(packages)
    run(("apt-get", "update"), remedy)
    run(("apt-get", "install", "-y", *packages), remedy)


def apt_remedy(packages: Sequence[str]) -> str:
    """Return what a person on Debian can do."""
    return f"Run: sudo apt-get update && sudo apt-get install {' '.join(packages)}"


def run(command: Sequence[str], remedy: str) -> None:
    """Run a command to its end.

    Raises:
        NoBrowserError: it failed, or took longer than the limit; the text ends with the remedy.
    """
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(
            command,
            check=True,
            env=variables,
            timeout=INSTALL_SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except subprocess.TimeoutExpired as error:
        raise NoBrowserError(f"{' '.join(command)} took over {INSTALL_SECONDS} s. {remedy}") from error
    except subprocess.CalledProcessError as error:
        raise NoBrowserError(f"{' '.join(command)} failed:\n{error.output}\n{remedy}") from error


def is_root() -> bool:
    """Whether this process may do anything; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """Whether this is Debian itself; what is made from it may not have the package."""
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=debian\n" in f"\n{release.read_text(encoding='utf-8')}\n"


def say(text: str) -> None:
    """Tell the person, beside the output that other programs may read."""
    sys.stderr.write(f"{text}\n")
