"""What the search box, the search page and the reader of the index load: no more than was decided."""

import gzip
import re

from tests.site.shipped import Shipped

MOST = 7_060
"""Bytes of the modules that the search box and the results load, each packed by gzip; filters do not count."""


def test_the_scripts_of_search_stay_small(shipped: Shipped) -> None:
    own = [path for path in shipped.files if re.fullmatch(r"assets/js/(search/[^/]+|filters/columns[^/]+)\.js", path)]
    assert len(own) == 7
    assert sum(len(gzip.compress(shipped.files[path].read_bytes(), 9, mtime=0)) for path in own) <= MOST


def test_other_pages_name_no_module_of_search(shipped: Shipped) -> None:
    named = [path for path in shipped.pages if path != "search/index.html" and "js/search/" in shipped.text(path)]
    assert named == []
