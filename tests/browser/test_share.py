"""Print, Share and Copy link in Chromium: the address as it is filtered, the system's sheet, what takes its place."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.filtering import choose, says
from tests.browser.visits import DESK, PHONE, listen, resize, visit, wait_until

pytestmark = pytest.mark.browser

TOOL, STORY = "/tools/huddle-guide/", "/stories/sample-the-huddle-that-shrank/"
FAKES = """
  window.did = [];
  window.print = () => window.did.push('print');
  const clipboard = {writeText: async text => { window.did.push(text); }};
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
  Object.defineProperty(navigator, 'share', {writable: true, value: undefined});
"""
SHARES = "navigator.share = async data => { window.did.push(data.title, data.url); %s };"


@pytest.fixture
def window(page: Page) -> Page:
    """Return a page whose system's sheet, clipboard and printer are made up."""
    page.add_init_script(FAKES)
    return page


def press(page: Page, name: str) -> None:
    page.locator("main .actions").get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(("url", "name"), [(TOOL, "Copy link"), (TOOL, "Share"), (STORY, "Share")])
def test_a_link_is_copied_and_so_it_is_where_the_system_shares_nothing(
    window: Page, address: str, url: str, name: str, size: tuple[int, int]
) -> None:
    resize(window, size)
    notes = listen(window)
    visit(window, address + url)
    press(window, name)
    expect(window.locator("main .actions [role=status]")).to_have_text("The link is copied.")
    assert window.evaluate("window.did") == [address + url]
    assert notes.complaints == []


@pytest.mark.parametrize(
    ("then", "did", "said"),
    [
        ("", ["title", "url"], ""),
        ("throw new DOMException('closed', 'AbortError');", ["title", "url"], ""),
        ("throw new DOMException('no', 'NotAllowedError');", ["title", "url", "url"], "The link is copied."),
    ],
)
def test_the_systems_sheet_comes_first(window: Page, address: str, then: str, did: list[str], said: str) -> None:
    window.add_init_script(SHARES % then)
    visit(window, address + TOOL)
    press(window, "Share")
    wanted = {"title": window.title(), "url": address + TOOL}
    wait_until(window, f"window.did.length === {len(did)}")
    assert window.evaluate("window.did") == [wanted[one] for one in did]
    expect(window.locator("main .actions [role=status]")).to_have_text(said)


def test_where_nothing_is_copied_an_email_begins(window: Page, address: str) -> None:
    window.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('no'); };")
    visit(window, address + TOOL)
    press(window, "Copy link")
    expect(window.locator("main .actions [role=status]")).to_have_text("Your e-mail program has the link.")


def test_a_list_is_shared_as_it_is_filtered(window: Page, address: str) -> None:
    resize(window, DESK)
    visit(window, f"{address}/tools/")
    choose(window, "topic", "service")
    choose(window, "level", "2")
    expect(window.locator(".chips-static, .chips").first).to_be_visible()
    press(window, "Copy link")
    expect(window.locator("main .actions [role=status]")).to_have_text("The link is copied.")
    (copied,) = window.evaluate("window.did")
    assert copied == window.url
    assert "topic=service" in copied
    count = window.locator(".count-text").inner_text()
    visit(window, copied)
    says(window, int(re.findall(r"\d+", count)[-1]))


def test_print_puts_the_address_and_its_code_on_paper(window: Page, address: str) -> None:
    resize(window, DESK)
    visit(window, address + TOOL)
    assert not window.locator(".on-paper").is_visible()
    press(window, "Print")
    wait_until(window, "window.did.includes('print')")
    assert not window.locator(".on-paper").is_visible()
    expect(window.locator(".on-paper path")).to_have_attribute("d", re.compile("^M0 0.5h7"))
    text = PdfReader(io.BytesIO(window.pdf(format="Letter"))).pages[0].extract_text()
    assert address.removeprefix("http://") + TOOL in text.replace("\n", "")
    assert "Copy link" not in text
    assert "Kept" not in text
    assert "Keep" not in text.split()


@pytest.mark.parametrize("url", ["/tools/tally-sheet/", "/tools/our-number/", STORY])
def test_a_tool_and_a_story_print_on_one_sheet_with_the_code_beside_the_title(
    window: Page, address: str, url: str
) -> None:
    resize(window, DESK)
    visit(window, address + url)
    press(window, "Print")
    wait_until(window, "window.did.includes('print')")
    assert len(PdfReader(io.BytesIO(window.pdf(format="Letter", prefer_css_page_size=True))).pages) == 1
    window.emulate_media(media="print")
    title, code = window.locator("h1").bounding_box(), window.locator(".on-paper svg").bounding_box()
    assert title
    assert code
    assert code["y"] <= title["y"]
    assert title["x"] + title["width"] <= code["x"]


def test_what_cannot_be_loaded_still_prints(window: Page, address: str) -> None:
    window.route("**/js/share.*.js", lambda route: route.abort())
    visit(window, address + TOOL)
    press(window, "Print")
    wait_until(window, "window.did.includes('print')")


def test_nothing_of_it_is_loaded_until_somebody_comes_near(window: Page, address: str) -> None:
    resize(window, PHONE)
    notes = listen(window)
    visit(window, address + TOOL)
    assert not [url for url in notes.requests if re.search(r"/js/(share|qr)", url)]
    window.locator("main .actions button").last.focus()
    wait_until(window, "performance.getEntriesByType('resource').some(one => one.name.includes('/js/share'))")
