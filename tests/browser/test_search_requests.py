"""A search on the shipped site, which has a bundle: few requests, and what is found without the bundle too."""

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.weak_line import WATCH
from tests.browser.searching import FIELD, OPTIONS
from tests.browser.visits import listen

pytestmark = pytest.mark.browser

ROWS = ".found .row"
MOST_REQUESTS = 12

ASKED = "performance.getEntriesByType('resource').filter(one => one.startTime < stood).map(one => one.name)"


def names(addresses: list[str]) -> list[str]:
    """Return the names of files, without fingerprints."""
    return sorted(re.sub(r"[0-9a-f]{10}", "X", one.rpartition("/")[2]) for one in addresses)


def titles(page: Page) -> list[str]:
    expect(page.locator(".found .rows")).to_have_attribute("aria-busy", "false")
    return page.locator(f"{ROWS} .row-title").all_text_contents()


@pytest.mark.parametrize("query", ["huddle", "level+3+sponsorship", "hudle"])
def test_the_first_results_take_few_requests(page: Page, search_address: str, query: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{search_address}?q={query}", wait_until="networkidle")
    expect(page.locator(ROWS).nth(9)).to_be_visible()
    asked: list[str] = page.evaluate(ASKED)
    assert len(asked) + 1 <= MOST_REQUESTS
    own = names([one for one in asked if "/search/" in one])
    late = ["corrections.X.js"] if query == "hudle" else []
    assert own == sorted(["X.gz", "box.X.js", "early.X.js", "page.X.js", "query.X.js", "reader.X.js", *late])


def test_the_box_of_another_page_takes_the_bundle_when_it_is_gone_to(page: Page, address: str) -> None:
    notes = listen(page)
    page.goto(f"{address}/about/history/", wait_until="networkidle")
    assert not [one for one in notes.requests if "/search/" in one]
    page.focus(FIELD)
    page.keyboard.type("huddle")
    expect(page.locator(OPTIONS).first).to_be_visible()
    own = names([one for one in notes.requests if "/search/" in one])
    assert own == ["X.gz", "box.X.js", "index.json", "query.X.js", "reader.X.js"]
    assert notes.complaints == []


@pytest.mark.parametrize("query", ["huddle", "hudle", "level 3 sponsorship", '"team charter"', "workplacesafety"])
def test_what_is_found_is_the_same_without_the_bundle(page: Page, search_address: str, query: str) -> None:
    page.goto(f"{search_address}?q={query}")
    with_bundle = titles(page)
    assert with_bundle
    page.route(f"**{page.get_attribute('link[as=fetch]', 'href')}", lambda route: route.fulfill(status=404))
    notes = listen(page)
    page.goto(f"{search_address}?q={query}")
    assert titles(page) == with_bundle
    assert any("/search/cards/" in one for one in notes.requests)
