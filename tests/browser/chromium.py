"""Finds the Chromium that browser tests drive, installing it where that can be done unasked.

In this order: $CHROMIUM, the PATH, what Playwright downloaded earlier; then apt on Debian as root, and
Playwright's download elsewhere. No browser is a failure, never a skip.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Playwright

from tests.browser import installing
from tests.browser.installing import NoBrowserError

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
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


def find_chromium(playwright: Playwright) -> Path:
    """Where a Chromium lies that can be started.

    Raises:
        NoBrowserError: there is none, and none could be installed.
    """
    downloaded = Path(playwright.chromium.executable_path)
    with installing.alone():
        executable = existing_chromium(downloaded)
        if executable is None:
            install_chromium()
            executable = existing_chromium(downloaded)
    if executable is None:
        raise NoBrowserError(f"Chromium was installed and is not to be found. {remedy()}")
    return executable


def existing_chromium(downloaded: Path) -> Path | None:
    """Return the first Chromium there is, None without one.

    Raises:
        NoBrowserError: $CHROMIUM names no file.
    """
    return chromium_of_system() or (downloaded if downloaded.is_file() else None)


def chromium_of_system() -> Path | None:
    """Return the Chromium that $CHROMIUM names, or the first one on the PATH; None without one.

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
    return None


def install_chromium() -> None:
    """Install Chromium as this system does it.

    Raises:
        NoBrowserError: it could not be done within the time limit.
    """
    if installing.can_use_apt():
        installing.install_packages(["chromium"])
    else:
        installing.run(PLAYWRIGHT_COMMAND, remedy())


def remedy() -> str:
    """Return what a person can do to have a Chromium."""
    command = installing.apt_remedy(["chromium"]) if installing.is_debian() else f"Run: {' '.join(PLAYWRIGHT_COMMAND)}"
    return f"Browser tests need Chromium. {command} (or set CHROMIUM to the path of one)."


def launch_flags() -> list[str]:
    """Return the flags to start Chromium with; as root it cannot have its sandbox."""
    return [*FLAGS, *ROOT_FLAGS] if installing.is_root() else [*FLAGS]
