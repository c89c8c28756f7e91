"""The network is cut at bad moments: while the site is saved, while a release changes, in the middle of a page."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faulty_server import Fault, FaultySite, serve_with_faults
from tests.browser.offline import (
    BASE,
    FILE,
    OTHER_STORY,
    REGISTRATIONS,
    STORY,
    TOOL,
    all_saved,
    begin_anew,
    build,
    reader,
    saved,
    saved_site,
    wait_until_saved,
)
from tests.browser.visits import PHONE, visit, wait_for

pytestmark = pytest.mark.browser

HOME, PAGE = f"{BASE}/", f"{BASE}/{STORY}/"
COPY = "This is the copy of "


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Return the output of a small site, that of its next release, and that of a site that is not saved any more."""
    small = saved_site(tmp_path_factory.mktemp("faults"))
    first = build(small, "first")
    (small.root / "static/css").mkdir()
    small.write("static/css/99-own.css", "body { --own: 1 }\n")
    small.story("story-1", "What the team did next.\n", title="Story one again", date="2017-10-02", topics=["quality"])
    second = build(small, "second", title="Second release")
    return first, second, build(small, "off", title="Second release", offline=False)


@pytest.fixture
def site(releases: tuple[Path, Path, Path]) -> Iterator[FaultySite]:
    with serve_with_faults(releases[0], BASE) as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page of a phone that saves pages."""
    with reader(browser, PHONE) as fresh:
        yield fresh


def shells(page: Page) -> list[str]:
    """Return the shells of which there is anything."""
    return [name for name in saved(page) if name.startswith("shell")]


@pytest.mark.parametrize("fault", ["none", "half", "half without a length", "broken"])
def test_cut_while_the_site_is_saved_nothing_is_in_use_until_all_is_there(
    page: Page, site: FaultySite, fault: Fault
) -> None:
    site.faults = {f"{BASE}/search/": fault}
    visit(page, f"{site.address}/{STORY}/")
    wait_for(page, lambda: f"{BASE}/search/" in site.asked and page.evaluate(REGISTRATIONS) in ([], ["none"]))
    assert f"{BASE}/shell" not in all_saved(page)
    site.let_go()
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/", "search/")


@pytest.mark.parametrize("fault", ["none", "half", "half without a length", "broken"])
def test_cut_while_a_release_changes_the_old_one_stays_whole_and_the_new_one_comes_later(
    page: Page, site: FaultySite, releases: tuple[Path, Path, Path], fault: Fault
) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    (old,) = shells(page)
    begin_anew(page)
    site.folder, site.asked[:] = releases[1], []
    site.faults = {f"{BASE}/search/": fault}
    visit(page, f"{site.address}/{OTHER_STORY}/")
    wait_for(page, lambda: f"{BASE}/search/" in site.asked and len(shells(page)) > 1)
    page.context.set_offline(offline=True)
    page.goto(f"{site.address}/")
    expect(page).to_have_title("Small site")
    expect(page.locator(".copy-note")).to_contain_text(COPY)
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--own')") == ""
    page.context.set_offline(offline=False)
    site.let_go()
    begin_anew(page)
    visit(page, f"{site.address}/{OTHER_STORY}/")
    wait_for(page, lambda: old not in shells(page))
    page.context.set_offline(offline=True)
    page.goto(f"{site.address}/")
    expect(page).to_have_title("Second release")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--own')") == "1"
    page.goto(f"{site.address}/{STORY}/")
    expect(page.locator("h1")).to_have_text("Story story-1")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") != "400", (
        "the copy has its styles"
    )


def test_after_four_seconds_without_an_answer_the_copy_is_shown_and_brought_up_to_date_later(
    page: Page, site: FaultySite, releases: tuple[Path, Path, Path]
) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    site.folder, site.faults = releases[1], {PAGE: "late"}
    started = monotonic()
    page.goto(f"{site.address}/{STORY}/")
    assert 4 <= monotonic() - started < 20
    expect(page.locator(".copy-note")).to_contain_text(COPY)
    expect(page.locator("h1")).to_have_text("Story story-1")
    site.let_go()
    text = "path => caches.match(path, {cacheName: 'offline /lmp/ pages'}).then(copy => copy.text())"
    wait_for(page, lambda: "Story one again" in page.evaluate(text, PAGE))


@pytest.mark.parametrize("fault", ["half", "none", "broken"])
def test_of_half_an_answer_nothing_is_shown_where_there_is_a_copy(page: Page, site: FaultySite, fault: Fault) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    site.faults = {PAGE: fault}
    page.goto(f"{site.address}/{STORY}/")
    expect(page.locator(".copy-note")).to_contain_text(COPY)
    expect(page.locator("footer")).to_have_count(1)


def test_half_a_page_is_never_saved(page: Page, site: FaultySite) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    site.faults = {f"{BASE}/{OTHER_STORY}/": "half without a length"}
    page.goto(f"{site.address}/{OTHER_STORY}/")
    visit(page, f"{site.address}/{STORY}/")
    assert f"{BASE}/{OTHER_STORY}/" not in all_saved(page)


@pytest.mark.parametrize("fault", ["none", "half", "broken"])
def test_cut_while_a_kept_item_is_saved_it_is_marked_when_all_of_it_is_there(
    page: Page, site: FaultySite, fault: Fault
) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    site.faults = {f"{BASE}/{FILE}": fault}
    visit(page, f"{site.address}/{TOOL}/")
    page.locator(".actions .keep").tap()
    wait_for(page, lambda: f"{BASE}/{FILE}" in site.asked)
    visit(page, f"{site.address}/my-list/")
    expect(page.locator(".kept-saved")).to_be_hidden()
    site.let_go()
    visit(page, f"{site.address}/my-list/")
    expect(page.locator(".kept-saved")).to_have_text("Saved on this phone")


def test_what_has_no_room_in_fifty_megabytes_is_not_fetched(page: Page, site: FaultySite) -> None:
    visit(page, f"{site.address}/{STORY}/")
    wait_until_saved(page, f"{STORY}/")
    site.faults = {f"{BASE}/{FILE}": "huge"}
    visit(page, f"{site.address}/{TOOL}/")
    page.locator(".actions .keep").tap()
    visit(page, f"{site.address}/my-list/")
    expect(page.locator(".kept-saved")).to_have_text(
        "Saved on this phone, without 1 of its files, for which there is no room"
    )
    assert f"{BASE}/{FILE}" not in all_saved(page)


def test_switched_off_the_site_removes_all_that_was_saved_and_its_worker(
    page: Page, site: FaultySite, releases: tuple[Path, Path, Path]
) -> None:
    visit(page, f"{site.address}/{TOOL}/")
    page.locator(".actions .keep").tap()
    wait_until_saved(page, FILE)
    site.folder = releases[2]
    visit(page, f"{site.address}/{STORY}/")
    wait_for(page, lambda: page.evaluate(REGISTRATIONS) == [])
    assert all_saved(page) == []
    visit(page, f"{site.address}/{OTHER_STORY}/")
    assert (all_saved(page), page.evaluate(REGISTRATIONS)) == ([], [])
