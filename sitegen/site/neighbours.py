"""The pages near each page: before and after it, and those that share most with it."""

from sitegen.catalog import related
from sitegen.engine.rules import Fetch
from sitegen.model import Around
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.routes import catalog
from sitegen.site.settings import collections


@RULES.task(keep=True)
def related_pages(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """Give the pages that share most with each page, by path."""
    wanted = {c.id: c.related for c in fetch(collections) if not c.is_view and c.related}
    return related.related(fetch(catalog), wanted) if wanted else {}


@RULES.task(keep=True)
def neighbours(fetch: Fetch, name: str) -> dict[str, tuple[str, str]]:
    """Give the pages before and after each page of a folder, by path."""
    return related.neighbours(fetch(members, name).table.order)


@RULES.task()
def around(fetch: Fetch, path: str) -> Around:
    """Give the pages near one page."""
    before, after = fetch(neighbours, path.partition("/")[0]).get(path, ("", ""))
    return Around(before, after, fetch(related_pages).get(path, ()))
