"""Text to words, folded forms and stems."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.analysis import FILLER, STOP_WORDS, Token, fold, is_dropped, stem, surfaces, tokens, words

CASES = json.loads(Path(__file__).with_name("analysis_cases.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_has_these_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tokens_keep_surface_stem_and_place_and_leave_out_stop_words() -> None:
    assert tokens("The Caf\u00e9s of the teams") == (Token("cafe", "caf\u00e9s", 1), Token("team", "teams", 4))


def test_titles_keep_their_stop_words() -> None:
    assert [token.surface for token in tokens("Who We Are", stops=True)] == ["who", "we", "are"]


def test_very_long_words_are_none_but_take_a_place() -> None:
    assert tokens("a" * 41 + " team") == (Token("team", "team", 1),)


def test_inflections_share_a_stem_and_numbers_keep_theirs() -> None:
    assert {stem(word) for word in ("huddle", "huddles", "huddled", "huddling")} == {"huddl"}
    assert [stem(word) for word in ("3.5", "l3", "\u043c\u0438\u0440\u044b")] == [
        "3.5",
        "l3",
        "\u043c\u0438\u0440\u044b",
    ]


def test_question_words_are_filler_and_subjects_are_not() -> None:
    assert all(map(is_dropped, ("what", "how", "the", "i", "find")))
    assert not any(map(is_dropped, ("team", "start", "use", "tool")))
    assert all(fold(word) == word for word in STOP_WORDS | FILLER)


@given(st.text())
def test_every_surface_folds_to_what_folds_to_itself(text: str) -> None:
    for surface in surfaces(text):
        assert fold(fold(surface)) == fold(surface)
        assert " " not in fold(surface)
