"""What a level asks for, as boxes in Chromium: they stay ticked on this device, and can be cleared."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import DESK, NARROWEST, PHONE, SHIFT, listen, resize, visit

pytestmark = pytest.mark.browser

KIT, LEVEL = "/path-to-performance/level-3/sponsorship/", "/path-to-performance/level-3/"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"


def test_ticks_stay_on_every_page_that_shows_them_and_are_cleared(page: Page, address: str) -> None:
    resize(page, PHONE)
    visit(page, address + KIT)
    boxes = page.get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(1).check()
    text = page.locator(".check label").first.inner_text()
    expect(page.locator(".ticks-count")).to_have_text(f"2 of {boxes.count()} done")
    page.reload()
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(2)).not_to_be_checked()
    visit(page, address + LEVEL)
    expect(page.get_by_role("checkbox", name=text, exact=True)).to_be_checked()
    visit(page, address + KIT)
    boxes.nth(1).uncheck()
    expect(page.locator(".ticks-count")).to_have_text(f"1 of {boxes.count()} done")
    page.get_by_role("button", name="Clear the ticks").click()
    expect(boxes.nth(0)).not_to_be_checked()
    expect(boxes.nth(0)).to_be_focused()
    page.reload()
    expect(page.locator("input[type=checkbox]:checked")).to_have_count(0)
    expect(page.get_by_role("button", name="Clear the ticks")).to_be_hidden()


def test_by_keyboard_a_box_is_ticked_by_space(page: Page, address: str) -> None:
    resize(page, DESK)
    visit(page, address + KIT)
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".ticks-count")).to_contain_text("1 of ")


def test_without_script_there_are_boxes_to_tick(plain_page: Page, address: str) -> None:
    plain_page.goto(address + KIT)
    plain_page.get_by_role("checkbox").first.check()
    expect(plain_page.get_by_role("checkbox").first).to_be_checked()
    assert not plain_page.get_by_role("button", name="Clear the ticks").is_visible()


@pytest.mark.parametrize("stored", ["nonsense", "{}", "[3, null]", '"text"'])
def test_what_is_stored_is_not_trusted(page: Page, address: str, stored: str) -> None:
    visit(page, address + KIT)
    notes = listen(page)
    page.evaluate("text => localStorage.setItem('ticks', text)", stored)
    visit(page, address + KIT)
    page.get_by_role("checkbox").first.check()
    expect(page.locator(".ticks-count")).to_contain_text("1 of ")
    assert notes.complaints == []


def test_where_nothing_can_be_stored_boxes_are_ticked_and_nothing_is_promised(page: Page, address: str) -> None:
    notes = listen(page)
    page.add_init_script(NO_STORAGE)
    visit(page, address + KIT)
    page.get_by_role("checkbox").first.check()
    assert not page.locator(".ticks-line").is_visible()
    assert notes.complaints == []


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrowest", "desk"])
def test_what_is_ticked_moves_nothing(page: Page, address: str, size: tuple[int, int]) -> None:
    resize(page, size)
    visit(page, address + KIT)
    page.get_by_role("checkbox").first.check()
    visit(page, address + KIT)
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert page.evaluate(SHIFT) < 0.01
