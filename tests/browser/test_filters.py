"""Filters in Chromium, with script and without, on a phone and on a desk, by finger and by keyboard."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_pages import violations
from tests.browser.visits import DESK, PHONE, SCHEMES, ServeFolder, listen, resize
from tests.site.brute import Brute
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

SIZES = {"phone": PHONE, "desk": DESK}
SHIFTS = """window.shifts = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries())
    if (!one.hadRecentInput) shifts.push([one.value, ...one.sources.map(({node, previousRect: from, currentRect: to}) =>
      `${node?.outerHTML?.slice(0, 90) || node?.parentElement?.outerHTML.slice(0, 90)} ${JSON.stringify(from)} ${JSON.stringify(to)}`)]);
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="session")
def address(shipped: Shipped, serve_folder: ServeFolder) -> str:
    return serve_folder(shipped.out)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(params=SIZES)
def on(request: pytest.FixtureRequest, window: Page) -> Page:
    """The window in each size."""
    resize(window, SIZES[request.param])
    return window


@pytest.fixture(scope="module")
def brute(shipped: Shipped) -> Brute:
    return Brute(shipped)


def passing(brute: Brute, name: str, **chosen: list[str]) -> int:
    home = next(home for home in brute.config.collections if home.id == name)
    return len(brute.passing(home, chosen))


def box(page: Page, facet: str, term: str) -> Locator:
    """The checkbox of a term, its panel, group and fold opened."""
    page.evaluate(
        """([facet, term]) => {
          const item = document.querySelector(`[data-facet="${facet}"] [data-term="${term}"]`);
          for (let up = item; up; up = up.parentElement) if (up.localName === 'details') up.open = true;
        }""",
        [facet, term],
    )
    return page.locator(f'[data-facet="{facet}"] [data-term="{term}"] input')


def choose(page: Page, facet: str, term: str) -> None:
    box(page, facet, term).click()


def query(page: Page) -> str:
    parts = urlsplit(page.url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def says(page: Page, count: int, noun: str = "tools") -> None:
    """The line of the count holds this number, however many of them are shown."""
    text = f"{count or 'No'} {noun if count != 1 else noun[:-1]}"
    expect(page.locator(".count-text")).to_have_text(re.compile(rf"(^|of ){text}$"))


# -- choosing


def test_terms_of_a_facet_widen_and_facets_narrow(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    choose(on, "level", "4")
    says(on, passing(brute, "tools", level=["4"]))
    choose(on, "level", "3")
    says(on, passing(brute, "tools", level=["3", "4"]))
    choose(on, "topic", "quality")
    says(on, passing(brute, "tools", level=["3", "4"], topic=["quality"]))
    assert query(on) == "/tools/?topic=quality&level=3&level=4"
    expect(on.locator(".chips:not(.chips-static) .chip")).to_have_count(3)
    assert on.locator(".list-live .row").count() == min(
        20, passing(brute, "tools", level=["3", "4"], topic=["quality"])
    )


def test_back_and_forward_go_from_choice_to_choice(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    static = on.locator(".list-static .row-title").all_inner_texts()
    choose(on, "level", "3")
    choose(on, "topic", "quality")
    says(on, passing(brute, "tools", level=["3"], topic=["quality"]))
    on.go_back()
    says(on, passing(brute, "tools", level=["3"]))
    assert query(on) == "/tools/?level=3"
    on.go_back()
    says(on, passing(brute, "tools"))
    assert query(on) == "/tools/"
    assert on.locator(".results .row-title:visible").all_inner_texts() == static
    assert on.locator(".facet input:checked").count() == 0
    on.go_forward()
    says(on, passing(brute, "tools", level=["3"]))
    assert on.locator(".facet input:checked").count() == 1


def test_an_address_opens_directly_in_its_one_form(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/?level=4&nonsense=1&topic=quality&level=9&level=3&topic=gone&page=-2&sort=odd")
    says(on, passing(brute, "tools", level=["3", "4"], topic=["quality"]))
    assert query(on) == "/tools/?topic=quality&level=3&level=4"
    on.goto(f"{address}/tools/?level=3&dimension=sponsorship")
    says(on, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))


def test_an_address_of_nothing_known_is_the_list(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/?topic=gone")
    expect(on.locator(".results")).not_to_have_attribute("aria-busy", "true")
    expect(on).to_have_url(f"{address}/tools/")
    says(on, passing(brute, "tools"))


def test_what_would_leave_nothing_stays_and_cannot_be_chosen(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    choose(on, "topic", "history")
    says(on, passing(brute, "tools", topic=["history"]))
    level = box(on, "level", "5")
    wanted = passing(brute, "tools", topic=["history"], level=["5"])
    assert wanted == 0, "choose another term for this test"
    expect(level).to_be_disabled()
    expect(on.locator(".hint")).to_be_visible()


# -- chips, order, pages


def test_chips_take_choices_away_and_keep_the_focus_near(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/?topic=quality&level=3&level=4")
    says(on, passing(brute, "tools", topic=["quality"], level=["3", "4"]))
    chips = on.locator(".chips:not(.chips-static) .chip")
    assert [" ".join(text.split()) for text in chips.all_inner_texts()] == [
        "Topic: Quality Remove this filter",
        "Team level: Level 3 Remove this filter",
        "Team level: Level 4 Remove this filter",
    ]
    chips.nth(1).click()
    says(on, passing(brute, "tools", topic=["quality"], level=["4"]))
    assert "Level 4" in on.evaluate("document.activeElement.textContent")
    chips.nth(1).click()
    assert "Quality" in on.evaluate("document.activeElement.textContent")
    choose(on, "level", "3")
    on.locator(".chip-all").click()
    says(on, passing(brute, "tools"))
    assert query(on) == "/tools/"
    assert on.evaluate("document.activeElement.className") == "count-text"
    expect(chips).to_have_count(0)


def test_a_list_is_read_in_another_order(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/library/")
    home = next(home for home in brute.config.collections if home.id == "library")
    dated = sorted(brute.members(home), key=lambda row: row.matter.get("date", ""), reverse=True)
    on.locator("#sort").select_option("newest")
    expect(on.locator(".list-live .row-title").first).to_have_text(dated[0].matter["title"])
    assert query(on) == "/library/?sort=newest"
    titles = on.locator(".list-live .row-title").all_inner_texts()
    assert titles[:5] == [row.matter["title"] for row in dated[:5]]
    on.go_back()
    expect(on.locator("#sort")).to_have_value("title")
    assert query(on) == "/library/"


def test_further_pages_have_addresses_and_keys(on: Page, address: str, brute: Brute) -> None:
    total = passing(brute, "library", format=["pdf"])
    on.goto(f"{address}/library/?format=pdf")
    says(on, total, "items")
    first = on.locator(".list-live .row-title").first.inner_text()
    on.locator(".list-live [rel=next]").focus()
    on.keyboard.press("Enter")
    expect(on.locator(".count-text")).to_have_text(re.compile(rf"^21 to {min(40, total)} of {total} items$"))
    assert query(on) == "/library/?format=pdf&page=2"
    assert on.evaluate("document.activeElement.className") == "count-text"
    on.go_back()
    expect(on.locator(".list-live .row-title").first).to_have_text(first)


# -- pages of terms and pairs, views


def test_a_terms_page_begins_with_its_term_chosen(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/level/3/")
    expect(box(on, "level", "3")).to_be_checked()
    choose(on, "dimension", "sponsorship")
    says(on, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
    assert query(on) == "/tools/?level=3&dimension=sponsorship"
    on.go_back()
    assert query(on) == "/tools/level/3/"
    says(on, passing(brute, "tools", level=["3"]))
    choose(on, "level", "3")
    says(on, passing(brute, "tools"))
    assert query(on) == "/tools/"


def test_a_pairs_page_begins_with_both_chosen_and_an_address_of_more_is_told_whole(
    on: Page, address: str, brute: Brute
) -> None:
    on.goto(f"{address}/tools/level/3/dimension/sponsorship/")
    says(on, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
    assert on.locator(".facet input:checked").count() == 2
    on.goto(f"{address}/tools/level/3/?topic=quality")
    says(on, passing(brute, "tools", level=["3"], topic=["quality"]))
    assert query(on) == "/tools/?topic=quality&level=3"


@pytest.mark.parametrize(("name", "noun"), [("library", "items"), ("hank", "Hank stories")])
def test_views_are_filtered_too(on: Page, address: str, brute: Brute, name: str, noun: str) -> None:
    on.goto(f"{address}/{name}/")
    choose(on, "topic", "quality")
    total = passing(brute, name, topic=["quality"])
    expect(on.locator(".count-text")).to_have_text(re.compile(rf"{total} {noun[:4]}"))


# -- dead ends


def test_a_dead_end_says_what_each_filter_costs_and_leads_out(on: Page, address: str, brute: Brute) -> None:
    chosen = {"topic": ["history"], "level": ["3"], "dimension": ["sponsorship"]}
    on.goto(f"{address}/tools/?topic=history&level=3&dimension=sponsorship")
    says(on, 0)
    drops = on.locator(".drop button")
    expect(drops).to_have_count(3)
    wanted = {name: passing(brute, "tools", **{f: t for f, t in chosen.items() if f != name}) for name in chosen}
    assert [int(text.split()[0].replace("No", "0")) for text in on.locator(".drop .count").all_inner_texts()] == sorted(
        wanted.values(), reverse=True
    )
    drops.first.focus()
    on.keyboard.press("Enter")
    says(on, max(wanted.values()))
    expect(on.locator(".dead-end")).to_have_count(0)
    assert on.evaluate("document.activeElement.className") == "count-text"


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


def test_nothing_is_fetched_before_somebody_comes_near(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}) as context:
        page = context.new_page()
        notes = listen(page)
        page.goto(f"{address}/tools/", wait_until="networkidle")
        assert [url for url in notes.requests if url.endswith(".json")] == []
        with page.expect_response("**/tools/facets.json"):
            page.locator(".facet").first.hover()
        assert notes.complaints == []


def test_where_the_index_cannot_be_had_the_page_says_so(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}) as context:
        page = context.new_page()
        page.route("**/facets.json", lambda route: route.abort())
        page.goto(f"{address}/tools/")
        choose(page, "level", "3")
        expect(page.locator(".trouble")).to_be_visible()
        expect(page.locator(".row").first).to_be_visible()


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
    assert window.evaluate("document.activeElement.className") == "count-text"
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
def test_nothing_moves_by_itself(browser: Browser, address: str, path: str) -> None:
    for size in SIZES.values():
        with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
            page = context.new_page()
            page.add_init_script(SHIFTS)
            page.goto(address + path, wait_until="networkidle")
            assert page.evaluate("shifts") == [], size


@pytest.mark.parametrize(
    "path", ["/library/", "/tools/?topic=quality&level=3", "/tools/?topic=history&level=5", "/tools/level/3/"]
)
def test_open_filters_have_no_barriers_that_axe_finds(on: Page, address: str, path: str) -> None:
    on.goto(address + path, wait_until="networkidle")
    on.evaluate("document.querySelectorAll('.filters details').forEach(one => { one.open = true; })")
    on.locator(".filters").evaluate("one => one.scrollIntoView({block: 'end'})")
    on.evaluate(Axe().axe_script)
    for scheme in SCHEMES:
        on.emulate_media(color_scheme=scheme)
        assert violations(on) == []


def test_without_script_every_option_is_a_link_to_its_page(browser: Browser, address: str, brute: Brute) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": PHONE[0], "height": PHONE[1]}) as context:
        page = context.new_page()
        page.goto(f"{address}/tools/level/3/")
        page.locator(".filters-panel > summary").click()
        page.locator('[data-facet="dimension"] > summary').click()
        page.locator('[data-term="sponsorship"] a').click()
        assert query(page) == "/tools/level/3/dimension/sponsorship/"
        says(page, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
        page.locator(".chip").first.click()
        assert query(page) == "/tools/dimension/sponsorship/"
        expect(page.locator(".sort, .panel-end")).to_have_count(0)
