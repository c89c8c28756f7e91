"""What belongs to a page that gathers: a focus area, or the page of a dimension, a level or a region."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from sitegen.model import Collection, Entry, Record
from sitegen.model.kinds import KINDS

GATHERED = 6
"""The most pages of each collection that a gathering page shows."""


class Gathering(Record, frozen=True, kw_only=True):
    """The first pages of a collection that belong to a page, and how many there are in all.

    `facet` and `term` name the list of all of them, and are empty if there is no such list.
    """

    collection: str
    count: int
    paths: tuple[str, ...]
    facet: str = ""
    term: str = ""


def gather(
    members: Iterable[tuple[Collection, Iterable[Entry]]], entries: Iterable[Entry], taxonomies: AbstractSet[str]
) -> dict[str, tuple[Gathering, ...]]:
    """Return what belongs to each gathering page, by its path, one collection after the other.

    `members` are the collections with their pages in list order, `entries` all pages, `taxonomies` the ids of all
    taxonomies.
    """
    owners = pages_of_terms(entries, taxonomies)
    result: dict[str, list[Gathering]] = {}
    for collection, listed in members:
        if not is_gathered(collection):
            continue
        paths_of: dict[tuple[str, str, str], list[str]] = {}
        for entry in listed:
            for owner in _owners(entry, owners):
                paths_of.setdefault(owner, []).append(entry.path)
        for (path, facet, term), paths in paths_of.items():
            has_list = facet in collection.facets
            gathering = Gathering(
                collection=collection.id,
                count=len(paths),
                paths=tuple(paths[:GATHERED]),
                facet=facet if has_list else "",
                term=term if has_list else "",
            )
            result.setdefault(path, []).append(gathering)
    return {path: tuple(groups) for path, groups in result.items()}


def is_gathered(collection: Collection) -> bool:
    """Return whether the pages of a collection are listed on gathering pages."""
    return not collection.is_view and KINDS[collection.kind].is_gathered


def pages_of_terms(entries: Iterable[Entry], taxonomies: AbstractSet[str]) -> dict[tuple[str, str], str]:
    """Return the path of the page that stands for each (taxonomy, term): its slug is the term's id; no draft does."""
    pages: dict[tuple[str, str], str] = {}
    for entry in entries:
        if entry.why_unlisted != "draft" and entry.kind in taxonomies and KINDS[entry.kind].stands_for_terms:
            slug = entry.url.rstrip("/").rpartition("/")[2]
            pages[entry.kind, slug.removeprefix(f"{entry.kind}-")] = entry.path
    return pages


def _owners(entry: Entry, pages: Mapping[tuple[str, str], str]) -> list[tuple[str, str, str]]:
    """Return (path, taxonomy, term) of each page that a page belongs to; of a focus area the last two are empty."""
    areas = [(path, "", "") for path in entry.fields.get("focus_areas", ())]
    terms = [(taxonomy, term) for taxonomy, ids in entry.terms.items() for term in ids]
    return areas + [(pages[term], *term) for term in terms if term in pages]
