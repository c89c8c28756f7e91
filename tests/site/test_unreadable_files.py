"""A link that leads out or nowhere, or a pipe, is reported where it lies, and the other pages are made."""

import os
from pathlib import Path

import pytest

from sitegen.errors import format_problem
from tests.engine.test_sources import is_link_refused
from tests.site.small import SmallSite

OUTSIDE = "a link on this path leads out of its folder\n  hint: put the file itself there, not a link to it"
NO_FILE = (
    "this is no file: a pipe, a device, or a link that leads nowhere\n  hint: delete it, or put a file in its place"
)


@pytest.mark.parametrize(
    "path", ["content/stories/bad.md", "content/bad.md", "static/bad.pdf", "static/videos/bad.mp4", "static/bad"]
)
@pytest.mark.parametrize(("target", "said"), [("outside.md", OUTSIDE), ("nowhere.md", NO_FILE)])
def test_a_wrong_link_spoils_nothing_else(tmp_path: Path, path: str, target: str, said: str) -> None:
    site = SmallSite(tmp_path)
    outside = tmp_path / "outside.md"
    outside.write_text("secret")
    link = site.root / path
    link.parent.mkdir(parents=True, exist_ok=True)
    aim = outside if target == "outside.md" else link.with_name(target)
    if is_link_refused(link, aim):
        pytest.skip("no links here")
    result = site.build(keep_going=True)
    assert [format_problem(problem) for problem in result.problems] == [f"{path}: {said}"]
    assert (site.out / "stories/story-1/index.html").is_file()
    link.unlink()
    assert not site.build().problems


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_spoils_nothing_else(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    os.mkfifo(site.root / "content/stories/pipe.md")
    result = site.build(keep_going=True)
    assert [format_problem(problem) for problem in result.problems] == [f"content/stories/pipe.md: {NO_FILE}"]
    assert (site.out / "stories/story-1/index.html").is_file()
