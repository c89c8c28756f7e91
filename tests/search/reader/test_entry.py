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


def test_the_entry_names_the_table_and_the_bundle_where_there_is_one() -> None:
    assert json.loads(entry_file("0a1b2c3d4e", "")) == {"version": VERSION, "table": "0a1b2c3d4e"}
    named = {"version": VERSION, "table": "0a1b2c3d4e", "bundle": "5f6a7b8c9d"}
    assert json.loads(entry_file("0a1b2c3d4e", "5f6a7b8c9d")) == named


def test_the_table_says_what_a_search_needs_first() -> None:
    made = table(columns="02", cards="aa bb")
    assert (made["size"], made["count"], made["ranks"]) == (16, 12, [[3, -1]])
    assert made["directories"] == [["", "m"], ["00", "01"]]
    assert (made["columns"], made["cards"]) == ("02", "aa bb")
    assert made["facets"] == [
        {
            "id": "topic",
            "label": "Topic",
            "terms": [{"id": "quality", "label": "Quality"}, {"id": "service", "label": "Care"}],
        }
    ]
    assert made["names"]["care"] == made["names"]["service"] == [["topic", "service", "Care"]]


def test_the_script_is_told_the_numbers_that_rank() -> None:
    ranking = table()["ranking"]
    assert ranking["exact_factor"] == ranking_constants.EXACT_FACTOR
    assert ranking["endings"] == ranking_constants.ENDINGS
    assert {name.upper() for name in ranking} == {name for name in vars(ranking_constants) if name[0].isalpha()}


def test_the_script_is_told_what_cards_have_and_how_many_stand_together() -> None:
    made = table()
    assert made["fields"] == ["url", "title", "texts"]
    assert made["blocks"] == {"cards": 4, "named": 128, "texts": 2}
