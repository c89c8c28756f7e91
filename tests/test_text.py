"""Words as keys: what is folded away, and what a slug is made of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import fold, slugify


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Quality", "quality"),
        ("  Customer   service ", "customer-service"),
        ("customer_service", "customer-service"),
        ("Mid-Atlantic -- States", "mid-atlantic-states"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("\ufb01rst", "first"),
        ("Level\u00a03", "level-3"),
        ("X\u00b2", "x2"),
        ("\u0130stanbul", "istanbul"),
        ("Привет, мир", "привет-мир"),
        ("\u65e5\u672c", "\u65e5\u672c"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Team Charter", "team-charter"),
        ("How-To Guide", "how-to-guide"),
        ("What's new?", "what-s-new"),
        ("Señor", "senor"),
        ("\u65e5\u672c", "65e5672c"),
        ("Team \u65e5", "team-65e5"),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_slug_has_letters_digits_and_single_hyphens(typed: str, slug: str) -> None:
    assert slugify(typed) == slug


@given(st.text())
def test_any_text_gives_a_slug_that_can_stand_in_an_address(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_with_a_letter_or_a_digit_has_a_slug(text: str) -> None:
    assert bool(slugify(text)) == bool(fold(text))


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)))
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.lower()) == fold(text)
