"""Where nothing is found, the search page leads on: to terms that are alike, and to a letter or form with the words."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import give_fake_reader
from tests.browser.test_feedback import below
from tests.browser.visits import DESK, ServeFolder, resize
from tests.site.shipped import Shipped

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("fake_reader")]

CLICK_TWICE = """one => {
  one.addEventListener('click', event => event.preventDefault());
  one.click();
  one.click();
}"""


def test_terms_that_are_alike_are_offered(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=qualms+xyzzy")
    expect(page.locator(".found-none")).to_be_visible()
    expect(page.locator(".found-offers button")).to_have_text(["Topic: Quality"])
    page.locator(".found-offers button").click()
    expect(page.locator(".found-count")).to_have_text("24 results")


def test_no_term_is_like_a_short_word(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=lev")
    expect(page.locator(".found-none")).to_be_visible()
    expect(page.locator(".found-offers button")).to_have_count(0)


@pytest.mark.parametrize("words", ["xyzzy & plugh=zork", "\u201cno\u201d?"])
def test_the_words_are_in_the_letter(page: Page, search_address: str, words: str) -> None:
    page.goto(f"{search_address}?{urlencode({'q': words})}")
    link = page.locator(".found-tell")
    expect(link).to_be_visible()
    link.evaluate(CLICK_TWICE)
    letter = urlsplit(link.get_attribute("href") or "")
    assert letter.scheme == "mailto"
    assert parse_qs(letter.query) == {"subject": ["Search"], "body": [f"I looked for \u201c{words}\u201d."]}


def test_the_words_are_in_the_form(page: Page, shipped_below: Shipped, serve_folder: ServeFolder) -> None:
    below(page, shipped_below)
    give_fake_reader(page)
    resize(page, DESK)
    page.goto(f"{serve_folder(shipped_below.out)}/search/?q=xyzzy")
    page.click(".found-tell")
    expect(page.locator("#feedback-message")).to_be_focused()
    assert page.input_value("#feedback-message") == "I looked for \u201cxyzzy\u201d."
