"""Advice on what pages say: texts of pictures and links, headings, likeness, days of review."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sitegen.building import Choices
from sitegen.errors import Problem
from sitegen.findings import CHECKS, open_site
from sitegen.findings.checks import heavy_pictures
from tests.findings.checked import found_by, said
from tests.site.small import SmallSite

STORY = "content/stories/story-1.md"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    data = io.BytesIO()
    Image.new("RGB", (9, 9), "teal").save(data, "PNG")
    (site.root / "static/images").mkdir(parents=True)
    (site.root / "static/images/a.png").write_bytes(data.getvalue())
    return site


def lines(problems: list[Problem]) -> list[str]:
    """Return the line of the source that each problem stands at, as far as it has one."""
    assert {problem.severity for problem in problems} <= {"advice"}
    assert all(problem.hint for problem in problems)
    return [problem.headline for problem in problems if problem.location.path == STORY and problem.location.line]


@pytest.mark.parametrize(
    ("check", "body", "headlines"),
    [
        (
            "heading_levels",
            "## One\n\n#### Deep\n",
            ['the heading "Deep" is of level 4, and the one above it of level 2'],
        ),
        (
            "heading_levels",
            "### Deep\n\n## One\n",
            ['the heading "Deep" is of level 3, and the one above it of level 1'],
        ),
        ("heading_levels", "## One\n\n### Two\n\n#### Three\n\n## Four\n", []),
        ("link_texts", "[Click  here!](/tools/)\n", []),  # the place is not found, which the next test covers
        ("link_texts", "[Click here!](/tools/)\n", ['the link "Click here!" does not say where it leads']),
        ("link_texts", "[**here**](https://lmp.test/)\n", ['the link "here" does not say where it leads']),
        ("link_texts", "[here is how](/tools/) and click here\n", []),
        ("picture_texts", "![IMG_2041](../../static/images/a.png)\n", ["IMG_2041"]),
        ("picture_texts", "![our team.JPG](../../static/images/a.png)\n", []),
        ("picture_texts", "![team.JPG](../../static/images/a.png)\n", ["team.JPG"]),
        ("picture_texts", "![A team. Its board](../../static/images/a.png)\n", []),
    ],
)
def test_advice_stands_at_its_line(site: SmallSite, check: str, body: str, headlines: list[str]) -> None:
    site.story("story-1", body)
    prefix = 'the text of a picture is the name of a file: "'
    expected = [f'{prefix}{headline}"' if check == "picture_texts" else headline for headline in headlines]
    assert lines(found_by(check, site)) == expected


def test_the_text_of_a_pages_own_picture_is_looked_at(site: SmallSite) -> None:
    site.story("story-1", image={"src": "images/a.png", "alt": "DSC00412.jpg"})
    assert len(lines(found_by("picture_texts", site))) == 1


def test_two_pages_with_one_title_or_summary_are_told_at_the_later_one(site: SmallSite) -> None:
    site.story("story-1", title="One title", summary="What it says.")
    site.story("story-2", title="one  Title", summary="Something else.")
    site.story("story-3", title="Another", summary="what it says.")
    site.story("story-4", title="One title", summary="A draft.", draft=True)
    headlines = [headline for _, headline in said(found_by("alike_pages", site)) if headline.endswith("story-1.md")]
    assert headlines == [f"this page has the title of {STORY}", f"this page has the summary of {STORY}"]


@pytest.mark.parametrize(("day", "count"), [("2026-03-01", 1), ("2026-03-02", 0), ("2026-03-03", 0)])
def test_a_page_past_its_day_of_review_is_told_with_its_owner(site: SmallSite, day: str, count: int) -> None:
    fields: dict[str, Any] = {"owner": "The web team", "review_by": day}
    site.story("story-1", **fields)
    moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert site.build(as_of=moment).committed
    with open_site(Choices(site=site.root, out=site.out, jobs=1, as_of=moment)) as finished:
        problems = list(CHECKS["overdue_reviews"].function(finished))
    assert [problem.headline for problem in problems] == [
        f"this page was to be looked at again by {day}, by The web team"
    ] * count


def test_a_picture_with_too_many_bytes_is_told(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    path = site.root / "static/images/a.png"
    assert found_by("heavy_pictures", site) == []
    monkeypatch.setattr(heavy_pictures, "MOST_BYTES", path.stat().st_size)
    assert found_by("heavy_pictures", site) == []
    monkeypatch.setattr(heavy_pictures, "MOST_BYTES", path.stat().st_size - 1)
    assert [place for place, _ in said(found_by("heavy_pictures", site))] == ["static/images/a.png"]
