"""What tests of the service worker share: a small site in two releases, browsers that save pages, what they saved."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.visits import DESK, PHONE, wait_for
from tests.site.small import SETTINGS, SmallSite

BASE = "/lmp"
STORY, OTHER_STORY, TOOL, FILM = "stories/story-1", "stories/story-2", "tools/huddle", "videos/clip"
FILE = "downloads/sheet.pdf"
PDF = Path(__file__).parents[1] / "sites_invalid/_base/static/downloads/huddle-guide.pdf"

NAMES = """async () => {
  const names = {};
  for (const name of await caches.keys()) {
    const paths = (await (await caches.open(name)).keys()).map(({url}) => new URL(url).pathname);
    names[name.split(" ").slice(2).join(" ")] = paths;
  }
  return names;
}"""
REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then(all => all.map(({active}) => active?.state ?? 'none'))"


def saved_site(folder: Path) -> SmallSite:
    """Return a small site that looks as the shipped one does: a tool of it has a file, and its list a search."""
    site = SmallSite(folder)
    shutil.rmtree(site.root / "templates")
    downloads = site.root / "static/downloads"
    downloads.mkdir(parents=True)
    shutil.copy(PDF, downloads / "sheet.pdf")
    site.tool("huddle", topics=["safety"], team_levels=["1"], downloads=[{"file": FILE, "label": "Sheet"}])
    return site


def build(site: SmallSite, name: str, **settings: Any) -> Path:
    """Build the site, and return a copy of the output, which stays as it is."""
    site.settings({**SETTINGS, **settings})
    result = site.build()
    assert result.committed, result.problems
    return Path(shutil.copytree(site.out, site.folder / name))


@contextmanager
def reader(browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """Open a page of a browser that saves pages: a phone is touched."""
    viewport = {"width": size[0], "height": size[1]}
    with browser.new_context(viewport=viewport, has_touch=size == PHONE, is_mobile=size == PHONE) as context:  # type: ignore[arg-type]
        yield context.new_page()


SIZES = {"phone": PHONE, "desk": DESK}


def press(page: Page, name: str) -> None:
    """Press a button as readers of this size do: by touch, or by keyboard."""
    button = page.get_by_role("button", name=name, exact=True)
    if page.viewport_size == {"width": PHONE[0], "height": PHONE[1]}:
        button.tap()
    else:
        button.focus()
        page.keyboard.press("Enter")


def saved(page: Page) -> dict[str, list[str]]:
    """Return the paths in each cache, by what the cache is for."""
    names: dict[str, list[str]] = page.evaluate(NAMES)
    return names


def all_saved(page: Page) -> list[str]:
    """Return the paths in all caches."""
    return [path for paths in saved(page).values() for path in paths]


def wait_until_saved(page: Page, *paths: str) -> None:
    """Wait until copies of these paths, below the site's, are there, and a shell is in use."""
    wanted = {f"{BASE}/{path}" for path in (*paths, "shell")}
    wait_for(page, lambda: wanted <= set(all_saved(page)), f"saved: {wanted}")


def begin_anew(page: Page) -> None:
    """Stop the worker, as browsers do with one that has nothing to do: the next page starts it anew."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
