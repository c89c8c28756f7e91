"""The file with the columns of all facets."""

import json

from sitegen.catalog.columns import facet_column
from sitegen.search.reader.column_file import columns_file
from tests.reference.shard_reader import read_numbers


def test_the_file_has_the_ids_and_the_columns_as_they_are() -> None:
    columns = [facet_column(["a", "b"], [["b"], ["a", "b"], ["b"], []]), facet_column(["c"], [[], [], ["c"], []])]
    data = columns_file([0, 2, 3, 4], columns)
    column_file = json.loads(data)
    assert read_numbers(column_file["ids"]) == [0, 2, 1, 1]
    assert column_file["columns"] == [json.loads(column) for column in columns]


def test_what_differs_in_how_often_numbers_occur_stands_on_lines_of_its_own() -> None:
    lines = columns_file([0, 2], [facet_column(["a"], [["a"], []])]).decode().split("\n")
    assert lines == ['{"ids":"#%",', '"columns":[', '{"sets":[[],[0]],', '"items":"$#"}', "]}", ""]


def test_a_site_without_documents_has_a_file_too() -> None:
    assert json.loads(columns_file([], [facet_column(["a"], [])])) == {
        "ids": "",
        "columns": [{"sets": [], "items": ""}],
    }
