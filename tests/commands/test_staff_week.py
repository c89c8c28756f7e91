"""A staff member's week: write, share, sign off, publish to a folder, rename a page and a topic, take one back."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen import cli
from sitegen.model.folders import APPROVALS, LEDGER
from tests.site.small import SETTINGS, SmallSite, files

STORIES = 20
TARGET = {"live": {"folder": "../www", "permanent": True}}


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with twenty stories on one topic, which asks both halves."""
    site = SmallSite(tmp_path)
    settings = {**SETTINGS, "base_url": "https://example.org", "publish": TARGET}
    for number in range(STORIES):
        site.story(f"story-{number}", date=f"2017-09-{number + 1:02}", topics=["quality"])
    site.settings(settings)
    assert run(site, "publish", "--yes") == 0
    site.settings({**settings, "approvals": ["labor", "management"]})
    return site


def run(site: SmallSite, *words: str) -> int:
    """Run a command on the site; return its exit code."""
    return cli.main([*words, "--site", str(site.root)])


def publish(site: SmallSite, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """Publish; return what is said for scripts."""
    capsys.readouterr()
    assert run(site, "publish", "--yes", "--json", *words) == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


def shown(site: SmallSite, address: str) -> str:
    """Return what readers get at an address."""
    return (site.folder / f"www{address}index.html").read_text("utf-8")


def test_a_week(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    # Monday: a story is begun, and written. Nobody else sees it.
    assert run(site, "new", "story", "A quieter night shift") == 0
    site.story(
        "a-quieter-night-shift", "Fewer alarms. [The tool](../tools/huddle.md)\n", topics=["quality"], draft=True
    )
    assert publish(site, capsys)["state"] == "unchanged"

    # Tuesday: both halves get a copy by mail, agree, and it goes out. Labor's word alone is not enough.
    copy, proof = site.folder / "copy.html", site.folder / "proof.html"
    assert run(site, "share", "stories/a-quieter-night-shift", "--to", str(copy)) == 0
    assert "It is a draft." in copy.read_text("utf-8")
    assert run(site, "approve", "stories/a-quieter-night-shift", "--as", "labor", "--by", "Ann Example") == 0
    site.story("a-quieter-night-shift", "Fewer alarms. [The tool](../tools/huddle.md)\n", topics=["quality"])
    assert run(site, "publish", "--yes") == 1
    assert run(site, "approve", "stories/a-quieter-night-shift", "--as", "management", "--by", "Bo Example") == 0
    facts = publish(site, capsys, "--proof", str(proof))
    assert [one["address"] for one in facts["plan"]["new"]] == ["/stories/a-quieter-night-shift/"]
    assert "Ann Example" in proof.read_text("utf-8")
    assert "Fewer alarms." in shown(site, "/stories/a-quieter-night-shift/")

    # Wednesday: it gets a better name. No sign-off is lost, and the old address leads on.
    assert run(site, "rename", "stories/a-quieter-night-shift", "quiet-nights", "--yes") == 0
    facts = publish(site, capsys)
    assert (facts["waiting"], len(facts["plan"]["moved"])) == ([], 1)
    assert "/stories/quiet-nights/" in shown(site, "/stories/a-quieter-night-shift/")

    # Thursday: the topic of all stories gets another id. Again no sign-off is lost, nor an address.
    addresses = [line for line in site.text(LEDGER).splitlines() if "/topic/quality/" in line]
    assert addresses
    assert run(site, "rename-term", "topic", "quality", "better-care", "--yes") == 0
    assert sum("better-care" in site.text(f"content/stories/story-{number}.md") for number in range(STORIES)) == STORIES
    assert publish(site, capsys)["waiting"] == []
    assert "Fewer alarms." in shown(site, "/stories/quiet-nights/")
    for line in addresses:
        assert "/topic/better-care/" in shown(site, line.partition(":")[0])

    # Friday: an edit that nobody has agreed to is held back; then the release of Tuesday is put back, and the last one.
    site.story("quiet-nights", "Hasty words.\n", topics=["better-care"], aliases=["/stories/a-quieter-night-shift/"])
    assert run(site, "publish", "--yes") == 1
    assert [one["page"] for one in publish(site, capsys, "--hold-unapproved")["held"]] == ["stories/quiet-nights"]
    assert "Hasty" not in shown(site, "/stories/quiet-nights/")
    publish(site, capsys, "--release", "2")
    assert "Fewer alarms." in shown(site, "/stories/a-quieter-night-shift/")
    publish(site, capsys, "--release", "4")
    assert "/stories/quiet-nights/" in shown(site, "/stories/a-quieter-night-shift/")

    # In all the week no name went out.
    assert "Ann Example" in site.text(APPROVALS)
    assert b"Ann Example" not in b"".join(files(site.folder / "www").values())
