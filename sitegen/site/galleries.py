"""Pages over several collections: what each has, and its newest."""

from collections.abc import Iterator

from sitegen.catalog.permalinks import gallery_url, list_url, output_at
from sitegen.catalog.taxonomy import newest_or_first
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.render import heads, listings, views
from sitegen.site.cards import cards
from sitegen.site.chrome import home_link
from sitegen.site.inputs import RULES, required
from sitegen.site.members import members, size
from sitegen.site.rendering import render_page
from sitegen.site.settings import base_path, collection_named, galleries, gallery_table, origin, site_text

SHOWN = 3
"""How many pages of each collection a gallery shows."""


@RULES.task()
def newest_of(fetch: Fetch, name: str) -> tuple[str, ...]:
    """Return the pages of a collection that a gallery shows: the newest dated ones, else the first of its list."""
    return newest_or_first(fetch(members, name).entries, SHOWN)


@RULES.task(is_output=True)
def gallery_html(fetch: Fetch, name: str) -> bytes:
    """Render the page of a gallery."""
    gallery, base = required(fetch(gallery_table, at=name), name), fetch(base_path)
    view = views.Gallery(gallery.title, gallery.description, tuple(_wing(fetch, one) for one in gallery.collections))
    url = gallery_url(gallery)
    head = heads.gallery_head(gallery, site_text(fetch, "title"), fetch(origin) + base + url)
    return render_page(
        fetch, "gallery.html", head, (home_link(fetch), views.Link(gallery.title, base + url)), gallery=view
    )


def gallery_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the page of each gallery with the key that makes it."""
    for gallery in fetch(galleries):
        yield output_at(gallery_url(gallery), gallery_html.key(gallery.id))


def _wing(fetch: Fetch, name: str) -> views.Wing:
    collection, shown = collection_named(fetch, name), cards(fetch, fetch(newest_of, name))
    return listings.wing(collection, size(fetch, name), shown, fetch(base_path) + list_url(collection))
