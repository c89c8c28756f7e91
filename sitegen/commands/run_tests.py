"""The test command: ruff, mypy and pytest, each in its own process, all of them whatever the others say."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
)

BROWSER = ("-m", "tests.browser.driver")
"""Finds or installs what browser tests drive, and says so, which pytest would keep to itself."""

BESIDE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""Two worker processes for pytest, each of which takes whole files: tests of one file share what they set up.

The files go in the order that tests/conftest.py sets, those that take long first, not in that of their counts of tests.
"""


def run_tests(arguments: Sequence[str] = (), *, long: bool = False) -> int:
    """Run every step; return the exit code, 0 where all of them passed, 1 where one did not.

    The arguments go to pytest, which comes last, so that its closing line is the end of the output. They come after
    ours and so have the last word: `-n 0` runs the tests one after the other, and so does `-p no:xdist`.
    Tests marked `long` run only where `long` says so.
    """
    failed = [name for name, words in CHECKS if not run_step(name, words)]
    run_step("browser", BROWSER)  # without one, the tests that need it fail by themselves
    if failed:
        print(f"\nFailed before pytest: {', '.join(failed)}", flush=True)
    # An empty -m takes the place of the "not long" that pyproject.toml sets.
    chosen = ("-m", "", *arguments) if long else tuple(arguments)
    beside = () if is_without_xdist(arguments) else BESIDE
    if not run_step("pytest", ("-m", "pytest", *beside, *chosen)):
        failed.append("pytest")
    return 1 if failed else 0


def is_without_xdist(arguments: Sequence[str]) -> bool:
    """Whether pytest is asked to do without the plugin that knows our options, as in `-p no:xdist`."""
    return any(argument.removeprefix("-p") == "no:xdist" for argument in arguments)


def run_step(name: str, words: Sequence[str]) -> bool:
    """Run a step with this very Python in the project's folder, printing as it goes; return whether it passed."""
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, *words], cwd=ROOT, check=False).returncode == 0
