"""The test command: ruff, mypy and pytest, each in its own process, all of them whatever the others say."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
)

BROWSER = ("-m", "tests.browser.driver")
"""Finds or installs what browser tests drive, and says so, which pytest would keep to itself."""

BESIDE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "0")
"""Two worker processes for pytest, each of which takes whole files: tests of one file share what they set up.

A worker ends itself where a test takes too long (faulthandler_timeout in pyproject.toml). The run ends with it:
pytest-xdist would start another worker, which would run that test again.

The files go in the order that tests/conftest.py sets, those that take long first, not in that of their counts of tests.
"""

LONG = ("-m", "", "-o", "faulthandler_timeout=14400")
"""Every test: an empty -m takes the place of the "not long" that pyproject.toml sets. Each may take hours."""

MEMORY = Path("/dev/shm")  # noqa: S108 - the folder that Linux keeps in memory; nothing is read from it
LEAST_MEMORY = 4_000_000_000
"""The free bytes of MEMORY that a run asks for; it takes a tenth of them."""


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
    chosen = (*LONG, *arguments) if long else tuple(arguments)
    beside = () if is_without_xdist(arguments) else BESIDE
    with in_memory(is_wanted=not long):
        if not run_step("pytest", ("-m", "pytest", *beside, *chosen)):
            failed.append("pytest")
    return 1 if failed else 0


@contextmanager
def in_memory(*, is_wanted: bool) -> Iterator[None]:
    """Keep the temporary files of the block in memory where there is room, which saves a fifth of the tests' time.

    Nothing of them is left after it. A $TMPDIR that is set has the last word.
    """
    if not is_wanted or "TMPDIR" in os.environ or not has_room(MEMORY):
        yield
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="tests-", ignore_cleanup_errors=True) as folder:
        os.environ["TMPDIR"] = folder
        try:
            yield
        finally:
            del os.environ["TMPDIR"]


def has_room(folder: Path) -> bool:
    """Return whether a folder is there, can be written to, can hold programs, and has room for the files of a run."""
    if sys.platform == "win32" or not os.access(folder, os.W_OK):
        return False
    facts = os.statvfs(folder)
    return facts.f_bavail * facts.f_frsize >= LEAST_MEMORY and not facts.f_flag & getattr(os, "ST_NOEXEC", 0)


def is_without_xdist(arguments: Sequence[str]) -> bool:
    """Whether pytest is asked to do without the plugin that knows our options, as in `-p no:xdist`."""
    return any(argument.removeprefix("-p") == "no:xdist" for argument in arguments)


def run_step(name: str, words: Sequence[str]) -> bool:
    """Run a step with this very Python in the project's folder, printing as it goes; return whether it passed."""
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, *words], cwd=ROOT, check=False).returncode == 0
