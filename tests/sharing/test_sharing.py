"""A page of a site as one file: drafts too, with the shipped templates, and what the file says of itself."""

import re
import shutil
from pathlib import Path

import pytest

from sitegen import cli
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site with the shipped templates that asks for sign-offs; a draft of it."""
    site = SmallSite(tmp_path_factory.mktemp("share"))
    shutil.rmtree(site.root / "templates")
    live = {"live": {"folder": "../www"}}
    site.settings(
        {**SETTINGS, "base_url": "https://example.org/lmp", "publish": live, "approvals": ["labor", "management"]}
    )
    site.story("new-story", "Not out yet. [Another](story-1.md)\n", draft=True, owner="ann.private@example.org")
    return site


def share(site: SmallSite, *words: str) -> int:
    """Share a page; return the exit code."""
    return cli.main(["share", *words, "--site", str(site.root)])


def test_a_draft_is_one_file_that_says_so(site: SmallSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        cli.main(["approve", "stories/new-story", "--as", "labor", "--by", "Bo Private", "--site", str(site.root)]) == 0
    )
    capsys.readouterr()
    assert share(site, "stories/new-story", "--to", str(tmp_path / "copy.html")) == 0
    html = (tmp_path / "copy.html").read_text("utf-8")
    assert "Not out yet." in html
    said = capsys.readouterr().out
    assert re.search(r"as it was on [A-Z][a-z]+ \d+, \d{4}, \d+:\d\d [ap]\.m\.", said)
    assert "It is a draft. Text " in said
    assert "Signed off by labor; management still to agree." in said
    assert all(sentence in html for sentence in said.splitlines()[:3])
    assert "<script" not in html
    assert 'src="/' not in html
    assert 'href="/' not in html
    assert "https://example.org/lmp/stories/story-1/" in html
    assert "rivate" not in html
    assert str(site.folder) not in html


def test_it_is_written_over_its_own_copy_and_over_nothing_else(site: SmallSite, tmp_path: Path) -> None:
    file = tmp_path / "copy.html"
    assert share(site, "stories/story-1", "--to", str(file)) == 0
    assert share(site, "stories/story-1", "--to", str(file)) == 0
    file.write_text("mine")
    assert share(site, "stories/story-1", "--to", str(file)) == 2
    assert file.read_text() == "mine"
    assert share(site, "stories/story-1", "--to", str(site.root / "content/x.html")) == 2


def test_a_page_with_errors_is_not_shared_and_those_of_others_do_not_matter(
    site: SmallSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("story-2", "[nowhere](missing.md)\n")
    assert share(site, "stories/story-2", "--to", str(tmp_path / "two.html")) == 1
    assert "content/stories/story-2.md:" in capsys.readouterr().err
    assert share(site, "stories/story-1", "--to", str(tmp_path / "one.html")) == 0
    assert share(site, "stories/missing", "--to", str(tmp_path / "none.html")) == 2
