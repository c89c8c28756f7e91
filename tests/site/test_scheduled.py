"""Pages that are not out yet, or have expired: in no build, and in a preview that shows them with a notice."""

import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.building import PROJECT, Choices, build_site
from tests.site.small import files

AS_OF = datetime(2026, 5, 1)  # noqa: DTZ001 - in the site's time zone
BASE = PROJECT / "tests/sites_invalid/_base"
PAGE = "---\ntitle: {0}\nsummary: What comes.\ndate: 2017-10-01\ntopics: quality\n{1}\n---\n\nText.\n"
LINES = {
    "soon": "publish: 2027-01-01",
    "at-nine": "publish: 2027-01-02 09:00",
    "gone": "expires: 2017-12-31",
    "later-draft": "publish: 2027-01-01\ndraft: true",
    "draft": "draft: true",
    "now": "publish: 2017-01-01\nexpires: 2199-01-01",
}
NOTICES = {
    "soon": "From January 1, 2027",
    "at-nine": "From January 2, 2027, 9:00 a.m.",
    "gone": "Expired December 31, 2017",
    "later-draft": "Draft, from January 1, 2027",
    "draft": "Draft",
}
ROW = re.compile(r'<li class="row">.*?href="/stories/([^/]+)/".*?</li>', re.DOTALL)
TAG = re.compile(r'<span class="tag">([^<]*)</span>')
NOTE = re.compile(r'<p class="note"><strong>([^<]*)</strong>')


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `serve --drafts` shows it, with the shipped templates."""
    folder = tmp_path_factory.mktemp("scheduled")
    shutil.copytree(BASE, folder / "site", ignore=shutil.ignore_patterns("templates"))
    for name, line in LINES.items():
        (folder / f"site/content/stories/{name}.md").write_text(PAGE.format(name.capitalize(), line), "utf-8")
    result = build_site(
        Choices(site=folder / "site", out=folder / "out", jobs=1, drafts=True, scheduled=True, as_of=AS_OF)
    )
    assert result.committed
    return folder / "out"


def tags_of_rows(html: str) -> dict[str, list[str]]:
    return {row[1]: TAG.findall(row[0]) for row in ROW.finditer(html)}


def test_rows_say_why_readers_do_not_see_a_page(out: Path) -> None:
    rows = tags_of_rows((out / "stories/index.html").read_text("utf-8"))
    assert {name: tags[:1] for name, tags in rows.items()} == {
        **{name: [notice] for name, notice in NOTICES.items()},
        "now": [],
        "huddles": [],
    }


def test_rows_that_a_script_fills_say_so_too(out: Path) -> None:
    """They are read as columns from the index of the list."""
    texts = b"".join(data for path, data in files(out / "stories").items() if path.endswith(".json")).decode()
    assert all(json.dumps(notice) in texts for notice in NOTICES.values())


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("soon", ["From January 1, 2027:"]),
        ("gone", ["Expired December 31, 2017:"]),
        ("later-draft", ["Draft.", "From January 1, 2027:"]),
        ("draft", ["Draft."]),
        ("now", []),
    ],
)
def test_pages_say_why_readers_do_not_see_them(out: Path, name: str, notes: list[str]) -> None:
    assert NOTE.findall((out / f"stories/{name}/index.html").read_text("utf-8")) == notes


def test_a_build_with_drafts_has_no_page_of_another_day(out: Path) -> None:
    choices = Choices(site=out.parent / "site", out=out.parent / "plain", jobs=1, drafts=True, as_of=AS_OF)
    result = build_site(choices)
    assert result.committed
    plain = files(out.parent / "plain")
    assert {path.split("/")[1] for path in plain if path.startswith("stories/") and path.count("/") == 2} >= {"draft"}
    texts = b"".join(data for path, data in plain.items() if path.endswith((".html", ".json", ".xml")))
    assert not [name for name in ("Soon", "At-nine", "Gone", "Later-draft") if name.encode() in texts]
    assert not [notice for notice in NOTICES.values() if notice != "Draft" and notice.encode() in texts]
