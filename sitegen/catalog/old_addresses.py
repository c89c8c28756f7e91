"""Old addresses: how they are compared, and where each leads."""

from collections.abc import Iterable
from urllib.parse import unquote

from sitegen.model import Entry, Redirect
from sitegen.output_names import has_relative_parts


def redirect_map(entries: Iterable[Entry], redirects: Iterable[Redirect], base: str) -> dict[str, str]:
    """Return the link of each old address, sorted by `alias_key`; `base` is the path at which the site stands."""
    links = [(alias.text, base + entry.url) for entry in entries if entry.listed for alias in entry.aliases]
    for redirect in redirects:
        target = redirect.target.text
        links.append((redirect.source.text, base + target if target.startswith("/") else target))
    return dict(sorted((alias_key(old), link) for old, link in links))


def alias_key(address: str) -> str:
    """Return the form in which old addresses are compared: decoded, with a slash at the end unless it names a file."""
    plain = _decoded(address)
    last = plain.rpartition("/")[2]
    return plain if not last or "." in last else f"{plain}/"


def _decoded(address: str) -> str:
    """Decode %20 and the like, as hosts do before they look for a file; leave others as they are."""
    plain = unquote(address)
    has_odd_parts = has_relative_parts(plain)
    has_odd_letters = not plain.isprintable() or not {"\\", "\ufffd"}.isdisjoint(plain)
    return address if has_odd_parts or has_odd_letters else plain
