"""What fingers and keys reach on the shipped site: large targets, a focus that shows, a menu that opens."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Page

from tests.browser.visits import DESK, PAGES, PHONE, SCHEMES, resize
from tests.sampling import sampled

pytestmark = pytest.mark.browser

LEAST = 24
"""Pixels of a target each way; links in running text may be smaller (WCAG 2.2, 2.5.8)."""

SMALL = """least => {
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  const inText = one => {
    if (getComputedStyle(one).display !== 'inline') return false;
    const others = [...one.parentElement.childNodes].filter(node => node !== one);
    return one.closest('.prose') || others.some(node => node.textContent.trim());
  };
  const boxOf = one => (one.closest('label') ?? one).getBoundingClientRect();
  return [...document.querySelectorAll('a[href], button, summary, input, select')].filter(one => {
    const box = boxOf(one);
    if (!box.width || !box.height || one.closest('.skip') || inText(one)) return false;
    return box.width < least - 0.5 || box.height < least - 0.5;
  }).map(one => {
    const box = boxOf(one);
    return `${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 100)}`;
  });
}"""
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const styles = [getComputedStyle(one), getComputedStyle(one, '::after')];
  const box = one.getBoundingClientRect();
  return {
    html: one.outerHTML.slice(0, 100),
    outlined: styles.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    inside: box.left >= -1 && box.right <= innerWidth + 1,
  };
}"""
FOCUSABLE = "document.querySelectorAll('a[href], button, summary, input, [tabindex=\"0\"]').length"
WALKED = ("home", "list", "tool", "video", "infographic", "ladder", "kit")


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough_for_fingers(window: Page, address: str, name: str) -> None:
    window.goto(address + PAGES[name])
    for size in (PHONE, DESK):
        resize(window, size)
        assert window.evaluate(SMALL, LEAST) == [], size


def walk(page: Page) -> list[dict[str, Any]]:
    """Where Tab leads, from the top of the page to its end."""
    reached = []
    for _ in range(page.evaluate(FOCUSABLE)):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        if here is None:
            break
        reached.append(here)
    return reached


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", sampled(WALKED, ("home", "list", "video", "kit")))
def test_the_focus_can_be_seen_wherever_tab_leads(window: Page, address: str, name: str, size: tuple[int, int]) -> None:
    resize(window, size)
    window.emulate_media(color_scheme=SCHEMES[size == DESK])
    window.goto(address + PAGES[name])
    steps = walk(window)
    assert len(steps) > 5
    assert [step for step in steps if not (step["outlined"] and step["shown"] and step["inside"])] == []


def test_the_first_tab_leads_past_the_header(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(address + PAGES["story"])
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.className") == "skip"
    window.keyboard.press("Enter")
    assert window.url.endswith("#main")
    window.keyboard.press("Tab")
    assert window.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(address + PAGES["home"])
    link = window.locator(".menu a", has_text="Gallery").first
    assert not link.is_visible()
    window.focus(".menu summary")
    window.keyboard.press("Enter")
    assert link.is_visible()
    window.keyboard.press("Space")
    assert not link.is_visible()
    window.keyboard.press("Enter")
    while window.evaluate("document.activeElement.textContent") != "Gallery":
        window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.wait_for_url(f"{address}/gallery/")


def test_the_menu_is_open_on_a_desk(window: Page, address: str) -> None:
    resize(window, DESK)
    window.goto(address + PAGES["home"])
    links = window.locator(".menu a")
    assert links.count() >= 5
    assert all(links.nth(number).is_visible() for number in range(links.count()))


def test_the_filters_open_by_keyboard_on_a_phone(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(address + PAGES["list"])
    link = window.locator(".filters a").first
    assert not link.is_visible()
    window.focus(".filters summary")
    window.keyboard.press("Enter")
    assert link.is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_the_text_can_be_twice_as_large(window: Page, address: str, name: str) -> None:
    """WCAG 2.2, 1.4.4: at 200 percent nothing is lost; a window of half the width is the same thing."""
    resize(window, (DESK[0] // 2, DESK[1] // 2))
    window.goto(address + PAGES[name])
    assert window.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert window.is_visible("main h1")


@pytest.mark.parametrize("size", sampled([PHONE, DESK], [PHONE]), ids=["phone", "desk"])
def test_type_of_twice_the_size_fits_the_screen(window: Page, address: str, size: tuple[int, int]) -> None:
    resize(window, size)
    wide = []
    for url in PAGES.values():
        window.goto(address + url)
        window.evaluate("document.documentElement.style.fontSize = '200%'")
        wide += [url] if window.evaluate("document.documentElement.scrollWidth") > size[0] else []
    assert wide == []


def boxes_with_large_type(page: Page, *selectors: str) -> list[FloatRect]:
    """Return where things stand on the home page of a phone whose type is twice as large."""
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    boxes = [page.locator(selector).first.bounding_box() for selector in selectors]
    return [box for box in boxes if box]


@pytest.mark.parametrize("width", [320, 360, 414, 600, 768])
@pytest.mark.parametrize("percent", [100, 125, 150, 175, 212.5])
def test_what_stands_in_the_header_lies_over_nothing_else_there(
    window: Page, address: str, width: int, percent: float
) -> None:
    resize(window, (width, PHONE[1]))
    window.goto(f"{address}/tools/")
    window.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")
    parts = (".brand > span", ".menu summary", ".my-list-link", ".masthead .search-field")
    boxes = {part: box for part in parts if (box := window.locator(part).bounding_box())}
    assert [pair for pair in combinations(boxes, 2) if do_overlap(*(boxes[part] for part in pair))] == []
    assert len(boxes) == len(parts)


def do_overlap(one: FloatRect, other: FloatRect) -> bool:
    """Return whether two boxes share more than an edge."""
    beside = one["x"] + one["width"] - 0.5 <= other["x"] or other["x"] + other["width"] - 0.5 <= one["x"]
    above = one["y"] + one["height"] - 0.5 <= other["y"] or other["y"] + other["height"] - 0.5 <= one["y"]
    return not beside and not above


def test_the_header_takes_no_more_than_a_third_of_a_phone_where_type_is_large(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(address)
    header, field = boxes_with_large_type(window, ".masthead", ".masthead .search-input")
    assert header["height"] <= PHONE[1] / 3
    assert field["width"] >= PHONE[0] / 2


def test_a_long_word_of_a_title_stays_on_its_line_where_type_is_large(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(address + "/path-to-performance/level-3/sponsorship/")
    window.evaluate("document.documentElement.style.fontSize = '212.5%'")
    lines = window.evaluate("""() => {
      const range = document.createRange();
      const text = document.querySelector('h1').firstChild;
      const at = text.data.indexOf('Sponsorship');
      range.setStart(text, at);
      range.setEnd(text, at + 'Sponsorship'.length);
      return range.getClientRects().length;
    }""")
    assert lines == 1


def test_where_colors_are_forced_the_step_that_is_shown_stands_out(window: Page, address: str) -> None:
    window.emulate_media(forced_colors="active")
    window.goto(address + "/path-to-performance/level-3/sponsorship/")
    grounds = window.eval_on_selector_all(
        ".ladder a", "links => links.map(one => getComputedStyle(one).backgroundColor)"
    )
    window.emulate_media(forced_colors="none")
    assert grounds.count(grounds[2]) == 1
