"""The archive of each kit: the files that its pages offer, as they are published, and as its link says."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from sitegen.render.dates import file_size
from tests.site.path import PathSite
from tests.site.shipped import Shipped, find_all, texts_of

ARCHIVE = re.compile(r"path-to-performance/(level-\d)/([a-z-]+)/(level-\d-[a-z-]+)\.zip")


def archives(shipped: Shipped) -> dict[str, zipfile.ZipFile]:
    """Return the archive of each kit that has one, by the path of its page."""
    matches = filter(None, map(ARCHIVE.fullmatch, shipped.files))
    return {
        f"path-to-performance/{one[1]}/{one[2]}/index.html": zipfile.ZipFile(shipped.files[one[0]]) for one in matches
    }


def offered(shipped: Shipped, page: str) -> set[str]:
    """Return the paths of the files that the pages of a kit's own shelves offer."""
    shelves = find_all(shipped.tree(page), "section", class_="group shelf")
    links = [link for shelf in shelves for title in shelf.iter("h3") for link in title.iter("a")]
    paths = set()
    for link in links:
        item = shipped.tree((link.get("href") or "").removeprefix(shipped.base).strip("/") + "/index.html")
        for part in find_all(item, "section", class_="downloads"):
            paths |= {(one.get("href") or "").removeprefix(shipped.base).lstrip("/") for one in part.iter("a")}
    return {path for path in paths if path in shipped.files}


def test_an_archive_holds_the_files_of_its_kit_byte_for_byte(shipped: Shipped) -> None:
    kits = archives(shipped)
    assert len(kits) > 20
    for page, opened in kits.items():
        wanted = {path.rpartition("/")[2]: shipped.files[path].read_bytes() for path in offered(shipped, page)}
        assert {name: opened.read(name) for name in opened.namelist()} == wanted, page
        assert opened.namelist() == sorted(wanted)


def test_its_link_says_what_it_is(shipped: Shipped) -> None:
    for page, opened in archives(shipped).items():
        (link,) = find_all(shipped.tree(page), "a", class_="kit-all")
        path = (link.get("href") or "").removeprefix(shipped.base).lstrip("/")
        count = len(opened.namelist())
        said = f"{count} file{'' if count == 1 else 's'}, {file_size(shipped.files[path].stat().st_size)}"
        assert texts_of(link) == f"Download all (ZIP, {said})"


def test_a_kit_without_files_has_no_archive_and_no_link(shipped: Shipped) -> None:
    kits = [path for path in shipped.pages if re.fullmatch(r"path-to-performance/level-\d/[a-z-]+/index\.html", path)]
    without = sorted(set(kits) - set(archives(shipped)))
    for page in without:
        assert not offered(shipped, page)
        assert find_all(shipped.tree(page), "a", class_="kit-all") == []


@pytest.fixture
def site(tmp_path: Path) -> PathSite:
    small = PathSite(tmp_path)
    assert not small.build().problems
    return small


def test_an_archive_follows_its_files(site: PathSite) -> None:
    assert not list(site.out.rglob("*.zip"))
    (site.root / "static/downloads").mkdir(parents=True)
    file = site.root / "static/downloads/sheet.txt"
    seen = []
    for text in ("one", "another"):
        file.write_text(text, "utf-8")
        site.tool("sheet", team_levels=["1"], dimensions=["leading"], downloads=[{"file": "downloads/sheet.txt"}])
        assert not site.build().problems
        (path,) = site.out.rglob("*.zip")
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as opened:
            seen.append({name: opened.read(name) for name in opened.namelist()})
    assert seen == [{"sheet.txt": b"one"}, {"sheet.txt": b"another"}]
    file.unlink()
    site.tool("sheet", team_levels=["1"], dimensions=["leading"])
    assert not site.build().problems
    assert not list(site.out.rglob("*.zip"))
