"""The site without a network, in Chromium: what was visited, what is kept, the list, search, and what is not saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faulty_server import FaultySite, serve_with_faults
from tests.browser.offline import (
    BASE,
    FILE,
    OTHER_STORY,
    REGISTRATIONS,
    SIZES,
    STORY,
    TOOL,
    all_saved,
    build,
    press,
    reader,
    saved,
    saved_site,
    wait_until_saved,
)
from tests.browser.visits import DESK, PHONE, listen, visit, wait_for

pytestmark = pytest.mark.browser

COPY = "This is the copy of "
ALL_FILES = "async paths => { for (const path of paths) { if (!(await fetch(path)).ok) return path } return '' }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of the small site."""
    return build(saved_site(tmp_path_factory.mktemp("offline")), "first")


@pytest.fixture
def site(folder: Path) -> Iterator[FaultySite]:
    with serve_with_faults(folder, BASE) as served:
        yield served


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Yield a page in each size, of a browser that saves pages."""
    with reader(browser, SIZES[request.param]) as fresh:
        yield fresh


def keep(page: Page, site: FaultySite, item: str) -> None:
    """Keep an item on its page, and wait until it is saved."""
    visit(page, f"{site.address}/{item}/")
    page.locator(".actions .keep").click()
    wait_for(page, lambda: f"{BASE}/{item}/" in saved(page).get("kept", ()))


def test_a_visited_page_is_read_without_a_network_and_says_of_when_it_is(page: Page, site: FaultySite) -> None:
    notes = listen(page)
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    assert page.locator(".copy-note").count() == 0
    page.context.set_offline(offline=True)
    page.reload()
    expect(page.locator("main .copy-note")).to_contain_text(COPY)
    expect(page.locator("h1")).to_have_text(f"Story {STORY.partition('/')[2]}")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)") > 0
    assert notes.complaints == []
    page.context.set_offline(offline=False)
    page.reload()
    expect(page.locator(".copy-note")).to_have_count(0)


def test_what_is_not_saved_says_so_and_what_is_saved_is_one_press_away(page: Page, site: FaultySite) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    page.context.set_offline(offline=True)
    page.goto(f"{site.address}/{OTHER_STORY}/")
    expect(page.locator("h1")).to_have_text("This page is not saved on this device")
    page.locator(".saved-pages a", has_text="Story story-1").click()
    expect(page.locator(".copy-note")).to_contain_text(COPY)
    page.go_back()
    page.context.set_offline(offline=False)
    page.get_by_role("link", name="Try again").click()
    expect(page.locator("h1")).to_have_text("Story story-2")


def test_home_and_the_list_are_there_though_nobody_opened_them(page: Page, site: FaultySite) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    page.context.set_offline(offline=True)
    notes = listen(page)
    for path in ("/", "/my-list/"):
        page.goto(site.address + path)
        expect(page.locator(".copy-note")).to_contain_text(COPY)
    assert notes.complaints == []


def test_what_is_kept_is_saved_with_its_files_and_says_so(page: Page, site: FaultySite) -> None:
    keep(page, site, TOOL)
    wait_for(page, lambda: f"{BASE}/{FILE}" in saved(page)["kept"])
    page.context.set_offline(offline=True)
    page.goto(f"{site.address}/my-list/")
    device = "phone" if page.viewport_size == {"width": PHONE[0], "height": PHONE[1]} else "computer"
    expect(page.locator(".kept-saved")).to_have_text(f"Saved on this {device}")
    assert page.evaluate(ALL_FILES, [f"{BASE}/{FILE}"]) == ""
    page.locator(".row-title a").click()
    expect(page.locator("h1")).to_have_text("Tool huddle")
    page.context.set_offline(offline=False)
    visit(page, f"{site.address}/my-list/")
    press(page, "Remove: Tool huddle")
    wait_for(page, lambda: saved(page)["kept"] == [])


def test_the_search_of_a_small_site_goes_on(page: Page, site: FaultySite) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    page.context.set_offline(offline=True)
    page.goto(f"{site.address}/search/?q=huddle")
    expect(page.locator(".found .row-title").first).to_have_text("Tool huddle")
    expect(page.locator(".found-trouble")).to_be_hidden()


def test_all_that_is_saved_is_removed_from_the_list_and_saved_again(page: Page, site: FaultySite) -> None:
    keep(page, site, TOOL)
    visit(page, f"{site.address}/my-list/")
    press(page, "Remove what is saved")
    expect(page.locator(".kept-offline-said")).to_contain_text("Nothing is saved on this")
    assert all_saved(page) == []
    visit(page, f"{site.address}/{STORY}/")
    assert (all_saved(page), page.evaluate(REGISTRATIONS)) == ([], [])
    assert page.evaluate("localStorage.getItem('/lmp/my-list/')"), "the list itself stays"
    visit(page, f"{site.address}/my-list/")
    with page.expect_navigation():
        press(page, "Save again")
    wait_until_saved(page, f"{TOOL}/", FILE)


def test_a_page_registers_one_address_and_no_script_another(browser: Browser, site: FaultySite) -> None:
    with reader(browser, DESK) as page:
        visit(page, f"{site.address}/{STORY}/")
        wait_until_saved(page)
        wait_for(page, lambda: page.evaluate(REGISTRATIONS) == ["activated"])
        name = "navigator.serviceWorker.register('/lmp/assets/x.js').catch(error => error.name)"
        assert page.evaluate(name) == "TypeError"
        for policy in ("offline", "other"):
            assert (
                page.evaluate("name => { try { trustedTypes.createPolicy(name, {}) } catch { return 'no' } }", policy)
                == "no"
            )
        assert f"{BASE}/service-worker.js" not in all_saved(page)


def test_browsers_install_the_site(browser: Browser, site: FaultySite) -> None:
    with reader(browser, DESK) as page:
        visit(page, f"{site.address}/")
        wait_until_saved(page)
        session = page.context.new_cdp_session(page)
        manifest = session.send("Page.getAppManifest")
        assert (manifest["errors"], manifest["url"]) == ([], f"{site.address}/manifest.webmanifest")
        errors = [one["errorId"] for one in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
        assert set(errors) <= {"in-incognito"}, "which no test's browser can do without"


def test_films_and_parts_of_files_are_left_to_the_network(browser: Browser, site: FaultySite) -> None:
    with reader(browser, DESK) as page:
        visit(page, f"{site.address}/{STORY}/")
        wait_until_saved(page, f"{STORY}/")
        page.reload()
        page.evaluate("path => fetch(path, {headers: {Range: 'bytes=0-9'}})", f"{BASE}/{FILE}")
        page.evaluate("path => fetch(path)", f"{BASE}/{FILE}")
        page.evaluate("path => fetch(path)", f"{BASE}/videos/clip.mp4")
        assert not {f"{BASE}/{FILE}", f"{BASE}/videos/clip.mp4"} & set(all_saved(page))
