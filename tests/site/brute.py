"""The slow and simple count: which pages a list must show and how often each term occurs, from front matter alone."""

import dataclasses
import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.model import Collection
from tests.site.shipped import Shipped

FORMATS = {"pdf": "pdf", "pptx": "ppt", "docx": "word"}
FORMAT_OF_KIND = {"story": "story", "video": "video"}
NOW = "2020-06-15 12:00"
"""The moment at which the made-up site is built: local dates compare as texts."""


@dataclasses.dataclass(frozen=True)
class Row:
    """One page that is shown: its terms by taxonomy, and its front matter."""

    collection: str
    slug: str
    terms: Mapping[str, frozenset[str]]
    matter: Mapping[str, Any]

    def has(self, field: str, value: str, taxonomies: Mapping[str, str]) -> bool:
        """Whether a view that wants this value of a field shows it."""
        if field in taxonomies:
            return plain(value) in self.terms[taxonomies[field]]
        return value in values(self.matter.get(field))


def values(typed: object) -> list[str]:
    """Return a value of front matter as a list."""
    if typed is None:
        return []
    return [str(value) for value in typed] if isinstance(typed, list) else [str(typed)]


def plain(text: str) -> str:
    """Small letters, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


class Brute:
    """Everything about the lists of a site that can be counted by hand."""

    def __init__(self, site: Shipped) -> None:
        self.site, self.config = site, site.config

    @functools.cached_property
    def rows(self) -> list[Row]:
        """Every page that is shown."""
        folders = [home for home in self.config.collections if not home.is_view]
        return [
            Row(home.id, slug, self._terms(home.kind, matter), matter)
            for home in folders
            for slug, matter in self.site.front_matter(home).items()
            if is_shown(matter)
        ]

    def members(self, home: Collection) -> list[Row]:
        """Return the pages of a collection in list order."""
        fields = {taxonomy.field: taxonomy.id for taxonomy in self.config.taxonomies}
        sources = home.sources or (home.id,)
        rows = [row for row in self.rows if row.collection in sources]
        rows = [row for row in rows if all(row.has(*pair, fields) for pair in home.where)]
        rows.sort(key=lambda row: (row.collection, row.slug))
        if home.sort == "title":
            rows.sort(key=lambda row: plain(row.matter["title"]))
        elif home.sort == "weight":
            rows.sort(key=lambda row: float(row.matter.get("weight", "inf")))
        else:
            rows.sort(key=begins, reverse=True)
        rows.sort(key=lambda row: bool(row.matter.get("not_here_yet")))
        rows.sort(key=lambda row: home.order.index(row.slug) if row.slug in home.order else len(home.order))
        return rows

    def url(self, row: Row) -> str:
        """Return the link to a page."""
        address = next(home.address for home in self.config.collections if home.id == row.collection)
        return f"{self.site.base}/{address}/{row.slug}/"

    def kits(self) -> list[str]:
        """Return the address of every kit: each level of the site with each dimension, where it has both folders."""
        if {"level", "dimension"} - {home.kind for home in self.config.collections}:
            return []
        terms = {taxonomy.id: [term.id for term in taxonomy.terms] for taxonomy in self.config.taxonomies}
        path = next(home.address for home in self.config.collections if home.kind == "level")
        return [f"/{path}/level-{level}/{side}/" for level in terms["level"] for side in terms["dimension"]]

    def counts(self, home: Collection, facet: str) -> Counter[str]:
        """How many pages of a collection have each term."""
        return Counter(term for row in self.members(home) for term in row.terms[facet])

    def pairs(self, home: Collection) -> Counter[tuple[tuple[str, str], tuple[str, str]]]:
        """How many pages of a collection have each two terms of its pairs."""
        rows = self.members(home)
        return Counter(
            ((first, one), (second, other))
            for first, second in home.pairs
            for row in rows
            for one in row.terms[first]
            for other in row.terms[second]
        )

    def passing(self, home: Collection, chosen: Mapping[str, Iterable[str]]) -> list[int]:
        """Return the positions of the pages that have, of each facet chosen in, one of its terms."""
        members = enumerate(self.members(home))
        return [at for at, row in members if all(row.terms[facet] & set(terms) for facet, terms in chosen.items())]

    def _terms(self, kind: str, matter: Mapping[str, Any]) -> dict[str, frozenset[str]]:
        terms = {}
        for taxonomy in self.config.taxonomies:
            typed = values(matter.get(taxonomy.field))
            if taxonomy.field == "formats" and "formats" not in matter:
                typed = _formats(kind, matter)
            known = {plain(word): term.id for term in taxonomy.terms for word in (term.id, term.label, *term.also)}
            terms[taxonomy.id] = frozenset(plain(word) if taxonomy.is_open else known[plain(word)] for word in typed)
        return terms


def begins(row: Row) -> str:
    """Return the first moment of a page's date, which may be a year or a month; empty without one."""
    date = str(row.matter.get("date", ""))
    return date and date + "YYYY-01-01 00:00"[len(date) :]


def day_of(date: str) -> str:
    """Return the day that a date states, or an empty text."""
    return date[:10] if re.match(r"\d{4}-\d\d-\d\d", date) else ""


def is_shown(matter: Mapping[str, Any]) -> bool:
    """Whether a page is no draft, published and not expired."""
    if matter.get("draft", "false") == "true":
        return False
    return str(matter.get("publish", "")) <= NOW < str(matter.get("expires", "9999"))


def _formats(kind: str, matter: Mapping[str, Any]) -> list[str]:
    formats = [FORMAT_OF_KIND[kind]] if kind in FORMAT_OF_KIND else []
    for download in matter.get("downloads", []):
        formats.append(FORMATS[download["file"].rpartition(".")[2]] if "file" in download else "web-page")
        formats += ["slides"] if "slides" in download else []
    return formats
