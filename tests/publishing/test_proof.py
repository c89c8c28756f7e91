"""The proof of a release: what was checked, with counts, what is new, who signed off; never where it is published."""

import re
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.findings.checks import CHECKS
from sitegen.publishing.checked_facts import CRITERIA, WORDS
from tests.site.small import SETTINGS, SmallSite, files

LINK = re.compile(rb'<(?:a|link|img|script)\s[^>]*?(?:href|src)="?([^"\s>]+)')
LIVE = {"live": {"folder": "../www", "permanent": True}}


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site that was published once, and asks for sign-offs since."""
    site = SmallSite(tmp_path)
    settings = {**SETTINGS, "base_url": "https://example.org", "publish": LIVE}
    site.settings(settings)
    assert run(site, "publish", "--yes") == 0
    site.settings({**settings, "approvals": ["labor", "management"]})
    return site


def run(site: SmallSite, *words: str) -> int:
    """Run a command on the site; return its exit code."""
    return cli.main([*words, "--site", str(site.root)])


def row(html: str, what: str) -> str:
    """Return what a row of the proof says."""
    match = re.search(rf'<th scope="row">{what}</th><td class="count">([^<]*)</td>', html)
    assert match, what
    return match[1]


def test_it_says_what_was_checked_and_who_signed_off(site: SmallSite) -> None:
    proof = site.folder / "proof.html"
    site.write("content/golden-queries.yaml", "tool huddle: tools/huddle\ntool charter: stories/story-1\n")
    site.story("story-1", "Better <b>words</b>. [Tool](../tools/huddle.md)\n", title="Better & <newer>")
    site.story("story-2", "Hasty words.\n")
    for half in ("labor", "management"):
        assert run(site, "approve", "stories/story-1", "--as", half, "--by", f"Ann {half}-Private") == 0
    assert run(site, "publish", "--yes", "--hold-unapproved", "--proof", str(proof)) == 0
    html = proof.read_text("utf-8")
    www = files(site.folder / "www")
    pages = [path for path in www if path.endswith(".html")]
    assert row(html, "Finished pages") == str(len(pages))
    links = sum(
        len(set(re.findall(rb'<(?:a|link|img|script)\s[^>]*?(?:href|src)="?([^"\s>]+)', www[path]))) for path in pages
    )
    told = int(row(html, "Links on them, each followed within the site").replace(",", ""))
    assert len(pages) < told <= links
    assert row(html, "Searches that must show a page among the first three") == "2; 1 to look at"
    assert f"{len(pages)} of {len(pages)}; the heaviest has " in html
    assert "Better &amp; &lt;newer&gt;" in html
    assert "labor: Ann labor-Private, " in html
    assert "management: Ann management-Private, " in html
    assert "Story story-2: readers keep the text of " in html
    assert (site.folder / "www/release-id.txt").read_text().strip() in html
    assert "as release 2." in html
    assert "<script" not in html
    assert b"Private" not in b"".join(www.values())


def test_each_check_has_words_for_the_team() -> None:
    assert WORDS.keys() == {check.name for check in CHECKS}
    assert CRITERIA.keys() <= WORDS.keys()


def test_a_dry_run_says_that_nothing_was_sent(site: SmallSite) -> None:
    proof = site.folder / "proof.html"
    assert run(site, "publish", "--dry-run", "--proof", str(proof)) == 0
    html = proof.read_text("utf-8")
    assert "Only planned, for live: nothing was sent." in html
    assert "No page needed a sign-off." in html


def test_a_kept_release_was_checked_when_it_was_made(site: SmallSite) -> None:
    proof = site.folder / "proof.html"
    assert run(site, "publish", "--yes", "--release", "1", "--proof", str(proof)) == 0
    assert "it was checked when it was made" in proof.read_text("utf-8")


@pytest.mark.parametrize(
    "place", ["site/public/proof.html", "site/static/proof.html", "www/proof.html", "site/site.yaml"]
)
def test_it_is_refused_where_it_would_be_published_before_anything_is_built(
    site: SmallSite, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site.folder / "www")
    site.story("story-1", "Not signed off.\n")
    assert run(site, "publish", "--yes", "--proof", str(site.folder / place)) == 2
    assert "write it to another place: --proof " in capsys.readouterr().err
    assert files(site.folder / "www") == before
