"""What a typed text means, by the table that the reader's script is held to as well."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sitegen.model import Taxonomy, Term
from sitegen.search.ranking_constants import MAX_QUERY_WORDS
from sitegen.search.words.analysis import words
from sitegen.search.words.query import Query, Word, parse
from sitegen.search.words.term_names import Offer, term_names

TABLE = json.loads(Path(__file__).with_name("query_cases.json").read_text("utf-8"))
NAMES = {tuple(words(row["name"])): tuple(Offer(*offer) for offer in row["offers"]) for row in TABLE["names"]}


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["text"][:30] or "nothing")
def test_a_typed_text_means(case: dict[str, Any]) -> None:
    query = parse(case["text"], NAMES)
    assert msgspec.structs.replace(query, title="", names=()) == Query(
        words=tuple(Word(*word) for word in case["words"]),
        phrases=tuple(map(tuple, case["phrases"])),
        prefix=case["prefix"],
        offers=tuple(Offer(*offer) for offer in case["offers"]),
        is_names=case.get("is_names", False),
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


@pytest.mark.parametrize(("count", "is_named"), [(MAX_QUERY_WORDS, True), (MAX_QUERY_WORDS + 1, False)])
def test_a_name_of_more_words_than_a_query_has_is_not_looked_for(count: int, *, is_named: bool) -> None:
    own = tuple(f"w{number}" for number in range(count))
    query = parse(" ".join(own), {own: (Offer("topic", "long", "Long"),)})
    assert bool(query.names) is is_named
