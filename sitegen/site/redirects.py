"""Old addresses: where each leads, as pages and as a file for hosts."""

from collections.abc import Iterator

from sitegen.catalog import permalinks
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.render import feeds
from sitegen.site.chrome import policy
from sitegen.site.inputs import RULES
from sitegen.site.rendering import show
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, origin, settings


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


def redirect_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the page at each old address, with the key that makes it."""
    for old, _ in fetch(moved):
        yield permalinks.output_at(old, redirect_html.key(old))
