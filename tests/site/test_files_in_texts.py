"""Files that a text offers: what stands beside them is read from the file, and follows it."""

import re
import shutil
from pathlib import Path

from sitegen.building import PROJECT
from tests.site.small import SmallSite

SHIPPED = PROJECT / "static" / "downloads"
STORY = "stories/story-1/index.html"


def put(site: SmallSite, name: str) -> None:
    """Write a sheet into static/."""
    target = site.root / "static" / "downloads" / "sheet.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SHIPPED / name, target)


def facts(site: SmallSite) -> str:
    result = site.build()
    assert result.committed, result.problems
    (shown,) = re.findall(r'<p class="download">(.*?)</p>', (site.out / STORY).read_text("utf-8"))
    return " ".join(re.sub(r"<[^>]*>", " ", shown).split())


def test_a_file_in_a_text_says_what_it_is_and_follows_the_file(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    put(site, "a3-problem-solving.pdf")
    site.story("story-1", 'Take it:\n\n{{ download file="downloads/sheet.pdf" label="The sheet" }}\n')
    assert re.fullmatch(r"The sheet PDF 1 page 11 x 17 in \d+ kB", facts(site))
    put(site, "huddle-guide.pdf")
    assert re.fullmatch(r"The sheet PDF 2 pages 8.5 x 11 in \d+ kB", facts(site))
