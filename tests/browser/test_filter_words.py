"""The field of a list that keeps the pages with some words: found as search finds them, told by the address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filtering import choose, query
from tests.browser.visits import PHONE, resize

pytestmark = pytest.mark.browser

TITLES = ".list-live .row-title"


def type_words(page: Page, words: str) -> None:
    page.locator("#words").fill(words)
    page.locator("#words").press("Enter")


def test_words_keep_the_pages_that_search_finds_also_mistyped(on: Page, address: str) -> None:
    on.goto(f"{address}/tools/")
    type_words(on, "fishbne")
    expect(on.locator(TITLES).first).to_be_visible()
    assert query(on) == "/tools/?words=fishbne"
    assert "Fishbone Diagram" in on.locator(TITLES).all_inner_texts()
    expect(on.locator(".list-static")).to_be_hidden()


def test_words_and_filters_narrow_together_and_counts_follow(window: Page, address: str) -> None:
    window.goto(f"{address}/tools/?words=sponsor")
    expect(window.locator("#words")).to_have_value("sponsor")
    expect(window.locator(".list-live")).to_be_visible()
    option = window.locator('[data-facet="level"] [data-term="1"] .count')
    choose(window, "level", "1")
    expect(window.locator(".chips:not(.chips-static) .chip")).to_have_count(1)
    rows = window.locator(".list-live .row")
    expect(window.locator(".count-text")).to_have_text(re.compile(r"^\d+ tools$"))
    count = int((window.text_content(".count-text") or "").split()[0])
    expect(rows).to_have_count(count)
    expect(option).to_have_text(str(count))
    assert 0 < count < 20
    assert query(window) == "/tools/?level=1&words=sponsor"


def test_words_can_be_read_in_another_order_and_shared(window: Page, address: str) -> None:
    window.goto(f"{address}/tools/?words=sponsor&sort=level")
    rows = window.locator(".list-live .row")
    expect(rows).to_have_count(20)
    texts = rows.locator(".level").all_text_contents()
    first = ["1" if "All" in text else text.split()[1].strip(",") for text in texts]
    assert first == sorted(first)
    assert len(set(first)) > 2


def test_back_takes_the_words_back(window: Page, address: str) -> None:
    window.goto(f"{address}/tools/")
    type_words(window, "huddle")
    expect(window.locator(TITLES).first).to_be_visible()
    window.go_back()
    expect(window.locator(".list-static")).to_be_visible()
    expect(window.locator("#words")).to_have_value("")


def test_words_that_no_page_has_can_be_cleared(on: Page, address: str) -> None:
    on.goto(f"{address}/tools/")
    type_words(on, "qqzzqq")
    expect(on.locator(".dead-end")).to_contain_text("No tools match all of this.")
    assert on.locator(".dead-end li").count() == 0
    on.locator(".dead-end > button").click()
    expect(on.locator(".list-static")).to_be_visible()
    assert query(on) == "/tools/"


def test_where_the_index_cannot_be_loaded_the_page_says_so(page: Page, address: str) -> None:
    page.route("**/ids.json", lambda route: route.abort())
    page.goto(f"{address}/tools/")
    type_words(page, "huddle")
    expect(page.locator(".trouble")).to_be_visible()
    page.unroute("**/ids.json")
    page.locator(".trouble a").click()
    expect(page.locator(TITLES).first).to_be_visible()


def test_without_script_there_is_no_field(plain_window: Page, address: str) -> None:
    plain_window.goto(f"{address}/tools/")
    expect(plain_window.locator("#words")).to_be_hidden()


def test_the_filters_say_how_many_they_show_before_any_choice(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(f"{address}/tools/")
    window.locator(".filters-panel > summary").click()
    count = (window.text_content(".count-text") or "").split(" of ")[-1]
    expect(window.locator(".panel-end button")).to_have_text(f"Show {count}")


def test_a_region_without_pages_is_offered_with_a_0_and_cannot_be_chosen(window: Page, address: str) -> None:
    window.goto(f"{address}/stories/")
    option = window.locator('[data-facet="region"] [data-term="georgia"]')
    expect(option.locator(".count")).to_have_text("0")
    expect(option.locator("input")).to_be_disabled()
