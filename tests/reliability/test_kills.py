"""Builds and previews that are ended from outside, as whole processes: the next build is right, and nobody is left."""

import os
from pathlib import Path

import pytest

from tests.reliability.kills import WAYS, run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and sessions are POSIX")


def test_after_a_signal_at_a_random_moment_the_next_build_is_right(tmp_path: Path) -> None:
    assert run(tmp_path / "work", 3, len(WAYS), ["SIGKILL"]).total() == len(WAYS)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_after_many_kills_the_next_builds_are_right(tmp_path: Path, seed: int) -> None:
    print(run(tmp_path / "work", seed, 60, ["SIGKILL"]))  # noqa: T201 - the figures of a long run


@pytest.mark.long
def test_after_many_other_signals_the_next_builds_are_right(tmp_path: Path) -> None:
    print(run(tmp_path / "work", 9, 54, ["SIGTERM", "SIGHUP"]))  # noqa: T201 - as above
