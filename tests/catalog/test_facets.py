"""Facets of a collection: counts of terms, and the index that browsers filter with."""

import json

import msgspec
import pytest

from sitegen.catalog.facets import (
    CARD_BLOCK,
    FEW,
    FacetTerms,
    as_offered,
    both,
    count_pairs,
    counts,
    facet_index,
    first_lists,
    sorted_positions,
    sorts,
)
from sitegen.catalog.taxonomy import Tables, tables
from sitegen.model import Collection, Entry, Sort, Term

TOPIC = FacetTerms(
    "topic",
    "Topic",
    is_open=False,
    terms=((Term("quality", "Quality"), 2), (Term("service", "Service"), 0), (Term("history", "History"), 1)),
)
LEVEL = FacetTerms("level", "Team level", is_open=False, terms=((Term("1", "Level 1"), 3), (Term("2", "Level 2"), 2)))
URLS = {(facet.id, term.id): f"/hank/{facet.id}/{term.id}/" for facet in (TOPIC, LEVEL) for term, _ in facet.terms}
ENTRIES = [
    Entry(
        path=f"s/{number}.md",
        collection="s",
        kind="story",
        url=f"/s/{number}/",
        listed=True,
        terms={"topic": topics, "level": levels},
    )
    for number, (topics, levels) in enumerate(
        [(("quality",), ("2", "1")), (("history",), ("1",)), (("quality",), ("1", "2"))]
    )
]
DOCUMENTED = """
{"collection": "hank", "count": 3, "block": 20, "ids": "/hank/ids.json", "fields": ["url", "title"],
 "sorts": [{"id": "newest", "url": ""}, {"id": "title", "url": "/hank/sort/title.json"}],
 "facets": [
  {"id": "topic", "label": "Topic", "column": "/hank/facets/topic.json", "terms": [
   {"id": "quality", "label": "Quality", "count": 2, "url": "/hank/topic/quality/"},
   {"id": "service", "label": "Service", "count": 0, "url": ""},
   {"id": "history", "label": "History", "count": 1, "url": "/hank/topic/history/"}]},
  {"id": "level", "label": "Team level", "column": "/hank/facets/level.json", "terms": [
   {"id": "1", "label": "Level 1", "count": 3, "url": "/hank/level/1/"},
   {"id": "2", "label": "Level 2", "count": 2, "url": "/hank/level/2/"}]}]}
"""
COLUMNS = {facet: f"/hank/facets/{facet}.json" for facet in ("topic", "level")}
FIELDS = ("url", "title")
IDS = "/hank/ids.json"
SORTS = {"newest": "", "title": "/hank/sort/title.json"}


def test_the_index_is_that_of_the_document() -> None:
    assert json.loads(facet_index("hank", [TOPIC, LEVEL], 3, URLS, COLUMNS, SORTS, FIELDS, IDS)) == json.loads(
        DOCUMENTED
    )


def test_the_index_is_one_line_of_canonical_json() -> None:
    data = facet_index("hank", [TOPIC, LEVEL], 3, URLS, COLUMNS, SORTS, FIELDS, IDS)
    assert data == json.dumps(json.loads(DOCUMENTED), separators=(",", ":")).encode() + b"\n"


def test_a_collection_without_pages_has_an_index_too() -> None:
    value = json.loads(facet_index("hank", [TOPIC], 0, URLS, COLUMNS, {"list": ""}, FIELDS, IDS))
    assert (value["count"], value["block"]) == (0, CARD_BLOCK)


PAGED = tables(ENTRIES, ["topic", "level"])


def test_a_pair_has_the_pages_of_both_terms_in_list_order() -> None:
    assert both(PAGED, ("topic", "quality"), ("level", "2")) == (0, 2)
    assert both(PAGED, ("level", "1"), ("topic", "history")) == (1,)
    assert both(PAGED, ("topic", "history"), ("level", "2")) == ()
    assert both(PAGED, ("topic", "nothing"), ("level", "2")) == ()


def test_pairs_are_counted_from_either_side_and_those_of_no_pages_are_left_out() -> None:
    assert count_pairs(PAGED, "topic", "level") == {"quality": {"1": 2, "2": 2}, "history": {"1": 1}}
    assert count_pairs(PAGED, "level", "topic") == {"1": {"quality": 2, "history": 1}, "2": {"quality": 2}}


def dated(sort: Sort = "date", date: str = "2020-01-01", order: tuple[str, ...] = ()) -> tuple[str, ...]:
    entries = [msgspec.structs.replace(ENTRIES[0], sort_date=date), ENTRIES[1]]
    return sorts(Collection(id="hank", title="Hank", sort=sort, order=order), entries)


def test_a_list_offers_its_own_order_first_and_the_newest_only_where_dates_are() -> None:
    assert dated() == ("newest", "title")
    assert dated("title") == ("title", "newest")
    assert dated("weight") == ("list", "newest", "title")
    assert dated("title", order=("a",)) == ("list", "newest", "title")
    assert dated("title", date="") == ("title",)
    assert dated("date", date="") == ("list", "title")


def test_a_list_that_filters_by_level_can_be_read_by_level() -> None:
    collection = Collection(id="hank", title="Hank", sort="title", facets=("topic", "level"))
    assert sorts(collection, ENTRIES) == ("title", "level")
    assert sorts(collection, [msgspec.structs.replace(one, terms={}) for one in ENTRIES]) == ("title",)
    levels: list[tuple[str, ...]] = [("3",), (), ("5", "1"), ("1",)]
    entries = [msgspec.structs.replace(ENTRIES[0], terms={"level": one} if one else {}) for one in levels]
    assert sorted_positions(entries, "level", str) == [2, 3, 0, 1]


def test_a_facet_of_few_terms_offers_those_without_pages_too() -> None:
    assert [count for _, count in as_offered(TOPIC).terms] == [2, 0, 1]
    many = msgspec.structs.replace(TOPIC, terms=tuple((Term(str(n), str(n)), n % 2) for n in range(FEW + 1)))
    assert {count for _, count in as_offered(many).terms} == {1}
    none = msgspec.structs.replace(TOPIC, terms=((Term("a", "A"), 0),))
    assert as_offered(none).terms == ()


def test_other_orders_give_positions_with_ties_by_path() -> None:
    days = ["2020-01-01", "2021-01-01", "2020-01-01"]
    entries = [msgspec.structs.replace(one, sort_date=day) for one, day in zip(ENTRIES, days, strict=True)]
    titles = {"s/0.md": "Éclair", "s/1.md": "apple", "s/2.md": "eclair"}
    assert sorted_positions(entries[::-1], "title", titles.__getitem__) == [1, 2, 0]
    assert sorted_positions(entries[::-1], "newest", titles.__getitem__) == [1, 2, 0]
    assert sorted_positions(entries, "list", titles.__getitem__) == [0, 1, 2]


def test_what_is_missing_stands_last_in_every_order() -> None:
    entries = [msgspec.structs.replace(ENTRIES[0], sort_date="2021", is_missing=True), *ENTRIES[1:]]
    for sort in ("title", "newest"):
        assert sorted_positions(entries, sort, str)[-1] == 0


@pytest.mark.parametrize(
    ("facet", "expected"), [("topic", {"quality": 2, "history": 1}), ("level", {"1": 3, "2": 2}), ("region", {})]
)
def test_counts_are_those_of_the_pages_that_have_a_term(facet: str, expected: dict[str, int]) -> None:
    assert counts(tables(ENTRIES, ["topic", "level"]), facet) == expected


def test_a_term_has_its_list_where_the_first_collection_offers_it_and_has_pages() -> None:
    def collection(name: str, *facets: str) -> Collection:
        return Collection(id=name, title=name, facets=facets)

    both = Tables(("a", "b"), {"topic": {"quality": (0,)}, "level": {"3": (1,)}})
    tables_of = [(collection("one", "topic"), both), (collection("two", "topic", "level"), both)]
    assert first_lists(tables_of) == {"topic/quality": "one", "level/3": "two"}
    assert first_lists([]) == {}


def test_the_order_of_a_list_itself_is_kept_where_no_other_is_asked_for() -> None:
    assert sorted_positions(ENTRIES[::-1], "list", str) == [0, 1, 2]
