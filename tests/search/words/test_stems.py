"""Stems of words: Snowball's, in both languages, and the same in the script of readers."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.words.analysis import fold
from sitegen.search.words.stems import AMERICAN_STEMS, is_spanish, spanish_stem, stem

CASES = json.loads(Path(__file__).with_name("stem_cases.json").read_text("utf-8"))["cases"]


def test_the_table_of_stems_is_what_the_stemmer_gives() -> None:
    assert [[word, stem(word)] for word, _ in CASES] == CASES


@pytest.mark.parametrize(
    "words",
    [
        "huddle huddles huddled huddling",
        "run running runs",
        "plan planned planning",
        "evaluate evaluated",
        "injury injuries",
    ],
)
def test_inflections_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("recognise recognize recognised", "organisation organization organize", "colour colors", "centres center"),
        *(
            "behavioural behavioral",
            "programme programs",
            "paediatrics pediatric",
            "licence licensed",
            "analysed analyze",
        ),
    ],
)
def test_british_and_american_spellings_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_american_words_keep_their_stem() -> None:
    assert all(other not in AMERICAN_STEMS for other in AMERICAN_STEMS.values())


def test_numbers_and_other_letters_are_their_own_stem() -> None:
    assert [stem(word) for word in ("3.5", "l3", "\u043c\u0438\u0440\u044b")] == [
        "3.5",
        "l3",
        "\u043c\u0438\u0440\u044b",
    ]


def test_spanish_stems_are_kept_apart_from_english_ones() -> None:
    assert {spanish_stem(word) for word in ("informaci\u00f3n", "informaciones")} == {"inform'"}
    assert {spanish_stem(word) for word in ("equipo", "equipos")} == {"equip'"}
    assert spanish_stem("l3") == ""


@pytest.mark.parametrize(
    ("lang", "expected"), [("es", True), ("es-MX", True), ("ES", True), ("en", False), ("", False)]
)
def test_a_language_tag_says_spanish(lang: str, expected: bool) -> None:  # noqa: FBT001
    assert is_spanish(lang) == expected


@given(st.text(max_size=20))
def test_a_stem_begins_as_its_word_does(text: str) -> None:
    word = fold("".join(filter(str.isalnum, text)))
    assert stem(word)[:1] == word[:1]
