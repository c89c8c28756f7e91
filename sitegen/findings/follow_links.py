"""Follow every internal link and anchor of a finished site."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.errors import suggest
from sitegen.findings.rendered_page import RenderedPage


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the page (its file) it stands on, the link as written, what is wrong, a hint."""

    page: str
    link: str
    headline: str
    hint: str


def follow_links(
    pages: Mapping[str, RenderedPage],
    files: Iterable[str],
    base_url: str,
    renamed: Callable[[str], str] = lambda _address: "",
) -> list[BrokenLink]:
    """Return the links to what is not there, page by page, in the order of the page.

    `pages` are the parsed pages by their files, `files` are all files of the output, `base_url` the
    address of the site, whose own absolute links are followed too. `renamed` returns the address of the page that was
    likely at another one before, or an empty text.
    """
    known = set(files)
    base = urlsplit(base_url)
    start = base.path.rstrip("/") + "/"
    faults: dict[tuple[str, str], tuple[str, str] | None] = {}
    broken = []
    for page, rendered in pages.items():
        for link in rendered.links:
            # A menu stands on every page: what does not depend on the page is followed once.
            key = ("", link) if link.startswith("/") or "://" in link else (page, link)
            if key not in faults:
                faults[key] = _fault(page, link, pages, known, (base.netloc, start), renamed)
            fault = faults[key]
            if fault:
                broken.append(BrokenLink(page, link, *fault))
    return broken


def _fault(
    page: str,
    link: str,
    pages: Mapping[str, RenderedPage],
    files: set[str],
    site: tuple[str, str],
    renamed: Callable[[str], str],
) -> tuple[str, str] | None:
    """Return what is wrong with a link and a hint, or None."""
    host, start = site
    here = start + page.removesuffix("index.html")
    parts = urlsplit(urljoin(f"https://{host}{here}", link))
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != host.lower():
        return None
    if not parts.path.startswith(start):
        if urlsplit(link).netloc:
            return None  # another site of the same host
        return (f'the link "{link}" leads out of the site', f"addresses begin with {start}")
    inner = unquote(parts.path.removeprefix(start))
    target = f"{inner}index.html" if not inner or inner.endswith("/") else inner
    if target not in files:
        if f"{inner}/index.html" in files:
            target = f"{inner}/index.html"
        else:
            new = renamed(f"/{inner}")
            hint = f'did you mean "{new}"?' if new else _near(inner, files)
            return (f'the link "{link}" leads nowhere', hint)
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].ids:
        hint = suggest(anchor, sorted(pages[target].ids))
        return (f'the link "{link}" leads to a place that is not on its page', hint)
    return None


def _near(inner: str, files: set[str]) -> str:
    addresses = {"/" + path.removesuffix("index.html") for path in files if path.endswith("index.html")}
    return suggest(f"/{inner}", addresses)
