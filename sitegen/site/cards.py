"""Pages as they stand in lists."""

from sitegen.engine.rules import Fetch
from sitegen.render import contexts, views
from sitegen.site.inputs import RULES
from sitegen.site.pages import summary
from sitegen.site.settings import base_path, collection
from sitegen.site.terms import term_label


@RULES.task(keep=True)
def card(fetch: Fetch, path: str) -> views.Card:
    """Give a page as it stands in a list."""
    base = fetch(base_path)
    singular = fetch(collection, path.partition("/")[0]).singular
    facts = fetch(summary, path)
    return contexts.card(facts, singular, lambda *term: fetch(term_label, *term), lambda url: base + url)
