"""What edits move of the files that filters read, in lists and in search."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.site.search.index_parts import search_columns
from tests.site.small import SmallSite, files

FIELDS: dict[str, Any] = {"date": "2017-10-02", "topics": ["quality"], "regions": ["North", "south"]}


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.build()
    return made


def filter_files(site: SmallSite) -> dict[str, bytes]:
    """Indexes, columns, orders and cards of lists; the columns of search, by what they are."""
    written = files(site.out)
    lists = {
        path: data
        for path, data in written.items()
        if path.endswith(".json") and path.startswith(("stories/", "library/", "my-list/"))
    }
    entry = json.loads(written["search/index.json"])
    table = json.loads(gzip.decompress(written[f"search/{entry['table']}.gz"]))
    return lists | {"search columns": gzip.decompress(written[f"search/{table['columns']}.gz"])}


def test_an_edit_of_a_body_moves_none(site: SmallSite) -> None:
    before = filter_files(site)
    assert {"stories/facets.json", "stories/facets/topic.json", "stories/cards/0.json"} <= set(before)
    site.story("story-1", "Another body, with other words.\n", **FIELDS)
    built = site.build()
    assert "stories/story-1/index.html" in built.written
    assert search_columns.key() not in built.executed
    assert filter_files(site) == before


def test_an_edit_of_a_title_moves_its_cards_and_the_order_by_title(site: SmallSite) -> None:
    before = filter_files(site)
    site.story("story-1", title="Another title", **FIELDS)
    site.build()
    after = filter_files(site)
    moved = {path for path in before if before[path] != after[path]}
    assert moved == {"my-list/items.json"} | {
        f"{name}/{path}" for name in ("stories", "library") for path in ("cards/0.json", "sort/title.json")
    }


def test_an_edit_of_a_term_moves_the_column_of_its_facet(site: SmallSite) -> None:
    before = filter_files(site)
    site.story("story-1", **(FIELDS | {"topics": ["safety"]}))
    site.build()
    after = filter_files(site)
    moved = {path for path in before if before[path] != after[path]}
    assert "stories/facets/region.json" not in moved
    assert {"stories/facets/topic.json", "library/facets/topic.json", "search columns"} <= moved
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")
