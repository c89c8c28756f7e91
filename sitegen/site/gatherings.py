"""What belongs to each focus area, dimension, level and region."""

from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Record
from sitegen.model.kinds import KINDS
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.routes import catalog
from sitegen.site.settings import collections, taxonomies


class Gathering(Record, frozen=True):
    """The first pages of a collection that belong to a page (a focus area, a region ...), and how many there are."""

    collection: str
    count: int
    paths: tuple[str, ...]
    facet: str = ""
    term: str = ""


GATHERED = 6
"""How many pages of each collection a gathering page shows."""


@RULES.task(keep=True)
def gatherings(fetch: Fetch) -> dict[str, tuple[Gathering, ...]]:
    """Give what belongs to each focus area, dimension, level and region, by path, a collection after the other."""
    owners = _term_pages(fetch(catalog), [name for name, _ in fetch(taxonomies)])
    found: dict[str, list[Gathering]] = {}
    for home in fetch(collections):
        if home.is_view or not KINDS[home.kind].is_gathered:
            continue
        by_owner: dict[tuple[str, str, str], list[str]] = {}
        for facts in fetch(members, home.id).entries:
            for owner in _owners(facts, owners):
                by_owner.setdefault(owner, []).append(facts.path)
        for (owner_path, facet, term), paths in by_owner.items():
            more = (facet, term) if facet in home.facets else ("", "")
            gathering = Gathering(home.id, len(paths), tuple(paths[:GATHERED]), *more)
            found.setdefault(owner_path, []).append(gathering)
    return {path: tuple(groups) for path, groups in found.items()}


@RULES.task()
def gathering(fetch: Fetch, path: str) -> tuple[Gathering, ...]:
    """Give what belongs to one page."""
    return fetch(gatherings).get(path, ())


def _term_pages(entries: tuple[Entry, ...], names: list[str]) -> dict[tuple[str, str], str]:
    """Give the page that stands for a term: a dimension, level or region whose slug is the term's id."""
    pages = {}
    for facts in entries:
        if facts.kind in names and KINDS[facts.kind].stands_for_terms:
            slug = facts.url.rstrip("/").rpartition("/")[2]
            pages[facts.kind, slug.removeprefix(f"{facts.kind}-")] = facts.path
    return pages


def _owners(facts: Entry, pages: dict[tuple[str, str], str]) -> list[tuple[str, str, str]]:
    areas = [(path, "", "") for path in facts.fields.get("focus_areas", ())]
    tagged = [(name, term) for name, found in facts.terms.items() for term in found]
    return areas + [(pages[tag], *tag) for tag in tagged if tag in pages]
