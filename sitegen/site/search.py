"""What readers and staff search: every listed page as a document."""

from sitegen.engine.rules import Fetch
from sitegen.search.documents import Document, document
from sitegen.site.inputs import RULES
from sitegen.site.pages import entry, page
from sitegen.site.settings import taxonomies
from sitegen.site.tables import catalog, term_label


@RULES.task(keep=True)
def search_paths(fetch: Fetch) -> tuple[str, ...]:
    """Give the content paths of all documents, sorted: the listed pages."""
    return tuple(found.path for found in fetch(catalog) if found.listed)


@RULES.task()
def search_document(fetch: Fetch, path: str) -> Document | None:
    """Give one page as search sees it; None where it has no page now."""
    facts = fetch(entry, path)
    found = fetch(page, path)
    if found is None or not facts.listed:
        return None
    labels = {
        name: tuple(fetch(term_label, name, term) for term in facts.terms[name])
        for name, _ in fetch(taxonomies)
        if name in facts.terms
    }
    return document(found, facts.url, facts.terms, labels)
