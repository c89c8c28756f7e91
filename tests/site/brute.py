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
            return value in self.terms[taxonomies[field]]
        return value in values(self.matter.get(field))


def values(found: object) -> list[str]:
    """A value of front matter as a list."""
    if found is None:
        return []
    return [str(value) for value in found] if isinstance(found, list) else [str(found)]


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
        """The pages of a collection in list order."""
        fields = {taxonomy.field: taxonomy.id for taxonomy in self.config.taxonomies}
        sources = home.sources or (home.id,)
        found = [row for row in self.rows if row.collection in sources]
        found = [row for row in found if all(row.has(*pair, fields) for pair in home.where)]
        found.sort(key=lambda row: (row.collection, row.slug))
        if home.sort == "title":
            found.sort(key=lambda row: plain(row.matter["title"]))
        elif home.sort == "weight":
            found.sort(key=lambda row: int(row.matter.get("weight", 0)))
        else:
            found.sort(key=lambda row: row.matter.get("date", ""), reverse=True)
        found.sort(key=lambda row: home.order.index(row.slug) if row.slug in home.order else len(home.order))
        return found

    def url(self, row: Row) -> str:
        """The link to a page."""
        address = next(home.address for home in self.config.collections if home.id == row.collection)
        return f"{self.site.base}/{address}/{row.slug}/"

    def kits(self) -> list[str]:
        """The address of every kit: each level of the site with each dimension, where it has both folders."""
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
        """The positions of the pages that have, of each facet chosen in, one of its terms."""
        members = enumerate(self.members(home))
        return [at for at, row in members if all(row.terms[facet] & set(terms) for facet, terms in chosen.items())]

    def _terms(self, kind: str, matter: Mapping[str, Any]) -> dict[str, frozenset[str]]:
        found = {}
        for taxonomy in self.config.taxonomies:
            typed = values(matter.get(taxonomy.field))
            if taxonomy.field == "formats" and "formats" not in matter:
                typed = _formats(kind, matter)
            known = {plain(word): term.id for term in taxonomy.terms for word in (term.id, term.label, *term.also)}
            found[taxonomy.id] = frozenset(plain(word) if taxonomy.is_open else known[plain(word)] for word in typed)
        return found


def is_shown(matter: Mapping[str, Any]) -> bool:
    """Whether a page is no draft, published and not expired."""
    if matter.get("draft", "false") == "true":
        return False
    return str(matter.get("publish", "")) <= NOW < str(matter.get("expires", "9999"))


def _formats(kind: str, matter: Mapping[str, Any]) -> list[str]:
    found = [FORMAT_OF_KIND[kind]] if kind in FORMAT_OF_KIND else []
    for download in matter.get("downloads", []):
        found.append(FORMATS[download["file"].rpartition(".")[2]] if "file" in download else "web-page")
        found += ["slides"] if "slides" in download else []
    return found
