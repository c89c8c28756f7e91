"""A site that lacks a file is told so, also if the generator ships one of the same name: it would not be published."""

from pathlib import Path

import pytest

from sitegen.building import PROJECT
from tests.site.small import SmallSite, files

PICTURE = min((PROJECT / "static" / "images").rglob("*.*")).relative_to(PROJECT / "static").as_posix()


@pytest.mark.parametrize("path", [PICTURE, "downloads/a3-problem-solving.pdf"])
def test_a_shipped_file_that_is_no_part_of_the_look_is_not_there(path: str, tmp_path: Path) -> None:
    assert (PROJECT / "static" / path).is_file()
    site = SmallSite(tmp_path)
    site.story("story-1", f"[See it](../../static/{path})\n")
    assert [problem.headline for problem in site.build().errors] == [f'there is no file "{path}" in static/']


def test_the_look_is_the_shipped_one(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    assert not site.build().problems
    assert any(path.startswith("assets/css/site.") for path in files(site.out))
