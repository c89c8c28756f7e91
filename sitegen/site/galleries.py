"""Pages over several collections: what each has, and its newest."""

from sitegen.catalog.permalinks import gallery_url, list_url
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.render import heads, listings, views
from sitegen.site.cards import card
from sitegen.site.chrome import chrome, home_link
from sitegen.site.inputs import RULES
from sitegen.site.members import members, size
from sitegen.site.rendering import show
from sitegen.site.settings import base_path, collection, origin, settings

SHOWN = 3
"""How many pages of each collection a gallery shows."""


@RULES.task()
def newest_of(fetch: Fetch, name: str) -> tuple[str, ...]:
    """Give the pages of a collection that a gallery shows: the newest dated ones, else the first of its list."""
    entries = fetch(members, name).entries
    dated = sorted((e for e in entries if e.date), key=lambda e: e.date, reverse=True)
    return tuple(found.path for found in (dated or entries)[:SHOWN])


@RULES.task(is_output=True)
def gallery_html(fetch: Fetch, name: str) -> bytes:
    """Render the page of a gallery."""
    facts, base = fetch(settings), fetch(base_path)
    found = next((gallery for gallery in facts.galleries if gallery.id == name), None)
    if found is None:
        return b""
    gallery = views.Gallery(found.title, found.description, tuple(_wing(fetch, home) for home in found.collections))
    url = gallery_url(found)
    head = heads.gallery_head(found, facts, fetch(origin) + base + url)
    crumbs = (home_link(fetch), views.Link(found.title, base + url))
    return show(
        fetch, "gallery.html", {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs, "gallery": gallery}
    )


def gallery_outputs(fetch: Fetch) -> list[Output]:
    """Give the page of each gallery with the key that makes it."""
    found = fetch(settings).galleries
    return [Output(f"{gallery_url(gallery).strip('/')}/index.html", gallery_html.key(gallery.id)) for gallery in found]


def _wing(fetch: Fetch, name: str) -> views.Wing:
    home, count = fetch(collection, name), fetch(size, name)
    cards = tuple(fetch(card, path) for path in fetch(newest_of, name))
    words = listings.nouns(home)
    return views.Wing(
        views.Link(home.title, fetch(base_path) + list_url(home)),
        home.description,
        home.kind or (cards[0].kind if cards else "page"),
        f"{count:,} {words[0] if count == 1 else words[1]}",
        cards,
        any(one.date_iso for one in cards),
    )
