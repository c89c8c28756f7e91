"""What tests of searching share: a made-up reader, requests held back, what the page says."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from tests.browser.visits import DRAWN

FAKE = Path(__file__).parent / "fakes" / "reader.js"
READER = re.compile(r"/assets/js/search/reader\.[0-9a-f]+\.js$")
FIELD, OPTIONS = ".search-input", ".suggestions [role=option]"


def give_fake_reader(page: Page) -> None:
    """Put the made-up reader in the place of the site's own."""
    page.route(READER, lambda route: route.fulfill(path=FAKE, content_type="text/javascript"))
    page.route("**/search/fake/**", lambda route: route.fulfill(body=""))


def axe(page: Page) -> list[str]:
    """Return the rules of axe that a page breaks."""
    report = Axe().run(page, options={"resultTypes": ["violations"]})
    return [one["id"] for one in report.response["violations"]]


def hold(page: Page, pattern: str) -> list[Route]:
    """Keep the requests that match unanswered, in a list."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - it marks the function that it is given
    return held


def take_in(page: Page) -> None:
    """Wait until the page has dealt with every answer, and every failure, that it was sent by now.

    One more request, answered after them, and then a frame.
    """
    page.evaluate("fetch('/search/fake/barrier').then(answer => answer.text())")
    page.evaluate(DRAWN)
