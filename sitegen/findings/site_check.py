"""Check a site that was just built: every page read, every internal link followed, each finding at its source."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sitegen.building import PROJECT, Choices, out_of, place_of
from sitegen.engine.rules import Key
from sitegen.engine.store import Store
from sitegen.errors import Location, Problem, excerpt, sort_problems
from sitegen.findings import golden_queries as golden
from sitegen.findings import link_sources as places
from sitegen.findings.broken_links import Broken, broken_links
from sitegen.findings.rendered_page import Reading, read_page
from sitegen.model import Config, Page, Route

ITEM_PAGES = ("item_html", "step_html")
"""The rules that make the page of a content file."""


def run(choices: Choices, problems: list[Problem]) -> list[Problem]:
    """Give the build's problems and the findings of the check, sorted."""
    out, place = out_of(choices), place_of(choices)
    store = Store(place.store, place.salt)
    try:
        files = {row.path: store.key(row.node) or () for row in store.manifest.rows()}
        pages = {p: read_page((out / p).read_text("utf-8", "replace")) for p in files if p.endswith(".html")}
        sources = _Sources(store, choices.site)
        found = broken_links(pages, files, sources.config.site.base_url)
        findings = [*_links(found, files, sources), *_pictures(pages, files), *_feedback(sources)]
        routes = sources.routes
    finally:
        store.close()
    return sort_problems([*problems, *findings, *golden.findings(choices, routes)])


_EXAMPLE = re.compile(r"[@/.]example\.(?:org|com|net)\b")


class _Sources:
    """What the store remembers of the sources, for finding places."""

    def __init__(self, store: Store, site: Path) -> None:
        self._store, self._site = store, site
        self.config: Config = self._value(("config",), Config)
        self.routes: dict[str, Route] = self._value(("routes",), dict[str, Route])
        self.base = urlsplit(self.config.site.base_url).path.rstrip("/")

    def _value(self, key: Key, kind: Any) -> Any:
        known = self._store.find(key)
        return msgspec.msgpack.decode(self._store.value(known[0]), type=kind) if known else None

    def page(self, key: Key) -> Page | None:
        """Give the page that an output shows, or None where it shows none."""
        if not key or key[0] not in ITEM_PAGES:
            return None
        found: Page | None = self._value(("page", key[1]), Page | None)
        return found

    def place(self, broken: Broken, key: Key) -> Location:
        """Give the place where a broken link was written, as near as can be found."""
        page = self.page(key)
        found = places.in_page(page, broken.link, self.base, self.routes) if page else None
        found = found or places.in_config(self.config, broken.link, self.base)
        texts = [*self._own_text(page), *self._texts()]
        return found or places.in_texts(texts, broken.link, self.base) or Location(f"public/{broken.page}")

    def text(self, path: str) -> str:
        """Give the text of a source file; empty where it is not there."""
        for root in (self._site, PROJECT):
            if (root / path).is_file():
                return (root / path).read_text("utf-8", "replace")
        return ""

    def _own_text(self, page: Page | None) -> list[tuple[str, Callable[[], str]]]:
        return [(f"content/{page.path}", lambda: self.text(f"content/{page.path}"))] if page else []

    def _texts(self) -> list[tuple[str, Callable[[], str]]]:
        roots = dict.fromkeys((self._site, PROJECT))
        paths = [(root, path) for root in roots for path in sorted((root / "templates").rglob("*.html"))]
        return [(path.relative_to(root).as_posix(), lambda path=path: path.read_text("utf-8")) for root, path in paths]  # type: ignore[misc]


def _links(found: list[Broken], files: dict[str, Key], sources: _Sources) -> list[Problem]:
    by_place: dict[tuple[Location, str], list[Broken]] = {}
    for broken in found:
        by_place.setdefault((sources.place(broken, files[broken.page]), broken.headline), []).append(broken)
    problems = []
    for (place, headline), broken_here in by_place.items():
        first = broken_here[0]
        address = "/" + first.page.removesuffix("index.html")
        more = f" and {len(broken_here) - 1} more" if len(broken_here) > 1 else ""
        values = (("on the page", address + more),)
        lines = excerpt(sources.text(place.path), place.line)
        problems.append(Problem(place, headline, first.hint, "ContentError", values, lines))
    return problems


def _feedback(sources: _Sources) -> list[Problem]:
    """Advise on a feedback address that is an example, or missing."""
    address = sources.config.site.feedback
    if address and not _EXAMPLE.search(address):
        return []
    lines = sources.text("site.yaml").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if text.startswith("feedback:")), 0)
    headline = f'feedback goes to "{address}", which is an example' if address else "feedback has no address"
    hint = "write the address of those who read it: feedback: mailto:..."
    return [Problem(Location("site.yaml", line), headline, hint, "ConfigError", severity="advice")]


def _pictures(pages: dict[str, Reading], files: dict[str, Key]) -> list[Problem]:
    problems = []
    for path, reading in pages.items():
        for source in reading.without_alt:
            key = files[path]
            place = Location(f"content/{key[1]}" if key[0] in ITEM_PAGES else f"public/{path}")
            hint = (
                "say what the picture shows: ![a team at its board](...); with decorative: true where it only decorates"
            )
            problems.append(Problem(place, f'the picture "{source}" has no text', hint))
    return problems
