"""A tool's page on a phone: the file first, a preview that leads to it, and a short tail."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import DESK, PHONE, resize, visit
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

TOOL = "/tools/huddle-guide/"
LOWEST_FILE = 640
"""Where the first file begins at most, in pixels from the top of a phone that is 740 high."""
TAIL = """() => {
  const { scrollHeight } = document.documentElement;
  return (scrollHeight - document.querySelector('.item-foot').getBoundingClientRect().top - scrollY) / scrollHeight;
}"""
TOP = "document.querySelector('.downloads a').getBoundingClientRect().top"
ORDER = """[...document.querySelectorAll('.item-head, .downloads, .preview, .actions, .use, .prose')].map(
  one => one.className.split(' ')[0])"""


def test_the_first_file_of_each_tool_is_on_the_first_screen(window: Page, address: str, shipped: Shipped) -> None:
    resize(window, PHONE)
    pages = [path for path in shipped.pages if path.startswith("tools/") and path.count("/") == 2]
    tools = [path for path in pages if 'class="downloads"' in shipped.text(path)]
    assert len(tools) > 30
    # The longest titles and lines push it down the most.
    tools.sort(key=lambda path: len(shipped.text(path).partition("<h1>")[2].partition("</header>")[0]))
    for path in tools[-6:]:
        window.goto(f"{address}/{path.removesuffix('index.html')}")
        assert window.evaluate(TOP) < LOWEST_FILE, path


def test_files_come_before_what_is_said_of_their_use(window: Page, address: str) -> None:
    resize(window, PHONE)
    window.goto(address + TOOL)
    tops = ["item-head", "downloads", "preview", "actions", "use", "prose"]
    assert window.evaluate(ORDER) == tops


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_preview_leads_to_the_first_file(page: Page, address: str, size: tuple[int, int]) -> None:
    resize(page, size)
    visit(page, address + TOOL)
    first = page.locator(".downloads a").first.get_attribute("href")
    link = page.locator(".preview a")
    expect(link).to_have_attribute("href", str(first))
    expect(link).to_have_accessible_name(name_of_preview(page))
    assert page.evaluate("document.querySelector('.preview a').getBoundingClientRect().height") > 100


def name_of_preview(page: Page) -> str:
    """Return what the link of the preview is called: the words for the picture, and the file that it opens."""
    words = page.locator(".preview img").get_attribute("alt") or ""
    return f"{words} Open {page.locator('.file-label').first.inner_text()}".strip()


def test_what_stands_below_a_tool_takes_at_most_a_third_of_a_phones_page(window: Page, address: str) -> None:
    resize(window, PHONE)
    for name in ("huddle-guide", "idea-board", "peer-observation"):
        window.goto(f"{address}/tools/{name}/")
        assert window.evaluate(TAIL) <= 1 / 3, name


def test_what_is_like_a_tool_is_one_tap_away_on_a_phone_and_open_on_a_desk(plain_page: Page, address: str) -> None:
    resize(plain_page, PHONE)
    plain_page.goto(address + TOOL)
    terms = plain_page.locator(".filed dl")
    expect(terms).to_be_hidden()
    plain_page.get_by_text("More like this").last.click()
    expect(terms).to_be_visible()
    resize(plain_page, DESK)
    plain_page.reload()
    expect(terms).to_be_visible()
