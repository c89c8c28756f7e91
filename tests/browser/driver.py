"""Sees to it that Playwright's driver starts: it is a Node.js, which needs a library that small systems lack.

`python -m tests.browser.driver` does that, and looks for a Chromium, before pytest, which would keep to itself what is
said meanwhile.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Playwright, sync_playwright

from tests.browser import chromium, installing
from tests.browser.installing import NoBrowserError

PACKAGES = {"libatomic.so.1": "libatomic1", "libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6"}
"""The Debian package of each shared library that the driver is linked with, but for the C library's own."""

MISSING = re.compile(r"error while loading shared libraries: ([^:\s]+):")


@contextmanager
def running_driver() -> Iterator[Playwright]:
    """Run the driver for the block.

    Raises:
        NoBrowserError: it does not start, as below.
    """
    prepare_driver()
    with sync_playwright() as playwright:
        yield playwright


def prepare_driver() -> None:
    """Install what the driver cannot start without, and a Chromium with it where there is none on the PATH.

    Raises:
        NoBrowserError: it could not be done; the text says what is missing, and the command that installs it.
    """
    with installing.alone():
        tried: list[str] = []
        while problem := why_not():
            package = PACKAGES.get(library_of(problem), "")
            if not package or package in tried:
                raise NoBrowserError(f"Playwright's driver cannot start: {problem}")
            packages = [package] if chromium.chromium_of_system() else [package, "chromium"]
            if not installing.can_use_apt():
                raise NoBrowserError(f"Playwright's driver cannot start: {problem}\n{remedy(packages)}")
            installing.install_packages(packages)
            tried.append(package)


def why_not() -> str:
    """Why the driver does not start, as the system says it; empty where it does."""
    try:
        node = compute_driver_executable()[0]
        done = subprocess.run([node, "--version"], check=False, capture_output=True, encoding="utf-8", errors="replace")
    except OSError as error:
        return str(error)
    return "" if done.returncode == 0 else (done.stderr.strip() or f"it ended with {done.returncode}")


def library_of(problem: str) -> str:
    """Return the shared library that a program could not find, empty where that was not the problem."""
    match = MISSING.search(problem)
    return match[1] if match else ""


def remedy(packages: list[str]) -> str:
    """Return what a person can do to have the packages: Debian's name them, other systems have others."""
    if installing.is_debian():
        return installing.apt_remedy(packages)
    return f"Install the library with your system's package manager (Debian's package is {packages[0]})."


def main() -> int:
    """Prepare the driver and a Chromium; return the exit code."""
    try:
        prepare_driver()
        executable = chromium.chromium_of_system()
        if executable is None:
            with sync_playwright() as playwright:
                executable = chromium.find_chromium(playwright)
    except NoBrowserError as error:
        installing.say(str(error))
        return 1
    installing.say(f"Browser tests drive {executable}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
