"""What a typed text means, by the table that the reader's script is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.model import Taxonomy, Term
from sitegen.search.words.analysis import words
from sitegen.search.words.query import Offer, Query, Word, parse, term_names

TABLE = json.loads(Path(__file__).with_name("query_cases.json").read_text("utf-8"))
NAMES = {tuple(words(row["name"])): tuple(Offer(*offer) for offer in row["offers"]) for row in TABLE["names"]}


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["text"][:30] or "nothing")
def test_a_typed_text_means(case: dict[str, Any]) -> None:
    assert parse(case["text"], NAMES) == Query(
        tuple(Word(*word) for word in case["words"]),
        tuple(map(tuple, case["phrases"])),
        case["prefix"],
        tuple(Offer(*offer) for offer in case["offers"]),
    )


def test_names_are_labels_ids_and_other_words_but_no_bare_number() -> None:
    level = Taxonomy(id="level", label="Team level", field="team_levels", terms=(Term("3", "Level 3", ("L3",)),))
    types = Taxonomy(
        id="type", label="Tool type", field="tool_type", terms=(Term("how-to-guide", "How-To Guide", ("guide",)),)
    )
    three, guide = Offer("level", "3", "Level 3"), Offer("type", "how-to-guide", "How-To Guide")
    assert term_names([level, types]) == {
        ("level", "3"): (three,),
        ("l3",): (three,),
        ("how", "to", "guide"): (guide,),
        ("guide",): (guide,),
    }


def test_a_name_of_two_taxonomies_offers_both() -> None:
    forms = [
        Taxonomy(id=name, label=name, field=name, terms=(Term("poster", "Poster"),)) for name in ("format", "type")
    ]
    assert term_names(forms)[("poster",)] == (Offer("format", "poster", "Poster"), Offer("type", "poster", "Poster"))
