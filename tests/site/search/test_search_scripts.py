"""What the search box, the search page and the reader of the index load: no more than was decided."""

import gzip
import re

from tests.site.shipped import Shipped

MOST = 8_900
"""Bytes of all modules of search, each packed by gzip; filters do not count."""

MOST_FOR_THE_BOX = 6_400
"""Bytes of those that show the first results below the search box."""

BOX = (*(f"search/{name}" for name in ("box", "documents", "index", "query", "reader", "scoring")), "filters/format")


def packed(shipped: Shipped, pattern: str) -> list[int]:
    """The sizes of the modules whose names, without fingerprints, match."""
    paths = [path for path in shipped.files if re.fullmatch(rf"assets/js/(?:{pattern})\.[0-9a-f]+\.js", path)]
    return [len(gzip.compress(shipped.files[path].read_bytes(), 9, mtime=0)) for path in paths]


def test_the_scripts_of_search_stay_small(shipped: Shipped) -> None:
    own = packed(shipped, "search/[^/]+|filters/format")
    assert len(own) == 11
    assert sum(own) <= MOST
    box = packed(shipped, "|".join(BOX))
    assert len(box) == len(BOX)
    assert sum(box) <= MOST_FOR_THE_BOX


def test_other_pages_name_no_module_of_search(shipped: Shipped) -> None:
    named = [path for path in shipped.pages if path != "search/index.html" and "js/search/" in shipped.text(path)]
    assert named == []
