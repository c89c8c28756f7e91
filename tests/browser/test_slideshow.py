"""The slideshow in Chromium: one slide at a time with script, all of them without, and all of them on paper."""

import pytest
from playwright.sync_api import Page

from tests.browser.visits import DESK, PHONE, SHIFT, listen, resize, visit, wait_until

pytestmark = pytest.mark.browser

DECK = "/tools/what-the-new-lmp-website-can-do-for-you/"
HEIGHT = "document.querySelector('.slideshow').offsetHeight"
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture
def deck(page: Page, address: str) -> Page:
    """Return the page of the deck, its script at work."""
    page.goto(address + DECK)
    page.wait_for_selector(".slideshow.is-ready")
    return page


def shown(page: Page) -> list[str]:
    """Return the headings of the slides that can be seen."""
    return [one.inner_text() for one in page.locator(".slide h3").all() if one.is_visible()]


def place(page: Page) -> str:
    return " ".join((page.text_content(".slides-place") or "").split())


@SIZES
def test_one_slide_shows_at_a_time(deck: Page, size: tuple[int, int]) -> None:
    resize(deck, size)
    assert shown(deck) == ["What the New LMP Website Can Do for You"]
    assert place(deck) == "Slide 1 of 7"
    deck.click("text=Next")
    assert shown(deck) == ["What is new"]
    assert place(deck) == "Slide 2 of 7: What is new"
    deck.click("text=Previous")
    assert place(deck) == "Slide 1 of 7: What the New LMP Website Can Do for You"


def test_the_place_is_announced_politely(deck: Page) -> None:
    assert deck.get_attribute(".slides-place", "role") == "status"


def test_the_keys_lead_through_the_slides_and_stop_at_the_ends(deck: Page) -> None:
    deck.focus("text=Next")
    keys = ("ArrowRight", "ArrowLeft", "ArrowLeft", "End", "ArrowRight", "Home")
    for key, number in zip(keys, (2, 1, 1, 7, 7, 1), strict=True):
        deck.keyboard.press(key)
        assert place(deck).startswith(f"Slide {number} of 7"), key
    assert deck.get_attribute("text=Previous", "aria-disabled") == "true"
    assert deck.get_attribute("text=Next", "aria-disabled") == "false"


def test_the_keys_are_left_alone_elsewhere_on_the_page(deck: Page) -> None:
    deck.focus(".downloads a")
    deck.keyboard.press("ArrowRight")
    deck.focus("text=Next")
    deck.keyboard.press("Alt+ArrowRight")
    deck.keyboard.press("PageDown")
    assert place(deck) == "Slide 1 of 7"


def test_a_button_keeps_the_focus_at_the_last_slide(deck: Page) -> None:
    deck.focus("text=Next")
    for _ in range(8):
        deck.keyboard.press("Enter")
    assert place(deck).startswith("Slide 7 of 7")
    assert "Next" in deck.evaluate("document.activeElement.textContent")


def test_tab_leads_past_the_slides_that_are_not_shown(deck: Page) -> None:
    deck.focus("text=Show all slides")
    deck.keyboard.press("Tab")
    assert deck.evaluate("document.activeElement.textContent") == "FAQ"
    deck.keyboard.press("Tab")
    assert not deck.evaluate("document.activeElement.closest('.slides')")


@SIZES
def test_the_list_of_all_slides_is_one_button_away(deck: Page, size: tuple[int, int]) -> None:
    resize(deck, size)
    deck.focus("text=Show all slides")
    deck.keyboard.press("Enter")
    assert len(shown(deck)) == 7
    assert not deck.is_visible("text=Next")
    deck.keyboard.press("ArrowRight")
    assert len(shown(deck)) == 7
    assert deck.evaluate("document.activeElement.textContent") == "One slide at a time"
    deck.keyboard.press("Enter")
    assert len(shown(deck)) == 1


def test_full_screen_shows_the_slides_alone(deck: Page) -> None:
    deck.click("text=Full screen")
    wait_until(deck, "document.fullscreenElement?.className.includes('slideshow')")
    for key, number in (("PageDown", 2), ("ArrowRight", 3), ("PageUp", 2)):
        deck.keyboard.press(key)
        assert place(deck).startswith(f"Slide {number} of 7"), key
    deck.click("text=Leave full screen")
    wait_until(deck, "!document.fullscreenElement")
    assert deck.is_visible("text=Full screen")
    assert place(deck).startswith("Slide 2 of 7")


def test_an_address_can_name_a_slide(page: Page, address: str) -> None:
    page.goto(f"{address}{DECK}#find-a-tool")
    page.wait_for_selector(".slideshow.is-ready")
    assert shown(page) == ["Find a tool"]
    page.evaluate("location.hash = 'what-is-new'")
    wait_until(page, "document.querySelector('#what-is-new.is-current')")


@SIZES
def test_without_script_all_slides_are_a_list(plain_page: Page, address: str, size: tuple[int, int]) -> None:
    resize(plain_page, size)
    plain_page.goto(address + DECK)
    assert len(shown(plain_page)) == 7
    assert plain_page.is_visible("text=7 slides >> nth=0")
    assert not plain_page.is_visible("text=Full screen")
    assert plain_page.is_visible("text=Slide 3 of 7")


def test_a_script_that_does_not_come_leaves_the_list(page: Page, address: str) -> None:
    page.route("**/slideshow.*.js", lambda route: route.abort())
    page.goto(address + DECK)
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    assert len(shown(page)) == 7


def test_paper_has_all_slides(deck: Page) -> None:
    deck.emulate_media(media="print")
    assert len(shown(deck)) == 7
    assert not deck.is_visible("text=Full screen")


@SIZES
def test_nothing_moves_when_the_script_arrives(page: Page, address: str, size: tuple[int, int]) -> None:
    resize(page, size)
    visit(page, f"{address}{DECK}")
    page.wait_for_selector(".slideshow.is-ready")
    assert page.evaluate(SHIFT) < 0.01
    height = page.evaluate(HEIGHT)
    page.click("text=Next")
    assert page.evaluate(HEIGHT) == height


def test_nothing_is_complained_of(page: Page, address: str) -> None:
    notes = listen(page)
    visit(page, address + DECK)
    page.click("text=Next")
    page.click("text=Show all slides")
    assert notes.complaints == []


def test_a_page_without_slides_does_not_load_the_script(page: Page, address: str) -> None:
    notes = listen(page)
    page.goto(f"{address}/tools/huddle-guide/", wait_until="networkidle")
    assert [url for url in notes.requests if "slideshow" in url] == []


def test_an_address_with_a_strange_end_shows_the_first_slide(page: Page, address: str) -> None:
    page.goto(f"{address}{DECK}#%")
    page.wait_for_selector(".slideshow.is-ready")
    assert place(page) == "Slide 1 of 7"
