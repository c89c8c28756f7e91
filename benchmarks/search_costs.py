"""What searching costs: bytes on the wire in a fresh Chromium, milliseconds when warm, bytes and CPU of the index."""

import json
import random
import re
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpus import items
from benchmarks.sites import write_site
from sitegen.building import Choices, build_site
from sitegen.search import rounding
from sitegen.search.documents import Document
from sitegen.search.reader import groups, ids, payloads, shards, vectors
from sitegen.search.words.synonyms import Synonyms

SIZES = (1000, 10_000)
QUERIES = 15
SHOWN = 10
THROTTLE = 4

_PARTS = {
    "entry": "index[.]json",
    "shards": "[0-9a-f]{8}[.]gz",
    "cards": "cards/.*",
    "table, directories, columns": "[0-9a-f]{10}[.]gz",
}

_ASK = """async ([module, entry, text, shown, counts]) => {
    const { openReader } = await import(module);
    const reader = await openReader(entry);
    const result = await reader.search(text, new Map());
    await reader.cards(result.hits.slice(0, shown));
    if (counts) await reader.counts(result, new Map());
    return result.total;
}"""

_REPEAT = """async ([module, entry, texts, shown]) => {
    const { openReader } = await import(module);
    const reader = await openReader(entry);
    const times = [];
    for (let round = 0; round < 3; round++) {
        for (const text of texts) {
            const start = performance.now();
            const result = await reader.search(text, new Map());
            await reader.cards(result.hits.slice(0, shown));
            if (round) times.push(performance.now() - start);
        }
    }
    return times;
}"""


def run(*, as_json: bool, sizes: tuple[int, ...] = SIZES) -> int:
    """Measure and print; return the exit code. With `as_json` one object is printed on one line."""
    results = []
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
            results.append(_measure(Path(folder), count))
        if not as_json:
            _show(results[-1])
    if as_json:
        print(json.dumps({"search": results}))
    return 0


def _measure(folder: Path, count: int) -> dict[str, Any]:
    known = list(items(count))
    # First, while the process holds nothing else that the garbage collector would look at.
    cpu = _cpu(known)
    site, out = folder / "site", folder / "public"
    write_site(site, known, "full")
    build_site(Choices(site=site, out=out))
    chance = random.Random(3)  # noqa: S311 - made-up queries, no secret
    titles = [word for item in known for word in item["title"].split() if len(word) > 3]
    one = [chance.choice(titles) for _ in range(QUERIES)]
    three = [" ".join(chance.choice(titles) for _ in range(3)) for _ in range(QUERIES)]
    return {"items": count, **_index(out), **cpu, **_in_chromium(out, one, three), **_on_weak_line(out, one, three)}


def _index(out: Path) -> dict[str, Any]:
    """Bytes of the index, packed, and how many files it has."""
    packed = [path.stat().st_size for path in (out / "search").rglob("*.gz")]
    texts = [path.stat().st_size for path in (out / "search" / "texts").glob("*.gz")]
    return {"index_kb": round((sum(packed) - sum(texts)) / 1000), "texts_kb": round(sum(texts) / 1000)}


def _cpu(known: list[dict[str, Any]]) -> dict[str, Any]:
    """CPU milliseconds a document, in one process: analysis, and shards packed."""
    documents = {
        f"{item['kind']}/{item['slug']}.md": Document(
            url="/",
            path="",
            title=item["title"],
            summary=item["summary"],
            body=item["body"],
            labels=(*item["topics"], *item["regions"]),
        )
        for item in known
    }
    started = time.process_time()
    synonyms = Synonyms([])
    numbered = [(number, vectors.count_words(documents[path], synonyms)) for number, path in ids.assign_ids(documents)]
    analysed = time.process_time()
    rounded = rounding.round_up_size(len(documents))
    parts: dict[int, list[Any]] = {}
    for pair in numbered:
        parts.setdefault(pair[0] // payloads.GROUP, []).append(pair)
    statistics = [groups.group_statistics(part, rounded) for part in parts.values()]
    average = rounding.length_step(sum(one.length for one in statistics) / len(documents))
    starts = ["", *sorted({boundary for one in statistics for boundary in one.boundaries})]
    cells = [groups.make_cells(part, average, starts) for part in parts.values()]
    for start, end in zip(starts, [*starts[1:], ""], strict=True):
        merged = groups.merge_cells(by_start[start] for by_start in cells if start in by_start)
        for shard in shards.make_bucket(start, end, merged, rounded).shards:
            payloads.pack(shard.data)
    done = time.process_time()
    per = 1000 / len(documents)
    return {"analysis_ms": round((analysed - started) * per, 2), "shards_ms": round((done - analysed) * per, 2)}


def _in_chromium(out: Path, one: list[str], three: list[str]) -> dict[str, Any]:
    from tests.browser.chromium import find_chromium, launch_flags
    from tests.browser.driver import running_driver
    from tests.browser.serving import served

    [reader] = out.glob("assets/js/search/reader.*.js")
    with served(out) as address, running_driver() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=launch_flags())
        module = f"{address}/{reader.relative_to(out).as_posix()}"
        urls = [module, f"{address}/search/index.json"]
        measured: dict[str, Any] = {}
        for name, texts, counts in (
            ("one_word_kb", one, False),
            ("three_words_kb", three, False),
            ("one_word_counts_kb", one, True),
            ("three_words_counts_kb", three, True),
        ):
            wire = [_wire(browser, address, [*urls, text, SHOWN, counts]) for text in texts]
            measured[name] = round(median(sum(sizes.values()) for sizes in wire) / 1000, 1)
            of_parts = {part: median(sizes[part] for sizes in wire) for part in _PARTS}
            measured[f"{name}_parts"] = {part: round(size / 1000, 1) for part, size in of_parts.items()}
        for name, texts in (("one_word_warm_ms", one), ("three_words_warm_ms", three)):
            page = browser.new_page()
            page.goto(f"{address}/404.html")
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
            measured[name] = round(median(page.evaluate(_REPEAT, [*urls, texts, SHOWN])), 2)
            page.close()
        browser.close()
    return measured


def _on_weak_line(out: Path, one: list[str], three: list[str]) -> dict[str, Any]:
    """Seconds, requests and round trips until ten results of the search page stand, on a weak line."""
    from benchmarks.filters import serve_packed
    from benchmarks.weak_line import address_of, measure, median_cost
    from tests.browser.chromium import find_chromium, launch_flags
    from tests.browser.driver import running_driver

    measured: dict[str, Any] = {}
    with serve_packed(out) as address, running_driver() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=launch_flags())
        for name, texts in (("one_word_weak", one), ("three_words_weak", three)):
            cost = median_cost(measure(browser, address_of(address, text)) for text in texts)
            figures = cost._asdict().items()
            measured |= {f"{name}_{figure}": round(value, 2) for figure, value in figures}
        browser.close()
    return measured


def _wire(browser: Any, address: str, asked: list[Any]) -> dict[str, float]:
    """Bytes received for the index, headers too, by a browser that knows nothing of the site, by part of the index."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/404.html")
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        addresses: dict[str, str] = {}
        sizes: dict[str, float] = {}
        session.on("Network.requestWillBeSent", lambda e: addresses.update({e["requestId"]: e["request"]["url"]}))
        session.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
        page.evaluate(_ASK, asked)
        page.wait_for_timeout(50)
        by_part = dict.fromkeys(_PARTS, 0.0)
        for key, size in sizes.items():
            if part := _part(addresses.get(key, "").removeprefix(address)):
                by_part[part] += size
        return by_part


def _part(path: str) -> str:
    """Which part of the index a file is, by its name; empty for other files."""
    for part, pattern in _PARTS.items():
        if re.fullmatch(rf"/search/{pattern}", path):
            return part
    return ""


def _show(measured: dict[str, Any]) -> None:
    print(f"{measured['items']:,} items")
    for name, value in measured.items():
        if name != "items":
            print(f"  {name:24} {value}")
