"""Which addresses of a site must never die once they are published, and which of them are gone."""

from collections.abc import Callable, Iterator
from functools import cache

from sitegen.catalog.ledger import read_ledger
from sitegen.catalog.lost_addresses import Successor, find_successor, lost_addresses
from sitegen.catalog.old_addresses import alias_key
from sitegen.catalog.permalinks import address_at, term_url
from sitegen.catalog.renamed_pages import certain_page
from sitegen.catalog.taxonomy import term_of
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import keep_few
from sitegen.model import Entry, WhyUnlisted
from sitegen.model.folders import CONTENT, LEDGER
from sitegen.render.dates import long_date
from sitegen.site.galleries import gallery_html, gallery_outputs
from sitegen.site.home import home_html
from sitegen.site.inputs import FILE, RULES
from sitegen.site.items import item_html
from sitegen.site.kept_pages import kept_outputs, my_list_html
from sitegen.site.list_outputs import list_outputs
from sitegen.site.lists import list_html, term_html, terms_html
from sitegen.site.page_names import page_names
from sitegen.site.path_pages import grid_html, kit_html, path_outputs, step_html
from sitegen.site.redirects import redirect_map
from sitegen.site.routes import catalog
from sitegen.site.search.search_page import search_html, search_outputs
from sitegen.site.settings import collections, redirects, vocabulary
from sitegen.site.static_files import static_files
from sitegen.site.static_outputs import static_file

DOWNLOADS = "downloads/"
"""The folder of static/ whose files have addresses that must never die."""

_PAGES = frozenset(
    rule.name
    for rule in (
        home_html,
        search_html,
        my_list_html,
        gallery_html,
        item_html,
        step_html,
        kit_html,
        grid_html,
        terms_html,
    )
)
_NUMBERED_PAGES = frozenset({list_html.name, term_html.name})
BY_DATE: tuple[WhyUnlisted, ...] = ("not yet published", "expired")
"""Why pages are not shown that are shown at another time."""


def permanent_address(path: str, key: Key) -> str:
    """Return the address of an output that must never die once it is published; empty for any other output.

    Those are items, the first pages of lists and terms, galleries, kits, downloads: no further page of a list, no page
    of two terms, nothing whose name changes with its bytes.
    """
    rule, *arguments = key
    is_page = rule in _PAGES or (rule in _NUMBERED_PAGES and arguments[-1] == 1)
    is_download = rule == static_file.name and path.startswith(DOWNLOADS)
    return address_at(path) if is_page or is_download else ""


@RULES.task()
def permanent_addresses(fetch: Fetch) -> tuple[str, ...]:
    """Return the addresses that the site has now and that must never die once they are published, sorted."""
    listed = [entry for entry in fetch(catalog) if entry.listed]
    outputs = (
        *path_outputs(fetch, listed),
        *list_outputs(fetch),
        *gallery_outputs(fetch),
        *kept_outputs(),
        *search_outputs(fetch),
    )
    pages = (permanent_address(output.path, output.key) for output in outputs)
    downloads = (f"/{path}" for path in fetch(static_files) if path.startswith(DOWNLOADS))
    return tuple(sorted({"/", *pages, *downloads} - {""}))


@RULES.task()
def resting_addresses(fetch: Fetch) -> tuple[str, ...]:
    """Return the addresses of pages that are not out yet or have expired, and of the lists of their terms, sorted."""
    return tuple(sorted(set(_resting_addresses(fetch))))


@RULES.task()
def gone_addresses(fetch: Fetch) -> tuple[str, ...]:
    """Return the addresses that are gone for good, says the ledger, and that nothing else stands at, sorted."""
    ledger = read_ledger(fetch(FILE, LEDGER) or b"").addresses
    gone = {address for address, entry in ledger.items() if entry.is_gone}
    return tuple(sorted(gone.difference(fetch(permanent_addresses), fetch(redirect_map)))) if gone else ()


@RULES.task()
def check_published_addresses(fetch: Fetch) -> None:
    """Report the mistakes in the ledger, and warn of each address of it that is gone; a site without one has none."""
    data = fetch(FILE, LEDGER)
    if data is None:
        return
    ledger, live = read_ledger(data), set(fetch(permanent_addresses))
    kept = live | set(fetch(redirect_map)) | set(fetch(resting_addresses))
    lost = lost_addresses(ledger, kept, _successors(fetch, live), long_date, has_redirects=bool(fetch(redirects)))
    for problem in keep_few([*ledger.problems, *lost]):
        fetch.report(problem)


def _resting_addresses(fetch: Fetch) -> Iterator[str]:
    for entry in fetch(catalog):
        if entry.why_unlisted in BY_DATE:
            yield entry.url
            yield from (alias_key(alias.text) for alias in entry.aliases)
            for collection in fetch(collections):
                if entry.collection in (collection.id, *collection.sources):
                    for facet in collection.facets:
                        yield from (term_url(collection, facet, term) for term in entry.terms.get(facet, ()))


def _successors(fetch: Fetch, live: set[str]) -> Callable[[str], Successor]:
    """Return a function that says where the page or list of an address is now, as far as its name tells."""

    @cache
    def tables() -> tuple[dict[str, Entry], dict[str, tuple[str, ...]]]:
        folders: dict[str, tuple[str, ...]] = {}
        for collection in fetch(collections):
            if not collection.is_view:
                folders[collection.address] = (*folders.get(collection.address, ()), collection.id)
        return {entry.path: entry for entry in fetch(catalog)}, folders

    def successor_of(address: str) -> Successor:
        entries, folders = tables()
        known = find_successor(address, entries, folders)
        if known and known.why_unlisted == "draft":
            return Successor(draft=f"{CONTENT}/{known.path}")
        first, _, name = address.strip("/").rpartition("/")
        missing = [f"{folder}/{name}.md" for folder in folders.get(first, ())]
        renamed = next(filter(None, (certain_page(path, fetch(page_names)) for path in missing)), "")
        places = (known.url if known else "", entries[renamed].url if renamed else "", _list_of_term(fetch, address))
        return Successor(next((place for place in places if place in live), ""))

    return successor_of


def _list_of_term(fetch: Fetch, address: str) -> str:
    parts = address.strip("/").split("/")
    if len(parts) != 3:  # noqa: PLR2004 - collection, facet, term
        return ""
    first, facet, term = parts
    for collection in fetch(collections):
        if collection.address == first and facet in collection.facets:
            return term_url(collection, facet, term_of(term, fetch(vocabulary, facet)))
    return ""
