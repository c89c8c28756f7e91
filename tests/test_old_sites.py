"""What built before still builds: a site as it was written before a release, and what its pages say.

tests/sites/ holds sites that are never edited, with templates of their own, and in `expected.txt` the main part of
their pages as text. What is read otherwise than before shows there. To write it anew, and then to read what differs:

    REFRESH_EXPECTED=1 python3 build.py test tests/test_old_sites.py
    git diff tests/sites
"""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from sitegen.building import Choices, build_site

SITES = Path(__file__).parent / "sites"
EXPECTED = "expected.txt"
IS_REFRESHING = "REFRESH_EXPECTED" in os.environ
DAY = datetime(2018, 1, 1)  # noqa: DTZ001 - in the site's time zone
SHIPPED_PAGES = re.compile(r"my-list/|search/|levels/(?:index|level-\d/\w+/)")
"""Pages of the site's own that it makes with the shipped templates, which say no word of content/ in another way."""

INLINE = {"a", "abbr", "br", "code", "del", "em", "img", "kbd", "mark", "span", "strong", "sub", "sup"}


@pytest.mark.parametrize("name", sorted(path.name for path in SITES.iterdir() if path.is_dir()))
def test_a_site_of_before_builds_and_says_what_it_said(name: str, tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "public"
    shutil.copytree(SITES / name, site, ignore=shutil.ignore_patterns(EXPECTED))
    result = build_site(Choices(site=site, out=out, as_of=DAY, jobs=1))
    assert result.committed, result.problems
    pages = "".join(f"== {path.relative_to(out).as_posix()}\n{main_text(path)}\n" for path in items_of(out))
    others = "".join(f"{path}\n" for path in files_of_static(site, out))
    text = f"{pages}== published of static/\n{others}"
    expected = SITES / name / EXPECTED
    if IS_REFRESHING:
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")


def items_of(out: Path) -> list[Path]:
    """Return the pages that show a file of content/ or a list, made with a template of the site itself, sorted."""
    pages = (path for path in out.rglob("*/index.html") if "<main>" in path.read_text("utf-8"))
    return sorted(path for path in pages if not SHIPPED_PAGES.match(path.relative_to(out).as_posix()))


def files_of_static(site: Path, out: Path) -> list[str]:
    """Return the files of static/ that are in the output under their own names, sorted."""
    files = (path.relative_to(site / "static").as_posix() for path in (site / "static").rglob("*") if path.is_file())
    return sorted(path for path in files if (out / path).is_file())


def main_text(path: Path) -> str:
    """Return what the main part of a page says: a line for each block, with the elements that it stands in."""
    tree = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    main = tree.find(".//main")
    return "\n".join(lines_of(main, "")) if main is not None else ""


def lines_of(element: Element, names: str) -> Iterator[str]:
    """Yield a line for each run of text of an element, and those of the blocks in it."""
    run = element.text or ""
    for child in element:
        if child.tag in INLINE:
            run += inline(child)
        else:
            yield from line_of(run, names)
            run = ""
            yield from lines_of(child, f"{names} {child.tag}".strip())
        run += child.tail or ""
    yield from line_of(run, names)


def line_of(run: str, names: str) -> Iterator[str]:
    text = run if " pre" in f" {names}" else " ".join(run.split())
    if text.strip():
        yield f"{names}: {text.strip()}"


def inline(element: Element) -> str:
    """Return an element in a line as its name, its address or words, and its text."""
    what = element.get("href") or element.get("alt") or element.get("title") or ""
    text = (element.text or "") + "".join(inline(child) + (child.tail or "") for child in element)
    return f"<{element.tag}{f' {what}' if what else ''}|{text}>"
