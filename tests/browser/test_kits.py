"""The Path to Performance in Chromium: its grid by keyboard and as it is heard, kits, and a kit of one's own."""

import io
import re

import pytest
from playwright.sync_api import Page, PdfMargins
from pypdf import PdfReader

from tests.browser.visits import DESK, NARROWEST, PHONE, SHIFT, resize, visit
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

GRID, KIT, OTHER = (
    "/path-to-performance/",
    "/path-to-performance/level-3/sponsorship/",
    "/path-to-performance/level-1/training/",
)
FIND = "Find your team\u2019s kit"
STEPS = "[...document.querySelectorAll('.grid .step')].map(one => [one.offsetWidth, one.offsetHeight])"


@pytest.fixture
def window(page: Page) -> Page:
    """Return the phone of a reader who has never been here."""
    resize(page, PHONE)
    return page


@pytest.mark.parametrize("size", [NARROWEST, PHONE, DESK], ids=["narrowest", "phone", "desk"])
def test_every_step_of_the_grid_is_large_enough_for_a_finger(window: Page, address: str, size: tuple[int, int]) -> None:
    resize(window, size)
    window.goto(address + GRID)
    sizes = window.evaluate(STEPS)
    assert len(sizes) == 35
    assert min(width for width, _ in sizes) >= 44
    assert min(height for _, height in sizes) >= 44


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrowest", "desk"])
def test_the_grid_is_a_table_for_those_who_hear_it(window: Page, address: str, size: tuple[int, int]) -> None:
    resize(window, size)
    window.goto(address + GRID)
    table = window.get_by_role("table")
    assert table.count() == 1
    assert table.get_by_role("columnheader").all_inner_texts() == [f"Level {n}" for n in range(1, 6)]
    assert table.get_by_role("rowheader").count() == 7
    assert table.get_by_role("cell").count() == 35
    assert table.get_by_role("link", name=re.compile(r"^Training, Level 4, \d+ items?$")).count() == 1


def test_the_grid_is_walked_by_tab_row_by_row_and_enter_opens_a_kit(window: Page, address: str) -> None:
    window.goto(address + GRID)
    window.focus(".grid thead a >> nth=-1")
    seen = []
    for _ in range(8 * 2):
        window.keyboard.press("Tab")
        seen.append(window.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()"))
    assert [text.partition(", Level")[0] for text in seen[:7]] == ["Sponsorship"] * 6 + ["Leadership"]
    assert [re.findall(r"Level (\d)", text) for text in seen[1:6]] == [[str(n)] for n in range(1, 6)]
    window.focus(f".grid a[href='{KIT}']")
    window.keyboard.press("Enter")
    window.wait_for_url(address + KIT)
    assert window.inner_text("h1") == "Level 3 Sponsorship"


def test_the_head_of_the_grid_hides_no_step_that_has_the_focus(window: Page, address: str) -> None:
    """WCAG 2.2, 2.4.11."""
    window.goto(address + GRID)
    window.focus(".grid .step >> nth=-1")
    for _ in range(34):
        window.keyboard.press("Shift+Tab")
        is_under = "() => { const one = document.activeElement, box = one.getBoundingClientRect();"
        is_under += " const top = document.elementFromPoint(box.left + box.width / 2, box.bottom - 4);"
        is_under += " return !one.contains(top) && top !== one; }"
        assert not window.evaluate(is_under)


def test_without_script_home_leads_to_all_kits(plain_page: Page, address: str) -> None:
    plain_page.goto(address + KIT)
    assert plain_page.get_by_role("link", name="All kits").is_visible()
    plain_page.goto(f"{address}/")
    plain_page.get_by_role("link", name=FIND).click()
    plain_page.wait_for_url(address + GRID)


@pytest.mark.parametrize("size", [NARROWEST, DESK], ids=["narrowest", "desk"])
def test_a_kit_of_ones_own_moves_nothing(window: Page, address: str, size: tuple[int, int]) -> None:
    resize(window, size)
    visit(window, address + KIT)
    window.locator("main .actions .keep").click()
    for url in ("/", KIT, OTHER):
        visit(window, address + url)
        assert window.evaluate(SHIFT) < 0.01, url


def test_a_kit_prints_with_its_ticks_lines_addresses_and_code(window: Page, address: str) -> None:
    visit(window, address + KIT)
    window.get_by_role("checkbox").first.check()
    window.emulate_media(media="print")
    assert window.locator(".kit-paper svg path").is_visible()
    assert window.get_by_role("checkbox").first.is_checked()
    assert not window.get_by_role("button", name="Clear the ticks").is_visible()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(window.pdf(format="Letter"))).pages)
    for wanted in ("Team", "Date", "Sponsor Agreement", "/tools/sponsor-agreement/"):
        assert wanted in text
    assert "Download all" not in text


def test_the_fullest_kits_print_on_one_sheet(window: Page, shipped: Shipped, address: str) -> None:
    kits = [path for path in shipped.pages if re.fullmatch(r"path-to-performance/level-\d/[^/]+/index\.html", path)]
    kits.sort(key=lambda path: shipped.text(path).count('class="row '), reverse=True)
    margin: PdfMargins = {"top": "0.4in", "right": "0.4in", "bottom": "0.4in", "left": "0.4in"}
    for path in kits[:4]:
        visit(window, f"{address}/{path.removesuffix('index.html')}")
        assert len(PdfReader(io.BytesIO(window.pdf(format="Letter", margin=margin))).pages) == 1, path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_kit_is_taken_along_as_one_pdf(either: Page, address: str, size: tuple[int, int]) -> None:
    resize(either, size)
    either.goto(address + KIT)
    link = either.get_by_role("link", name=re.compile(r"^Print as one PDF \(\d+ pages, \d+ kB\)$"))
    box = link.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= size[1]
    answer = either.request.get(address + (link.get_attribute("href") or ""))
    assert answer.headers["content-type"] == "application/pdf"
    said = re.findall(r"\d+", link.inner_text())
    assert len(PdfReader(io.BytesIO(answer.body())).pages) == int(said[0])
