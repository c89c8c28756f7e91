"""Old addresses: how they are compared, and where each leads."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from sitegen.model import Entry, Redirect
from sitegen.output_names import has_relative_parts


def redirect_map(entries: Iterable[Entry], redirects: Iterable[Redirect], base: str) -> dict[str, str]:
    """Return the link of each old address, sorted by `alias_key`; `base` is the path at which the site stands.

    An old address that leads to another old one leads at once to where that leads.
    """
    links = {alias_key(alias.text): entry.url for entry in entries if entry.listed for alias in entry.aliases}
    links |= {alias_key(redirect.source.text): redirect.target.text for redirect in redirects}
    ends = ((old, _end_of_chain(old, links)) for old in sorted(links))
    return {old: base + end if end.startswith("/") else end for old, end in ends}


def _end_of_chain(old: str, links: Mapping[str, str]) -> str:
    """Return where an old address leads in the end; a fragment of a link before the last stays if it has none."""
    link, seen = links[old], {old}
    while (following := alias_key(link.partition("#")[0])) in links and following not in seen:
        seen.add(following)
        fragment = link.partition("#")[2]
        link = links[following]
        if fragment and "#" not in link:
            link = f"{link}#{fragment}"
    return link


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
