"""Open the site that a build of some choices left."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from sitegen.building import Choices, place_of
from sitegen.engine.snapshot import Snapshot
from sitegen.errors import UsageError
from sitegen.findings.finished_site import FinishedSite, SearchHit
from sitegen.staff_search import open_index

if TYPE_CHECKING:
    from sitegen.search.staff.searcher import Searcher
    from sitegen.search.words.term_names import Names

_HITS = 50


@contextmanager
def open_site(choices: Choices) -> Iterator[FinishedSite]:
    """Open the site as the last build of these choices left it. Raises UsageError where there was none."""
    place = place_of(choices)
    build = Snapshot.open(place.store, place.salt)
    if build is None:
        raise UsageError("this site has not been built yet in this way", hint="build it first: python3 build.py")
    roots = tuple(dict.fromkeys((choices.site.resolve(), choices.shipped)))
    today = (choices.as_of or datetime.now(UTC)).date().isoformat()
    with build, ExitStack() as stack:
        yield FinishedSite(build, place.out, roots, _staff_search(choices, stack), today)


def _staff_search(choices: Choices, stack: ExitStack) -> Callable[[str], list[SearchHit]]:
    """Return the staff's search, which finds what readers find; the index is opened at the first query."""

    @cache
    def opened() -> "tuple[Searcher, Names]":
        from sitegen.search.staff.searcher import Searcher
        from sitegen.search.words.term_names import term_names

        index = open_index(choices)
        searcher = Searcher(index.index, index.kept)
        stack.callback(searcher.close)
        return searcher, term_names(index.facets)

    def search(query: str) -> list[SearchHit]:
        from sitegen.search.words.query import parse

        searcher, names = opened()
        pages = (searcher.stored(number) for number, _ in searcher.search(parse(query, names)).hits[:_HITS])
        return [SearchHit(page.path, page.title) for page in pages]

    return search
