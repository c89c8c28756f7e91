"""The infographic page: its order, its bars to scale, and two pages of paper."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.visits import DESK, PHONE, resize, visit

pytestmark = pytest.mark.browser

INFOGRAPHIC = "/about/growing-stronger-together/"
HEADINGS = [
    "How the LMP growth campaign works",
    "Everybody's role",
    "Did you know?",
    "Making the commitment",
    "Winning and saving accounts",
    "Health and wellness engagement",
    "Making care more affordable",
    "Telling KP's story",
    "Keeping new members happy",
]
UNIONS = {"Building and construction trades, AFL-CIO": 242_500, "Teamsters": 188_000, "UFCW": 100_000}
BARS = """() => [...document.querySelectorAll('.chart li')].map(one => {
  const [room, bar] = one.querySelectorAll('rect');
  const share = bar.getBoundingClientRect().width / room.getBoundingClientRect().width;
  return [one.querySelector('.bar-label').textContent, one.querySelector('.bar-value').textContent, share];
})"""


def test_the_parts_stand_in_the_order_of_the_facts(page: Page, address: str) -> None:
    page.goto(address + INFOGRAPHIC)
    headings = [text.replace("\u2019", "'") for text in page.locator("main h2").all_inner_texts()]
    assert headings[: len(HEADINGS)] == HEADINGS


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_bars_are_drawn_to_scale_and_said_in_words(page: Page, address: str, size: tuple[int, int]) -> None:
    resize(page, size)
    page.goto(address + INFOGRAPHIC)
    bars = page.evaluate(BARS)
    assert [(label, value) for label, value, _ in bars] == [(name, f"{n:,} members") for name, n in UNIONS.items()]
    for (_, _, share), members in zip(bars, UNIONS.values(), strict=True):
        assert share == pytest.approx(members / 242_500, abs=0.01)


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_it_prints_on_two_pages(page: Page, address: str, paper: str) -> None:
    visit(page, address + INFOGRAPHIC)
    pages = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    assert len(pages) == 2
    assert "Did you know?" in pages[0].extract_text()
    assert "Keeping new members happy" in pages[1].extract_text()
