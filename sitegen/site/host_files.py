"""What hosts and crawlers are given: the sitemap, robots.txt, `_headers`, and the files of web servers of one's own."""

from collections.abc import Callable, Iterator

from sitegen.catalog.permalinks import gallery_url, list_url
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.render import feeds
from sitegen.render.hosts.apache import htaccess
from sitegen.render.hosts.host_rules import HostRules
from sitegen.render.hosts.iis import web_config
from sitegen.render.hosts.nginx import nginx_conf
from sitegen.site.chrome import policy
from sitegen.site.inputs import RULES
from sitegen.site.path_pages import path_addresses
from sitegen.site.published_addresses import gone_addresses
from sitegen.site.redirects import redirect_map
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, collections, galleries, hosts, origin

_WRITERS: dict[str, tuple[str, Callable[[HostRules], bytes]]] = {
    "apache": (".htaccess", htaccess),
    "nginx": ("_nginx.conf", nginx_conf),
    "iis": ("web.config", web_config),
}
"""The path of the file of each web server, and what writes it."""


@RULES.task(is_output=True)
def headers_txt(fetch: Fetch) -> bytes:
    """Write `_headers`."""
    return feeds.headers(fetch(policy))


@RULES.task()
def host_rules(fetch: Fetch) -> HostRules:
    """Return what every web server is told."""
    base = fetch(base_path)
    return HostRules(
        base=base,
        policy=fetch(policy),
        redirects=tuple((base + old, link) for old, link in fetch(redirect_map).items()),
        gone=tuple(base + address for address in fetch(gone_addresses)),
    )


@RULES.task(is_output=True)
def host_file(fetch: Fetch, host: str) -> bytes:
    """Write the file of one web server."""
    return _WRITERS[host][1](fetch(host_rules))


def host_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the file of each web server that site.yaml names, with the key that makes it."""
    for host in dict.fromkeys(fetch(hosts)):
        yield Output(_WRITERS[host][0], host_file.key(host))


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
