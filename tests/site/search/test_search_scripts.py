"""What the search box, the search page and the reader of the index load: no more than was decided."""

import gzip
import re
from collections.abc import Iterable

from tests.site.shipped import Shipped

MOST = 16_000
"""Bytes of what a search can load, each file packed by gzip: parts of the filters too, which the page's file has."""

MOST_FOR_THE_BOX = 7_000
"""Bytes of those that show the first results below the search box."""

BOX = ("box", "query", "reader")
ALL = (*BOX, "corrections", "early", "page", "texts")


def packed(shipped: Shipped, names: Iterable[str]) -> list[int]:
    """Return the sizes of modules by their names without fingerprints."""
    pattern = rf"assets/js/search/(?:{'|'.join(names)})\.[0-9a-f]+\.js"
    paths = [path for path in shipped.files if re.fullmatch(pattern, path)]
    return [len(gzip.compress(shipped.files[path].read_bytes(), 9, mtime=0)) for path in paths]


def test_the_scripts_of_search_stay_small(shipped: Shipped) -> None:
    assert len(packed(shipped, ALL)) == len(ALL)
    assert sum(packed(shipped, ALL)) <= MOST
    assert len(packed(shipped, BOX)) == len(BOX)
    assert sum(packed(shipped, BOX)) <= MOST_FOR_THE_BOX


def test_these_files_import_no_others(shipped: Shipped) -> None:
    names = "|".join(ALL)
    paths = [path for path in shipped.files if re.fullmatch(rf"assets/js/search/(?:{names})\.[0-9a-f]+\.js", path)]
    imported = {name for path in paths for name in re.findall(r'"[^"]*/([a-z]+)\.[0-9a-f]+\.js"', shipped.text(path))}
    assert imported - set(ALL) == {"counts"}


def test_other_pages_name_no_module_of_search(shipped: Shipped) -> None:
    named = [path for path in shipped.pages if path != "search/index.html" and "js/search/" in shipped.text(path)]
    assert named == []
