"""The sites of the benchmarks: whole, without a word of complaint, in two shapes."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import items
from benchmarks.sites import FIELDS, FULL_FACETS, page, settings, write_site
from sitegen.building import Choices, build_site
from tests.content.parsed import valid_page

COUNT = 45


@pytest.fixture(scope="module", params=["peer", "full"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, set[str]]:
    """Return the shape of a site, and the files that it was built into."""
    folder = tmp_path_factory.mktemp(request.param)
    write_site(folder / "site", items(COUNT), request.param)
    result = build_site(Choices(site=folder / "site", jobs=1))
    assert result.committed
    assert not result.problems
    out = folder / "site" / "public"
    return request.param, {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_every_item_has_a_page(built: tuple[str, set[str]]) -> None:
    _, files = built
    assert [item["slug"] for item in items(COUNT) if f"{item['kind']}/{item['slug']}/index.html" not in files] == []


def test_every_kind_has_a_list_of_pages(built: tuple[str, set[str]]) -> None:
    _, files = built
    assert {f"{kind}/index.html" for kind in ("story", "tool", "video")} <= files
    assert "story/page/2/index.html" in files


def test_the_peers_shape_has_one_feed_besides_those_of_terms_and_the_facets_of_the_library(
    built: tuple[str, set[str]],
) -> None:
    shape, files = built
    feeds = {path for path in files if path.endswith("feed.xml") and path.count("/") == 1}
    facets = {path for path in files if path.endswith("facets.json")}
    if shape == "peer":
        assert feeds == {"library/feed.xml"}
        assert facets == {"library/facets.json"}
        assert "library/index.html" not in files
    else:
        assert feeds == {f"{name}/feed.xml" for name in FULL_FACETS}
        assert facets == {f"{name}/facets.json" for name in FULL_FACETS}


def test_every_term_of_the_items_has_a_page(built: tuple[str, set[str]]) -> None:
    shape, files = built
    facets = FULL_FACETS["library"] if shape == "full" else ("region", "topic", "level", "format")
    made = list(items(COUNT))
    terms = {(facet, term) for facet in facets for item in made for term in item[FIELDS[facet][1]]}
    assert [pair for pair in terms if f"library/{pair[0]}/{pair[1]}/index.html" not in files] == []


@pytest.mark.parametrize("shape", ["peer", "full"])
def test_settings_name_no_taxonomy_that_nothing_uses(shape: str) -> None:
    config = settings(list(items(COUNT)), shape)
    used = {facet for collection in config["collections"].values() for facet in collection["facets"]}
    assert set(config["taxonomies"]) == used


@pytest.mark.parametrize("number", range(6))
def test_an_item_becomes_a_valid_page_with_its_values(number: int) -> None:
    item: dict[str, Any] = next(islice(items(number + 1), number, None))
    parsed, problems = valid_page(f"{item['kind']}/{item['slug']}.md", page(item).encode(), item["kind"])
    assert not problems
    assert parsed
    assert (parsed.title, parsed.date, parsed.summary) == (item["title"], item["date"], item["summary"])
    assert tuple(term.text for term in parsed.terms["topics"]) == tuple(item["topics"])


def test_a_site_is_never_written_over_another(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_site(tmp_path, items(1), "peer")
