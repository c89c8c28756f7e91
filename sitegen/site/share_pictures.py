"""The pictures that go along when pages are shared."""

from collections.abc import Iterable, Iterator

from sitegen.assets.pictures.share_picture import NAME, ShareStyle, share_image
from sitegen.catalog.permalinks import output_path
from sitegen.engine.rules import Fetch, Key
from sitegen.model import Entry, Output
from sitegen.model.folders import STATIC
from sitegen.model.kinds import label_of_kind
from sitegen.site.inputs import RULES, file_of_site
from sitegen.site.pages import summary
from sitegen.site.settings import base_path, collection_facts, facts_of_collection, origin, site_text

WHOLE_FONT = "fonts/atkinson-hyperlegible-next.woff2"
"""With all its letters and weights, which titles in pictures are drawn with."""


@RULES.task(keep=True)
def share_style(fetch: Fetch) -> ShareStyle:
    """Return what all pictures for sharing have in common."""
    return ShareStyle(site_text(fetch, "title"), file_of_site(fetch, f"{STATIC}/{WHOLE_FONT}") or b"")


def _needs(path: str) -> tuple[Key, ...]:
    return share_style.key(), summary.key(path), collection_facts.subkey(path.partition("/")[0])


@RULES.task(needs=_needs, is_output=True)
def item_share_image(fetch: Fetch, path: str) -> bytes:
    """Draw the picture of an item."""
    facts = fetch(summary, path)
    label = label_of_kind(facts.kind, facts_of_collection(fetch, facts.collection).singular)
    return share_image(fetch(share_style), facts.title, label, facts.terms.get("level", ()))


@RULES.task(is_output=True)
def site_share_image(fetch: Fetch) -> bytes:
    """Draw the picture of the pages that have none of their own."""
    style = fetch(share_style)
    return share_image(style, style.site_title, "")


def share_url(fetch: Fetch, url: str) -> str:
    """Return the absolute address of the picture of the item at an address, or an empty text if it has none."""
    return f"{fetch(origin)}{fetch(base_path)}{url}{NAME}" if site_text(fetch, "open_graph") == "items" else ""


def share_outputs(fetch: Fetch, listed: Iterable[Entry]) -> Iterator[Output]:
    """Yield the pictures of all listed pages and of the site, as far as the settings ask for them."""
    wanted = site_text(fetch, "open_graph")
    if wanted == "items":
        # Two pages of one address are reported by the routes; here the first one counts.
        by_url = {entry.url.casefold(): entry for entry in reversed(tuple(listed))}
        for entry in by_url.values():
            yield Output(output_path(entry.url).removesuffix("index.html") + NAME, item_share_image.key(entry.path))
    if wanted != "none":
        yield Output(NAME, site_share_image.key())
