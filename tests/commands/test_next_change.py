"""What `next-change` and `schedule` say, of the release that is out and of texts that are not."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen import cli
from tests.site.small import SETTINGS, SmallSite

LIVE = {"live": {"folder": "../www"}}
JUNE = "2026-06-30"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with a page that waits for its day."""
    site = SmallSite(tmp_path)
    settings = {**SETTINGS, "base_url": "https://example.org", "timezone": "America/Los_Angeles", "publish": LIVE}
    site.settings(settings)
    site.story("summer", publish="2026-07-01 08:00", expires="2026-08-01")
    return site


def run(site: SmallSite, *words: str) -> int:
    """Run a command on the site; return its exit code."""
    return cli.main([*words, "--site", str(site.root)])


def test_before_anything_was_published_the_texts_say_it(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "next-change", "--as-of", JUNE) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Next: July 1, 2026, 8:00 a.m. (America/Los_Angeles)",
        "  Appears: Story summer (/stories/summer/)",
        "Nothing was published yet, and so nothing is published on time.",
    ]
    assert run(site, "next-change", "--as-of", "2026-08-01") == 0
    assert capsys.readouterr().out.splitlines() == ["No date changes the site any more."]


def test_afterwards_the_release_says_it_and_texts_that_are_not_out_are_named(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "publish", "--yes", "--as-of", JUNE) == 0
    site.story("autumn", publish="2026-10-01")
    capsys.readouterr()
    assert run(site, "next-change", "--as-of", JUNE) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Next: July 1, 2026, 8:00 a.m. (America/Los_Angeles)",
        "  Appears: Story summer (/stories/summer/)",
        "It is published by: python3 build.py publish live --due",
        "Not in release 1, and so not on time. Publish, and it will be:",
        "  October 1, 2026, 12:00 a.m. (America/Los_Angeles): Story autumn",
    ]
    assert told(site, "2026-08-15", capsys=capsys)["is_due"] is True
    assert run(site, "next-change", "--as-of", "2026-08-15") == 0
    assert capsys.readouterr().out.startswith("Due since: July 1, 2026, 8:00 a.m. (America/Los_Angeles)\n")

    assert run(site, "publish", "--yes", "--release", "1") == 0
    site.write("site.yaml", "title: [")
    capsys.readouterr()
    assert run(site, "next-change", "--as-of", JUNE) == 0
    assert "What the texts have since then is not known: " in capsys.readouterr().out


def told(site: SmallSite, as_of: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return the object that `next-change` prints."""
    capsys.readouterr()
    assert run(site, "next-change", "--json", "--as-of", as_of) == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


def test_a_program_is_told_the_same(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    page = {"title": "Story summer", "address": "/stories/summer/", "file": "content/stories/summer.md"}
    assert told(site, JUNE, capsys) == {
        "moment": "2026-07-01T08:00:00-07:00",
        "is_due": False,
        "appears": [page],
        "goes": [],
        "target": None,
        "release": None,
        "put_back": None,
        "unpublished": [],
    }
    facts = told(site, "2026-07-15", capsys)
    assert (facts["moment"], facts["goes"]) == ("2026-08-01T00:00:00-07:00", [page])


def test_a_schedule_has_the_times_of_the_site(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "schedule", "--for", "systemd") == 0
    said = capsys.readouterr().out
    assert "OnCalendar=*-*-* 00:00:00 America/Los_Angeles\n" in said
    assert "OnCalendar=*-*-* 08:00:00 America/Los_Angeles\n" in said
    assert f'"publish" "live" "--due" "--site" "{site.root}"' in said
    assert run(site, "schedule") == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("crontab -e", "systemctl enable", "PowerShell", "runs-on"))


def test_a_schedule_needs_a_target(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "schedule", "trial") == 2
    assert 'there is no target "trial"' in capsys.readouterr().err


def test_a_build_says_what_is_held_back(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "build", "--as-of", JUNE) == 0
    assert "Held back until July 1, 2026, 8:00 a.m.: Story summer" in capsys.readouterr().out.splitlines()
    assert run(site, "build", "--as-of", JUNE, "--json") == 0
    held = json.loads(capsys.readouterr().out)["held_back"]
    assert held == [{"title": "Story summer", "file": "content/stories/summer.md", "until": "2026-07-01 08:00"}]
    assert run(site, "build", "--as-of", "2026-07-02") == 0
    assert "Held back" not in capsys.readouterr().out
