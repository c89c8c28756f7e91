"""Terms of all documents in columns."""

from sitegen.search.reader.columns import columns
from tests.reference.shard_reader import read_numbers


def test_columns_number_combinations_by_how_often_they_occur() -> None:
    documents = [(0, {"t": ["b"]}), (2, {"t": ["a", "b"]}), (3, {"t": ["b"]}), (4, {})]
    ids, terms, values = columns([("t", ["a", "b"])], documents).decode().split("\n")
    assert (read_numbers(ids), terms, values) == ([0, 2, 1, 1], "[[],[1],[0,1]]", "$%$#")
