"""The home page, and the page for addresses that lead nowhere."""

from sitegen.catalog import permalinks
from sitegen.engine.rules import Fetch
from sitegen.model import Collection
from sitegen.model.kinds import KINDS, HomeRole
from sitegen.render import heads, views
from sitegen.site.cards import card
from sitegen.site.chrome import chrome, home_link
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.path_pages import path_link
from sitegen.site.rendering import show
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collections, origin, settings

NEWEST = 20
"""How many of the newest dated pages the home page is given."""

HANK = "hank"
"""The channel of the magazine: its stories are dated to keep their order, and are no news."""


@RULES.task()
def newest(fetch: Fetch) -> tuple[str, ...]:
    """Give the newest dated pages of the site, newest first; those of Hank stand in their issues."""
    dated = [
        found
        for found in fetch(catalog)
        if found.listed and found.date and HANK not in found.fields.get("channels", ())
    ]
    dated.sort(key=lambda found: (found.date, found.path), reverse=True)
    return tuple(found.path for found in dated[:NEWEST])


@RULES.task(is_output=True)
def home_html(fetch: Fetch) -> bytes:
    """Render the home page."""
    facts, base = fetch(settings), fetch(base_path)
    with_lists = [found for found in fetch(collections) if found.has_list]

    def cards(role: HomeRole) -> tuple[views.Card, ...]:
        homes = [found.id for found in fetch(collections) if _role(found) == role]
        return tuple(fetch(card, path) for home in homes for path in fetch(members, home).table.order)

    tools = next((found for found in with_lists if _role(found) == "main"), None)
    home = views.Home(
        facts.description,
        views.Link(tools.title, base + permalinks.list_url(tools)) if tools else None,
        tuple(_way(found, base) for found in with_lists if _is_way(found, tools)),
        tuple(fetch(card, path) for path in fetch(newest)),
        cards("areas"),
        cards("ladder"),
        tuple(views.Link(found.title, base + permalinks.list_url(found)) for found in with_lists),
    )
    head = heads.plain_head("", facts, f"{fetch(origin)}{base}/")
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": (), "home": home, "kits": fetch(path_link)}
    return show(fetch, "home.html", context)


def _role(home: Collection) -> HomeRole:
    """Return the part of the home page that shows a collection's pages; a view has none."""
    return KINDS[home.kind].home if home.kind else "none"


def _is_way(home: Collection, main: Collection | None) -> bool:
    """Return whether a collection is a way in beside the main one: by its kind, or as a view of the main one."""
    return _role(home) == "way" or (main is not None and home.sources == (main.id,))


def _way(found: Collection, base: str) -> views.Card:
    return views.Card(
        base + permalinks.list_url(found), found.title, found.description, found.kind or "tool", found.title
    )


@RULES.task(is_output=True)
def not_found_html(fetch: Fetch) -> bytes:
    """Render the page for addresses that lead nowhere."""
    head = heads.plain_head(
        "Page not found", fetch(settings), f"{fetch(origin)}{fetch(base_path)}/404.html", is_indexed=False
    )
    crumbs = (home_link(fetch), views.Link("Page not found", ""))
    return show(fetch, "404.html", {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs})
