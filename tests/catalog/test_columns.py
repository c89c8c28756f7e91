"""Columns of facets: which terms each page has."""

import json

from sitegen.catalog.columns import facet_column
from tests.reference.shard_reader import read_numbers

TERMS = ["1", "2", "3"]


def test_a_column_has_the_sets_of_terms_and_the_number_of_each_pages_set() -> None:
    assert facet_column(TERMS, [["2", "1"], ["1"], ["1", "2"]]) == b'{"sets":[[0,1],[0]],\n"items":"#$#"}\n'


def test_sets_stand_by_how_many_pages_have_them_and_then_by_their_terms() -> None:
    pages: list[list[str]] = [["3"], ["1", "2"], [], ["2"], ["2"]]
    assert json.loads(facet_column(TERMS, pages)) == {"sets": [[1], [], [0, 1], [2]], "items": "&%$##"}


def test_the_order_of_pages_moves_no_set() -> None:
    pages = [["3"], ["1", "2"], [], ["2"]]
    here, there = (json.loads(facet_column(TERMS, order)) for order in (pages, pages[::-1]))
    assert (here["sets"], here["items"]) == (there["sets"], there["items"][::-1])


def test_a_set_of_a_great_number_is_read_back() -> None:
    terms = [str(number) for number in range(50_002)]
    column = json.loads(facet_column(terms, ([term] for term in terms)))
    assert read_numbers(column["items"]) == list(range(50_002))


def test_a_column_without_pages_is_empty() -> None:
    assert json.loads(facet_column(TERMS, [])) == {"sets": [], "items": ""}
