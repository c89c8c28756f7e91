"""The file beside the page of a reader's list: what can be kept, as it is published now."""

import json
from pathlib import Path

from pypdf import PdfReader

from tests.site.brute import Brute
from tests.site.shipped import Shipped, find_all, texts_of
from tests.site.small import SmallSite

FOLDERS = ("stories", "tools", "toolkits", "videos")


def test_every_story_tool_video_practice_and_kit_can_be_kept_and_nothing_else(shipped: Shipped) -> None:
    brute = Brute(shipped)
    pages = {brute.url(row).removeprefix(shipped.base) for row in brute.rows if row.collection in FOLDERS}
    kits = {url.removeprefix(shipped.base) for url in brute.kits()}
    assert set(shipped.json("my-list/items.json")["items"]) == {url.strip("/") for url in pages | kits}


def test_each_has_the_title_and_the_files_of_its_page(shipped: Shipped) -> None:
    for name, said in shipped.json("my-list/items.json")["items"].items():
        page = shipped.tree(f"{name}/index.html")
        assert said["title"] == texts_of(next(page.iter("h1")))
        links = [link.get("href") for part in find_all(page, "section", class_="downloads") for link in part.iter("a")]
        links += [link.get("href") for name in ("kit-print", "kit-all") for link in find_all(page, "a", class_=name)]
        files = [file["url"] for file in said.get("files", ())]
        assert files == [link for link in links if not (link or "").startswith("http")], name
        assert all(url.removeprefix(shipped.base).lstrip("/") in shipped.files for url in files)


def test_a_kept_kit_says_the_pages_and_the_paper_of_its_print(shipped: Shipped) -> None:
    said = shipped.json("my-list/items.json")["items"]["path-to-performance/level-3/sponsorship"]
    printed, archive = said["files"]
    pages = len(PdfReader(shipped.files[printed["url"].removeprefix(shipped.base).lstrip("/")]).pages)
    assert printed["facts"].startswith(f"PDF, {pages} pages, ")
    assert (printed["pages"], printed["paper"]) == (pages, "8.5 x 11 in")
    assert archive["facts"].startswith("ZIP, ")


def test_a_page_that_can_be_kept_has_a_button_and_others_have_none(shipped: Shipped) -> None:
    items = shipped.json("my-list/items.json")["items"]
    for path in shipped.pages:
        if path in shipped.redirects:
            continue
        parts = find_all(shipped.tree(path), "div", class_="actions")
        has_button = any(find_all(part, "button", class_="keep") for part in parts)
        assert has_button == (path.removesuffix("/index.html") in items), path


def test_a_draft_cannot_be_kept_and_an_earlier_address_leads_on(tmp_path: Path) -> None:
    small = SmallSite(tmp_path)
    small.tool("hidden", draft=True)
    small.tool("charter", aliases=["/tools/old-charter/", "/charter/"])
    assert not small.build().problems
    kept = json.loads((small.out / "my-list/items.json").read_text("utf-8"))
    assert "tools/hidden" not in kept["items"]
    assert {"tools/charter", "tools/huddle", "stories/story-0"} <= set(kept["items"])
    assert kept["moved"] == {"charter": "tools/charter", "tools/old-charter": "tools/charter"}
