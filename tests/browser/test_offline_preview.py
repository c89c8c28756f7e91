"""The preview saves nothing, and ends the worker of a built site that was served at its address."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.faulty_server import serve_with_faults
from tests.browser.offline import BASE, REGISTRATIONS, STORY, all_saved, build, reader, saved_site, wait_until_saved
from tests.browser.visits import PHONE, visit, wait_for
from tests.preview.serving import previewed

pytestmark = pytest.mark.browser


def test_a_preview_ends_the_worker_that_a_built_site_left_and_registers_none(browser: Browser, tmp_path: Path) -> None:
    site = saved_site(tmp_path)
    folder = build(site, "built")
    with reader(browser, PHONE) as page:
        with serve_with_faults(folder, BASE) as served:
            visit(page, f"{served.address}/{STORY}/")
            wait_until_saved(page, f"{STORY}/")
            port = urlsplit(served.address).port or 0
        site.story("story-1", "As it is in the preview.\n", title="Story story-1", date="2017-10-02")
        with previewed(site.root, port) as preview:
            page.goto(f"{preview.address}{BASE}/{STORY}/")
            expect(page.locator("main")).to_contain_text("As it is in the preview.")
            wait_for(page, lambda: page.evaluate(REGISTRATIONS) == [] and all_saved(page) == [])
            visit(page, f"{preview.address}{BASE}/")
            assert (page.evaluate(REGISTRATIONS), all_saved(page)) == ([], [])
            assert page.locator("link[rel=manifest]").count() == 0
            worker = preview.get(f"{BASE}/service-worker.js")
            assert worker.status == 200
            assert "unregister" in worker.body
            assert worker.headers["cache-control"] == "no-store"
            assert '<link rel="manifest"' in (folder / "index.html").read_text("utf-8")
