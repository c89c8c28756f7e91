"""A site in a sub-folder of its host: no link of any file leaves it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.site.shipped import Shipped

LINK = re.compile(r"""\s(?:href|src|poster|action)=(?:"([^"]*)"|'([^']*)')""")
REFRESH = re.compile(r'content="\d+; url=([^"]*)"')
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
XML_LINK = re.compile(r'href="([^"]*)"|<(?:id|loc)>([^<]*)<')


def strings(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def links(site: Shipped, path: str) -> list[str]:
    """Every link in a file, as written."""
    if "/facets/" in path:
        return []  # packed numbers, of which a slash is a digit
    if path.endswith(".json"):
        return [text for text in strings(json.loads(site.text(path))) if text.startswith("/")]
    if path.endswith((".html", ".css", ".xml")):
        patterns = {"html": (LINK, REFRESH), "css": (CSS_URL,), "xml": (XML_LINK,)}[path.rpartition(".")[2]]
        matches = [match for pattern in patterns for match in pattern.findall(site.text(path))]
        return [link if isinstance(link, str) else "".join(link) for link in matches]
    if path == "_redirects":
        return [link for line in site.text(path).splitlines() for link in line.split()[:2]]
    return re.findall(r"\S*://\S+", site.text(path)) if path == "robots.txt" else []


def test_no_link_of_any_file_leaves_the_folder_of_the_site(shipped_below: Shipped) -> None:
    outside = {
        (path, link)
        for path in shipped_below.files
        for link in links(shipped_below, path)
        if (link.startswith("/") and not link.startswith("/some/where/"))
        or (link.startswith("https://example.org") and not link.startswith("https://example.org/some/where/"))
    }
    assert outside == set()


def test_the_address_of_the_shipped_site_is_nowhere_else(shipped_below: Shipped) -> None:
    made = [path for path in shipped_below.files if path.endswith((".html", ".xml", ".json", ".css", ".txt"))]
    heads = [(path, re.findall(r"<(?:link|meta|script)[^>]*>[^<]*", shipped_below.text(path))) for path in made]
    assert [path for path, texts in heads if any("lmpartnership.org" in text for text in texts)] == []


def test_the_sites_own_links_are_many(shipped_below: Shipped) -> None:
    counts = {path: len(links(shipped_below, path)) for path in shipped_below.files}
    for path in (
        "index.html",
        "tools/facets.json",
        "tools/cards/0.json",
        "tools/feed.xml",
        "sitemap.xml",
        "_redirects",
        "robots.txt",
    ):
        assert counts[path] > 0, path
    assert sum(counts[path] for path in counts if path.endswith(".css")) > 0


def test_only_the_place_differs_from_the_site_at_the_root(shipped: Shipped, shipped_below: Shipped) -> None:
    digests = re.compile(r"(?<=\.)[0-9a-f]{6,10}\.|(?<=^search/)[0-9a-f]+\.")
    assert sorted(digests.sub("", path) for path in shipped.files) == sorted(
        digests.sub("", path) for path in shipped_below.files
    )
