"""Links and anchors that lead nowhere."""

from collections.abc import Iterator

from sitegen.errors import Location, Problem, excerpt
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.follow_links import BrokenLink, follow_links
from sitegen.findings.link_sources import locate_link
from sitegen.findings.registry import CHECKS


@CHECKS.check(severities={"error"}, looks_at={"html", "content", "settings"})
def broken_links(site: FinishedSite) -> Iterator[Problem]:
    """Find links and anchors that lead nowhere, each once where it was written, with the pages that show it."""
    by_source: dict[tuple[Location, str], list[BrokenLink]] = {}
    for broken in follow_links(site.rendered, site.outputs, site.config.site.base_url):
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
        )
