"""Old addresses, and what web servers and crawlers are told."""

from sitegen.catalog import permalinks
from sitegen.engine.rules import Fetch
from sitegen.render import feeds
from sitegen.site.frame import base_path, origin, policy
from sitegen.site.inputs import RULES
from sitegen.site.items import show
from sitegen.site.settings import settings
from sitegen.site.tables import catalog


@RULES.task(keep=True)
def moved(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Give (old address, link to the new one) of all aliases and redirects, sorted."""
    base = fetch(base_path)
    found = [(alias.text, base + e.url) for e in fetch(catalog) if e.listed for alias in e.aliases]
    for redirect in fetch(settings).redirects:
        target = redirect.target.text
        found.append((redirect.source.text, base + target if target.startswith("/") else target))
    return tuple(sorted((permalinks.alias_key(old), new) for old, new in found))


@RULES.task(is_output=True)
def redirect_html(fetch: Fetch, old: str) -> bytes:
    """Render the page at an old address that leads to the new one."""
    target = dict(fetch(moved)).get(old, fetch(base_path) + "/")
    absolute = fetch(origin) + target if target.startswith("/") else target
    context = {
        "target": target,
        "target_absolute": absolute,
        "policy": fetch(policy),
        "language": fetch(settings).language,
    }
    return show(fetch, "redirect.html", context)


@RULES.task(is_output=True)
def redirects_txt(fetch: Fetch) -> bytes:
    """Write `_redirects`."""
    base = fetch(base_path)
    return feeds.redirects((base + old, new) for old, new in fetch(moved))


@RULES.task(is_output=True)
def headers_txt(fetch: Fetch) -> bytes:
    """Write `_headers`."""
    return feeds.headers(fetch(policy))


@RULES.task(is_output=True)
def robots_txt(fetch: Fetch) -> bytes:
    """Write robots.txt."""
    return feeds.robots(f"{fetch(origin)}{fetch(base_path)}/sitemap.xml")
