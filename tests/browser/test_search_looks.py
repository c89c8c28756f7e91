"""The search page in each size and color scheme: no barriers that axe finds, and nothing that sticks out."""

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.searching import axe
from tests.browser.visits import DESK, NARROWEST, PHONE, SCHEMES, Scheme, resize, visit
from tests.sampling import sampled

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("fake_reader")]


@pytest.mark.parametrize(
    "look",
    sampled(product([PHONE, DESK, NARROWEST], SCHEMES), [(PHONE, "dark"), (DESK, "light"), (NARROWEST, "light")]),
)
@pytest.mark.parametrize(
    "query",
    sampled(
        ["?q=huddle+quality&level=1", "?q=safety&level=1&format=ppt", "?q=" + "zebra" * 36],
        ["?q=huddle+quality&level=1", "?q=" + "zebra" * 36],
    ),
)
def test_axe_finds_nothing_and_nothing_sticks_out(
    page: Page, search_address: str, query: str, look: tuple[tuple[int, int], Scheme]
) -> None:
    size, scheme = look
    resize(page, size)
    page.emulate_media(color_scheme=scheme)
    visit(page, search_address + query)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
