"""Broken sites, each with the whole text that a build says about it.

A folder of tests/sites_invalid/ is laid over tests/sites_invalid/_base/, which is in order; base files that its
`without.txt` names are left out. To write every expected.txt anew, and then to read what differs:

    REFRESH_EXPECTED=1 python3 build.py test tests/test_invalid_sites.py
    git diff tests/sites_invalid
"""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.building import Choices, build_site
from sitegen.errors import Problem, SitegenError
from sitegen.report import print_problems

SITES = Path(__file__).parent / "sites_invalid"
BASE = SITES / "_base"
EXPECTED, WITHOUT = "expected.txt", "without.txt"
NAMES = sorted(path.name for path in SITES.iterdir() if path.is_dir() and path != BASE)
IS_REFRESHING = "REFRESH_EXPECTED" in os.environ


def lay(name: str, site: Path) -> None:
    """Put a broken site together at `site`."""
    shutil.copytree(BASE, site)
    without = SITES / name / WITHOUT
    for path in without.read_text("utf-8").split() if without.is_file() else ():
        (site / path).unlink()
    shutil.copytree(SITES / name, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, WITHOUT))


def problems_of(site: Path, out: Path) -> tuple[list[Problem], bool]:
    """Return what a build says of a site, and whether it published."""
    try:
        result = build_site(Choices(site=site, out=out, jobs=1))
    except SitegenError as error:
        return list(error.problems), False
    return result.problems, result.committed


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_a_broken_site_is_exact(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(name, tmp_path / "site")
    problems, is_published = problems_of(tmp_path / "site", tmp_path / "public")
    print_problems(problems)
    message = capsys.readouterr().err
    if IS_REFRESHING:
        (SITES / name / EXPECTED).write_text(message, encoding="utf-8", newline="\n")
    assert message == (SITES / name / EXPECTED).read_bytes().decode()
    assert problems
    assert is_published == (not any(problem.is_error for problem in problems))


def test_the_site_that_they_are_laid_over_is_in_order(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "site")
    assert problems_of(tmp_path / "site", tmp_path / "public") == ([], True)


def test_there_are_enough_broken_sites() -> None:
    assert len(NAMES) >= 45
