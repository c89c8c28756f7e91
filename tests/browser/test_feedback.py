"""The feedback tab: on every page, in sight, about that page, and never over what has the focus."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.visits import DESK, NARROWEST, PAGES, PHONE, ServeFolder, resize
from tests.sampling import sampled
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

WALKED = ("home", "list", "story", "film", "infographic", "gallery", "kit", "text", "search")
COVERED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const tab = document.querySelector('.feedback-tab');
  if (one === tab || getComputedStyle(tab).visibility === 'hidden') return '';
  const boxes = [one.getBoundingClientRect()];
  if (one.closest('.row')) boxes.push(one.closest('.row').getBoundingClientRect());
  const other = tab.getBoundingClientRect();
  const isOver = box => box.left < other.right && box.right > other.left
    && box.top < other.bottom && box.bottom > other.top;
  return boxes.some(isOver) ? one.outerHTML.slice(0, 120) : '';
}"""
PLACE = """() => {
  const box = document.querySelector('.feedback-tab').getBoundingClientRect();
  return [box.x, box.y, box.width, box.height];
}"""
OVER_TEXT = """() => {
  const tab = document.querySelector('.feedback-tab');
  const strip = tab.getBoundingClientRect();
  const stays = getComputedStyle(tab.parentElement.matches('details') ? tab.parentElement : tab).position === 'fixed';
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const covered = [];
  while (words.nextNode()) {
    const one = words.currentNode;
    if (!one.data.trim() || tab.contains(one) || !one.parentElement.checkVisibility()) continue;
    if (getComputedStyle(one.parentElement).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.left >= strip.right || box.right <= strip.left) continue;
      if (stays || (box.top < strip.bottom && box.bottom > strip.top)) covered.push(one.data.trim().slice(0, 60));
    }
  }
  return covered;
}"""
"""Texts that the tab lies over, or, where it stays in sight, would lie over when the page is scrolled."""
TABLET = (768, 1024)


def covered(page: Page) -> list[str]:
    """Return what Tab leads to that lies under the tab, from the top of the page to its end."""
    names = []
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(COVERED)
        if here is None:
            break
        names += [here] if here else []
    return names


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrowest", "desk"])
@pytest.mark.parametrize("name", sampled(WALKED, ("home", "list", "infographic", "search")))
def test_what_has_the_focus_is_never_under_the_tab(
    window: Page, address: str, name: str, size: tuple[int, int]
) -> None:
    resize(window, size)
    window.goto(address + PAGES[name])
    assert covered(window) == []


@pytest.mark.parametrize("size", sampled([TABLET, DESK], [TABLET]), ids=["tablet", "desk"])
def test_it_stays_in_the_same_place_at_the_right_of_every_page(
    window: Page, address: str, size: tuple[int, int]
) -> None:
    resize(window, size)
    places = []
    for url in PAGES.values():
        window.goto(address + url)
        places.append(tuple(round(side) for side in window.evaluate(PLACE)))
    assert len(set(places)) == 1
    assert places[0][0] + places[0][2] == size[0]


@pytest.mark.parametrize("size", sampled([NARROWEST, PHONE], [PHONE]), ids=["narrowest", "phone"])
def test_on_a_phone_it_is_small_and_in_sight_at_the_lower_right(
    window: Page, address: str, size: tuple[int, int]
) -> None:
    resize(window, size)
    for url in PAGES.values():
        window.goto(address + url)
        for place in ("0", "document.documentElement.scrollHeight"):
            window.evaluate(f"scrollTo(0, {place})")
            left, top, width, height = window.evaluate(PLACE)
            assert round(left + width) == size[0], url
            assert 24 <= width <= 32, url
            assert height <= 160, url
            assert size[1] / 2 < top < top + height < size[1], url


@pytest.mark.parametrize("name", sampled(PAGES, ("home", "list", "story", "infographic", "ladder", "kit", "level")))
def test_beside_a_text_it_lies_over_none(window: Page, address: str, name: str) -> None:
    window.goto(address + PAGES[name])
    covered_at = {}
    for width in (320, 360, 414, 600, 767, 768, 960, 1024, 1247, 1248, 1280, 1600):
        resize(window, (width, 800))
        covered_at[width] = window.evaluate(OVER_TEXT)
    assert {width: texts for width, texts in covered_at.items() if texts} == {}


@pytest.mark.parametrize("size", [(160, 370), (150, 400)])
def test_where_type_is_very_large_it_stands_at_the_end(window: Page, address: str, size: tuple[int, int]) -> None:
    """A phone of 360 pixels whose type is more than twice as large has as much room for text as one of 160 pixels."""
    resize(window, size)
    window.goto(address + PAGES["story"])
    _, top, width, _ = window.evaluate(PLACE)
    assert top >= window.evaluate("document.querySelector('main').getBoundingClientRect().bottom")
    assert width > 32


def asked(page: Page) -> dict[str, Any]:
    """Return the subject and the body of the letter that the tab begins."""
    parts = urlsplit(page.get_attribute(".feedback .button", "href") or "")
    assert parts.scheme == "mailto"
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


def test_the_letter_says_which_page_and_which_version(page: Page, address: str, shipped: Shipped) -> None:
    page.goto(f"{address}/tools/huddle-guide/")
    letter = asked(page)
    title = page.text_content("h1")
    assert letter["subject"] == f"Feedback on {title}"
    assert f"Page: {shipped.start}/tools/huddle-guide/\r\n" in letter["body"]
    page.goto(f"{address}/tools/")
    assert asked(page)["body"].split("Version: ")[1][:8] != letter["body"].split("Version: ")[1][:8]
    assert "%" not in unquote(letter["body"])


def test_the_text_of_the_letter_can_be_copied(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(f"{address}/tools/huddle-guide/")
    page.click(".feedback-tab")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".feedback [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r", "")
    assert copied.strip() == str(asked(page)["body"]).replace("\r", "").strip()


def test_where_nothing_can_be_copied_the_text_is_selected(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/huddle-guide/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.click(".feedback-tab")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".feedback [role=status]")).to_contain_text("to copy it")
    selected = page.evaluate("(one => one.value.slice(one.selectionStart, one.selectionEnd))(document.activeElement)")
    assert selected == page.input_value("#feedback-text")


def test_without_script_the_letter_and_its_text_are_there(plain_window: Page, address: str) -> None:
    plain_window.goto(f"{address}/tools/huddle-guide/")
    plain_window.click(".feedback-tab")
    assert plain_window.is_visible(".feedback .button")
    assert "Page: " in plain_window.input_value("#feedback-text")
    assert not plain_window.is_visible(".feedback button")


def test_whether_a_page_is_useful_is_said_with_one_tap(
    either: Page, shipped_below: Shipped, serve_folder: ServeFolder
) -> None:
    below(either, shipped_below)
    sent: list[str] = []

    def take(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(body="Thank you")

    either.route("https://forms.example.org/**", take)
    either.goto(f"{serve_folder(shipped_below.out)}/tools/huddle-guide/")
    either.get_by_role("button", name="Yes").click()
    expect(either.locator("body")).to_have_text("Thank you")
    (fields,) = map(parse_qs, sent)
    assert fields["useful"] == ["yes"]
    assert fields["title"] == ["Huddle Guide"]
    assert fields["page"][0].endswith("/tools/huddle-guide/")


def test_paper_has_no_tab(page: Page, address: str) -> None:
    page.goto(f"{address}/tools/huddle-guide/")
    page.emulate_media(media="print")
    assert not page.is_visible(".feedback-tab")


def below(page: Page, site: Shipped) -> None:
    """Let the site's own links find its files, which are served at the top."""
    page.route(f"**{site.base}/**", lambda route: route.continue_(url=route.request.url.replace(site.base, "", 1)))


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrowest", "desk"])
def test_a_form_opens_in_its_place_by_keyboard(
    either: Page, shipped_below: Shipped, serve_folder: ServeFolder, size: tuple[int, int]
) -> None:
    below(either, shipped_below)
    resize(either, size)
    either.goto(f"{serve_folder(shipped_below.out)}/tools/huddle-guide/")
    either.focus(".feedback-tab")
    either.keyboard.press("Enter")
    form = either.locator(".feedback-form")
    assert form.is_visible()
    assert form.get_attribute("action") == "https://forms.example.org/feedback"
    assert either.text_content(".feedback-about strong") == "Huddle Guide"
    box = either.locator(".feedback details").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= size[1] + 1
    either.keyboard.press("Tab")
    either.keyboard.type("A link is broken.")
    assert either.input_value("#feedback-message") == "A link is broken."


def test_the_form_has_no_barriers_that_axe_finds(page: Page, shipped_below: Shipped, serve_folder: ServeFolder) -> None:
    below(page, shipped_below)
    page.goto(f"{serve_folder(shipped_below.out)}/tools/huddle-guide/")
    page.click(".feedback-tab")
    page.evaluate(Axe().axe_script)
    results = page.evaluate("axe.run(document.querySelector('.feedback'), {resultTypes: ['violations']})")
    assert [one["id"] for one in results["violations"]] == []
