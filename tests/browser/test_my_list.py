"""The page of a reader's list in Chromium: order, removal and undo, title and note, sent lists, what is gone, paper."""

import io
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browser.test_pages import TOO_WIDE, violations
from tests.browser.visits import DESK, NARROWEST, PHONE, SHIFT, listen, resize, visit
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

HUDDLE, CHARTER, KIT = "tools/huddle-guide", "tools/team-charter", "path-to-performance/level-3/sponsorship"
THREE = {HUDDLE: "Huddle Guide", CHARTER: "Team Charter", KIT: "Level 3 Sponsorship"}
LIST = "/my-list/"
SHARED = f"{LIST}#keep={HUDDLE},{CHARTER}&title=Huddle&note=Tuesday,%207:00"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
STORE = "items => { localStorage.clear(); localStorage.setItem('/my-list/', JSON.stringify({items})); }"


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[Page]:
    """Yield a phone that is touched."""
    size: ViewportSize = {"width": PHONE[0], "height": PHONE[1]}
    with browser.new_context(has_touch=True, viewport=size, service_workers="block") as context:
        yield context.new_page()


def keep(page: Page, address: str, *ids: str) -> None:
    """Open the list of a reader who keeps these pages."""
    page.goto(f"{address}/404.html")
    page.evaluate(STORE, [{"id": name, "title": THREE.get(name, name)} for name in ids])
    visit(page, address + LIST)


def shows(page: Page, *titles: str) -> None:
    """Check the titles of the list, in order."""
    expect(page.locator(".kept-items .row-title")).to_have_text(list(titles))


def said(page: Page) -> str:
    """Return what the address says behind the `#`."""
    return unquote(page.url.partition("#")[2])


def test_by_touch_items_are_moved_removed_and_brought_back(touched: Page, address: str) -> None:
    keep(touched, address, *THREE)
    shows(touched, *THREE.values())
    touched.get_by_role("button", name="Move down: Huddle Guide").tap()
    shows(touched, "Team Charter", "Huddle Guide", "Level 3 Sponsorship")
    expect(touched.locator(".kept-said")).to_have_text("Huddle Guide is now number 2 of 3.")
    touched.get_by_role("button", name="Remove: Team Charter").tap()
    shows(touched, "Huddle Guide", "Level 3 Sponsorship")
    assert said(touched) == f"keep={HUDDLE},{KIT}"
    touched.get_by_role("button", name="Undo").tap()
    shows(touched, "Team Charter", "Huddle Guide", "Level 3 Sponsorship")
    touched.get_by_role("button", name="Remove all").tap()
    expect(touched.locator(".kept-empty")).to_be_visible()
    expect(touched.locator(".my-list-count")).to_have_text("")
    touched.get_by_role("button", name="Undo").tap()
    shows(touched, "Team Charter", "Huddle Guide", "Level 3 Sponsorship")
    visit(touched, address + LIST)
    shows(touched, "Team Charter", "Huddle Guide", "Level 3 Sponsorship")
    assert said(touched) == f"keep={CHARTER},{HUDDLE},{KIT}"


def test_by_keyboard_the_focus_stays_with_what_is_moved_and_goes_to_undo(page: Page, address: str) -> None:
    resize(page, DESK)
    keep(page, address, *THREE)
    page.get_by_role("button", name="Move up: Level 3 Sponsorship").focus()
    for _ in range(3):  # once more than there are places: the button at the top does nothing
        page.keyboard.press("Enter")
    shows(page, "Level 3 Sponsorship", "Huddle Guide", "Team Charter")
    up = page.get_by_role("button", name="Move up: Level 3 Sponsorship")
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Remove: Level 3 Sponsorship").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    shows(page, "Level 3 Sponsorship", "Huddle Guide", "Team Charter")
    expect(page.locator("h1")).to_be_focused()


def test_a_title_and_a_note_stand_in_the_address_and_on_the_page(page: Page, address: str) -> None:
    keep(page, address, HUDDLE)
    page.get_by_label("Title").fill("Huddle & more, 50 % = half")
    page.get_by_label("Note for the huddle").fill("Tuesday, 7:00 #2")
    expect(page.locator("h1")).to_have_text("Huddle & more, 50 % = half")
    url = page.url
    assert "7:00" in url
    page.evaluate("localStorage.clear()")
    visit(page, f"{address}/404.html")
    visit(page, url)
    expect(page.locator("h1")).to_have_text("Huddle & more, 50 % = half")
    expect(page.locator(".kept-note")).to_have_text("Tuesday, 7:00 #2")
    shows(page, "Huddle Guide")


def test_a_list_that_was_sent_changes_nothing_until_it_is_added(page: Page, address: str) -> None:
    keep(page, address, KIT, CHARTER)
    visit(page, f"{address}/404.html")
    visit(page, address + SHARED)
    expect(page.locator(".kept-sent")).to_be_visible()
    shows(page, "Huddle Guide", "Team Charter")
    assert not page.get_by_role("button", name=re.compile("^(Move|Remove)")).count()
    assert not page.get_by_label("Title").is_visible()
    expect(page.locator(".my-list-count")).to_have_text("2")
    page.get_by_role("button", name="Show my own list").click()
    shows(page, "Level 3 Sponsorship", "Team Charter")
    visit(page, f"{address}/404.html")
    visit(page, address + SHARED)
    page.get_by_role("button", name="Add these to my list").click()
    shows(page, "Level 3 Sponsorship", "Team Charter", "Huddle Guide")
    expect(page.locator(".kept-said")).to_have_text("1 item added to your list.")
    expect(page.locator("h1")).to_have_text("Huddle")
    expect(page.locator(".my-list-count")).to_have_text("3")
    page.reload()
    shows(page, "Level 3 Sponsorship", "Team Charter", "Huddle Guide")
    expect(page.locator(".kept-sent")).to_be_hidden()


@pytest.mark.parametrize(
    ("hash_", "titles", "gone"),
    [
        (f"keep={HUDDLE},tools/never-was", ["Huddle Guide", "tools/never-was"], ["tools/never-was"]),
        (f"keep={HUDDLE},%2Ftools%2Fteam-charter%2F", ["Huddle Guide", "Team Charter"], []),
        (f"keep%3D{HUDDLE}%2C{CHARTER}", ["Huddle Guide", "Team Charter"], []),
        (f"keep={HUDDLE},<b>x</b>,../about", ["Huddle Guide", "<b>x</b>", "../about"], ["<b>x</b>", "../about"]),
        (f"keep={HUDDLE},,{HUDDLE}, ,%E0%A4%A", ["Huddle Guide", "%E0%A4%A"], ["%E0%A4%A"]),
        (f"title=%E0%A4%A&keep={HUDDLE}", ["Huddle Guide"], []),
        (f"keep=about/faq,{HUDDLE}", ["about/faq", "Huddle Guide"], ["about/faq"]),
    ],
)
def test_a_broken_or_old_address_says_what_is_gone(
    page: Page, address: str, hash_: str, titles: list[str], gone: list[str]
) -> None:
    notes = listen(page)
    visit(page, f"{address}{LIST}#{hash_}")
    assert sorted(page.locator(".kept-items .row-title").all_inner_texts()) == sorted(titles)
    told = page.locator(".kept", has=page.locator(".kept-gone:visible")).locator(".row-title").all_inner_texts()
    assert told == gone
    assert not page.locator(".kept", has=page.locator(".kept-gone:visible")).locator(".row-title a").count()
    assert notes.complaints == []


def test_an_earlier_address_of_a_page_leads_to_its_present_one(page: Page, address: str, shipped: Shipped) -> None:
    kept = shipped.json("my-list/items.json") | {"moved": {"tools/old-guide": HUDDLE}}
    page.route("**/items.json", lambda route: route.fulfill(json=kept))
    keep(page, address, "tools/old-guide", CHARTER)
    shows(page, "Huddle Guide", "Team Charter")
    assert said(page) == f"keep={HUDDLE},{CHARTER}"


def test_where_pages_cannot_be_looked_up_their_titles_stand_and_it_is_tried_again(page: Page, address: str) -> None:
    page.route("**/items.json", lambda route: route.abort())
    keep(page, address, HUDDLE, CHARTER)
    expect(page.locator(".kept-trouble")).to_be_visible()
    shows(page, "Huddle Guide", "Team Charter")
    assert not page.locator(".kept-gone:visible").count()
    page.unroute("**/items.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".kept-file").first).to_contain_text("PDF, 2 pages")
    expect(page.locator(".kept-trouble")).to_be_hidden()


def test_where_nothing_can_be_stored_a_list_lives_in_its_address(page: Page, address: str) -> None:
    page.add_init_script(NO_STORAGE)
    visit(page, address + SHARED)
    shows(page, "Huddle Guide", "Team Charter")
    expect(page.locator(".kept-unsaved")).to_be_visible()
    page.get_by_role("button", name="Remove: Team Charter").click()
    shows(page, "Huddle Guide")
    page.reload()
    shows(page, "Huddle Guide")


def test_what_is_kept_says_its_files_and_its_sheets(page: Page, address: str, shipped: Shipped) -> None:
    items = shipped.json("my-list/items.json")["items"]
    keep(page, address, *THREE)
    files = [file for name in THREE for file in items[name]["files"]]
    links = page.locator(".kept-file a")
    assert [link.get_attribute("href") for link in links.all()] == [file["url"] for file in files]
    sheets = sum(items[name]["files"][0].get("pages", 0) for name in THREE)
    expect(page.locator(".kept-sums")).to_have_text(f"3 items, {sheets} pages to print (8.5 x 11 in)")


def test_the_list_prints_on_one_sheet_with_short_addresses_and_its_code(page: Page, address: str) -> None:
    keep(page, address, *THREE)
    page.get_by_label("Note for the huddle").fill("Tuesday, 7:00")
    expect(page.locator(".kept-code path")).to_have_attribute("d", re.compile("^M0 0.5h7"))
    pages = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    host = address.removeprefix("http://")
    for wanted in ("Tuesday, 7:00", "3 items", *THREE.values(), *(f"{host}/{name}/" for name in THREE)):
        assert wanted in text
    for other in ("Move up", "Remove", "Print all", "Undo", "kept on this device"):
        assert other not in text


def test_a_long_list_has_no_code_and_says_so(page: Page, address: str, shipped: Shipped) -> None:
    keep(page, address, *list(shipped.json("my-list/items.json")["items"])[:20])
    expect(page.locator(".kept-long")).to_be_visible()
    expect(page.locator(".kept-code")).to_be_hidden()


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrowest", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_full_list_has_no_barriers_and_nothing_sticks_out(
    page: Page, address: str, size: tuple[int, int], scheme: str
) -> None:
    resize(page, size)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    keep(page, address, *THREE, "tools/never-was")
    page.get_by_label("Title").fill("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2)
    page.get_by_role("button", name="Remove: Team Charter").click()
    page.evaluate(Axe().axe_script)
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == [0, []]


def test_nothing_of_a_list_is_sent_to_the_server(page: Page, address: str) -> None:
    notes = listen(page)
    visit(page, address + SHARED)
    shows(page, "Huddle Guide", "Team Charter")
    assert not [url for url in notes.requests if "huddle-guide" in url.partition("#")[0]]
    assert json.loads(page.evaluate("JSON.stringify(document.cookie)")) == ""


@pytest.mark.parametrize("ids", [(), tuple(THREE)], ids=["none", "three"])
def test_what_is_kept_moves_nothing_when_it_is_shown(page: Page, address: str, ids: tuple[str, ...]) -> None:
    resize(page, PHONE)
    keep(page, address, *ids)
    expect(page.locator(".kept-items > li")).to_have_count(len(ids))
    assert page.evaluate(SHIFT) < 0.02
