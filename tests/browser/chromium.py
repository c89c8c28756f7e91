"""Finds the Chromium that browser tests drive, installing it where that can be done unasked.

In this order: $CHROMIUM, the PATH, what Playwright downloaded earlier; then apt on Debian as root, and
Playwright's download elsewhere. No browser is a failure, never a skip.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
INSTALL_SECONDS = 600
APT_COMMANDS = (("apt-get", "update"), ("apt-get", "install", "-y", "chromium"))
PLAYWRIGHT_COMMAND = (sys.executable, "-m", "playwright", "install", "chromium")

# No look-ups and no calls home: a test speaks with 127.0.0.1 alone.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-first-run",
)
ROOT_FLAGS = ("--no-sandbox", "--disable-dev-shm-usage")


class NoBrowserError(Exception):
    """There is no Chromium, and it could not be installed; the text holds the command that does it."""


def find_chromium(playwright: Playwright) -> Path:
    """Where a Chromium lies that can be started.

    Raises:
        NoBrowserError: there is none, and none could be installed.
    """
    downloaded = Path(playwright.chromium.executable_path)
    with FileLock(Path(tempfile.gettempdir(), "sitegen-chromium.lock"), timeout=2 * INSTALL_SECONDS):
        found = existing_chromium(downloaded)
        if found is None:
            install_chromium()
            found = existing_chromium(downloaded)
    if found is None:
        raise NoBrowserError(f"Chromium was installed and is not to be found. {remedy()}")
    return found


def existing_chromium(downloaded: Path) -> Path | None:
    """The first Chromium there is, None without one.

    Raises:
        NoBrowserError: $CHROMIUM names no file.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if Path(named).is_file():
            return Path(named)
        raise NoBrowserError(f"$CHROMIUM names {named}, which is no file.")
    for name in NAMES:
        on_path = shutil.which(name)
        if on_path:
            return Path(on_path)
    return downloaded if downloaded.is_file() else None


def install_chromium() -> None:
    """Install Chromium as this system does it.

    Raises:
        NoBrowserError: it could not be done within the time limit.
    """
    commands = APT_COMMANDS if is_debian() and is_root() else (PLAYWRIGHT_COMMAND,)
    for command in commands:
        run(command)


def run(command: Sequence[str]) -> None:
    """Run a command to its end.

    Raises:
        NoBrowserError: it failed, or took longer than the limit.
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
        raise NoBrowserError(f"{' '.join(command)} took over {INSTALL_SECONDS} s. {remedy()}") from error
    except subprocess.CalledProcessError as error:
        raise NoBrowserError(f"{' '.join(command)} failed:\n{error.output}\n{remedy()}") from error


def remedy() -> str:
    """What a person can do to have a Chromium."""
    command = "sudo apt-get install chromium" if is_debian() else " ".join(PLAYWRIGHT_COMMAND)
    return f"Browser tests need Chromium. Run: {command} (or set CHROMIUM to the path of one)."


def launch_flags() -> list[str]:
    """The flags to start Chromium with; as root it cannot have its sandbox."""
    return [*FLAGS, *ROOT_FLAGS] if is_root() else [*FLAGS]


def is_root() -> bool:
    """Whether this process may do anything; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """Whether this is Debian itself; what is made from it may not have the package."""
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=debian\n" in f"\n{release.read_text(encoding='utf-8')}\n"
