"""What tests in a Chromium share: the shipped site served, a window in each size, a count by hand, a made-up reader."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.contexts import open_page
from tests.browser.filtering import SIZES
from tests.browser.searching import give_fake_reader
from tests.browser.visits import DESK, ServeFolder, resize
from tests.site.brute import Brute
from tests.site.shipped import Shipped


@pytest.fixture(scope="session")
def address(shipped: Shipped, serve_folder: ServeFolder) -> str:
    """Where the shipped site is served, without a slash at its end."""
    return serve_folder(shipped.out)


@pytest.fixture(scope="session")
def search_address(address: str) -> str:
    """Where its search page is."""
    return f"{address}/search/"


@pytest.fixture(scope="module")
def window(profile: BrowserContext) -> Iterator[Page]:
    """Yield a window that goes from page to page, as a reader's does."""
    with open_page(profile) as page:
        yield page


@pytest.fixture(scope="module")
def plain_window(plain_profile: BrowserContext) -> Iterator[Page]:
    """Yield a window without script that goes from page to page."""
    with open_page(plain_profile) as page:
        yield page


@pytest.fixture(params=["with script", "without script"])
def either(request: pytest.FixtureRequest) -> Page:
    """Return a page of its own, once with script and once without."""
    window: Page = request.getfixturevalue("page" if request.param == "with script" else "plain_page")
    return window


@pytest.fixture(params=SIZES)
def on(request: pytest.FixtureRequest, window: Page) -> Page:
    """Return the window in each size."""
    resize(window, SIZES[request.param])
    return window


@pytest.fixture(scope="module")
def brute(shipped: Shipped) -> Brute:
    """Return the shipped site, counted from its front matter."""
    return Brute(shipped)


@pytest.fixture
def fake_reader(page: Page) -> None:
    """Return a page on a desk that searches made-up pages."""
    resize(page, DESK)
    give_fake_reader(page)
