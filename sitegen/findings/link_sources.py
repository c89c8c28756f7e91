"""Locate where a link that stands in the output was written: in content/, site.yaml or a template."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from sitegen.catalog.page_bodies import page_refs
from sitegen.errors import Location
from sitegen.findings.finished_site import FinishedSite
from sitegen.model import Config, Page, Route
from sitegen.model.folders import CONTENT


def locate_link(link: str, output: str, site: FinishedSite) -> Location:
    """Return where a link of a finished page was written, as near as can be found; at worst the page's own file."""
    page = site.page(site.content_path(output))
    place = in_page(page, link, site.base_path, site.routes) if page else ""
    if page and place:
        return site.locate(f"{CONTENT}/{page.path}", place)
    place = in_config(site.config, link, site.base_path)
    if place:
        return site.locate("site.yaml", place)
    texts = site.templates()
    if page:
        path = f"{CONTENT}/{page.path}"
        texts.insert(0, (path, lambda: site.source_text(path)))
    return in_texts(texts, link, site.base_path) or Location(f"public/{output}")


def in_page(page: Page, link: str, base: str, routes: Mapping[str, Route]) -> str:
    """Find the name of the place in a content file that gave this link; empty if none did."""
    for ref in page_refs(page):
        route = routes.get(ref.target)
        address = base + (route.url if route else ref.target)
        if link == address + (f"#{ref.fragment}" if ref.fragment else ""):
            return ref.place
    return ""


def in_config(config: Config, link: str, base: str) -> str:
    """Find the name of the place in site.yaml that gave this link; empty if none did."""
    urls = [item.url for items in config.site.menus.values() for item in items]
    urls += [redirect.target for redirect in config.site.redirects]
    for url in urls:
        if link in (url.text, base + url.text):
            return url.place
    return ""


def in_texts(texts: Iterable[tuple[str, Callable[[], str]]], link: str, base: str) -> Location | None:
    """Find the first of some (path, text) that holds this link, or None."""
    parts = urlsplit(link)
    wanted = [word for word in (link, link.removeprefix(base), parts.path.rpartition("/")[2]) if len(word) > 1]
    for word in wanted:
        for path, read in texts:
            for number, line in enumerate(read().splitlines(), 1):
                column = line.find(word)
                if column >= 0:
                    return Location(path, number, column + 1)
    return None
