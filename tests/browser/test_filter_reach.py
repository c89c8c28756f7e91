"""Filters by finger, by keyboard, without script; what they say, fetch and move; no barriers in them."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.contexts import open_page
from tests.browser.filtering import SIZES, choose, passing, says
from tests.browser.test_pages import COLOR_RULES, violations
from tests.browser.visits import DESK, NARROWEST, PHONE, SCHEMES, listen, resize, visit
from tests.sampling import sampled
from tests.site.brute import Brute

pytestmark = pytest.mark.browser

SHIFTS = """window.shifts = [];
const place = one => [one.node?.parentElement?.outerHTML, one.previousRect.toJSON(), one.currentRect.toJSON()];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) shifts.push([one.value, one.sources.map(place)]);
}).observe({type: 'layout-shift', buffered: true});
"""


# -- what is said, and what is asked for


def test_one_message_tells_the_last_of_quick_choices(window: Page, address: str, brute: Brute) -> None:
    resize(window, DESK)
    window.goto(f"{address}/tools/")
    window.evaluate(
        "window.said = []; const one = document.querySelector('[role=status]#live-status');"
        "new MutationObserver(() => said.push(one.textContent)).observe(one, {childList: true})"
    )
    choose(window, "level", "3")
    choose(window, "level", "4")
    expect(window.locator("#live-status")).not_to_be_empty()
    assert window.evaluate("said") == [f"{passing(brute, 'tools', level=['3', '4'])} tools"]


def test_nothing_is_fetched_before_somebody_comes_near(page: Page, address: str) -> None:
    resize(page, DESK)
    notes = listen(page)
    page.goto(f"{address}/tools/", wait_until="networkidle")
    assert [url for url in notes.requests if url.endswith(".json")] == []
    with page.expect_response("**/tools/facets.json"):
        page.locator(".facet").first.hover()
    assert notes.complaints == []


def test_where_the_index_cannot_be_had_the_page_says_so(page: Page, address: str) -> None:
    resize(page, DESK)
    page.route("**/facets.json", lambda route: route.abort())
    page.goto(f"{address}/tools/")
    choose(page, "level", "3")
    expect(page.locator(".trouble")).to_be_visible()
    expect(page.locator(".row").first).to_be_visible()


def test_rows_wait_for_the_columns_of_what_is_chosen_alone(page: Page, address: str, brute: Brute) -> None:
    resize(page, DESK)
    page.route("**/tools/facets/*.json", lambda route: route.continue_() if "level" in route.request.url else None)
    page.goto(f"{address}/tools/?level=3")
    expect(page.locator(".count-text")).to_contain_text(f"of {passing(brute, 'tools', level=['3'])} tools")
    expect(page.locator(".list-live .row").first).to_be_visible()
    expect(page.locator(".filters")).to_have_attribute("aria-busy", "true")


def test_a_terms_page_leads_to_its_feed(window: Page, address: str) -> None:
    window.goto(f"{address}/stories/topic/quality/")
    assert window.locator(".count-feed a").get_attribute("href") == "/stories/topic/quality/feed.xml"


# -- phones, keys, looks


def test_on_a_phone_a_button_shows_the_results(window: Page, address: str, brute: Brute) -> None:
    resize(window, PHONE)
    window.goto(f"{address}/tools/")
    button = window.locator(".panel-end button")
    expect(button).not_to_be_visible()
    window.locator(".filters-panel > summary").click()
    choose(window, "level", "3")
    expect(button).to_have_text(f"Show {passing(brute, 'tools', level=['3'])} tools")
    expect(button).to_be_in_viewport()
    button.click()
    expect(button).not_to_be_visible()
    expect(window.locator(".count-text")).to_be_focused()
    expect(window.locator(".count-text")).to_be_in_viewport()
    window.locator(".filters-panel > summary").click()
    window.locator(".facet summary").first.focus()
    window.keyboard.press("Escape")
    assert window.evaluate("document.activeElement.matches('.filters-panel > summary')")
    expect(button).not_to_be_visible()


def test_keys_alone_reach_and_choose_and_the_focus_stays(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    if on.viewport_size == {"width": PHONE[0], "height": PHONE[1]}:
        on.locator(".filters-panel > summary").focus()
        on.keyboard.press("Enter")
    on.locator(".facet summary").first.focus()
    for _ in range(3):
        on.keyboard.press("Tab")
    term = on.evaluate("document.activeElement.value")
    on.keyboard.press("Space")
    says(on, passing(brute, "tools", topic=[term]))
    assert on.evaluate("document.activeElement.value") == term
    assert on.evaluate("document.activeElement.checked")
    on.keyboard.press("Space")
    says(on, passing(brute, "tools"))
    assert on.evaluate("document.activeElement.value") == term


@pytest.mark.parametrize(
    "path", ["/library/", "/tools/?topic=quality&level=3", "/tools/?topic=history&level=5", "/tools/level/3/"]
)
def test_nothing_moves_by_itself(profile: BrowserContext, address: str, path: str) -> None:
    for size in (*SIZES.values(), *([] if "?" in path else [NARROWEST])):
        # What moves, moves each time; a machine that is busy with other things may paint too late once.
        assert not (_shifts(profile, address + path, size) and (again := _shifts(profile, address + path, size))), again


def _shifts(profile: BrowserContext, url: str, size: tuple[int, int]) -> list[object]:
    with open_page(profile) as page:
        resize(page, size)
        page.add_init_script(SHIFTS)
        visit(page, url)
        shifts: list[object] = page.evaluate("shifts")
        return shifts


@pytest.mark.parametrize(
    "path",
    sampled(
        ["/library/", "/tools/?topic=quality&level=3", "/tools/?topic=history&level=5", "/tools/level/3/"],
        ["/library/", "/tools/?topic=history&level=5"],
    ),
)
def test_open_filters_have_no_barriers_that_axe_finds(on: Page, address: str, path: str) -> None:
    visit(on, address + path)
    on.evaluate("document.querySelectorAll('.filters details').forEach(one => { one.open = true; })")
    on.locator(".filters").evaluate("one => one.scrollIntoView({block: 'end'})")
    on.evaluate(Axe().axe_script)
    for scheme in SCHEMES:
        on.emulate_media(color_scheme=scheme)
        assert violations(on, rules=() if scheme == "light" else COLOR_RULES) == []


COVERED = """() => {
  const one = document.activeElement, target = one.closest('label') ?? one, box = target.getBoundingClientRect();
  const middle = (box.left + box.right) / 2;
  const seen = [box.top + 2, box.bottom - 2].map(y => document.elementFromPoint(middle, y));
  return seen.every(element => target.contains(element)) ? '' : one.outerHTML;
}"""


@pytest.mark.parametrize("step", [100, pytest.param(25, marks=pytest.mark.long)])
@pytest.mark.parametrize("path", ["/library/?format=pdf", "/search/?q=huddle"])
def test_the_button_of_an_open_panel_lies_over_nothing(window: Page, address: str, path: str, step: int) -> None:
    """WCAG 2.2, 2.5.8 and 2.4.11: wherever the panel is scrolled to, and wherever Tab leads in it."""
    resize(window, PHONE)
    visit(window, address + path)
    window.locator(".filters-panel > summary").click()
    button = window.locator(".panel-end button")
    expect(button).to_be_in_viewport(ratio=1)
    window.evaluate(Axe().axe_script)
    body = window.locator(".filters-body")
    for place in range(0, 600, step):
        body.evaluate("(one, place) => { one.scrollTop = place; }", place)
        assert violations(window, ".filters") == [], place
    window.locator(".filters-panel > summary").focus()
    for _ in range(100):
        window.keyboard.press("Tab")
        assert window.evaluate(COVERED) == ""
        if button.evaluate("one => one === document.activeElement"):
            break
    expect(button).to_be_focused()


def test_filters_stay_beside_the_rows_on_a_desk(window: Page, address: str) -> None:
    resize(window, DESK)
    visit(window, f"{address}/library/")
    window.evaluate("document.querySelectorAll('.filters details').forEach(one => { one.open = true; })")
    window.locator(".facet").first.hover()
    window.mouse.wheel(0, 300)
    expect(window.locator(".count-text")).to_be_in_viewport()
    window.evaluate("scrollTo(0, 900)")
    assert window.locator(".filters").evaluate("one => one.getBoundingClientRect().y") < 1
    window.locator("[data-term] input").last.focus()
    expect(window.locator("[data-term] input").last).to_be_in_viewport()


def test_without_script_every_option_is_a_link_to_its_page(plain_page: Page, address: str, brute: Brute) -> None:
    resize(plain_page, PHONE)
    plain_page.goto(f"{address}/tools/level/3/")
    plain_page.locator(".filters-panel > summary").click()
    plain_page.locator('[data-facet="dimension"] > summary').click()
    plain_page.locator('[data-term="sponsorship"] a').click()
    plain_page.wait_for_url("**/tools/level/3/dimension/sponsorship/")
    says(plain_page, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
    plain_page.locator(".chip").first.click()
    plain_page.wait_for_url("**/tools/dimension/sponsorship/")
    expect(plain_page.locator(".sort, .panel-end")).to_have_count(0)
