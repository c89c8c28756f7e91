"""Files that are not published since nothing that is published links to them."""

from pathlib import Path

from PIL import Image

from tests.findings.checked import found_by, said
from tests.site.small import SmallSite


def test_files_that_are_not_published_are_listed(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    for path in ("downloads/a.csv", "downloads/b c.csv", "downloads/more/c.csv", "videos/a.csv", "other/a.csv"):
        site.write(f"static/{path}", f"{path}\n")
    (site.root / "static/images").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (9, 9), "teal").save(site.root / "static/images" / name)
    site.story("story-1", "[File](../../static/downloads/a.csv) ![A square](../../static/images/a.png)\n")
    problems = found_by("unused_files", site)
    assert {problem.severity for problem in problems} == {"advice"}
    end = "is not published: no page that is shown links to it"
    assert said(problems) == [
        ("static/downloads/b c.csv", f'"b c.csv" {end}'),
        ("static/downloads/more/c.csv", f'"c.csv" {end}'),
        ("static/images/b.png", f'"b.png" {end}'),
        ("static/videos/a.csv", f'"a.csv" {end}'),
    ]
