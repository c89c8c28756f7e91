"""The feeds of terms that have another address now: who follows them goes on to get what is new."""

from collections.abc import Iterable, Iterator

from sitegen.catalog.permalinks import output_path
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.site.inputs import RULES
from sitegen.site.list_feeds import feed, feed_data
from sitegen.site.redirects import redirect_map
from sitegen.site.settings import base_path, collections

_FEED = "feed.xml"


@RULES.task(is_output=True)
def moved_feed(fetch: Fetch, name: str, facet: str, term: str, _old: str) -> bytes:
    """Write the feed of a list once more, at an old address; it says itself where it is now."""
    return feed_data(fetch, name, facet, term)


def moved_feed_outputs(fetch: Fetch, lists: Iterable[Output]) -> Iterator[Output]:
    """Yield a feed for each old address of a term whose list has one now; `lists` are the files of all lists.

    Programs that read feeds follow no page that leads on, and not every web server knows where it leads.
    """
    base, known = fetch(base_path), fetch(collections)
    keys = {output.path: output.key for output in lists if output.key[0] == feed.name}
    facets = {(collection.address, facet) for collection in known for facet in collection.facets}
    for old, link in fetch(redirect_map).items():
        parts = tuple(old.strip("/").split("/"))
        if len(parts) == len(("collection", "facet", "term")) and parts[:2] in facets and link.startswith(f"{base}/"):
            key = keys.get(_feed_beside(link.removeprefix(base)))
            if key:
                yield Output(_feed_beside(old), moved_feed.key(*map(str, key[1:]), old))


def _feed_beside(address: str) -> str:
    """Return the path of the feed of a list, by its address."""
    return output_path(address).removesuffix("index.html") + _FEED
