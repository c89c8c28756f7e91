"""Files that are made to cost much give their page or their messages within hard limits of computing and memory."""

import subprocess
import sys

import pytest

from benchmarks.hostile import command_of
from benchmarks.hostile_files import hostile_files
from sitegen.building import PROJECT

MOST_CPU_SECONDS = 30
MOST_BYTES = 1_000_000_000
WHOLE = 1_000_000

COSTLY = (
    "body: loose list",
    "body: empty headings",
    "body: rows of tabs in paragraphs",
    "field: bodies of links",
    "field: wrong slides",
)
"""What took more than the limits once."""


def read_within_limits(name: str, size: int) -> None:
    """Read a file in a process that the system ends where it computes too long, or takes too much memory."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))

    done = subprocess.run(
        command_of(name, size), cwd=PROJECT, preexec_fn=limit, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{name}, {size:,} bytes: {done.returncode} {done.stderr[-2000:]}"
    assert done.stdout.endswith("problems\n")


needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits for a process")


@needs_limits
@pytest.mark.parametrize("name", COSTLY)
def test_a_file_of_a_megabyte_that_cost_too_much_once_stays_within_the_limits(name: str) -> None:
    read_within_limits(name, WHOLE)


@needs_limits
@pytest.mark.long
@pytest.mark.parametrize("size", [100_000, 300_000, WHOLE])
@pytest.mark.parametrize("name", hostile_files())
def test_a_file_that_is_made_to_cost_much_stays_within_the_limits(name: str, size: int) -> None:
    read_within_limits(name, size)


def test_the_names_of_files_are_those_of_what_is_in_them() -> None:
    files = hostile_files()
    assert files["body: loose list"].data(200).endswith(b"---\n\n" + b"- a\n\n" * 40)
    assert b"summary: S\ntopics:\n- a0\n- a1\n" in files["field: topics"].data(60).replace(b"date: 2017-10-05\n", b"")
    assert b"redirects:\n  /a0/: /story/\n" in files["settings: redirects"].data(60)
    assert b"terms: {north: North, t0: T, t1: T, }" in files["settings: terms"].data(20)
    assert files["captions: tags"].data(9) == b"WEBVTT\n\n<b><b><b>"
