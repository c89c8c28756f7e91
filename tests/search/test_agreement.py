"""Staff and readers agree: on the golden queries of the shipped site both tops are golden, and the same."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from sitegen.building import PROJECT, Choices
from sitegen.findings import CHECKS, open_site
from sitegen.findings.golden_file import FIRST, PATH, read_golden
from sitegen.search.reader.ids import assign_ids
from sitegen.search.staff.searcher import Searcher
from sitegen.search.words.kept_words import kept_words
from sitegen.search.words.query import parse
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.term_names import term_names
from sitegen.staff_search import open_index
from tests.reference.shard_reader import ShardReader, encoded
from tests.search.asked import documents_of, facets_of, names_of
from tests.site.shipped import Shipped

LEAST = 150
SHARE = 0.9

NONE_DIFFERS = "On none of the golden queries of the shipped site do they differ."
"""What docs/search-format.md says in place of a table."""

Tops = Mapping[str, Sequence[str]]
"""Queries to the first pages that they find."""


class Golden(NamedTuple):
    """The golden queries with the pages wanted, and what staff find."""

    wanted: dict[str, set[str]]
    staff: Tops


@pytest.fixture(scope="module")
def golden(shipped: Shipped) -> Golden:
    choices = Choices(site=shipped.root, out=shipped.out, jobs=1)
    with open_site(choices) as site:
        golden_file = read_golden((shipped.root / PATH).read_bytes(), site.routes, site.generated_addresses)
        assert golden_file.problems == []
        assert list(CHECKS["golden_queries"].function(site)) == []
    wanted: dict[str, set[str]] = {}
    for row in golden_file.queries:
        wanted.setdefault(row.query, set()).add(row.path)
    opened = open_index(choices)
    searcher, names = Searcher(opened.index, opened.kept), term_names(opened.facets)
    hits = {query: searcher.search(parse(query, names)).hits[:FIRST] for query in wanted}
    staff = {query: [searcher.stored(number).path for number, _ in ranked] for query, ranked in hits.items()}
    searcher.close()
    return Golden(wanted, staff)


def differing(golden: Golden, readers: Tops) -> list[str]:
    """Return the queries whose first pages are not the same, as rows of a table; all tops are golden."""
    for query, wanted in golden.wanted.items():
        assert wanted <= set(readers[query]), query
        assert wanted <= set(golden.staff[query]), query
    pairs = ((query, golden.staff[query][0], readers[query][0]) for query in golden.wanted)
    return [f"| {query} | {staff} | {reader} |" for query, staff, reader in pairs if staff != reader]


def test_there_are_enough_golden_queries(golden: Golden) -> None:
    assert len(golden.wanted) >= LEAST


def test_the_shards_read_back_give_what_staff_find(shipped: Shipped, golden: Golden) -> None:
    documents, synonyms = documents_of(shipped)
    names = names_of(shipped)
    reader = ShardReader(encoded(documents, Synonyms(synonyms)), kept_words(facets_of(shipped), synonyms))
    tops: dict[str, Sequence[str]] = {
        query: [path for path, _ in reader.find(parse(query, names))][:FIRST] for query in golden.wanted
    }
    assert differing(golden, tops) == []


@pytest.mark.browser
def test_readers_see_first_what_staff_see_first_and_the_docs_list_the_rest(
    shipped: Shipped, golden: Golden, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    documents, _ = documents_of(shipped)
    paths = dict(assign_ids(document.path for document in documents))
    [script] = sorted(shipped.out.glob("assets/js/search/reader.*.js"))
    address = serve_folder(shipped.out)
    page.goto(f"{address}/404.html")
    answers: dict[str, Any] = page.evaluate(
        """async ([module, entry, queries]) => {
            const { openReader } = await import(module);
            const reader = await openReader(entry);
            const tops = {};
            for (const query of queries) tops[query] = (await reader.search(query, new Map())).hits.slice(0, 3);
            return tops;
        }""",
        [f"{address}/assets/js/search/{script.name}", f"{address}/search/index.json", list(golden.wanted)],
    )
    rest = differing(golden, {query: [paths[number] for number in top] for query, top in answers.items()})
    assert len(rest) <= (1 - SHARE) * len(golden.wanted), rest
    documented = (PROJECT / "docs" / "search-format.md").read_text("utf-8")
    assert ("\n".join(rest) or NONE_DIFFERS) in documented
