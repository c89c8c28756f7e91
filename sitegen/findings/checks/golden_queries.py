"""Golden queries whose pages the search does not show first: advice to whoever keeps them."""

from collections.abc import Iterator
from functools import cache

import msgspec

from sitegen.catalog.renamed_pages import renamed_page
from sitegen.errors import Problem
from sitegen.findings.finished_site import FinishedSite, SearchHit
from sitegen.findings.golden_file import FIRST, PATH, Golden, read_golden
from sitegen.findings.registry import CHECKS
from sitegen.located import SourceFile

_HINT = "say these words in its title or summary, give it a rank, add a synonym to site.yaml, or mend this line"


@CHECKS.check(severities={"error", "warning", "advice"}, looks_at={"content", "search"})
def golden_queries(site: FinishedSite) -> Iterator[Problem]:
    """Find golden queries whose pages are not among the first that the search shows, and those that cannot be read."""
    data = site.source(PATH)
    if data is None:
        return
    golden = read_golden(data, site.routes, site.generated_addresses, lambda path: renamed_page(path, site.page_names))
    yield from golden.problems
    search = cache(site.search)
    for one in golden.queries:
        hits = search(one.query)
        place = next((number for number, hit in enumerate(hits, 1) if hit.path == one.path), 0)
        if not 0 < place <= FIRST:
            yield _slipped(one, place, hits[:FIRST], golden.file)


def _slipped(golden: Golden, place: int, first: list[SearchHit], file: SourceFile) -> Problem:
    """Return the problem of a page that stands at a place among the hits (from 1; 0: nowhere) after these first."""
    headline = f'the search "{golden.query}" does not show {_name(golden.path)} among the first {FIRST}'
    before = tuple((f"{number}.", f"{hit.title} ({_name(hit.path)})") for number, hit in enumerate(first, 1))
    stands = ("it stands at", str(place)) if place else ("it is", "not found at all")
    return msgspec.structs.replace(file.problem_at(golden.node, headline, _HINT, "advice"), values=(*before, stands))


def _name(path: str) -> str:
    return path.removesuffix(".md")
