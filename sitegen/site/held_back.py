"""The pages that wait for their day, for whoever builds the site."""

from sitegen.engine.rules import Fetch
from sitegen.model.held_back import HeldBack
from sitegen.site.inputs import RULES
from sitegen.site.page_files import page
from sitegen.site.routes import catalog


@RULES.task()
def held_back(fetch: Fetch) -> tuple[HeldBack, ...]:
    """Return the pages that are not out yet, those that come out next first."""
    waiting = [entry.path for entry in fetch(catalog) if entry.why_unlisted == "not yet published"]
    pages = [fetch(page, path) for path in waiting]
    return tuple(
        HeldBack(each.path, each.title, each.publish)
        for each in sorted(pages, key=lambda each: (each.publish, each.path))
    )
