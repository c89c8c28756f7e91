"""Rules: the pages that no file of content/ has, as search and the A to Z show them."""

from collections.abc import Iterator

from sitegen.catalog import pages_without_files
from sitegen.catalog.kits import LEVEL
from sitegen.catalog.permalinks import gallery_url, list_url
from sitegen.engine.rules import Fetch
from sitegen.model import GeneratedPage
from sitegen.render import contexts, views
from sitegen.site.inputs import RULES, required
from sitegen.site.path import level_requirements, pages_of_terms
from sitegen.site.settings import (
    base_path,
    collections,
    galleries,
    menus,
    path_layout,
    redirects,
    site_text,
    taxonomy_labels,
)
from sitegen.site.terms import offered_terms


@RULES.task(keep=True)
def generated_pages(fetch: Fetch) -> dict[str, GeneratedPage]:
    """Return all generated pages by their address, sorted."""
    pages = (*_plain_pages(fetch), *_kits(fetch))
    return {page.url: page for page in sorted(pages, key=lambda page: page.url)}


@RULES.task(keep=True)
def generated_addresses(fetch: Fetch) -> tuple[str, ...]:
    """Return the addresses of all generated pages, sorted."""
    return tuple(fetch(generated_pages))


@RULES.task(keep=True)
def generated_terms(fetch: Fetch) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the terms that each generated page stands for, by address: term ids by taxonomy."""
    return {url: page.terms for url, page in fetch(generated_pages).items()}


@RULES.task()
def generated_card(fetch: Fetch, url: str) -> views.Card:
    """Return a generated page as a row of results."""
    page, base = required(fetch(generated_pages, at=url), url), fetch(base_path)
    return contexts.generated_card(page, lambda to: base + to)


def is_generated(path: str) -> bool:
    """Return whether the path of a document is an address, and no path below content/."""
    return path.startswith("/")


def _plain_pages(fetch: Fetch) -> Iterator[GeneratedPage]:
    names = pages_without_files.known_names((item for menu in fetch(menus).values() for item in menu), fetch(redirects))
    yield pages_without_files.home_page(site_text(fetch, "title"), site_text(fetch, "description"))
    for gallery in fetch(galleries):
        yield pages_without_files.gallery_page(gallery, names.get(gallery_url(gallery), ()))
    for collection in fetch(collections):
        if not collection.has_list:
            continue
        yield pages_without_files.list_page(collection, fetch(path_layout), names.get(list_url(collection), ()))
        if collection.group_by in collection.facets:
            label = fetch(taxonomy_labels, at=collection.group_by) or ""
            terms = {facet.id: facet.terms for facet in fetch(offered_terms, collection.id)}[collection.group_by]
            yield from (pages_without_files.group_page(collection, label, term) for term, _ in terms)


def _kits(fetch: Fetch) -> tuple[GeneratedPage, ...]:
    layout = fetch(path_layout)
    if layout is None:
        return ()
    requirements = {}
    for level in layout.levels:
        path = fetch(pages_of_terms, at=f"{LEVEL}/{level.id}")
        checks = fetch(level_requirements, path) if path else ()
        requirements[level.id] = [(check.dimension, check.text) for check in checks]
    return pages_without_files.kit_pages(layout, requirements)
