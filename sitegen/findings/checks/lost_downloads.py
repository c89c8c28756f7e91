"""Downloads that were published, and that nothing on the site links to any more, so that they are not published."""

from collections.abc import Iterator

from sitegen.catalog.ledger import read_ledger
from sitegen.catalog.lost_addresses import gone_hint
from sitegen.errors import Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model.folders import CONTENT, LEDGER, STATIC
from sitegen.render.dates import long_date
from sitegen.site.published_addresses import BY_DATE, DOWNLOADS
from sitegen.site.redirects import redirect_map


@CHECKS.check(severities={"warning"}, looks_at={"content"})
def lost_downloads(site: FinishedSite) -> Iterator[Problem]:
    """Find downloads of the ledger that lie in static/ and are not published; of those that are gone, the build warns.

    What a page names that is not out yet, or has expired, is not lost.
    """
    ledger = read_ledger(site.source(LEDGER) or b"")
    redirects = site.value(redirect_map) or {}
    for address, entry in ledger.addresses.items():
        path = address.removeprefix("/")
        if not path.startswith(DOWNLOADS) or entry.is_gone or path in site.outputs or address in redirects:
            continue
        if site.source(f"{STATIC}/{path}") is None or _is_named_at_another_time(site, path):
            continue
        headline = f'"{address}" was published on {long_date(entry.first)}, and nothing links to it any more'
        hint = f'to keep it, name {path} in "files: always:" in site.yaml; if it is gone for good, '
        yield ledger.file.problem(headline, hint + gone_hint(address, entry), entry.line, 1, "warning")


def _is_named_at_another_time(site: FinishedSite, path: str) -> bool:
    return any(path in site.source_text(f"{CONTENT}/{page}") for page, to in site.routes.items() if to.why in BY_DATE)
