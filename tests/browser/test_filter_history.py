"""What is chosen and the address change together, so that Back takes back the last choice whenever it is pressed."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filtering import box, choose, passing, query, says
from tests.browser.searching import hold
from tests.browser.visits import DESK, resize, wait_for
from tests.site.brute import Brute

pytestmark = pytest.mark.browser

STATUS = "#live-status"
CLICK_AND_READ = "one => { one.click(); return location.pathname + location.search; }"
CLICK_AND_GO_BACK = "one => { one.click(); history.back(); }"


@pytest.fixture
def fresh(page: Page) -> Page:
    """Return a window on a desk that knows nothing of the site."""
    resize(page, DESK)
    return page


def is_own_list(page: Page, total: int) -> None:
    """Return the list as it was built, with nothing chosen."""
    says(page, total)
    assert query(page) == "/tools/"
    expect(page.locator(".list-static")).to_be_visible()
    expect(page.locator(".facet input:checked")).to_have_count(0)


def test_the_address_has_a_choice_at_once(fresh: Page, address: str, brute: Brute) -> None:
    fresh.goto(f"{address}/tools/")
    choose(fresh, "level", "3")
    says(fresh, passing(brute, "tools", level=["3"]))
    assert box(fresh, "topic", "quality").evaluate(CLICK_AND_READ) == "/tools/?topic=quality&level=3"


def test_the_address_has_a_choice_before_the_index_is_here(fresh: Page, address: str, brute: Brute) -> None:
    held = hold(fresh, "**/tools/facets.json")
    fresh.goto(f"{address}/tools/")
    assert box(fresh, "level", "3").evaluate(CLICK_AND_READ) == "/tools/?level=3"
    assert box(fresh, "topic", "quality").evaluate(CLICK_AND_READ) == "/tools/?topic=quality&level=3"
    wait_for(fresh, lambda: len(held) == 1)
    held[0].continue_()
    says(fresh, passing(brute, "tools", topic=["quality"], level=["3"]))
    assert query(fresh) == "/tools/?topic=quality&level=3"


def test_back_at_once_takes_back_the_last_choice_alone(fresh: Page, address: str, brute: Brute) -> None:
    fresh.goto(f"{address}/tools/")
    choose(fresh, "level", "3")
    says(fresh, passing(brute, "tools", level=["3"]))
    assert query(fresh) == "/tools/?level=3"
    with fresh.expect_event("framenavigated", lambda frame: "topic" not in frame.url):
        box(fresh, "topic", "quality").evaluate(CLICK_AND_GO_BACK)
    says(fresh, passing(brute, "tools", level=["3"]))
    assert query(fresh) == "/tools/?level=3"
    fresh.go_forward()
    says(fresh, passing(brute, "tools", level=["3"], topic=["quality"]))
    assert query(fresh) == "/tools/?topic=quality&level=3"


def test_back_before_the_index_is_here_leaves_the_page_as_it_was(fresh: Page, address: str, brute: Brute) -> None:
    held = hold(fresh, "**/tools/facets.json")
    fresh.goto(f"{address}/tools/")
    choose(fresh, "level", "3")
    wait_for(fresh, lambda: len(held) == 1)
    fresh.go_back()
    assert urlsplit(fresh.url).path == "/tools/"
    is_own_list(fresh, passing(brute, "tools"))
    held[0].continue_()
    fresh.wait_for_load_state("networkidle")
    is_own_list(fresh, passing(brute, "tools"))
    fresh.go_forward()
    says(fresh, passing(brute, "tools", level=["3"]))
    expect(box(fresh, "level", "3")).to_be_checked()


def test_a_choice_on_an_address_with_one_keeps_both(fresh: Page, address: str, brute: Brute) -> None:
    held = hold(fresh, "**/tools/facets.json")
    fresh.goto(f"{address}/tools/?level=3&topic=gone")
    wait_for(fresh, lambda: len(held) == 1)
    choose(fresh, "dimension", "sponsorship")
    held[0].continue_()
    says(fresh, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
    assert query(fresh) == "/tools/?level=3&dimension=sponsorship"


def test_back_leaves_a_message_that_the_index_cannot_be_had(fresh: Page, address: str, brute: Brute) -> None:
    fresh.route("**/tools/facets.json", lambda route: route.abort())
    fresh.goto(f"{address}/tools/")
    choose(fresh, "level", "3")
    expect(fresh.locator(".trouble")).to_be_visible()
    expect(fresh.locator(".trouble a")).to_have_attribute("href", f"{address}/tools/?level=3")
    fresh.go_back()
    is_own_list(fresh, passing(brute, "tools"))
    expect(fresh.locator(".trouble")).to_have_count(0)
    expect(fresh.locator(STATUS)).to_be_empty()


def test_back_is_announced_as_a_choice_is(fresh: Page, address: str, brute: Brute) -> None:
    fresh.goto(f"{address}/tools/")
    choose(fresh, "level", "3")
    expect(fresh.locator(STATUS)).to_have_text(f"{passing(brute, 'tools', level=['3'])} tools")
    fresh.go_back()
    expect(fresh.locator(STATUS)).to_have_text(f"{passing(brute, 'tools')} tools")


def test_what_back_took_away_is_never_announced(fresh: Page, address: str, brute: Brute) -> None:
    fresh.goto(f"{address}/tools/")
    fresh.evaluate(
        "window.said = []; const one = document.querySelector('#live-status');"
        "new MutationObserver(() => said.push(one.textContent)).observe(one, {childList: true})"
    )
    choose(fresh, "level", "3")
    says(fresh, passing(brute, "tools", level=["3"]))
    fresh.go_back()
    expect(fresh.locator(STATUS)).to_have_text(f"{passing(brute, 'tools')} tools")
    assert fresh.evaluate("said") == [f"{passing(brute, 'tools')} tools"]
