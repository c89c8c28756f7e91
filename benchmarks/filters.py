"""Measure a list with filters in Chromium: kilobytes over the network, milliseconds of a click, layout shift."""

import gzip
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from benchmarks.corpus import items
from benchmarks.sites import write_site
from sitegen.building import Choices, build_site
from tests.browser.serving import Handler

ITEMS = 10_000
ROUNDS = 5
CPU_SLOWDOWN = 4
SIZES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "desk": {"viewport": {"width": 1280, "height": 800}},
}
CLICKS = (("topic", "quality"), ("topic", "safety"), ("region", "north"), ("level", "3"), ("topic", "quality"))
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
COMPRESSED = (".html", ".css", ".js", ".json", ".svg")

_WATCH = """window.shift = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value;
}).observe({type: 'layout-shift', buffered: true});"""

# From the click to the first frame that shows the new count and the new first row.
_ARM = """() => {
  const told = () => [document.querySelector('.count-text'), document.querySelector('.list-live .row')]
    .map(one => one?.textContent).join();
  const before = told();
  window.clicked = window.shown = 0;
  addEventListener('click', event => { clicked = event.timeStamp; }, {capture: true, once: true});
  const look = () => {
    if (!clicked || told() === before) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { shown = performance.now(); };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
}"""


class _GzipHandler(Handler):
    """Serves text files compressed, as web hosts do."""

    def do_GET(self) -> None:  # noqa: N802 - the name is the base class's
        """Serve a file, compressed if it is a text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or not path.is_file():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def run(*, as_json: bool, count: int = ITEMS) -> int:
    """Measure, print the results (as one line of JSON if asked), and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site, out = Path(folder, "site"), Path(folder, "public")
        write_site(site, items(count), "full")
        build_site(Choices(site=site, out=out))
        results = {"items": count, **measure(out)}
    if as_json:
        print(json.dumps({"filters": results}))
    else:
        for name, value in results.items():
            print(f"{name:24} {value}")
    return 0


def measure(out: Path) -> dict[str, Any]:
    """Measure the list /library/ of a built site; return sizes in kB, times in milliseconds, and layout shifts."""
    from tests.browser.chromium import find_chromium, launch_flags
    from tests.browser.driver import running_driver

    with serve_packed(out) as address, running_driver() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=launch_flags())
        results: dict[str, Any] = {}
        for name, query in (("list", ""), ("chosen", "?topic=quality")):
            rows, whole, font, shift = _load(browser, f"{address}/library/{query}")
            results |= {f"{name}_kb": rows, f"{name}_in_the_end_kb": whole, f"{name}_shift": shift, "font_kb": font}
        for size, options in SIZES.items():
            rounds = [_click(browser, f"{address}/library/", options) for _ in range(ROUNDS)]
            times = [time for round_times, _ in rounds for time in round_times]
            results |= {f"{size}_click_ms": round(median(times), 1), f"{size}_least_ms": round(min(times), 1)}
            results[f"{size}_shift"] = max(shift for _, shift in rounds)
        browser.close()
    return results


def _load(browser: Any, url: str) -> tuple[float, float, float, float]:
    """Load a page; return the kB transferred until the rows show, in the end, and for the font; and the shift."""
    with browser.new_context(**SIZES["phone"]) as context:
        page = context.new_page()
        page.add_init_script(_WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
        urls: dict[str, str] = {}
        sizes: dict[str, float] = {}
        session.on("Network.responseReceived", lambda e: urls.update({e["requestId"]: e["response"]["url"]}))
        session.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
        page.goto(url)
        page.locator(".results:not([aria-busy]) .row:visible").first.wait_for()
        rows = sum(sizes.values())
        page.wait_for_load_state("networkidle")
        font = sum(size for key, size in sizes.items() if urls.get(key, "").endswith(".woff2"))
        moved = page.evaluate("shift")
        return round(rows / 1000, 1), round(sum(sizes.values()) / 1000, 1), round(font / 1000, 1), moved


def _click(browser: Any, url: str, options: dict[str, Any]) -> tuple[list[float], float]:
    """Click filters; return the milliseconds from each click to its rows, data preloaded, and the shift."""
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.goto(url, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('.filters details').forEach(one => { one.open = true; })")
        page.locator(".facet summary").first.hover()
        page.wait_for_timeout(1500)
        page.evaluate("shift = 0")
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        times = []
        for facet, term in CLICKS:
            label = page.locator(f'[data-facet="{facet}"] [data-term="{term}"] label')
            label.hover()
            page.wait_for_timeout(700)
            page.evaluate(_ARM)
            label.click()
            page.wait_for_timeout(700)
            times.append(page.evaluate("shown - clicked"))
        return times, page.evaluate("shift")


@contextmanager
def serve_packed(folder: Path) -> Iterator[str]:
    """Yield the address at which a folder is served as web hosts do, texts compressed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_GzipHandler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
