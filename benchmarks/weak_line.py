"""What a search costs on a weak line: seconds, requests and round trips until ten results of the search page stand.

    python -m benchmarks.weak_line OUT

OUT is a built site. Chromium slows the line down; files come packed, as hosts send them. Each figure is the median of
five browsers that know nothing of the site; the page itself and its icon are counted.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from benchmarks.filters import serve_packed

LINE = {"offline": False, "latency": 562, "downloadThroughput": 187_500, "uploadThroughput": 187_500}
"""562 ms a round trip and 1.5 Mbit/s, in bytes a second."""

QUERIES = ("huddle", "hudle", "level 3 sponsorship")
ROUNDS = 5

WATCH = """new MutationObserver((_, observer) => {
  const rows = document.querySelectorAll('.found .row').length;
  if (rows < 10 && !document.querySelector('.found .rows[aria-busy="false"]')) return;
  window.stood = performance.now();
  observer.disconnect();
}).observe(document, {childList: true, subtree: true, attributes: true});"""
"""Notes, in `stood`, when ten results stand, or all where there are fewer."""

_COST = """() => {
  const own = performance.getEntries().filter(({ entryType, startTime }) =>
    entryType === 'navigation' || (entryType === 'resource' && startTime < stood));
  let trips = 0, end = 0;
  for (const { startTime, responseEnd } of own.sort((one, other) => one.responseEnd - other.responseEnd))
    if (!trips || startTime >= end) [trips, end] = [trips + 1, responseEnd];
  return [stood / 1000, own.length, trips];
}"""


class Cost(NamedTuple):
    """What stood before ten results did: seconds; requests; the most of these that came one after the other."""

    seconds: float
    requests: float
    round_trips: float


def median_cost(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(*map(median, zip(*costs, strict=True)))


def measure(browser: Any, url: str) -> Cost:
    """Return what the first ten results cost a browser that knows nothing of the site."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        page.goto(url, wait_until="commit")
        page.locator('.found .rows[aria-busy="false"]').wait_for(state="attached", timeout=60_000)
        page.wait_for_load_state("networkidle", timeout=60_000)
        return Cost(*page.evaluate(_COST))


def address_of(site: str, query: str) -> str:
    """Return the address of the search page of a served site, asked for some words."""
    return f"{site}/search/?q={quote_plus(query)}"


def main(out: Path) -> None:
    """Measure and print a line for each query."""
    from tests.browser.chromium import find_chromium, launch_flags
    from tests.browser.driver import running_driver

    with serve_packed(out) as address, running_driver() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=launch_flags())
        for query in QUERIES:
            cost = median_cost(measure(browser, address_of(address, query)) for _ in range(ROUNDS))
            print(f"{query:24} {cost.seconds:.2f} s {cost.requests} requests {cost.round_trips} round trips")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
