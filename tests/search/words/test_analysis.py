"""Text to words, folded forms and stems."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.words.analysis import FILLER, STOP_WORDS, fold, is_dropped, spell, surfaces, words

CASES = json.loads(Path(__file__).with_name("analysis_cases.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_has_these_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("typed", "spelled", "folded"),
    [
        ("Reuni\u00f3n", "reuni\u00f3n", "reunion"),
        ("CAFE\u0301S", "caf\u00e9s", "cafes"),
        ("\ufb01sh", "fish", "fish"),
        ("O\u2019Brien's", "obrien", "obrien"),
        ("\ud55c\uad6d", "\ud55c\uad6d", "\ud55c\uad6d"),
        ("\u304c", "\u304c", "\u304c"),
        ("3.5", "3.5", "3.5"),
    ],
)
def test_a_word_is_spelled_with_its_accents_and_folded_without(typed: str, spelled: str, folded: str) -> None:
    assert (spell(typed), fold(typed), fold(spell(typed))) == (spelled, folded, folded)


def test_question_words_are_filler_and_subjects_are_not() -> None:
    assert all(map(is_dropped, ("what", "how", "the", "i", "find")))
    assert not any(map(is_dropped, ("team", "start", "use", "tool")))
    assert all(fold(word) == word for word in STOP_WORDS | FILLER)


@given(st.text())
def test_every_surface_folds_to_what_folds_to_itself(text: str) -> None:
    for surface in surfaces(text):
        assert fold(fold(surface)) == fold(surface)
        assert " " not in fold(surface)
