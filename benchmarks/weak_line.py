"""What a search costs on a weak line: seconds and requests until the first ten results of the search page stand.

    python -m benchmarks.weak_line OUT

OUT is a built site. Chromium slows the line down; files come packed, as hosts send them. Each figure is the median of
five browsers that know nothing of the site; the page itself and its icon are counted.
"""

import sys
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote_plus

from benchmarks.filters import serve_packed

LINE = {"offline": False, "latency": 562, "downloadThroughput": 187_500, "uploadThroughput": 187_500}
"""562 ms a round trip and 1.5 Mbit/s, in bytes a second."""

QUERIES = ("huddle", "hudle", "level 3 sponsorship")
ROUNDS = 5

WATCH = """new MutationObserver((_, observer) => {
  if (document.querySelectorAll('.found .row').length < 10) return;
  window.stood = performance.now();
  observer.disconnect();
}).observe(document, {childList: true, subtree: true});"""
"""Notes, in `stood`, when ten results stand."""

_REQUESTS = "1 + performance.getEntriesByType('resource').filter(({ startTime }) => startTime < stood).length"


def measure(browser: Any, url: str) -> tuple[float, int]:
    """Return the seconds until ten results stand, and how many requests were sent until then."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        page.goto(url, wait_until="commit")
        page.locator(".found .row:nth-child(10)").wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle", timeout=60_000)
        return page.evaluate("stood") / 1000, page.evaluate(_REQUESTS)


def main(out: Path) -> None:
    """Measure and print a line for each query."""
    from tests.browser.chromium import find_chromium, launch_flags
    from tests.browser.driver import running_driver

    with serve_packed(out) as address, running_driver() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=launch_flags())
        for query in QUERIES:
            url = f"{address}/search/?q={quote_plus(query)}"
            seconds, requests = zip(*(measure(browser, url) for _ in range(ROUNDS)), strict=True)
            print(f"{query:24} {median(seconds):.2f} s {median(requests)} requests")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
