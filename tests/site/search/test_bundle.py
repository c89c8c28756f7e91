"""The bundle of a site: there while the index is small, gone when it has grown; what it has are the index's files."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from sitegen.search.reader import bundle
from sitegen.site.search.index_bundle import search_bundle
from tests.site.shipped import Shipped
from tests.site.small import SmallSite, files


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def entry(site: SmallSite) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((site.out / "search/index.json").read_text("utf-8"))
    return said


def preloaded(text: str) -> list[str]:
    return re.findall(r'<link rel="preload" as="fetch" crossorigin href="([^"]+)">', text)


def test_it_has_all_files_of_the_index_but_texts(shipped: Shipped) -> None:
    said = shipped.json("search/index.json")
    made = json.loads(gzip.decompress(shipped.files[f"search/{said['bundle']}.gz"].read_bytes()))
    alone = {path.removeprefix("search/").removesuffix(".gz"): path for path in shipped.files if path.endswith(".gz")}
    own = {name: path for name, path in alone.items() if name != said["bundle"] and not name.startswith("texts/")}
    assert made["table"] == said["table"]
    assert made["files"].keys() == own.keys()
    for name, text in made["files"].items():
        assert gzip.decompress(shipped.files[own[name]].read_bytes()) == text.encode()


def test_the_limit_lets_150_kilobytes_through(shipped: Shipped) -> None:
    packed = shipped.files[f"search/{shipped.json('search/index.json')['bundle']}.gz"].read_bytes()
    share = len(packed) / len(gzip.decompress(packed))
    assert 120_000 < share * bundle.MAX_BUNDLE < 150_000


def test_the_search_page_alone_has_it_loaded_at_once(shipped: Shipped) -> None:
    said = shipped.json("search/index.json")
    assert preloaded(shipped.text("search/index.html")) == [f"/search/{said['bundle']}.gz"]
    assert [path for path in shipped.pages if preloaded(shipped.text(path))] == ["search/index.html"]


def test_it_is_gone_once_the_index_has_grown_and_back_once_it_is_small(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    size = sum(len(text.encode()) for text in unpacked(site)["files"].values())
    assert preloaded((site.out / "search/index.html").read_text("utf-8"))
    monkeypatch.setattr(bundle, "MAX_BUNDLE", size + 50)
    site.story("long", " ".join(f"word{number}" for number in range(200)))
    site.build()
    assert "bundle" not in entry(site)
    assert not preloaded((site.out / "search/index.html").read_text("utf-8"))
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")
    (site.root / "content/stories/long.md").unlink()
    site.build()
    assert entry(site)["bundle"]
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def unpacked(site: SmallSite) -> dict[str, Any]:
    data = (site.out / f"search/{entry(site)['bundle']}.gz").read_bytes()
    made: dict[str, Any] = json.loads(gzip.decompress(data))
    return made


def test_an_edit_of_a_body_makes_it_anew(site: SmallSite) -> None:
    site.build()
    before = entry(site)
    site.tool("huddle", "A sunflower.\n", topics=["safety"], team_levels=["1"])
    assert search_bundle.key() in site.build().executed
    after = entry(site)
    assert after["bundle"] != before["bundle"]
    assert any("sunflow" in text for text in unpacked(site)["files"].values())
    assert not (site.out / f"search/{before['bundle']}.gz").exists()
