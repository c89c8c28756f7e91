"""What tests of filters do on a page: choose a term, read the address, read the count."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import DESK, PHONE
from tests.site.brute import Brute

SIZES = {"phone": PHONE, "desk": DESK}


def passing(brute: Brute, name: str, **chosen: list[str]) -> int:
    home = next(home for home in brute.config.collections if home.id == name)
    return len(brute.passing(home, chosen))


def box(page: Page, facet: str, term: str) -> Locator:
    """Return the checkbox of a term, its panel, group and fold opened."""
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
    """Return the address without its host."""
    address: str = page.evaluate("location.pathname + location.search")
    return address


def says(page: Page, count: int, noun: str = "tools") -> None:
    """Check that the line of the count holds this number, however many of them are shown."""
    text = f"{count or 'No'} {noun if count != 1 else noun[:-1]}"
    expect(page.locator(".count-text")).to_have_text(re.compile(rf"(^|of ){text}$"))
    expect(page.locator("[aria-busy]")).to_have_count(0)
