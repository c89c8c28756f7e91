"""Sign-off: what lacks one is not published; an edit voids it, a rename does not; what is held goes out as agreed."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen import cli
from sitegen.model.folders import APPROVALS
from tests.site.small import SETTINGS, SmallSite, files

LIVE = {"live": {"folder": "../www", "permanent": True}}
PLAIN = {**SETTINGS, "base_url": "https://example.org", "publish": LIVE}
ASKING = {**PLAIN, "approvals": ["labor", "management"]}


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site that was published, and from then on asks for sign-offs."""
    site = SmallSite(tmp_path)
    site.settings(PLAIN)
    assert run(site, "publish", "--yes") == 0
    site.settings(ASKING)
    return site


def run(site: SmallSite, *words: str) -> int:
    """Run a command on the site; return its exit code."""
    return cli.main([*words, "--site", str(site.root)])


def approve(site: SmallSite, *pages: str, halves: tuple[str, ...] = ("labor", "management")) -> None:
    """Sign pages off."""
    for half in halves:
        assert run(site, "approve", *pages, "--as", half, "--by", "Ann Private-Name") == 0


def shown(site: SmallSite, address: str) -> str:
    """Return what readers see of a page."""
    return (site.folder / "www" / address / "index.html").read_text()


def published(site: SmallSite, *words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Publish; return the object that was printed."""
    capsys.readouterr()
    assert run(site, "publish", "--yes", "--json", *words) == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


def test_what_did_not_change_since_the_last_release_needs_none(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published(site, capsys=capsys)["waiting"] == []


def test_a_page_that_changed_is_refused_until_both_halves_agree(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("story-1", "Better words.\n", date="2017-10-02")
    before = files(site.folder / "www")
    assert run(site, "publish", "--yes") == 1
    said = capsys.readouterr().err
    assert (
        'content/stories/story-1.md:2:1: "Story story-1" has changed, and is not signed off by labor or manage' in said
    )
    assert files(site.folder / "www") == before
    (hint,) = [line for line in said.splitlines() if "once they agree: " in line]
    commands = hint.partition("once they agree: ")[2].split(" and ")
    assert [command.split()[:2] for command in commands] == [["python3", "build.py"]] * 2
    assert run(site, *commands[0].split()[2:]) == 0
    assert run(site, "publish", "--yes") == 1
    assert "is not signed off by management" in capsys.readouterr().err
    assert run(site, *commands[1].split()[2:]) == 0
    assert run(site, "publish", "--yes") == 0
    assert "Better words." in shown(site, "stories/story-1")


def test_an_edit_voids_it_and_says_who_agreed_to_what_stood_there(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("story-1", "Better words.\n")
    approve(site, "stories/story-1")
    site.story("story-1", "Other words.\n")
    capsys.readouterr()
    assert run(site, "publish", "--yes") == 1
    assert "agreed to an earlier text on " in capsys.readouterr().err
    site.story("story-1", "Better words.\n")  # as it was: it holds again
    assert run(site, "publish", "--yes") == 0


def test_a_picture_that_changes_voids_it(site: SmallSite) -> None:
    site.write("static/downloads/plan.csv", "a,b\n")
    site.story("story-1", "[Plan](../../static/downloads/plan.csv)\n")
    approve(site, "stories/story-1")
    assert run(site, "publish", "--yes", "--dry-run") == 0
    site.write("static/downloads/plan.csv", "a,c\n")
    assert run(site, "publish", "--yes", "--dry-run") == 1


def test_a_rename_voids_nothing(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("story-1", "See [the other](story-2.md).\n")
    approve(site, "stories/story-1")
    assert run(site, "rename", "stories/story-1", "first", "--yes") == 0
    assert run(site, "rename", "stories/story-2", "second", "--yes") == 0
    assert run(site, "rename-term", "topic", "quality", "care", "--yes") == 0
    assert "stories/first" in site.text(APPROVALS)
    facts = published(site, capsys=capsys)
    assert [one["page"] for one in facts["signed_off"]] == ["stories/first"]
    assert len(facts["plan"]["moved"]) == 2


def test_a_draft_needs_none_and_no_draft_goes_out_without(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("new-story", "Not yet.\n", draft=True)
    assert published(site, capsys=capsys)["waiting"] == []
    site.story("new-story", "Not yet.\n")  # the text is that of the draft in the last release
    assert run(site, "publish", "--yes") == 1
    approve(site, "stories/new-story")
    site.story("new-story", "Not yet.\n", publish="2099-01-01")  # when it is shown is no part of it
    assert run(site, "publish", "--yes") == 0


def test_a_page_to_come_needs_one_before_its_day(site: SmallSite) -> None:
    site.story("new-story", "To come.\n", publish="2099-01-01")
    assert run(site, "publish", "--yes") == 1


def test_the_text_that_was_agreed_to_goes_out_in_its_place(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("story-1", "Agreed words.\n")
    approve(site, "stories/story-1")
    site.story("story-1", "Hasty words.\n")  # nobody has agreed to these
    site.story("story-2", "Hasty words, too.\n")  # readers have had others since the last release
    site.story("story-3", "Signed words. [New](new-story.md), [first](story-1.md)\n")
    site.story("new-story", "Hasty news.\n")
    approve(site, "stories/story-3")
    facts = published(site, "--hold-unapproved", capsys=capsys)
    assert [one["page"] for one in facts["held"]] == ["stories/new-story", "stories/story-1", "stories/story-2"]
    assert "Agreed words." in shown(site, "stories/story-1")
    assert "What the team did." in shown(site, "stories/story-2")
    assert "Signed words." in shown(site, "stories/story-3")
    assert not (site.folder / "www/stories/new-story").exists()
    assert b"Hasty" not in b"".join(files(site.folder / "www").values())
    # what is kept is what went out: the held texts are those of the last release now
    assert run(site, "publish", "--yes") == 1
    assert published(site, "--hold-unapproved", capsys=capsys)["state"] == "unchanged"
    assert "Hasty words.\n" in site.text("content/stories/story-1.md")


def test_a_held_page_has_its_new_address_and_its_old_files(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("static/downloads/plan.csv", "a,b\n")
    site.story("story-1", "[Plan](../../static/downloads/plan.csv), [second](story-2.md)\n")
    approve(site, "stories/story-1")
    assert run(site, "publish", "--yes") == 0
    assert run(site, "rename", "stories/story-1", "first", "--yes") == 0
    assert run(site, "rename", "stories/story-2", "second", "--yes") == 0
    site.write("static/downloads/plan.csv", "hasty\n")
    published(site, "--hold-unapproved", capsys=capsys)
    assert "/stories/second/" in shown(site, "stories/first")
    assert (site.folder / "www/downloads/plan.csv").read_text() == "a,b\n"
    assert site.text("static/downloads/plan.csv") == "hasty\n"


def test_one_file_in_two_versions_is_refused_with_a_way_out(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("static/downloads/plan.csv", "a,b\n")
    link = "[Plan](../../static/downloads/plan.csv)\n"
    site.story("story-1", link)
    site.story("story-2", link)
    approve(site, "stories/story-1", "stories/story-2")
    assert run(site, "publish", "--yes") == 0
    site.write("static/downloads/plan.csv", "a,c\n")
    approve(site, "stories/story-2")
    capsys.readouterr()
    assert run(site, "publish", "--yes", "--hold-unapproved") == 1
    said = capsys.readouterr().err
    assert "shows static/downloads/plan.csv as it was, and stories/story-2.md as it is now" in said
    assert "give the new one another: static/downloads/plan-2.csv" in said


def test_names_never_enter_the_output(site: SmallSite) -> None:
    site.story("story-1", "Better words.\n")
    approve(site, "stories/story-1")
    assert run(site, "publish", "--yes") == 0
    assert "Private-Name" in site.text(APPROVALS)
    everything = b"".join(files(site.folder / "www").values())
    assert b"Private-Name" not in everything
    assert b"approvals" not in everything


def test_it_is_said_who_is_missing(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("story-1", "Better words.\n")
    capsys.readouterr()
    assert run(site, "approve") == 0
    assert "Story story-1 (stories/story-1) waits for labor and management" in capsys.readouterr().out
    approve(site, "stories/story-1", halves=("labor",))
    assert "signed off by labor; management is missing." in capsys.readouterr().out
    assert run(site, "approve") == 0
    assert "waits for management" in capsys.readouterr().out
    assert run(site, "undo", "--yes") == 0
    assert not (site.root / APPROVALS).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("approve", "stories/story-1", "--as", "labour"), 'did you mean "labor"'),
        (("approve", "stories/story-9", "--as", "labor"), 'there is no page "stories/story-9"'),
        (("approve", "stories/story-1"), "add --as labor"),
        (("approve", "--as", "labor"), "approve stories/x --as labor"),
    ],
)
def test_wrong_words_are_told(
    site: SmallSite, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, *words) == 2
    assert said in capsys.readouterr().err
    assert not (site.root / APPROVALS).exists()


def test_a_page_with_errors_is_not_signed_off(site: SmallSite) -> None:
    site.write("content/stories/story-1.md", "---\ntitle: [\n---\n")
    assert run(site, "approve", "stories/story-1", "--as", "labor") == 1


def test_a_site_that_asks_for_none_says_how(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.settings(PLAIN)
    assert run(site, "approve", "stories/story-1", "--as", "labor") == 2
    hint = capsys.readouterr().err.partition("hint: add a line to it: ")[2].strip()
    assert hint == "approvals: [labor, management]"
