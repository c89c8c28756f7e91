"""Nine tasks of readers, from the home page on, each in as many taps as it may take."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.browser.contexts import open_page
from tests.browser.readers import Hands, Reader
from tests.browser.visits import DESK, PHONE, visit, wait_until

pytestmark = pytest.mark.browser

PRINTS = "window.printed = 0; window.print = () => { window.printed += 1; };"
SHARES = """
  window.shared = [];
  Object.defineProperty(navigator, 'share', {value: async data => { window.shared.push(data.url); }});
"""
OPTION = ".search [role=option]"


@pytest.fixture(scope="module", params=["touch", "keyboard"])
def device(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[BrowserContext, Hands]]:
    """Yield a phone that is touched, and a desk without a mouse."""
    hands: Hands = request.param
    width, height = PHONE if hands == "touch" else DESK
    size: ViewportSize = {"width": width, "height": height}
    with browser.new_context(has_touch=hands == "touch", viewport=size, service_workers="block") as context:
        context.add_init_script(PRINTS + SHARES)
        context.new_page()
        yield context, hands


@pytest.fixture
def reader(device: tuple[BrowserContext, Hands], address: str) -> Iterator[Reader]:
    """Yield a reader on the home page who has done nothing yet."""
    context, hands = device
    with open_page(context) as page:
        visit(page, f"{address}/")
        yield Reader(page, hands)


@pytest.fixture(scope="module")
def plain_phone(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a phone without script."""
    size: ViewportSize = {"width": PHONE[0], "height": PHONE[1]}
    with browser.new_context(has_touch=True, java_script_enabled=False, viewport=size) as context:
        yield context


@pytest.fixture
def plain_reader(plain_phone: BrowserContext, address: str) -> Iterator[Reader]:
    """Yield a reader without script on the home page."""
    with open_page(plain_phone) as page:
        page.goto(f"{address}/")
        yield Reader(page, "touch")


def link(page: Page, name: str, within: str = "main") -> Locator:
    return page.locator(within).get_by_role("link", name=re.compile(rf"^\W*{re.escape(name)}")).first


def level(page: Page, number: int) -> Locator:
    """Return the step of the ladder."""
    return page.locator(f".ladder a[href$='/level-{number}/']")


def open_menu(reader: Reader, label: str) -> None:
    """Follow a link of the menu, which a phone folds away."""
    if reader.page.locator(".menu summary").is_visible():
        reader.use(reader.page.locator(".menu summary"))
    reader.use(link(reader.page, label, ".menu"))


def arrive(reader: Reader, path: str) -> None:
    reader.page.wait_for_url(f"**{path}")


def look_up(reader: Reader, words: str) -> None:
    """Type words, and go where the first suggestion leads."""
    reader.write(reader.page.locator("#site-q"), words)
    option = reader.page.locator(OPTION).first
    expect(option).to_be_visible()
    if reader.hands == "touch":
        reader.use(option)
    else:
        reader.page.keyboard.press("ArrowDown")
        reader.send()


def test_a_huddle_tool_for_level_2_as_pdf_takes_3_taps(reader: Reader) -> None:
    look_up(reader, "huddle guide")
    arrive(reader, "/tools/huddle-guide/")
    expect(reader.page.locator(".item-foot, main").first).to_contain_text("Levels 1, 2")
    take_guide(reader)
    assert reader.taps <= 3


def take_guide(reader: Reader) -> None:
    """Take the first file of the huddle guide; the browser asks for it, and stays on its page."""
    reader.page.route("**/*.pdf", lambda route: route.fulfill(status=204))
    with reader.page.expect_request(re.compile(r"\.pdf$")):
        reader.use(link(reader.page, "Guide and huddle sheet"))


def test_what_changed_in_2015_takes_2_taps(reader: Reader) -> None:
    go_to_what_changed(reader)
    assert reader.taps <= 2


def go_to_what_changed(reader: Reader) -> None:
    """Go by the level of a team, which is what the changes of 2015 are about."""
    reader.use(level(reader.page, 3))
    arrive(reader, "/level-3/")
    reader.use(link(reader.page, "What's Changed in the Path to Performance?"))
    arrive(reader, "/stories/whats-changed-in-the-path-to-performance/")


def test_the_kit_of_level_3_sponsorship_is_printed_in_3_taps(reader: Reader) -> None:
    reader.use(level(reader.page, 3))
    arrive(reader, "/level-3/")
    reader.use(link(reader.page, "Sponsorship"))
    arrive(reader, "/level-3/sponsorship/")
    reader.use(reader.page.get_by_role("button", name="Print", exact=True))
    wait_until(reader.page, "window.printed === 1")
    assert reader.taps <= 3


def test_a_film_with_captions_takes_3_taps(reader: Reader) -> None:
    reader.use(link(reader.page, "Videos"))
    arrive(reader, "/videos/")
    reader.use(link(reader.page, "Sample Clip"))
    arrive(reader, "/videos/sample-clip-five-levels/")
    expect(reader.page.locator(".film-facts")).to_contain_text("Captions")
    reader.taps += 1  # the button of the browser's own player
    reader.page.locator("video").evaluate("film => { film.muted = true; return film.play(); }")
    wait_until(reader.page, "document.querySelector('video').textTracks[0].activeCues?.length")
    assert reader.taps <= 3


def test_where_the_ubt_section_is_takes_2_taps(reader: Reader) -> None:
    reader.write(reader.page.locator("#site-q"), "UBT section")
    reader.send()
    titles = reader.page.locator(".found .row-title")
    expect(titles.first).to_contain_text("Path to Performance")
    assert reader.taps <= 2


def test_feedback_on_a_broken_link_takes_2_taps(reader: Reader) -> None:
    reader.use(reader.page.locator(".feedback-tab"))
    letter = link(reader.page, "Write an email", ".feedback")
    assert (letter.get_attribute("href") or "").startswith("mailto:")
    reader.use(letter)
    assert reader.taps <= 2


def test_stories_from_georgia_about_safety_have_an_honest_answer_in_3_taps(reader: Reader) -> None:
    go_to_georgia(reader)
    assert reader.taps <= 3


def go_to_georgia(reader: Reader) -> None:
    open_menu(reader, "Regions")
    arrive(reader, "/regions/")
    reader.use(link(reader.page, "Georgia"))
    arrive(reader, "/regions/georgia/")
    expect(reader.page.locator("main")).to_contain_text("No story, tool or video on this site is from Georgia yet.")


def test_a_filtered_list_is_shared_in_2_taps(reader: Reader, address: str) -> None:
    visit(reader.page, f"{address}/tools/?topic=communication&level=2")
    expect(reader.page.locator(".chip", has_text="Communication").first).to_be_visible()
    share = reader.page.get_by_role("button", name="Share", exact=True)
    share.scroll_into_view_if_needed()
    reader.page.wait_for_timeout(1000)  # rows that come into sight settle before a finger is there
    reader.use(share)
    wait_until(reader.page, "window.shared.length === 1")
    assert reader.page.evaluate("window.shared") == [f"{address}/tools/?topic=communication&level=2"]
    assert reader.taps <= 2


def test_five_tools_are_kept_and_printed_in_8_taps(reader: Reader) -> None:
    reader.use(link(reader.page, "Find tools"))
    arrive(reader, "/tools/")
    rows = reader.page.locator(".list-static .row")
    for number in range(5):
        reader.use(rows.nth(number).get_by_role("button", name="Keep: "))
    expect(reader.page.locator(".my-list-count")).to_have_text("5")
    reader.use(reader.page.locator(".my-list-link"))
    expect(reader.page.locator(".kept-items > li")).to_have_count(5)
    reader.use(reader.page.get_by_role("button", name="Print all"))
    wait_until(reader.page, "window.printed === 1")
    assert reader.taps <= 8


def test_without_script_a_huddle_tool_takes_4_taps(plain_reader: Reader) -> None:
    plain_reader.use(level(plain_reader.page, 2))
    arrive(plain_reader, "/level-2/")
    plain_reader.use(link(plain_reader.page, "Team Process"))
    arrive(plain_reader, "/level-2/team-process/")
    plain_reader.use(link(plain_reader.page, "Huddle Guide"))
    arrive(plain_reader, "/tools/huddle-guide/")
    take_guide(plain_reader)
    assert plain_reader.taps <= 4


def test_without_script_what_changed_in_2015_takes_2_taps(plain_reader: Reader) -> None:
    go_to_what_changed(plain_reader)
    assert plain_reader.taps <= 2


def test_without_script_the_captioned_film_is_two_taps_away(plain_reader: Reader) -> None:
    plain_reader.use(link(plain_reader.page, "Videos"))
    plain_reader.use(link(plain_reader.page, "Sample Clip"))
    arrive(plain_reader, "/videos/sample-clip-five-levels/")
    expect(plain_reader.page.locator("video track[kind=captions]")).to_have_count(1)
    expect(plain_reader.page.locator("#transcript")).to_be_visible()


def test_without_script_georgia_has_an_honest_answer_in_3_taps(plain_reader: Reader) -> None:
    go_to_georgia(plain_reader)
    assert plain_reader.taps <= 3


def test_without_script_feedback_takes_2_taps(plain_reader: Reader) -> None:
    plain_reader.use(plain_reader.page.locator(".feedback-tab"))
    plain_reader.use(link(plain_reader.page, "Write an email", ".feedback"))
    assert plain_reader.taps <= 2
