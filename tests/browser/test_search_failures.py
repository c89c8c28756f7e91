"""The search page on a bad network: what fails is told and tried again, and what is late is not shown."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import FIELD, axe, hold, take_in
from tests.browser.visits import listen, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("fake_reader")]

ROWS, COUNT = ".found .row", ".found-count"
TROUBLE = ".found-trouble"


@pytest.mark.parametrize("name", ["entry", "search-huddle", "cards"])
def test_a_failure_is_told_and_tried_again(page: Page, search_address: str, name: str) -> None:
    pattern = f"**/search/fake/{name}"
    page.route(pattern, lambda route: route.abort())
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(TROUBLE)).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("The search could not be loaded. Are you online?")
    assert axe(page) == []
    page.unroute(pattern)
    page.click(f"{TROUBLE} button")
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    expect(page.locator(COUNT)).to_be_focused()
    assert page.is_hidden(TROUBLE)


@pytest.mark.parametrize("name", ["excerpts", "counts"])
def test_what_is_there_stays_where_the_rest_fails(page: Page, search_address: str, name: str) -> None:
    pattern = f"**/search/fake/{name}"
    page.route(pattern, lambda route: route.fulfill(status=500))
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(TROUBLE)).to_be_visible()
    assert page.locator(ROWS).count() == 20
    page.unroute(pattern)
    page.click(f"{TROUBLE} button")
    expect(page.locator(TROUBLE)).to_be_hidden()
    assert page.locator(ROWS).count() == 20


def test_nothing_of_an_earlier_search_stays_beside_a_failure(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator("mark").first).to_be_visible()
    page.route("**/search/fake/search-safety", lambda route: route.fulfill(status=500))
    page.fill(FIELD, "safety")
    page.keyboard.press("Enter")
    expect(page.locator(TROUBLE)).to_be_visible()
    assert page.is_hidden(".found .rows")
    assert page.is_hidden(".found-more")


def test_more_results_that_fail_come_at_the_second_try(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator("mark").first).to_be_visible()
    page.context.set_offline(True)
    page.route("**/search/fake/cards", lambda route: route.abort())
    page.click(".found-more")
    expect(page.locator(TROUBLE)).to_be_visible()
    assert page.locator(ROWS).count() == 20
    page.unroute("**/search/fake/cards")
    page.context.set_offline(False)
    page.click(f"{TROUBLE} button")
    expect(page.locator(ROWS)).to_have_count(35)


def test_only_the_last_of_two_searches_is_shown(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    held = hold(page, "**/search/fake/search-safety")
    page.fill(FIELD, "safety")
    page.keyboard.press("Enter")
    wait_for(page, lambda: len(held) == 1)
    page.fill(FIELD, "español")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text("11 results for “español”")
    held[0].abort()
    take_in(page)
    assert page.inner_text(COUNT) == "11 results for “español”"
    assert page.is_hidden(TROUBLE)


def test_markup_is_text(page: Page, search_address: str) -> None:
    notes = listen(page)
    page.goto(f"{search_address}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+more")
    expect(page.locator(COUNT)).to_contain_text("“<img src=x onerror=alert(1)> more”")
    first = page.locator(ROWS).first
    assert first.locator(".row-title").inner_text() == "Huddle <img src=x onerror=alert(1)> & more 1"
    expect(first.locator(".row-summary")).to_contain_text("<i>1</i> after")
    assert page.locator(".found img, .found .row i, .found .row b").count() == 0
    assert notes.complaints == []
