"""What a typed text means, by the table that the reader's script is held to as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.model import Taxonomy, Term
from sitegen.search.ranking_constants import MAX_QUERY_WORDS
from sitegen.search.words.analysis import words
from sitegen.search.words.query import Word, parse, rewrite
from sitegen.search.words.term_names import Offer, name_of, term_names

TABLE = json.loads(Path(__file__).with_name("query_cases.json").read_text("utf-8"))
NAMES = {name_of(words(row["name"])): tuple(Offer(*offer) for offer in row["offers"]) for row in TABLE["names"]}


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["text"][:30] or "nothing")
def test_a_typed_text_means(case: dict[str, Any]) -> None:
    query = parse(case["text"], NAMES)
    assert query.words == tuple(Word(*word) for word in case["words"])
    assert query.phrases == tuple(map(tuple, case["phrases"]))
    assert query.prefix == case["prefix"]
    assert query.offers == tuple(Offer(*offer) for offer in case["offers"])
    assert query.is_names == case.get("is_names", False)


def test_names_are_labels_ids_and_other_words_in_the_singular_and_in_one_run() -> None:
    level = Taxonomy(id="level", label="Team level", field="team_levels", terms=(Term("3", "Level 3", ("L3",)),))
    types = Taxonomy(
        id="type", label="Tool type", field="tool_type", terms=(Term("how-to-guide", "How-To Guide", ("guide",)),)
    )
    three, guide = Offer("level", "3", "Level 3"), Offer("type", "how-to-guide", "How-To Guide")
    assert term_names([level, types]) == {
        "3": (three,),
        "guide": (guide,),
        "howtoguide": (guide,),
        "l3": (three,),
        "level3": (three,),
    }


def test_a_name_of_two_taxonomies_offers_both() -> None:
    forms = [
        Taxonomy(id=name, label=name, field=name, terms=(Term("poster", "Poster"),)) for name in ("format", "type")
    ]
    assert term_names(forms)["poster"] == (Offer("format", "poster", "Poster"), Offer("type", "poster", "Poster"))


@pytest.mark.parametrize(("count", "is_named"), [(MAX_QUERY_WORDS, True), (MAX_QUERY_WORDS + 1, False)])
def test_a_name_of_more_words_than_a_query_has_is_not_looked_for(count: int, *, is_named: bool) -> None:
    own = tuple(f"w{number}" for number in range(count))
    query = parse(" ".join(own), {"".join(own): (Offer("topic", "long", "Long"),)})
    assert bool(query.names) is is_named


def test_words_are_put_in_place_of_others_and_all_else_stays() -> None:
    assert rewrite('"Hudle guide", hudle\u2019s', {"hudle": "huddle", "and": "or"}) == '"huddle guide", huddle'
    assert rewrite("team ", {}) == "team "


def test_a_query_of_whole_words_ends_in_a_whole_word() -> None:
    query = parse("team hudd")
    assert (query.prefix, query.of_whole_words().prefix) == (True, False)
    assert query.of_whole_words().words == query.words
