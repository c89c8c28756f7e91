"""The addresses of all pages, and what stands in whose way."""

from sitegen.catalog import permalinks
from sitegen.catalog.kits import kit_addresses
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Route
from sitegen.site.inputs import RULES
from sitegen.site.pages import content_files, entry
from sitegen.site.reporting import with_excerpt
from sitegen.site.settings import collections, ground, settings, taxonomies


@RULES.task(keep=True)
def catalog(fetch: Fetch) -> tuple[Entry, ...]:
    """Give the entries of all pages, sorted by path."""
    return tuple([fetch(entry, path) for path in fetch(content_files)])


@RULES.task(keep=True)
def routes(fetch: Fetch) -> dict[str, Route]:
    """Give the route of every page, by path; tells of addresses that two would have."""
    entries = fetch(catalog)
    reserved = frozenset({"page", *(name for name, _ in fetch(taxonomies))})
    found = fetch(collections)
    lists = {permalinks.list_url(c): f"the list of {c.id}" for c in found if c.has_list} | _kit_addresses(fetch)
    lists |= {permalinks.gallery_url(g): f"the gallery {g.id}" for g in fetch(settings).galleries}
    for problem in (
        *permalinks.slug_problems(entries, reserved),
        *permalinks.collisions(entries, lists, fetch(settings).redirects),
    ):
        fetch.report(with_excerpt(fetch, problem))
    return permalinks.routes_of(entries)


def _kit_addresses(fetch: Fetch) -> dict[str, str]:
    path = fetch(ground)
    kits = kit_addresses(path) if path else ()
    return {url: f"the kit {level.label} {dimension.label}" for url, level, dimension in kits}


@RULES.task(keep=True)
def route(fetch: Fetch, path: str) -> Route | None:
    """Give the route of one page, or None."""
    return fetch(routes).get(path)
