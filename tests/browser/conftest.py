"""A Chromium for the whole run, a fresh page for each test, and a server for built folders."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.serving import served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=launch_flags(), timeout=60_000
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: no cookies, storage or cache of another test."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """The address (without a slash at its end) at which a folder is served until the run ends."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))
