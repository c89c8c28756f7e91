"""What hosts and crawlers are given: the sitemap, robots.txt and `_headers`."""

from sitegen.catalog.permalinks import gallery_url, list_url
from sitegen.engine.rules import Fetch
from sitegen.render import feeds
from sitegen.site.chrome import policy
from sitegen.site.inputs import RULES
from sitegen.site.path_pages import path_addresses
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collections, galleries, origin


@RULES.task(is_output=True)
def headers_txt(fetch: Fetch) -> bytes:
    """Write `_headers`."""
    return feeds.headers(fetch(policy))


@RULES.task(is_output=True)
def robots_txt(fetch: Fetch) -> bytes:
    """Write robots.txt."""
    return feeds.robots(f"{fetch(origin)}{fetch(base_path)}/sitemap.xml")


@RULES.task(is_output=True)
def sitemap_xml(fetch: Fetch) -> bytes:
    """Write the sitemap: home, lists, galleries, kits and items; the pages of terms are found from there."""
    start = fetch(origin) + fetch(base_path)
    lists = [list_url(one) for one in fetch(collections) if one.has_list]
    overviews = [gallery_url(gallery) for gallery in fetch(galleries)]
    pages = [(start + url, "") for url in ("/", *lists, *overviews, *path_addresses(fetch))]
    pages += [(start + entry.url, feeds.last_change(entry)) for entry in fetch(catalog) if entry.listed]
    return feeds.sitemap(sorted(pages))
