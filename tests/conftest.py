"""What all tests share: properties without a clock, the shipped site, built once a run, and a Chromium."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.serving import served
from tests.site.madeup import build_madeup
from tests.site.shipped import Shipped, build_shipped

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The site in content/, built."""
    return build_shipped(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def shipped_below(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The site in content/, built for a sub-folder of its host, with a feedback form on another."""
    return build_shipped(
        tmp_path_factory.mktemp("shipped-below"),
        base_url="https://example.org/some/where/",
        feedback="https://forms.example.org/feedback",
    )


@pytest.fixture(scope="session")
def madeup(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """A made-up site of two hundred pages, some of which are not shown now."""
    return build_madeup(tmp_path_factory.mktemp("madeup"))


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
