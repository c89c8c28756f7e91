"""Put the files that a page loads into it: pictures, styles, fonts."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from mimetypes import guess_type
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

ReadFile = Callable[[str], bytes | None]
"""Returns the bytes of a file of the site by its address, a path on the host; None where there is none."""

_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_FONTS = {"woff2": "font/woff2", "woff": "font/woff"}


def inline_styles(soup: BeautifulSoup, address: str, read: ReadFile) -> str:
    """Take the style sheets out of a page; return their text, in which each file that they load stands itself.

    `address` is that of the page, a path on the host, which links begin at.
    """
    texts = []
    for link in soup.find_all("link", rel="stylesheet"):
        sheet = urljoin(address, _text(link, "href"))
        data = read(sheet)
        if data is not None:
            texts.append(_with_files(data.decode(), sheet, read))
    return "\n".join(texts)


def inline_pictures(soup: BeautifulSoup, address: str, read: ReadFile, width: int) -> dict[str, int]:
    """Put each picture into a page, in the smallest variant of at least a width; return the bytes of each, by address.

    One that is not there leaves its text.
    """
    sizes = {}
    for image in soup.find_all("img"):
        best = urljoin(address, _variant(image, width))
        data = read(best)
        for name in ("srcset", "sizes", "loading", "decoding"):
            del image[name]
        if data is None:
            image.replace_with(_text(image, "alt"))
        else:
            image["src"] = data_url(best, data)
            sizes[best] = len(image["src"])
    for source in soup.find_all("source"):
        source.decompose()
    return sizes


def data_url(address: str, data: bytes) -> str:
    """Return the bytes of a file as an address that holds them."""
    path = urlsplit(address).path
    kind = _FONTS.get(path.rpartition(".")[2]) or guess_type(path)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(data).decode()}"


def path_in_output(address: str, base: str) -> str:
    """Return the path below the output folder of an address on the host; `base` is the path of the site."""
    return unquote(urlsplit(address).path).removeprefix(base).lstrip("/")


def _variant(image: Tag, width: int) -> str:
    known = sorted(_candidates(_text(image, "srcset")))
    best = next((address for size, address in known if size >= width), known[-1][1] if known else "")
    return best or _text(image, "src")


def _candidates(srcset: str) -> Iterator[tuple[int, str]]:
    for candidate in srcset.split(","):
        address, _, size = candidate.strip().partition(" ")
        if size.endswith("w") and size[:-1].isdigit():
            yield int(size[:-1]), address


def _with_files(style: str, sheet: str, read: ReadFile) -> str:
    return _URL.sub(lambda match: f'url("{_inlined(match[1], sheet, read)}")', style)


def _inlined(typed: str, sheet: str, read: ReadFile) -> str:
    if typed.startswith(("data:", "#")):
        return typed
    address = urljoin(sheet, typed)
    data = read(address)
    return "data:," if data is None else data_url(address, data)


def _text(tag: Tag, name: str) -> str:
    value = tag.get(name, "")
    return value if isinstance(value, str) else " ".join(value or ())
