"""Old addresses: where each leads, as pages and as a file for hosts."""

from collections.abc import Iterator

from sitegen.catalog import old_addresses
from sitegen.catalog.permalinks import output_at
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.render import feeds
from sitegen.site.chrome import policy
from sitegen.site.files_on_demand import publish_linked_files
from sitegen.site.inputs import RULES, required
from sitegen.site.rendering import render_bare
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, origin, redirects, site_text


@RULES.task(keep=True)
def redirect_map(fetch: Fetch) -> dict[str, str]:
    """Return the link that each old address leads to, of all aliases and redirects, sorted by old address."""
    return old_addresses.redirect_map(fetch(catalog), fetch(redirects), fetch(base_path))


@RULES.task(is_output=True)
def redirect_html(fetch: Fetch, old: str) -> bytes:
    """Render the page at an old address that leads to the new one."""
    target = required(fetch(redirect_map, at=old), old)
    context = {
        "target": target,
        "target_absolute": fetch(origin) + target if target.startswith("/") else target,
        "policy": fetch(policy),
        "language": site_text(fetch, "language"),
    }
    return render_bare(fetch, "redirect.html", context)


@RULES.task(is_output=True)
def redirects_txt(fetch: Fetch) -> bytes:
    """Write `_redirects`."""
    base = fetch(base_path)
    data = feeds.redirects((base + old, new) for old, new in fetch(redirect_map).items())
    publish_linked_files(fetch, data.decode())
    return data


def redirect_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the page at each old address, with the key that makes it."""
    for old in fetch(redirect_map):
        yield output_at(old, redirect_html.key(old))
