"""The entry of the index, and the table that it names."""

import json
from typing import Any

from sitegen.model import Taxonomy, Term
from sitegen.search import ranking_constants
from sitegen.search.reader.entry import VERSION, entry_file, table_file

TERMS = (Term("quality", "Quality"), Term("service", "Care"))
TOPIC = Taxonomy(id="topic", label="Topic", field="topics", terms=TERMS)


def table(**names: object) -> Any:
    directories = [("", "00"), ("m", "01")]
    return json.loads(
        table_file(
            size=16,
            count=12,
            ranks=[(3, -1)],
            directories=directories,
            names=names,
            facets=[TOPIC],
            fields=("url", "title"),
        )
    )


def test_the_entry_names_the_table() -> None:
    assert json.loads(entry_file("0a1b2c3d4e")) == {"version": VERSION, "table": "0a1b2c3d4e"}


def test_the_table_says_what_a_search_needs_first() -> None:
    found = table(columns="02", cards="aa bb")
    assert (found["size"], found["count"], found["ranks"]) == (16, 12, [[3, -1]])
    assert found["directories"] == [["", "m"], ["00", "01"]]
    assert (found["columns"], found["cards"]) == ("02", "aa bb")
    assert found["facets"] == [
        {
            "id": "topic",
            "label": "Topic",
            "terms": [{"id": "quality", "label": "Quality"}, {"id": "service", "label": "Care"}],
        }
    ]
    assert found["names"]["care"] == found["names"]["service"] == [["topic", "service", "Care"]]


def test_the_script_is_told_the_numbers_that_rank() -> None:
    ranking = table()["ranking"]
    assert ranking["exact_factor"] == ranking_constants.EXACT_FACTOR
    assert ranking["endings"] == ranking_constants.ENDINGS
    assert {name.upper() for name in ranking} == {name for name in vars(ranking_constants) if name[0].isalpha()}


def test_the_script_is_told_what_cards_have_and_how_many_stand_together() -> None:
    found = table()
    assert found["fields"] == ["url", "title", "texts"]
    assert found["blocks"] == {"cards": 4, "named": 128, "texts": 2}
