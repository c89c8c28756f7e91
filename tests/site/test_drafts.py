"""Drafts: their mistakes stop no build that leaves them out, and every build that shows them."""

from pathlib import Path

import pytest

from sitegen.building import Choices, build_site
from tests.test_invalid_sites import NAMES, lay

DRAFTS = [name for name in NAMES if name.startswith("draft_") and name != "draft_that_is_none"]


@pytest.mark.parametrize("name", DRAFTS)
def test_a_mistake_in_a_draft_is_an_error_only_where_drafts_are_shown(name: str, tmp_path: Path) -> None:
    lay(name, tmp_path / "site")
    hidden = build_site(Choices(site=tmp_path / "site", out=tmp_path / "hidden", jobs=1))
    shown = build_site(Choices(site=tmp_path / "site", out=tmp_path / "shown", jobs=1, drafts=True))
    assert hidden.committed
    assert {problem.severity for problem in hidden.problems} == {"warning"}
    assert not shown.committed


def test_there_are_enough_broken_drafts() -> None:
    assert len(DRAFTS) >= 6
