"""The home page, and the page for addresses that lead nowhere."""

from sitegen.catalog.permalinks import list_url
from sitegen.catalog.taxonomy import newest_pages
from sitegen.engine.rules import Fetch
from sitegen.model.kinds import HomeRole
from sitegen.render import heads, home_view, views
from sitegen.site.cards import cards
from sitegen.site.chrome import home_link
from sitegen.site.first_days import first_days
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.path_pages import path_link
from sitegen.site.rendering import publish_page, render_page
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collections, origin, site_text

NEWEST, NEWEST_OF_KIND = 4, 2
"""How many of the newest dated pages the home page shows, and how many of one kind while there are others."""


@RULES.task()
def newest(fetch: Fetch) -> tuple[str, ...]:
    """Return the newest pages of the site, newest first: a few of each kind.

    A page without a date is as new as the first day of its address. The day on which the site began says nothing.
    """
    days = fetch(first_days)
    began = min(days.values(), default="")
    later = {address: day for address, day in days.items() if day > began}
    return newest_pages(fetch(catalog), NEWEST, NEWEST_OF_KIND, later)


@RULES.task()
def home_page(fetch: Fetch) -> bytes:
    """Render the home page."""
    base, description = fetch(base_path), site_text(fetch, "description")
    known = tuple(fetch(collections))

    def cards_of(role: HomeRole) -> tuple[views.Card, ...]:
        ids = [one.id for one in known if home_view.role_of(one) == role]
        return cards(fetch, (path for name in ids for path in fetch(members, name).table.order))

    ways_in = home_view.ways_in(known, lambda one: base + list_url(one))
    home = views.Home(
        description=description,
        tools=ways_in.main,
        ways=ways_in.beside,
        newest=cards(fetch, fetch(newest)),
        focus_areas=cards_of("areas"),
        levels=cards_of("ladder"),
        collections=ways_in.all,
    )
    head = heads.plain_head("", site_text(fetch, "title"), description, f"{fetch(origin)}{base}/")
    return render_page(fetch, "home.html", head, (), home=home, kits=fetch(path_link))


@RULES.task(is_output=True)
def home_html(fetch: Fetch) -> bytes:
    """Write the home page."""
    return publish_page(fetch, fetch(home_page))


@RULES.task(is_output=True)
def not_found_html(fetch: Fetch) -> bytes:
    """Render the page for addresses that lead nowhere."""
    title, url = "Page not found", f"{fetch(origin)}{fetch(base_path)}/404.html"
    described = "There is no page at this address."
    head = heads.plain_head(title, site_text(fetch, "title"), described, url, is_indexed=False)
    return render_page(fetch, "404.html", head, (home_link(fetch), views.Link(title, "")))
