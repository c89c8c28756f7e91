"""Downloads that were published and are not any more, though they are there."""

from pathlib import Path

import pytest

from sitegen.model.folders import LEDGER
from tests.findings.checked import found_by, said
from tests.site.small import SETTINGS, SmallSite

LINK = "[Plan](../../static/downloads/plan.csv)\n"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with a published download that nothing links to."""
    site = SmallSite(tmp_path)
    site.write("static/downloads/plan.csv", "a,b\n")
    site.write(LEDGER, "/downloads/plan.csv: 2026-06-03\n")
    return site


def test_a_download_that_nothing_links_to_is_lost(site: SmallSite) -> None:
    problems = found_by("lost_downloads", site)
    headline = '"/downloads/plan.csv" was published on June 3, 2026, and nothing links to it any more'
    assert said(problems) == [(f"{LEDGER}:1:1", headline)]
    assert 'name downloads/plan.csv in "files: always:"' in problems[0].hint


def test_the_hint_keeps_it(site: SmallSite) -> None:
    site.settings({**SETTINGS, "files": {"always": ["downloads/plan.csv"]}})
    assert found_by("lost_downloads", site) == []


@pytest.mark.parametrize(
    "ledger", ["/downloads/plan.csv: {first: 2026-06-03, gone: true}\n", "/downloads/other.csv: 2026-06-03\n", ""]
)
def test_what_is_gone_for_good_or_deleted_is_not_named_here(site: SmallSite, ledger: str) -> None:
    site.write(LEDGER, ledger)
    assert found_by("lost_downloads", site) == []


@pytest.mark.parametrize("fields", [{}, {"expires": "2020-01-01"}, {"publish": "2199-01-01"}])
def test_what_a_page_names_now_or_at_another_time_is_kept(site: SmallSite, fields: dict[str, str]) -> None:
    site.story("story-9", LINK, **fields)
    assert found_by("lost_downloads", site) == []
