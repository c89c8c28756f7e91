"""Pages as they stand in lists."""

from collections.abc import Iterable

from sitegen.engine.rules import Fetch
from sitegen.render import contexts, views
from sitegen.site.inputs import RULES
from sitegen.site.page_downloads import page_downloads
from sitegen.site.pages import summary
from sitegen.site.settings import base_path, facts_of_collection
from sitegen.site.terms import term_label


@RULES.task(keep=True)
def card(fetch: Fetch, path: str) -> views.Card:
    """Return a page as it stands in a list."""
    base, facts = fetch(base_path), fetch(summary, path)
    singular = facts_of_collection(fetch, facts.collection).singular
    return contexts.card(
        facts,
        singular,
        lambda *term: term_label(fetch, *term),
        lambda url: base + url,
        _first_file(fetch, path),
    )


def cards(fetch: Fetch, paths: Iterable[str]) -> tuple[views.Card, ...]:
    """Return several pages as they stand in a list, in the order given."""
    return tuple(fetch(card, path) for path in paths)


def _first_file(fetch: Fetch, path: str) -> tuple[str, str]:
    """Return the link to the first file that a page offers, and what is known of it; empty texts if it offers none."""
    files = fetch(page_downloads, path)
    return (files[0].url, contexts.file_facts(files[0].download, files[0].size)) if files else ("", "")
