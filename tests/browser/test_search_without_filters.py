"""The search page of sites that have no filters to show: it finds, offers nothing, and complains of nothing."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import DESK, PHONE, ServeFolder, listen, resize
from tests.site.small import SETTINGS, SmallSite

pytestmark = pytest.mark.browser

STORIES = {"stories": {"kind": "story", "title": "Stories"}}
PLAIN = {"title": "Plain site", "base_url": "https://example.org", "collections": STORIES}
WITHOUT_TAXONOMIES = {**PLAIN, "taxonomies": {}}
WITHOUT_TERMS = {
    **PLAIN,
    "taxonomies": SETTINGS["taxonomies"],
    "collections": {"stories": {**STORIES["stories"], "facets": ["topic", "region"]}},
}


def build(folder: Path, settings: dict[str, Any]) -> Path:
    """Build a site of stories without terms, in the shipped look."""
    site = SmallSite(folder)
    shutil.rmtree(site.root / "templates")
    shutil.rmtree(site.root / "content")
    site.settings(settings)
    for number in range(25):
        site.story(f"story-{number}", "What a huddle changed.\n")
    assert site.build().committed
    return site.out


@pytest.mark.parametrize("settings", [WITHOUT_TAXONOMIES, WITHOUT_TERMS], ids=["no taxonomies", "no terms"])
def test_it_finds_and_says_when_it_does_not(
    page: Page, tmp_path: Path, serve_folder: ServeFolder, settings: dict[str, Any]
) -> None:
    address = serve_folder(build(tmp_path, settings))
    notes = listen(page)
    for size in (DESK, PHONE):
        resize(page, size)
        page.goto(f"{address}/search/?q=huddle")
        expect(page.locator(".found-count")).to_have_text("25 results for “huddle”")
        expect(page.locator(".found mark").first).to_be_visible()
        assert page.locator(".found .row").count() == 20
        page.click(".found-more")
        expect(page.locator(".found .row")).to_have_count(25)
        assert page.is_hidden(".found-trouble")
        assert page.locator(".filters").count() == 0
        page.fill(".search-input", "sunflowers")
        page.keyboard.press("Enter")
        expect(page.locator(".found-none")).to_be_visible()
        expect(page.locator(".found-missing")).to_have_text("No page has “sunflowers”")
        assert page.is_hidden(".found-trouble")
        page.go_back()
        expect(page.locator(".found-count")).to_have_text("25 results for “huddle”")
    assert notes.complaints == []


def test_filters_in_the_address_are_left_out(page: Page, tmp_path: Path, serve_folder: ServeFolder) -> None:
    address = serve_folder(build(tmp_path, WITHOUT_TAXONOMIES))
    page.goto(f"{address}/search/?q=huddle&topic=quality")
    expect(page.locator(".found-count")).to_have_text("25 results for “huddle”")
    assert page.is_hidden(".found-trouble")
