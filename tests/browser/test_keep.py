"""Keeping pages in Chromium: buttons in rows and on pages, the count in the header, kits on the home page."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.browser.filtering import choose, passing, says
from tests.browser.visits import DESK, NARROWEST, PHONE, SHIFT, listen, resize, visit, wait_until
from tests.site.brute import Brute
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

TOOLS, TOOL, STORY = "/tools/", "/tools/huddle-guide/", "/stories/sample-the-huddle-that-shrank/"
KIT, OTHER = "/path-to-performance/level-3/sponsorship/", "/path-to-performance/level-1/training/"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
STORED = "JSON.parse(localStorage.getItem('/my-list/') ?? '{}').items?.map(({id}) => id) ?? []"
COUNT = ".my-list-count"
PLACES = """[...document.querySelectorAll('.keep')].filter(one => one.offsetWidth).map(one => {
  const box = one.getBoundingClientRect();
  return [box.x, box.y + scrollY, box.width, box.height].map(Math.round);
})"""


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[Page]:
    """Yield a phone that is touched."""
    size: ViewportSize = {"width": PHONE[0], "height": PHONE[1]}
    with browser.new_context(has_touch=True, viewport=size, service_workers="block") as context:
        yield context.new_page()


def test_by_touch_rows_are_kept_counted_and_let_go(touched: Page, address: str) -> None:
    visit(touched, address + TOOLS)
    first, second = (touched.locator(".list-static .row").nth(at) for at in (0, 1))
    links = [row.locator("a").first.get_attribute("href") for row in (first, second)]
    first.get_by_role("button", name="Keep: ").tap()
    second.get_by_role("button", name="Keep: ").tap()
    kept = first.get_by_role("button", name="Kept: ")
    expect(kept).to_have_attribute("aria-pressed", "true")
    expect(kept).to_have_text("Kept")
    expect(touched.locator(COUNT)).to_have_text("2")
    assert touched.url == address + TOOLS
    assert [f"/{name}/" for name in touched.evaluate(STORED)] == links
    kept.tap()
    expect(first.get_by_role("button", name="Keep: ")).to_have_attribute("aria-pressed", "false")
    expect(touched.locator(COUNT)).to_have_text("1")


@pytest.mark.parametrize("url", [TOOL, STORY, "/videos/sample-clip-five-levels/", KIT])
def test_by_keyboard_a_page_is_kept_and_stays_so(page: Page, address: str, url: str) -> None:
    resize(page, DESK)
    notes = listen(page)
    visit(page, address + url)
    page.locator("main .actions .keep").focus()
    page.keyboard.press("Space")
    expect(page.locator("main .actions .keep")).to_have_text("Kept")
    visit(page, address + url)
    expect(page.locator("main .actions .keep")).to_have_attribute("aria-pressed", "true")
    title = page.locator("h1").inner_text()
    assert page.locator("main .actions .keep").get_attribute("aria-label") == f"Kept: {title}"
    assert page.evaluate(STORED) == [url.strip("/")]
    page.locator(".my-list-link").click()
    expect(page.locator(".kept-items a").first).to_have_text(title)
    assert notes.complaints == []


def test_rows_that_filters_and_searches_fill_in_are_kept_under_their_own_address(
    page: Page, address: str, brute: Brute
) -> None:
    resize(page, DESK)
    every, some = passing(brute, "tools"), passing(brute, "tools", topic=["service"])
    visit(page, address + TOOLS)
    choose(page, "topic", "service")
    says(page, some)
    row = page.locator(".list-live .row").nth(2)
    row.locator(".keep").click()
    expect(row.locator(".keep")).to_have_text("Kept")
    name = (row.locator("a").first.get_attribute("href") or "").strip("/")
    assert page.evaluate(STORED) == [name]
    choose(page, "topic", "service")
    says(page, every)
    choose(page, "topic", "service")
    says(page, some)
    expect(row.locator(".keep")).to_have_text("Kept")
    expect(page.locator(".list-live .keep[aria-pressed=true]")).to_have_count(1)
    visit(page, f"{address}/search/?q={name.partition('/')[2].replace('-', '+')}")
    expect(page.locator(".keep[aria-pressed=true]").first).to_be_visible()


def test_results_of_a_search_that_cannot_be_kept_have_no_button(page: Page, address: str) -> None:
    visit(page, f"{address}/search/?q=regions")
    region = page.locator(".row", has=page.locator('a[href="/regions/"]'))
    expect(region).to_have_count(1)
    expect(region.locator(".keep")).to_have_count(0)


def test_another_window_and_the_way_back_show_what_is_kept_now(page: Page, address: str) -> None:
    visit(page, address + TOOLS)
    other = page.context.new_page()
    visit(other, address + TOOL)
    other.locator("main .actions .keep").click()
    expect(page.locator(COUNT)).to_have_text("1")
    other.close()
    page.locator(".list-static .row a").first.click()
    page.locator("main .actions .keep").click()
    page.go_back()
    expect(page.locator(".list-static .keep").first).to_have_text("Kept")
    expect(page.locator(COUNT)).to_have_text("2")


@pytest.mark.parametrize("size", [NARROWEST, PHONE, DESK], ids=["narrowest", "phone", "desk"])
@pytest.mark.parametrize("url", [TOOLS, TOOL, KIT])
def test_buttons_are_large_enough_and_their_script_moves_nothing(
    page: Page, address: str, url: str, size: tuple[int, int]
) -> None:
    resize(page, size)
    visit(page, address + TOOL)
    page.locator("main .actions .keep").click()
    visit(page, address + url)
    wait_until(page, "document.querySelector('.keep[aria-pressed]')")
    if url != TOOLS:  # where the filters' script adds the choice of an order
        assert page.evaluate(SHIFT) < 0.01
    places = page.evaluate(PLACES)
    assert min(width for _, _, width, _ in places) >= 44
    assert min(height for _, _, _, height in places) >= 44
    assert max(x + width for x, _, width, _ in places) <= size[0]


def test_without_script_there_are_no_buttons_and_the_way_to_the_list_explains(plain_page: Page, address: str) -> None:
    for url in (TOOLS, TOOL, KIT):
        plain_page.goto(address + url)
        assert not plain_page.locator(".keep:visible, .actions:visible").count()
    plain_page.locator(".my-list-link").click()
    expect(plain_page.locator("noscript p")).to_contain_text("needs JavaScript")
    assert not plain_page.locator("main button:visible, main input:visible").count()


def test_where_nothing_can_be_stored_nothing_offers_to_keep(page: Page, address: str) -> None:
    notes = listen(page)
    page.add_init_script(NO_STORAGE)
    for url in (TOOLS, TOOL, KIT, "/"):
        visit(page, address + url)
        assert not page.locator(".keep:visible").count()
    expect(page.locator("#my-kit ~ p a")).to_have_attribute("href", "/path-to-performance/")
    assert notes.complaints == []


@pytest.mark.parametrize(
    "stored",
    [
        "nonsense",
        "null",
        '"text"',
        '{"items": 3}',
        json.dumps({"items": [{"id": "//evil.example/x"}, {"id": "../x/y"}, {"id": 3}, None], "title": 7}),
    ],
)
def test_what_is_stored_is_not_trusted(page: Page, address: str, stored: str) -> None:
    visit(page, address + TOOL)
    notes = listen(page)
    page.evaluate("text => localStorage.setItem('/my-list/', text)", stored)
    visit(page, address + TOOL)
    expect(page.locator(COUNT)).to_have_text("")
    page.locator("main .actions .keep").click()
    assert page.evaluate(STORED) == ["tools/huddle-guide"]
    assert notes.complaints == []


def test_the_kit_that_was_kept_before_is_taken_over_and_others_join_it(page: Page, address: str) -> None:
    visit(page, f"{address}/404.html")
    page.evaluate(
        "text => { localStorage.clear(); localStorage.setItem('my-kit', text); }",
        json.dumps({"key": "level-3/sponsorship/", "title": "Level 3 Sponsorship"}),
    )
    visit(page, f"{address}/")
    link = page.locator("#my-kit ~ p a")
    expect(link).to_have_attribute("href", KIT)
    expect(link).to_contain_text("Level 3 Sponsorship")
    expect(page.locator(COUNT)).to_have_text("1")
    assert page.evaluate("localStorage.getItem('my-kit')") is None
    visit(page, address + OTHER)
    page.locator("main .actions .keep").click()
    visit(page, f"{address}/")
    expect(link).to_contain_text("Level 3 Sponsorship and 1 more")
    link.click()
    expect(page.locator(".kept-items .row-title")).to_have_text(["Level 3 Sponsorship", "Level 1 Training"])


@pytest.mark.parametrize(
    "stored", ["nonsense", "{}", '{"key": "//evil.example/", "title": "x"}', '{"key": 3, "title": 3}']
)
def test_what_an_old_kit_says_is_not_trusted(page: Page, address: str, stored: str) -> None:
    visit(page, f"{address}/404.html")
    page.evaluate("text => { localStorage.clear(); localStorage.setItem('my-kit', text); }", stored)
    visit(page, f"{address}/")
    expect(page.locator(COUNT)).to_have_text("")
    expect(page.locator("#my-kit ~ p a")).to_have_attribute("href", "/path-to-performance/")


def test_a_site_below_a_path_keeps_its_own_pages(page: Page, shipped_below: Shipped, address: str) -> None:
    """Its ids are those below the path: `/some/where/tools/huddle-guide/` is `tools/huddle-guide`."""
    root = shipped_below.out

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(address).partition("#")[0]
        inside = path.removeprefix("/some/where/")
        file = root / (f"{inside}index.html" if path.endswith("/") else inside)
        route.fulfill(path=file)

    page.route(f"{address}/some/where/**", answer)
    visit(page, f"{address}/some/where{TOOL}")
    page.locator("main .actions .keep").click()
    stored = page.evaluate("JSON.parse(localStorage.getItem('/some/where/my-list/')).items.map(({id}) => id)")
    assert stored == ["tools/huddle-guide"]
    page.locator(".my-list-link").click()
    expect(page.locator(".kept-items a").first).to_have_attribute("href", f"/some/where{TOOL}")
    expect(page.locator(".kept-file a").first).to_have_attribute("href", re.compile("^/some/where/downloads/"))
