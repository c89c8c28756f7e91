"""What browsers save of a site: whole, told apart by digests, and nothing once it is switched off."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.shipped import Shipped, page_of
from tests.site.small import SETTINGS, SmallSite, files

WORKER = "service-worker.js"
OFFLINE = {"offline.json", "offline.html", "manifest.webmanifest"}
IMPORT = re.compile(r'(?:from|import)\s*\(?"(\.[^"]+)"')


@pytest.fixture(params=["shipped", "shipped_below"])
def built(request: pytest.FixtureRequest) -> Shipped:
    site: Shipped = request.getfixturevalue(request.param)
    return site


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    assert not small.build().problems
    return small


def offline(site: SmallSite) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((site.out / "offline.json").read_text("utf-8"))
    return said


def test_every_file_of_the_shell_is_there_and_is_what_its_digest_says(built: Shipped) -> None:
    listed = built.json("offline.json")["files"]
    for link, digest in listed.items():
        data = built.files[page_of(link.removeprefix(built.base))].read_bytes()
        assert hashlib.sha256(data).hexdigest().startswith(digest), link
        assert len(digest) == 32


def test_home_list_search_and_what_they_are_shown_with_are_in_the_shell(built: Shipped) -> None:
    listed = built.json("offline.json")["files"]
    pages = {f"{built.base}{url}" for url in ("/", "/my-list/", "/search/", "/offline.html")}
    assert pages <= listed.keys()
    assert {f"{built.base}/my-list/items.json", f"{built.base}/search/index.json"} <= listed.keys()
    for page in pages:
        text = built.text(page_of(page.removeprefix(built.base)))
        linked = re.findall(
            r' (?:href|src)="([^"]*/assets/(?:css|fonts|icons|js)/[^"]+|[^"]*/search/[^"]+[.]gz)"', text
        )
        assert linked
        assert set(linked) <= listed.keys(), page
    for link in (link for link in listed if link.endswith(".js")):
        folder = Path(link).parent
        for name in IMPORT.findall(built.text(link.removeprefix(built.base).lstrip("/"))):
            assert (folder / name).resolve().as_posix() in listed, link


def test_the_shell_is_light(built: Shipped) -> None:
    links = [link.removeprefix(built.base) for link in built.json("offline.json")["files"]]
    sizes = [built.files[page_of(link)].stat().st_size for link in links]
    assert len(sizes) < 60
    assert sum(sizes) < 450_000


def test_an_edit_of_a_page_leaves_the_workers_bytes_alone(site: SmallSite) -> None:
    before, told = files(site.out), offline(site)
    site.story("story-1", "Other words.\n", title="Another title", date="2017-10-02", topics=["quality"])
    site.build()
    assert files(site.out)[WORKER] == before[WORKER]
    assert offline(site)["digest"] != told["digest"]
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_an_edit_that_no_page_of_the_shell_shows_leaves_it_as_it_is(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.search.reader.bundle.MAX_BUNDLE", 0)
    site.story("story-0")
    site.build()
    told = offline(site)
    site.story("story-0", "Other words.\n")
    site.build()
    assert offline(site) == told


def test_of_a_large_site_search_is_left_to_the_network(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "/lmp/search/" in offline(site)["files"]
    monkeypatch.setattr("sitegen.search.reader.bundle.MAX_BUNDLE", 0)
    monkeypatch.setattr("sitegen.site.offline.MOST_KEPT_BYTES", 100)
    site.story("story-0", title="Longer")
    site.build()
    links = offline(site)["files"]
    assert not [link for link in links if "/search/" in link and "/assets/" not in link]
    assert "/lmp/my-list/items.json" not in links


def test_switched_off_a_site_has_the_worker_that_ends_the_other_and_nothing_more(site: SmallSite) -> None:
    before = files(site.out)
    assert set(before) >= OFFLINE | {WORKER}
    site.settings({**SETTINGS, "offline": False})
    assert not site.build().errors
    after = files(site.out)
    gone = before.keys() - after.keys()
    assert gone == OFFLINE | {path for path in before if path.startswith("app-icon-")}
    assert after[WORKER] != before[WORKER]
    assert b"unregister" in after[WORKER]
    site.settings(SETTINGS)
    site.build()
    assert files(site.out) == before


def test_pages_lead_to_the_manifest_if_the_site_is_saved(built: Shipped) -> None:
    link = f'<link rel="manifest" href="{built.base}/manifest.webmanifest">'
    assert [path for path in built.pages if path not in built.redirects and link not in built.text(path)] == []
    manifest = built.json("manifest.webmanifest")
    assert manifest["start_url"] == manifest["scope"] == f"{built.base}/"
    icons = [icon["src"].removeprefix(f"{built.base}/") for icon in manifest["icons"]]
    assert [path for path in icons if path not in built.files] == []


def test_the_page_for_what_is_not_saved_is_in_no_list(built: Shipped) -> None:
    assert "offline.html" not in built.text("sitemap.xml")
    assert '<meta name="robots" content="noindex">' in built.text("offline.html")


def test_the_worker_stands_at_one_address_and_nowhere_else(built: Shipped) -> None:
    assert WORKER in built.files
    assert not [path for path in built.files if re.search(r"assets/.*(?:service|ending)-worker", path)]
    assert "import" not in re.sub(r"\bimport\(", "", built.text(WORKER)), "it is one classic script"
