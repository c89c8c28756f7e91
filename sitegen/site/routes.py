"""The addresses of all pages, and what stands in whose way."""

from sitegen.catalog.address_clashes import address_clashes, list_addresses, slug_problems
from sitegen.catalog.kits import kit_addresses
from sitegen.catalog.permalinks import routes_of
from sitegen.catalog.refused_addresses import refused_addresses
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Route
from sitegen.site.inputs import RULES
from sitegen.site.pages import content_files, entry
from sitegen.site.reporting import with_excerpt
from sitegen.site.settings import collections, path_layout, site_settings, taxonomy_fields


@RULES.task(keep=True)
def catalog(fetch: Fetch) -> tuple[Entry, ...]:
    """Return the entries of all pages, sorted by path."""
    return tuple([fetch(entry, path) for path in fetch(content_files)])


@RULES.task(keep=True)
def routes(fetch: Fetch) -> dict[str, Route]:
    """Return the route of every page, by path; report addresses that two would have."""
    entries, settings = fetch(catalog), fetch(site_settings)
    layout = fetch(path_layout)
    lists = list_addresses(fetch(collections), settings.galleries)
    for url, level, dimension in kit_addresses(layout) if layout else ():
        lists[url] = f"the kit {level.label} {dimension.label}"
    reserved = frozenset({"page", *(name for name, _ in fetch(taxonomy_fields))})
    for problem in (
        *slug_problems(entries, reserved),
        *refused_addresses(entries, settings.redirects),
        *address_clashes(entries, lists, settings.redirects),
    ):
        fetch.report(with_excerpt(fetch, problem))
    return routes_of(entries)
