"""The search box: a plain form that becomes a combobox, with a made-up reader behind it (fakes/reader.js)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import FIELD, OPTIONS, axe, give_fake_reader, hold, take_in
from tests.browser.visits import DESK, NARROWEST, PHONE, listen, resize, wait_for

pytestmark = pytest.mark.browser

STATUS = ".search [role=status]"
UNSEEN = "inset(50%)"
LONGER_THAN_THE_BOX_WAITS = "new Promise(done => setTimeout(done, 200))"
"""The box asks 120 ms after a letter; the page's own timers end in their order, however slow the machine is."""


@pytest.fixture
def page(page: Page) -> Page:
    """Return a phone with the made-up reader."""
    resize(page, PHONE)
    give_fake_reader(page)
    return page


def type_words(page: Page, text: str = "hud") -> None:
    page.locator(FIELD).click()
    page.keyboard.type(text)
    expect(page.locator(OPTIONS).first).to_be_visible()


def active(page: Page) -> str:
    """Return the text of the option that the field points at."""
    option: str = page.evaluate(
        """() => {
          const field = document.querySelector('.search-input');
          const option = document.getElementById(field.getAttribute('aria-activedescendant'));
          return option && option.getAttribute('aria-selected') === 'true' ? option.textContent : '';
        }"""
    )
    return option


def test_nothing_is_loaded_before_somebody_goes_to_the_box(page: Page, address: str) -> None:
    notes = listen(page)
    page.goto(f"{address}/tools/", wait_until="networkidle")
    assert [url for url in notes.requests if "/search/" in url] == []
    page.locator(FIELD).focus()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    wait_for(page, lambda: any("/js/search/box." in url for url in notes.requests))
    assert len([url for url in notes.requests if "/js/search/box." in url]) == 1
    assert notes.complaints == []


def test_it_is_a_plain_form_without_script(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}/tools/")
    assert plain_page.get_attribute(FIELD, "role") is None
    plain_page.fill(FIELD, "huddle & more")
    plain_page.click(".search-button")
    assert plain_page.url == f"{address}/search/?q=huddle+%26+more"
    assert plain_page.is_visible("h2#titles")
    assert plain_page.is_visible("noscript .note")
    assert not plain_page.is_visible(".found")


def test_it_is_on_the_first_screen_of_a_phone(page: Page, address: str) -> None:
    for url in ("/", "/tools/", "/search/"):
        page.goto(address + url)
        box = page.locator(FIELD).first.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] < 320


@pytest.mark.parametrize("size", [PHONE, DESK, NARROWEST])
def test_the_first_results_come_as_one_types(page: Page, address: str, size: tuple[int, int]) -> None:
    notes = listen(page)
    resize(page, size)
    page.goto(f"{address}/tools/")
    type_words(page)
    assert page.locator(OPTIONS).count() == 6
    assert page.get_attribute(FIELD, "aria-expanded") == "true"
    assert page.inner_text(STATUS) == "35 results"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert notes.complaints == []


def test_that_nothing_is_found_is_seen_and_heard_until_the_box_is_left(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/")
    type_words(page)
    expect(page.locator(STATUS)).to_have_css("clip-path", UNSEEN)
    page.keyboard.type("zzzz")
    expect(page.locator(STATUS)).to_have_text("0 results")
    expect(page.locator(STATUS)).to_have_css("clip-path", "none")
    expect(page.locator(STATUS)).to_be_in_viewport(ratio=1)
    assert page.get_attribute(FIELD, "aria-expanded") == "false"
    page.keyboard.press("Tab")
    expect(page.locator(STATUS)).to_have_text("")
    expect(page.locator(STATUS)).to_have_css("clip-path", UNSEEN)


def test_one_letter_is_too_few(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/")
    asked = hold(page, "**/search/fake/search-*")
    page.locator(FIELD).click()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.keyboard.type("h")
    page.evaluate(LONGER_THAN_THE_BOX_WAITS)
    take_in(page)
    assert asked == []
    assert page.get_attribute(FIELD, "aria-expanded") == "false"
    page.keyboard.type("u")
    wait_for(page, lambda: len(asked) == 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_open_or_closed(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/tools/")
    page.locator(FIELD).focus()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    assert axe(page) == []
    type_words(page)
    page.keyboard.press("ArrowDown")
    assert axe(page) == []


def test_the_keys_of_a_combobox(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/")
    type_words(page)
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    assert active(page) == "Huddle guide 0"
    page.keyboard.press("ArrowUp")
    assert active(page) == ""
    page.keyboard.press("ArrowUp")
    assert active(page) == "Huddle in Español 7"
    page.keyboard.press("ArrowDown")
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert active(page) == ""
    assert page.evaluate("document.querySelector('.search-input').selectionStart") == 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    assert active(page) == ""
    assert page.evaluate("document.querySelector('.search-input').selectionStart") == 3
    assert page.evaluate("document.activeElement.className") == "search-input"


def test_escape_closes_and_then_empties(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/")
    type_words(page)
    page.keyboard.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    assert page.get_attribute(FIELD, "aria-expanded") == "false"
    assert page.input_value(FIELD) == "hud"
    page.keyboard.press("ArrowDown")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.input_value(FIELD) == ""


def test_enter_goes_to_what_was_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/stories/")
    type_words(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/tools/huddle-guide/?page=0")


@pytest.mark.parametrize("way", ["enter", "button"])
def test_without_a_choice_all_results_are_shown(page: Page, address: str, way: str) -> None:
    page.goto(f"{address}/stories/")
    type_words(page)
    if way == "enter":
        page.keyboard.press("Enter")
    else:
        page.click(".search-button")
    page.wait_for_url(f"{address}/search/?q=hud")


def test_a_click_goes_to_a_result_and_one_elsewhere_closes(page: Page, address: str) -> None:
    page.goto(f"{address}/stories/")
    type_words(page)
    page.mouse.click(180, 730)
    expect(page.locator(".suggestions")).to_be_hidden()
    page.fill(FIELD, "")
    type_words(page)
    page.locator(OPTIONS).nth(1).click()
    page.wait_for_url(f"{address}/tools/huddle-guide/?page=1")


def test_markup_in_titles_is_text(page: Page, address: str) -> None:
    notes = listen(page)
    page.goto(f"{address}/tools/")
    type_words(page)
    assert page.locator(OPTIONS).nth(1).text_content() == "Huddle <img src=x onerror=alert(1)> & more 1"
    assert page.locator(".suggestions img").count() == 0
    assert page.locator(OPTIONS).nth(2).get_attribute("lang") == "es"
    assert notes.complaints == []


def test_typed_fast_only_the_last_answer_is_shown(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/")
    held = hold(page, "**/search/fake/search-*")
    page.locator(FIELD).click()
    page.keyboard.type("safety")
    wait_for(page, lambda: len(held) == 1)
    page.fill(FIELD, "huddle")
    wait_for(page, lambda: len(held) == 2)
    held[1].fulfill(body="")
    expect(page.locator(OPTIONS).first).to_have_text("Huddle guide 0")
    held[0].abort()
    take_in(page)
    assert page.locator(OPTIONS).first.text_content() == "Huddle guide 0"


def test_a_failure_leaves_the_form(page: Page, address: str) -> None:
    page.route("**/search/fake/cards", lambda route: route.abort())
    page.goto(f"{address}/tools/")
    page.locator(FIELD).click()
    with page.expect_event("requestfailed"):
        page.keyboard.type("hud")
    take_in(page)
    expect(page.locator(".suggestions")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/search/?q=hud")


def test_an_index_that_failed_is_asked_for_again(page: Page, address: str) -> None:
    held = hold(page, "**/search/fake/entry")
    page.goto(f"{address}/tools/")
    page.locator(FIELD).click()
    wait_for(page, lambda: len(held) == 1)
    with page.expect_event("requestfailed"):
        held[0].abort()
    take_in(page)
    page.keyboard.type("hud")
    wait_for(page, lambda: len(held) == 2)
    held[1].fulfill(body="")
    expect(page.locator(OPTIONS).first).to_be_visible()


@pytest.mark.parametrize(("path", "form"), [("/tools/", "header"), ("/search/", "main"), ("/search/?q=huddle", "main")])
@pytest.mark.parametrize("keys", ["Control+k", "Meta+K"])
def test_a_key_leads_to_the_box(page: Page, address: str, path: str, form: str, keys: str) -> None:
    page.goto(address + path, wait_until="networkidle")
    page.keyboard.press(keys)
    field = page.locator(f"{form} .search-input")
    expect(field).to_be_focused()
    page.keyboard.type("walk")
    expect(field).to_have_value("walk")
    page.keyboard.press("Escape")


def test_the_key_of_the_box_is_left_alone_with_others(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/", wait_until="networkidle")
    page.keyboard.press("Control+Shift+K")
    page.keyboard.press("k")
    expect(page.locator(".search-input:focus")).to_have_count(0)
