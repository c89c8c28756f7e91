"""The ledger around publishing: planned while a release is built, kept once it is at its target."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.model.folders import LEDGER
from sitegen.publishing.ledger_upkeep import (
    day_at_site,
    missing_addresses,
    update_ledger,
)
from tests.publishing.made_up import FIRST, SECOND, release_of

OLD = "# Ours.\n/a/: 2026-06-03\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a ledger."""
    (tmp_path / "content").mkdir()
    (tmp_path / LEDGER).write_text(OLD)
    return tmp_path


def test_the_ledger_gets_what_is_new(site: Path) -> None:
    assert update_ledger(site, ["/a/", "/b/"], "2026-11-30")
    assert (site / LEDGER).read_text() == f"{OLD}/b/: 2026-11-30\n"
    assert not update_ledger(site, ["/b/"], "2026-12-01")


def test_a_site_gets_a_ledger(tmp_path: Path) -> None:
    assert not update_ledger(tmp_path, [], "2026-11-30")
    assert not (tmp_path / LEDGER).exists()
    assert update_ledger(tmp_path, ["/a/"], "2026-11-30")
    assert (tmp_path / LEDGER).read_text().endswith("\n/a/: 2026-11-30\n")


def test_addresses_that_an_older_release_lacks_are_named(site: Path) -> None:
    update_ledger(site, ["/tools/a/", "/tools/c/", "/downloads/b.pdf"], "2026-11-30")
    assert missing_addresses(site, release_of(FIRST)) == ["/a/", "/downloads/b.pdf", "/tools/c/"]
    assert missing_addresses(site, release_of(SECOND)) == ["/a/"]


@pytest.mark.parametrize(("zone", "day"), [("America/Los_Angeles", "2026-11-30"), ("Asia/Tokyo", "2026-12-01")])
def test_the_day_is_that_of_the_site(zone: str, day: str) -> None:
    assert day_at_site(datetime(2026, 11, 30, 20, 0, tzinfo=UTC), zone) == day
