"""Words as keys: what is folded away, and what a slug is made of."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import fold, fold_term, slugify, term_slug


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
        ("C# & C++", "c-c"),
        ("\u041d\u0430\u0448\u0430 \u043a\u043e\u043c\u0430\u043d\u0434\u0430", "nasha-komanda"),
        ("\u56e2\u961f\u4f1a\u8bae 2017", "tuan-dui-hui-yi-2017"),
        ("\u0110\u1ed9i ng\u0169 ch\u0103m s\u00f3c", "doi-ngu-cham-soc"),
        ("\u0645\u0631\u062d\u0628\u0627", "mrhb"),
        ("\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "ellada"),
        ("\ud55c\uad6d \ud300", "hangug-tim"),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", "hindi"),
        ("\u00d8re", "ore"),
        ("\U0001f600 \u2605", ""),
        ("\ue000", ""),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_slug_has_letters_digits_and_single_hyphens(typed: str, slug: str) -> None:
    assert slugify(typed) == slug


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("C", "c"),
        ("C#", "c-sharp"),
        ("C++", "c-plus-plus"),
        ("F#/C#", "f-sharp-c-sharp"),
        (".NET", "dot-net"),
        ("the .NET team", "the-dot-net-team"),
        ("net", "net"),
        ("1.0", "1-point-0"),
        ("\uff11\uff0e\uff10", "1-point-0"),
        ("1-0", "1-0"),
        ("v1.0", "v1-point-0"),
        ("A+", "a-plus"),
        ("A-", "a-minus"),
        ("A\u2212", "a-minus"),
        ("C--", "c-minus-minus"),
        ("-5", "minus-5"),
        ("#1", "number-1"),
        ("#huddle", "hash-huddle"),
        ("5%", "5-percent"),
        ("<18", "under-18"),
        (">18", "over-18"),
        ("\u226518", "at-least-18"),
        ("$5", "dollar-5"),
        ("R&D", "r-d"),
        ("Q & A", "q-a"),
        ("Labor + management", "labor-management"),
        ("Labor - management", "labor-management"),
        ("pre- and post-op", "pre-and-post-op"),
        ("St. Luke's", "st-luke-s"),
        ("U.S. history", "u-s-history"),
        ("kp.org", "kp-org"),
        ("24/7", "24-7"),
        ("Fall 2017.", "fall-2017"),
        ("... and more", "and-more"),
        ("\u65e5\u672c", "65e5672c"),
        ("Team \u65e5", "team-65e5"),
        ("+", ""),
        ("# .", ""),
        ("\u2605", ""),
        ("", ""),
    ],
)
def test_a_term_has_a_slug_that_says_the_signs_of_its_words(typed: str, slug: str) -> None:
    assert term_slug(typed) == slug


@given(st.text())
def test_the_slug_of_a_term_can_stand_in_an_address_and_is_its_own(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", term_slug(text))
    assert term_slug(term_slug(text)) == term_slug(text)


@given(st.text())
def test_any_text_gives_a_slug_that_can_stand_in_an_address(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_with_a_letter_or_a_digit_has_a_slug(text: str) -> None:
    assert bool(term_slug(text)) == bool(fold_term(text)) == bool(fold(unicodedata.normalize("NFKC", text)))
    assert not slugify(text) or fold(text)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)))
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.lower()) == fold(text)
