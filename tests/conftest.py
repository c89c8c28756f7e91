"""What all tests share: properties without a clock, sites that are built once a run, and a Chromium."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.contexts import open_page, open_profile
from tests.browser.driver import running_driver
from tests.browser.serving import served
from tests.compiling import compile_once
from tests.site.madeup import build_madeup
from tests.site.sharing import build_once, folder_of_run
from tests.site.shipped import Shipped, build_shipped

PATIENCE_MS = 30_000
"""How long a browser may take to show what is expected: long, for the machine may be busy with other tests."""

LONG_FIRST = (
    "tests/browser/",
    "tests/site/",
    "tests/search/",
    "tests/engine/",
    "tests/content/",
    "tests/preview/",
    "tests/reliability/",
    "tests/upkeep/",
    "tests/test_cli_extremes.py",
    "tests/test_invalid_sites.py",
)

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files that take long first: the workers end together where short ones come last."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG_FIRST))


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    """Spare the builds of all tests half of their time."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        compile_once(monkeypatch)
        yield


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """Return the site in content/, built."""
    return build_once(folder_of_run(tmp_path_factory), "shipped", build_shipped)


@pytest.fixture(scope="session")
def shipped_below(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """Return the site in content/, built for a sub-folder of its host, with a feedback form on another."""

    def build(folder: Path) -> Shipped:
        return build_shipped(
            folder, base_url="https://example.org/some/where/", feedback="https://forms.example.org/feedback"
        )

    return build_once(folder_of_run(tmp_path_factory), "shipped-below", build)


@pytest.fixture(scope="session")
def madeup(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """Return a made-up site of two hundred pages, some of which are not shown now."""
    return build_once(folder_of_run(tmp_path_factory), "madeup", build_madeup)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield a running Chromium, one for each worker process."""
    with running_driver() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=launch_flags(), timeout=60_000
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """Yield the context in which the pages of all tests are opened, one after the other."""
    with open_profile(browser, scripts=True) as context:
        yield context


@pytest.fixture(scope="session")
def plain_profile(browser: Browser) -> Iterator[BrowserContext]:
    """Yield the context of all pages that run no script."""
    with open_profile(browser, scripts=False) as context:
        yield context


@pytest.fixture
def page(profile: BrowserContext) -> Iterator[Page]:
    """Yield a page of its own: no cookies, storage or cache of another test."""
    with open_page(profile) as fresh:
        yield fresh


@pytest.fixture
def plain_page(plain_profile: BrowserContext) -> Iterator[Page]:
    """Yield a page of its own, in a browser without script."""
    with open_page(plain_profile) as fresh:
        yield fresh


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Yield the address (without a slash at its end) at which a folder is served until the run ends."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))
