"""What the search box and the search page load: no more than was decided."""

import gzip
import re

from tests.site.shipped import Shipped

MOST = 2900
"""Bytes of box, page and early.js together, each packed by gzip, as they are sent."""


def sizes(site: Shipped) -> dict[str, int]:
    names = ((re.fullmatch(r"assets/js/search/(\w+)\.[0-9a-f]+\.js", path), path) for path in site.files)
    return {found[1]: len(gzip.compress(site.files[path].read_bytes(), 9, mtime=0)) for found, path in names if found}


def test_the_box_and_the_page_stay_small(shipped: Shipped) -> None:
    found = sizes(shipped)
    own = {name: found[name] for name in ("box", "page", "early")}
    assert sum(own.values()) <= MOST, own


def test_other_pages_name_no_module_of_search(shipped: Shipped) -> None:
    named = [path for path in shipped.pages if path != "search/index.html" and "js/search/" in shipped.text(path)]
    assert named == []
