"""Read what the head of a web page says about it: title, description, date, address."""

import json
import re
from html.parser import HTMLParser

from sitegen.model import Record

_MOST_HEAD = 300_000
_BODY = re.compile(r"<body\b|</head\s*>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "dcterms.date", "pubdate")
_DESCRIPTIONS = ("description", "og:description", "dcterms.description")
_TITLES = ("og:title", "dcterms.title")


class PageHead(Record, frozen=True, kw_only=True):
    """The facts of a head; each is empty where the page does not say it. `site` is the name of the web site."""

    title: str = ""
    heading: str = ""
    description: str = ""
    date: str = ""
    address: str = ""
    site: str = ""
    language: str = ""


def read_head(html: str) -> PageHead:
    """Return the facts of the head of a page: `title` is that of its window, `heading` that for shared links."""
    reader = _Reader()
    end = _BODY.search(html, 0, _MOST_HEAD)
    reader.feed(html[: end.start() if end else _MOST_HEAD])
    meta = reader.meta
    saved_from = _SAVED_FROM.search(html, 0, _MOST_HEAD)
    address = reader.canonical or meta.get("og:url", "") or (saved_from[1] if saved_from else "")
    return PageHead(
        title=_plain("".join(reader.title)),
        heading=_plain(_first(meta, _TITLES)),
        description=_plain(_first(meta, _DESCRIPTIONS)),
        date=_first(meta, _DATES) or _linked_date("".join(reader.linked_data)),
        address=address if address.startswith(("http://", "https://")) else "",
        site=_plain(meta.get("og:site_name", "")),
        language=reader.language,
    )


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name, "").strip()), "")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _linked_date(text: str) -> str:
    """Return the date of JSON-LD, an empty text where there is none or it cannot be read."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    for value in values if isinstance(values, list) else [values]:
        if isinstance(value, dict) and isinstance(date := value.get("datePublished"), str):
            return date
    return ""


class _Reader(HTMLParser):
    """Collects the elements of a head."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.meta: dict[str, str] = {}
        self.linked_data: list[str] = []
        self.canonical = self.language = self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.meta.setdefault(name.lower(), values.get("content", ""))
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self.canonical = self.canonical or values.get("href", "")
        elif (tag == "title" and not self.title) or (tag == "script" and values.get("type") == "application/ld+json"):
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title.append(data)
        elif self._open == "script":
            self.linked_data.append(data)
