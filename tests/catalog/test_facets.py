"""Facets of a collection: counts of terms, and the index that browsers filter with."""

import json

import msgspec
import pytest

from sitegen.catalog.facets import CARD_BLOCK, FacetTerms, counts, facet_index
from sitegen.catalog.taxonomy import tables
from sitegen.model import Entry, Term

TOPIC = FacetTerms(
    "topic",
    "Topic",
    is_open=False,
    terms=((Term("quality", "Quality"), 2), (Term("service", "Service"), 0), (Term("history", "History"), 1)),
)
LEVEL = FacetTerms("level", "Team level", is_open=False, terms=((Term("1", "Level 1"), 3), (Term("2", "Level 2"), 2)))
URLS = {(facet.id, term.id): f"/hank/{facet.id}/{term.id}/" for facet in (TOPIC, LEVEL) for term, _ in facet.terms}
ENTRIES = [
    Entry(f"s/{number}.md", "s", "story", f"/s/{number}/", listed=True, terms={"topic": topics, "level": levels})
    for number, (topics, levels) in enumerate(
        [(("quality",), ("2", "1")), (("history",), ("1",)), (("quality",), ("1", "2"))]
    )
]
DOCUMENTED = """
{"collection": "hank", "count": 3,
 "facets": [
  {"id": "topic", "label": "Topic", "terms": [
   {"id": "quality", "label": "Quality", "count": 2, "url": "/hank/topic/quality/"},
   {"id": "service", "label": "Service", "count": 0, "url": ""},
   {"id": "history", "label": "History", "count": 1, "url": "/hank/topic/history/"}]},
  {"id": "level", "label": "Team level", "terms": [
   {"id": "1", "label": "Level 1", "count": 3, "url": "/hank/level/1/"},
   {"id": "2", "label": "Level 2", "count": 2, "url": "/hank/level/2/"}]}],
 "combinations": [[[0], [0, 1]], [[2], [0]]],
 "items": [0, 1, 0],
 "block": 20}
"""


def test_the_index_is_that_of_the_document() -> None:
    assert json.loads(facet_index("hank", [TOPIC, LEVEL], ENTRIES, URLS)) == json.loads(DOCUMENTED)


def test_the_index_is_one_line_of_canonical_json() -> None:
    data = facet_index("hank", [TOPIC, LEVEL], ENTRIES, URLS)
    assert data == json.dumps(json.loads(DOCUMENTED), separators=(",", ":")).encode() + b"\n"


def test_terms_count_once_in_whatever_order_they_were_written() -> None:
    value = json.loads(facet_index("hank", [LEVEL], ENTRIES, URLS))
    assert value["combinations"] == [[[0, 1]], [[0]]]
    assert value["items"] == [0, 1, 0]


def test_a_page_without_terms_has_an_empty_combination() -> None:
    bare = msgspec.structs.replace(ENTRIES[0], terms={})
    value = json.loads(facet_index("hank", [TOPIC, LEVEL], [bare, *ENTRIES], URLS))
    assert value["combinations"][0] == [[], []]
    assert value["items"] == [0, 1, 2, 1]


def test_a_collection_without_pages_has_an_index_too() -> None:
    value = json.loads(facet_index("hank", [TOPIC], [], URLS))
    assert (value["count"], value["combinations"], value["items"], value["block"]) == (0, [], [], CARD_BLOCK)


@pytest.mark.parametrize(
    ("facet", "expected"), [("topic", {"quality": 2, "history": 1}), ("level", {"1": 3, "2": 2}), ("region", {})]
)
def test_counts_are_those_of_the_pages_that_have_a_term(facet: str, expected: dict[str, int]) -> None:
    assert counts(tables(ENTRIES, ["topic", "level"]), facet) == expected
