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


def run_tests(arguments: Sequence[str] = (), *, long: bool = False) -> int:
    """The exit code of the whole test command: 0 where every step passed, 1 where one did not.

    The arguments go to pytest, which comes last, so that its closing line is the end of the output.
    Tests marked `long` run only where `long` says so.
    """
    failed = [name for name, words in CHECKS if not passes(name, words)]
    if failed:
        print(f"\nFailed before pytest: {', '.join(failed)}", flush=True)
    # An empty -m takes the place of the "not long" that pyproject.toml sets.
    chosen = ("-m", "", *arguments) if long else tuple(arguments)
    if not passes("pytest", ("-m", "pytest", *chosen)):
        failed.append("pytest")
    return 1 if failed else 0


def passes(name: str, words: Sequence[str]) -> bool:
    """Whether a step run with this very Python in the project's folder ends with 0; it prints as it goes."""
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, *words], cwd=ROOT, check=False).returncode == 0
