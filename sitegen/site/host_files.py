"""What hosts and crawlers are given: the sitemap, robots.txt and `_headers`."""

from sitegen.catalog import permalinks
from sitegen.engine.rules import Fetch
from sitegen.render import feeds
from sitegen.site.chrome import policy
from sitegen.site.inputs import RULES
from sitegen.site.path_pages import path_addresses
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collections, origin, settings


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
    """Write the sitemap: home, lists and items; pages of terms are found from there."""
    start = fetch(origin) + fetch(base_path)
    pages = [(f"{start}/", "")]
    pages += [(start + permalinks.list_url(found), "") for found in fetch(collections) if found.has_list]
    pages += [(start + permalinks.gallery_url(found), "") for found in fetch(settings).galleries]
    pages += [(start + url, "") for url in path_addresses(fetch)]
    pages += [(start + e.url, (e.updated or e.date)[:10]) for e in fetch(catalog) if e.listed]
    return feeds.sitemap(sorted(pages))
