"""The pages near each page: before and after it, and those that share most with it."""

from sitegen.catalog import related
from sitegen.engine.rules import Fetch
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.routes import catalog
from sitegen.site.settings import collections


@RULES.task(keep=True)
def related_pages(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """Return the pages that share most with each page, by path, best first."""
    wanted = {one.id: one.related for one in fetch(collections) if not one.is_view and one.related}
    return related.related(fetch(catalog), wanted) if wanted else {}


@RULES.task(keep=True)
def page_neighbours(fetch: Fetch, name: str) -> dict[str, tuple[str, str]]:
    """Return the (previous, next) page of each page of a folder, by path; texts are empty at the ends."""
    return related.neighbours(fetch(members, name).table.order)
