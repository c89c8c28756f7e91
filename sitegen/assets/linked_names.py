"""The files of static/ that a finished text links to, by the names that its links have for them.

The text is read as a program would that knows no format: HTML, feeds, stylesheets and scripts all put addresses between
quotes, brackets or white space. A name too many publishes a file too many; a name too few would make a dead link.
"""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

FOLDERS = ("images/", "downloads/", "videos/")
"""The folders of static/ whose files are published only if the site links to them."""

_VARIANTS = "assets/"
"""Stands before the folder in the address of what is made from a picture."""

_SIZE = re.compile(r"(assets/.+)-\d+(\.[0-9a-f]+)\.\w+")
_MOST = 1000
"""No address that a page has is longer."""

_BEFORE = frozenset("\"'`(=,;<> \t\r\n")
"""What stands before an address, and never in the part of it that leads to the folder."""

_TOKEN = re.compile(r"(?:(?!&(?:quot|apos|#34|#39);)[^\s\"'`()<>,\\])*")
_QUOTES = "\"'`"
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def is_published_on_demand(path: str) -> bool:
    """Return whether a file below static/ is published only if the site links to it."""
    return path.startswith(FOLDERS)


def picture_name(output_path: str) -> str:
    """Return the name that all variants of a picture have in common, by the output path of one; of others, the path."""
    variant = _SIZE.fullmatch(output_path)
    return variant[1] + variant[2] if variant else output_path


def linked_names(text: str, origin: str, base: str) -> set[str]:
    """Return the names of files that a text links to: output paths, of variants what `picture_name` returns.

    `origin` is the scheme and host of the site, `base` the path at which it stands. Some names may be those of no file.
    """
    return {picture_name(name) for folder in FOLDERS for name in _names(text, folder, origin, base)}


def _names(text: str, folder: str, origin: str, base: str) -> Iterator[str]:
    at = text.find(folder)
    while at >= 0:
        before = _start_of_address(text, at)
        start = text[before:at]
        is_variant = start.endswith(_VARIANTS)
        if _leads_into_site(start.removesuffix(_VARIANTS), text[before - 1 : before], origin, base):
            for address in _addresses(text, at, "" if is_variant else text[before - 1 : before]):
                name = unquote(unescape(address).partition("#")[0].partition("?")[0])
                if not _UNUSABLE.search(name):
                    yield f"{_VARIANTS}{name}" if is_variant else name
        at = text.find(folder, at + len(folder))


def _start_of_address(text: str, at: int) -> int:
    first = max(0, at - _MOST)
    while at > first and text[at - 1] not in _BEFORE:
        at -= 1
    return at


def _leads_into_site(start: str, previous: str, origin: str, base: str) -> bool:
    """Return whether an address can lead to a file whose path follows after `start`; `previous` stands before it."""
    if start in (f"{base}/", f"{origin}{base}/"):
        return True
    is_relative = not start.startswith("/") and "://" not in start and (not start or start.endswith("/"))
    return is_relative and previous in {*_QUOTES, "(", "="}


def _addresses(text: str, at: int, previous: str) -> Iterator[str]:
    """Yield what an address can be: up to a character that no address has, and up to the quote that ends it."""
    token = _TOKEN.match(text, at, at + _MOST)
    if token:
        yield token[0]
    if previous and previous in _QUOTES:  # a writer's own address may have spaces
        end = text.find(previous, at, at + _MOST)
        if end >= 0:
            yield text[at:end]
