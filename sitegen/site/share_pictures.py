"""The pictures that go along when pages are shared."""

from collections.abc import Iterable, Iterator

from sitegen.assets.pictures.share_picture import NAME, ShareStyle, share_image
from sitegen.catalog.permalinks import output_path
from sitegen.engine.rules import Fetch, Key
from sitegen.model import Entry, Output
from sitegen.model.folders import STATIC
from sitegen.model.kinds import label_of_kind
from sitegen.site.chrome import FONT
from sitegen.site.inputs import RULES, file_of_site
from sitegen.site.pages import summary
from sitegen.site.settings import base_path, collection, origin, settings


@RULES.task(keep=True)
def share_style(fetch: Fetch) -> ShareStyle:
    """Give what all pictures for sharing have in common."""
    return ShareStyle(fetch(settings).title, file_of_site(fetch, f"{STATIC}/{FONT}") or b"")


def _needs(path: str) -> tuple[Key, ...]:
    return share_style.key(), summary.key(path), collection.key(path.partition("/")[0])


@RULES.task(needs=_needs, is_output=True)
def item_share_image(fetch: Fetch, path: str) -> bytes:
    """Draw the picture of an item."""
    found = fetch(summary, path)
    label = label_of_kind(found.kind, fetch(collection, found.collection).singular)
    return share_image(fetch(share_style), found.title, label, found.terms.get("level", ()))


@RULES.task(is_output=True)
def site_share_image(fetch: Fetch) -> bytes:
    """Draw the picture of the pages that have none of their own."""
    style = fetch(share_style)
    return share_image(style, style.site_title, "")


def share_url(fetch: Fetch, url: str) -> str:
    """Give the absolute address of the picture of the item at an address; empty where it has none of its own."""
    return f"{fetch(origin)}{fetch(base_path)}{url}{NAME}" if fetch(settings).open_graph == "items" else ""


def share_outputs(fetch: Fetch, listed: Iterable[Entry]) -> Iterator[Output]:
    """Give the pictures of all pages and of the site, as far as they are wanted."""
    wanted = fetch(settings).open_graph
    if wanted == "items":
        by_url = {
            entry.url.casefold(): entry for entry in reversed(tuple(listed))
        }  # routes tell of addresses taken twice
        for entry in by_url.values():
            yield Output(output_path(entry.url).removesuffix("index.html") + NAME, item_share_image.key(entry.path))
    if wanted != "none":
        yield Output(NAME, site_share_image.key())
