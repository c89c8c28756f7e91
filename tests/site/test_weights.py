"""What pages weigh at rest, packed as hosts pack them: an item, a list, and the scripts that every page has."""

import gzip
import re
from collections.abc import Iterable

import pytest

from tests.site.shipped import Shipped

MOST_AT_REST = 5_000
"""Bytes of the scripts of a page that nobody touches: what keeps pages, and what ticks boxes or shows a kept kit."""
MOST_OF_AN_ITEM = 32_000
MOST_OF_A_LIST = 62_000
"""Bytes of a page with its styles and its scripts, without its font and pictures, which stay for all pages."""

PARTS = {"ticks": 'class="asked ticks"', "my-kit": 'class="my-kit"', "film": 'class="film"', "slideshow": "slideshow"}
"""The modules that site.js loads at once, and what a page has that wants them."""


def packed(shipped: Shipped, paths: Iterable[str]) -> int:
    return sum(len(gzip.compress(shipped.files[path].read_bytes(), 9, mtime=0)) for path in paths)


def named(shipped: Shipped, page: str, pattern: str) -> list[str]:
    """Return the files of the output that a page names in its head."""
    return [path for path in dict.fromkeys(re.findall(rf"/(assets/{pattern})", shipped.text(page))) if path]


def scripts_at_rest(shipped: Shipped, page: str) -> list[str]:
    """Return the scripts that every page has, and those of its parts with what they import."""
    text = shipped.text(page)
    wanted = ["site", *(name for name, part in PARTS.items() if part in text)]
    wanted += ["my-list/store"] if "my-kit" in wanted else []
    return [path for path in shipped.files if re.fullmatch(rf"assets/js/(?:{'|'.join(wanted)})\.[0-9a-f]+\.js", path)]


@pytest.mark.parametrize(
    "page",
    ["index.html", "tools/huddle-guide/index.html", "path-to-performance/level-3/sponsorship/index.html"],
)
def test_scripts_for_keeping_stay_small(shipped: Shipped, page: str) -> None:
    scripts = scripts_at_rest(shipped, page)
    assert scripts
    assert packed(shipped, scripts) <= MOST_AT_REST


def test_an_item_and_a_list_stay_light(shipped: Shipped) -> None:
    for page in ("tools/huddle-guide/index.html", "stories/sample-the-huddle-that-shrank/index.html"):
        files = [page, *named(shipped, page, r"css/[^\"]+"), *scripts_at_rest(shipped, page)]
        assert packed(shipped, files) <= MOST_OF_AN_ITEM
    page = "tools/index.html"
    files = [page, *named(shipped, page, r"(?:css|js)/[^\"]+"), "tools/facets.json", "tools/cards/0.json"]
    assert packed(shipped, files) <= MOST_OF_A_LIST


def test_other_pages_load_nothing_of_the_page_of_the_list(shipped: Shipped) -> None:
    own = re.compile(r"assets/(?:js/my-list/kept|css/pages/my-list)|my-list/items\.json")
    assert [page for page in shipped.pages if own.search(shipped.text(page))] == ["my-list/index.html"]
