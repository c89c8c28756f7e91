"""Words of an open vocabulary that are one term though they are written with other signs: the writer is told."""

from pathlib import Path

import pytest

from sitegen.building import Choices, build_site
from sitegen.errors import Problem
from tests.site.small import SmallSite


def told(site: SmallSite) -> list[tuple[str, int, str, str]]:
    """Build; return what is said of regions: file, line, severity and headline."""
    problems: list[Problem] = build_site(Choices(site=site.root, out=site.out, jobs=1)).problems
    return [
        (problem.location.path, problem.location.line, problem.severity, problem.headline)
        for problem in problems
        if problem.headline.startswith("the region")
    ]


def test_two_pages_that_write_one_term_with_other_signs(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("a", regions=["R&D"])
    site.story("b", regions=["North", "R/D"])
    site.story("c", regions=["R&D"])
    said = ("content/stories/b.md", 5, "warning", 'the region "R/D" is one term with "R&D", and is shown so')
    assert told(site) == [said]
    site.write("content/stories/b.md", (site.root / "content/stories/b.md").read_text("utf-8").replace("R/D", "R&D"))
    assert told(site) == []


def test_one_page_that_writes_one_term_twice(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("a", regions=["24/7", "24:7"])
    said = ("content/stories/a.md", 5, "warning", 'the region "24:7" is one term with "24/7", and is shown so')
    assert told(site) == [said]


@pytest.mark.parametrize(
    ("one", "other"), [("R&D", "r&d"), ("24/7", "24 7"), ("Pay-roll", "pay roll"), ("Café", "cafe")]
)
def test_case_accents_spaces_and_hyphens_are_no_other_signs(tmp_path: Path, one: str, other: str) -> None:
    site = SmallSite(tmp_path)
    site.story("a", regions=[one])
    site.story("b", regions=[one])
    site.story("c", regions=[other])
    assert told(site) == []
