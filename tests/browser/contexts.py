"""Pages that know nothing of one another, opened one after the other in the same browser context.

A new context for every test would keep them apart too, but in Chromium it costs three times as much as a page.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page


@contextmanager
def open_profile(browser: Browser, *, scripts: bool) -> Iterator[BrowserContext]:
    """Open a context for the block, in which pages can be opened quickly.

    No copies of pages are saved in it, as they would outlive a page. A first page stays open in it: with its last page,
    a context ends the processes that the next page needs.
    """
    with browser.new_context(java_script_enabled=scripts, service_workers="block") as context:
        context.new_page()
        yield context


@contextmanager
def open_page(context: BrowserContext) -> Iterator[Page]:
    """Open a page for the block, in a context in which nothing is left of earlier pages."""
    page = context.new_page()
    try:
        _forget(page)
        yield page
    finally:
        context.set_offline(False)
        page.close()


def _forget(page: Page) -> None:
    """Empty the cookies, the storage of every origin, and the cache of the page's context."""
    page.context.clear_cookies()
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    session.detach()
