"""The addresses of all pages, and what stands in whose way."""

from functools import partial

from sitegen.catalog.address_clashes import address_clashes, list_addresses, slug_problems
from sitegen.catalog.kits import kit_names
from sitegen.catalog.permalinks import routes_of
from sitegen.catalog.refused_addresses import refused_addresses
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Route
from sitegen.model.folders import CONTENT
from sitegen.site.inputs import RULES
from sitegen.site.locations import locate
from sitegen.site.page_files import as_warning, content_files
from sitegen.site.pages import entry
from sitegen.site.reporting import with_excerpt
from sitegen.site.settings import collections, galleries, path_layout, redirects, taxonomy_fields


@RULES.task(keep=True)
def catalog(fetch: Fetch) -> tuple[Entry, ...]:
    """Return the entries of all pages, sorted by path."""
    return tuple([fetch(entry, path) for path in fetch(content_files)])


@RULES.task(keep=True)
def routes(fetch: Fetch) -> dict[str, Route]:
    """Return the route of every page, by path; report addresses that two would have."""
    entries, sources, where = fetch(catalog), fetch(redirects), partial(locate, fetch)
    lists = list_addresses(fetch(collections), fetch(galleries)) | kit_names(fetch(path_layout))
    reserved = frozenset({"page", *(name for name, _ in fetch(taxonomy_fields))})
    drafts = {f"{CONTENT}/{entry.path}" for entry in entries if entry.why_unlisted == "draft"}
    for problem in (
        *slug_problems(entries, reserved, where),
        *refused_addresses(entries, sources, where),
        *address_clashes(entries, lists, sources, where),
    ):
        fetch.report(with_excerpt(fetch, as_warning(problem) if problem.location.path in drafts else problem))
    return routes_of(entries)
