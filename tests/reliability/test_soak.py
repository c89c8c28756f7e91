"""A preview that runs long shows every edit to a page that is open, and needs no more memory in the end."""

from pathlib import Path

import pytest

from tests.reliability.random_edits import small
from tests.reliability.soak import Soaked, soak


@pytest.mark.parametrize("edits", [12, pytest.param(2000, marks=pytest.mark.long)])
def test_every_edit_is_shown_and_memory_stays(tmp_path: Path, edits: int) -> None:
    small(tmp_path)
    soaked = soak(tmp_path / "site", 1, edits)
    print(soaked.growth)  # noqa: T201 - the figure of a long run
    assert soaked.is_running
    assert len(soaked.memory) == edits
    assert soaked.growth < 0.1


def test_growth_is_what_comes_after_the_warm_up() -> None:
    assert Soaked([50, 90, 100, *[100] * 6, 130], is_running=True).growth == pytest.approx(0.3)
    assert Soaked([50, 90, 100, *[100] * 6, 99], is_running=True).growth == 0
