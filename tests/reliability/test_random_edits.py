"""After any edits and mishaps of the output a build equals a clean one; a failed build leaves the old bytes."""

import random
from pathlib import Path

import pytest

from sitegen.engine.output import OutputFolder
from tests.reliability import random_edits
from tests.reliability.output_mishaps import MISHAPS, spoil_output
from tests.reliability.random_edits import SITES, EditedSite, run, small
from tests.reliability.source_edits import SOURCE_EDITS


def test_a_small_site_is_right_after_random_edits_and_mishaps(tmp_path: Path) -> None:
    assert len(list(run(small, tmp_path, range(2), edits=14, compare_every=7))) == 2


@pytest.mark.long
@pytest.mark.parametrize(("name", "seeds"), [("small", 30), ("madeup", 10), ("shipped", 10)])
def test_a_site_is_right_after_many_random_edits_and_mishaps(tmp_path: Path, name: str, seeds: int) -> None:
    for line in run(SITES[name], tmp_path, range(seeds), edits=30, compare_every=5):
        print(line)  # noqa: T201 - the figures of a long run


def test_every_edit_and_mishap_can_be_made(tmp_path: Path) -> None:
    small(tmp_path)
    chance = random.Random(1)  # noqa: S311 - edits, not secrets
    for edit in dict.fromkeys(SOURCE_EDITS):
        assert any(edit(tmp_path / "site", chance) for _ in range(20)), edit
    for mishap in dict.fromkeys(MISHAPS):
        if not (tmp_path / "public").is_dir():
            SITES["small"](tmp_path / mishap.__name__)
            (tmp_path / mishap.__name__ / "public").replace(tmp_path / "public")
        assert any(mishap(tmp_path / "public", chance) for _ in range(20)), mishap


def test_an_output_that_is_not_made_again_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look over changed outputs, on purpose: the driver must fail."""
    monkeypatch.setattr(OutputFolder, "changed", lambda *_: [])
    monkeypatch.setattr(random_edits, "MISHAPS", (spoil_output,))
    monkeypatch.setattr(random_edits, "MISHAP_RATE", 1)
    monkeypatch.setattr(random_edits, "FRESH_RATE", 0)
    small(tmp_path)
    with pytest.raises(AssertionError):
        EditedSite(tmp_path, 1, 1).step(1)


def test_a_seed_gives_the_same_edits_again(tmp_path: Path) -> None:
    small(tmp_path / "one")
    small(tmp_path / "two")
    logs = []
    for name in ("one", "two"):
        site = EditedSite(tmp_path / name, 7, 99)
        for number in range(1, 6):
            site.step(number)
        logs.append(site.log)
    assert logs[0] == logs[1]
