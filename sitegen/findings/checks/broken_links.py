"""Links and anchors that lead nowhere."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote, urlsplit

from sitegen.catalog.renamed_pages import renamed_page
from sitegen.errors import Fix, Location, Problem, excerpt
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.follow_links import BrokenLink, follow_links
from sitegen.findings.link_sources import locate_link
from sitegen.findings.registry import CHECKS


@CHECKS.check(severities={"error"}, looks_at={"html", "content", "settings"}, told="links that lead nowhere")
def broken_links(site: FinishedSite) -> Iterator[Problem]:
    """Find links and anchors that lead nowhere, each once where it was written, with the pages that show it."""
    by_source: dict[tuple[Location, str], list[BrokenLink]] = {}
    for broken in follow_links(site.rendered, site.outputs, site.config.site.base_url, partial(_renamed, site)):
        source = locate_link(broken.link, broken.page, site)
        by_source.setdefault((source, broken.headline), []).append(broken)
    for (source, headline), (first, *others) in by_source.items():
        address = "/" + first.page.removesuffix("index.html")
        more = f" and {len(others)} more" if others else ""
        lines = excerpt(site.source_text(source.path), source.line)
        yield Problem(
            location=source,
            headline=headline,
            hint=first.hint,
            values=(("on the page", address + more),),
            excerpt=lines,
            fix=_fix(site, first.link),
        )


def _fix(site: FinishedSite, link: str) -> Fix | None:
    """Return what mends a link to the address of a page that has another name now, beside it; else None."""
    path = unquote(urlsplit(link).path)
    if not link.startswith("/") or not path.startswith(f"{site.base_path}/"):
        return None
    old = f"/{path.removeprefix(site.base_path).strip('/')}/"
    new = _renamed(site, old)
    is_certain = new != old and new.rstrip("/").rpartition("/")[0] == old.rstrip("/").rpartition("/")[0]
    return Fix("link", old, new) if new and is_certain else None


def _renamed(site: FinishedSite, address: str) -> str:
    """Return the address of the page that is shown and has the name of one that is not there; else an empty text."""
    before, _, name = address.rstrip("/").rpartition("/")
    folders = [folder for folder, start in site.page_names.folders.items() if start == f"{before}/"]
    paths = (renamed_page(f"{folder}/{name}.md", site.page_names) for folder in folders)
    routes = (site.routes.get(path) for path in paths)
    return next((route.url for route in routes if route and route.listed), "")
