"""Parse a finished page for what it links to and what can be linked to; our own output, so well-formed."""

import re
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"""<([a-z][a-z0-9]*)\s((?:[^>"']+|"[^"]*"|'[^']*')*+)>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=>]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_LINKS = {
    "a": ("href",),
    "link": ("href",),
    "img": ("src",),
    "script": ("src",),
    "source": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "iframe": ("src",),
    "area": ("href",),
}
_NOT_FOLLOWED = {"preconnect", "dns-prefetch", "canonical"}


class RenderedPage(NamedTuple):
    """A finished page: its links as written, in order, each once; its ids; the addresses of pictures without an alt."""

    links: tuple[str, ...]
    ids: frozenset[str]
    pictures_without_text: tuple[str, ...]


def parse_page(html: str) -> RenderedPage:
    """Parse one page."""
    links: dict[str, None] = {}
    ids = set()
    pictures_without_text = []
    for tag in _TAG.finditer(html):
        name = tag[1].lower()
        if name not in _LINKS and "id" not in tag[2].lower():
            continue
        attributes = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag[2])}
        if "id" in attributes:
            ids.add(attributes["id"])
        if name == "img" and "alt" not in attributes:
            pictures_without_text.append(attributes.get("src", ""))
        if attributes.get("rel") in _NOT_FOLLOWED:
            continue
        for attribute in _LINKS.get(name, ()):
            if attributes.get(attribute):
                links[attributes[attribute]] = None
    return RenderedPage(tuple(links), frozenset(ids), tuple(pictures_without_text))
