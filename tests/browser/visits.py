"""The pages that browser tests look at: one of each type of the shipped site, served on this machine."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import ConsoleMessage, Page, Request

PAGES = {
    "home": "/",
    "list": "/tools/",
    "last page of a list": "/library/page/2/",
    "list of a term": "/tools/topic/communication/",
    "terms": "/tools/role/",
    "empty terms": "/videos/level/",
    "ladder": "/path-to-performance/",
    "gallery": "/gallery/",
    "list in groups": "/hank/",
    "story": "/stories/sample-the-huddle-that-shrank/",
    "tool": "/tools/huddle-guide/",
    "video": "/videos/reaching-a-national-agreement/",
    "film": "/videos/sample-clip-five-levels/",
    "focus area": "/focus-areas/quality/",
    "toolkit": "/toolkits/a-huddle-that-starts-on-time/",
    "dimension": "/path-to-performance/leadership/",
    "level": "/path-to-performance/level-3/",
    "kit": "/path-to-performance/level-3/sponsorship/",
    "region": "/regions/southern-california/",
    "questions": "/about/faq/",
    "infographic": "/about/growing-stronger-together/",
    "text": "/about/history/",
    "my list": "/my-list/",
    "search": "/search/",
    "not found": "/no/such/page/",
}
"""One page of each type."""

PHONE, DESK, NARROWEST = (360, 740), (1280, 800), (320, 740)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

SHIFT = """() => new Promise(done => {
  let sum = 0;
  const add = entries => { for (const one of entries) sum += one.value; };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => setTimeout(() => { add(observer.takeRecords()); done(sum); }));
})"""
"""How far what is on a page has moved while it was shown, as Chromium counts it."""


NO_WORKERS = "Service Worker registration blocked by Playwright"
"""What Playwright says in a context in which no copies of pages are saved."""


class Notes(NamedTuple):
    """What a browser says while it shows a page: complaints, and the addresses that it asks for."""

    complaints: list[str]
    requests: list[str]


def listen(page: Page) -> Notes:
    """Take down what a page says from now on.

    A request that the page itself ended, or that a visit elsewhere ended, is no complaint: whether it is still under
    way then depends on the machine's pace.
    """
    notes = Notes([], [])

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.text != NO_WORKERS:
            notes.complaints.append(message.text)

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            notes.complaints.append(f"{request.url}: {request.failure}")

    page.on("console", console)
    page.on("pageerror", lambda error: notes.complaints.append(str(error)))
    page.on("requestfailed", failed)
    page.on("request", lambda request: notes.requests.append(request.url))
    return notes


def resize(page: Page, size: tuple[int, int]) -> None:
    """Set the size of the window of a page."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


ServeFolder = Callable[[Path], str]

LOOKS = 1500
"""How often a page is looked at before a test gives up: at twenty milliseconds each, half a minute."""

DRAWN = """new Promise(done => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done, {timeout: 500})));
})"""
"""Ends when what the page has by now is on the screen, and its scripts have nothing to do."""


def visit(page: Page, url: str) -> None:
    """Go to an address and wait until the page is at rest: it asks for nothing more, and what came is drawn.

    Where a test says that something is never asked for, `wait_until="networkidle"` looks half a second longer.
    """
    count, under_way = 0, set[Request]()

    def start(request: Request) -> None:
        nonlocal count
        count += 1
        under_way.add(request)

    def end(request: Request) -> None:
        under_way.discard(request)

    def is_at_rest() -> bool:
        before = count
        page.evaluate(DRAWN)
        return count == before and not under_way

    listeners = {"request": start, "requestfinished": end, "requestfailed": end}
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    page.goto(url)
    wait_for(page, is_at_rest, "the page asks for nothing more")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def wait_until(page: Page, script: str) -> None:
    """Ask a page until it says yes. The policy of our pages forbids Playwright's own way to wait."""
    wait_for(page, lambda: bool(page.evaluate(script)), script)


def wait_for(page: Page, is_so: Callable[[], bool], what: str = "what the test waits for") -> None:
    """Let the page go on until something is so."""
    for _ in range(LOOKS):
        if is_so():
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never true: {what}")
