"""The names of all pages besides those of their files, looked up only for references that lead nowhere."""

from sitegen.catalog import renamed_pages
from sitegen.catalog.renamed_pages import PageNames
from sitegen.engine.rules import Fetch
from sitegen.site.inputs import RULES
from sitegen.site.page_files import page
from sitegen.site.routes import catalog
from sitegen.site.settings import redirects


@RULES.task(keep=True)
def page_title(fetch: Fetch, path: str) -> str:
    """Return the title of a page: an edit of the rest of it changes no name."""
    return fetch(page, path).title


@RULES.task(keep=True)
def page_names(fetch: Fetch) -> PageNames:
    """Return the titles, addresses and old addresses of all pages."""
    entries = fetch(catalog)
    titles = {entry.path: fetch(page_title, entry.path) for entry in entries}
    return renamed_pages.names_of_pages(entries, titles, fetch(redirects))
