"""Values that mean no term: what is said of them, and whether a hint names only what there is."""

import pytest

from sitegen.catalog.taxonomy import make_vocabulary
from sitegen.catalog.unknown_terms import inexact_term, unknown_hint, unknown_term
from sitegen.model import Taxonomy, Term

TERMS = (
    Term("quality", "Quality"),
    Term("service", "Customer Service", ("member experience",)),
    Term("workplace-safety", "Workplace safety"),
    Term("surgery", "Surgery, day and night"),
)
TOPICS = make_vocabulary(Taxonomy(id="topic", label="Topic", field="topics", terms=TERMS))
OLDER = 'if "{}" is an older name of {}, add it to its "also" in site.yaml'


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("qualty", 'did you mean "Quality"?'),
        ("saftey", 'did you mean "workplace-safety"?'),
        ("custom", 'did you mean "service"?'),
        ("costumer service", 'did you mean "Customer Service"?'),
        ("patient safety", 'did you mean "Workplace safety"? I' + OLDER.format("patient safety", "a term")[1:]),
        (
            "zzz",
            "choose one of: quality, service, workplace-safety, surgery; or, " + OLDER.format("zzz", "one"),
        ),
        ("quality, service", "write several as a list: [quality, service]"),
        ("Quality,Member Experience", "write several as a list: [Quality, Member Experience]"),
        ("quality, servise,", "write several as a list: [quality, service]"),
        ("quality; service", "write several as a list: [quality, service]"),
        ("quality / service", "write several as a list: [quality, service]"),
        ("Quality and service", "write several as a list: [Quality, service]"),
        ("quality, quality", "write several as a list: [quality]"),
        ("\u2022 quality \u2022 service", "write several as a list: [quality, service]"),
        ("\u2013 quality \u2013 Workplace Safety", "write several as a list: [quality, Workplace Safety]"),
        ("-quality -service", "write several as a list: [quality, service]"),
        ("quality - service", "write several as a list: [quality, service]"),
        ("quality service", "write several as a list: [quality, service]"),
        (
            "quality customer service workplace safety",
            "write several as a list: [quality, customer service, workplace safety]",
        ),
        ("quality, surjery", "write several as a list: [quality, surgery]"),
    ],
)
def test_a_hint_says_what_was_likely_meant(typed: str, hint: str) -> None:
    assert unknown_hint(typed, TOPICS) == hint


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("quality, servise", "[quality, service]"),
        ("qualty; costumer service", "[Quality, Customer Service]"),
        ("a, quality", None),
        ("quality & zzz", None),
        ("x, y, z", None),
        ("quality, \u2605", None),
    ],
)
def test_a_list_in_a_hint_has_only_terms_that_there_are(typed: str, listed: str | None) -> None:
    assert (unknown_hint(typed, TOPICS).partition("write several as a list: ")[2] or None) == listed


def test_a_list_of_which_something_is_no_term_names_those_there_are() -> None:
    older = OLDER.format("quality, zzz", "a term")
    assert unknown_hint("quality, zzz", TOPICS) == f'did you mean "Quality"? I{older[1:]}'


def test_a_taxonomy_without_terms_says_so() -> None:
    empty = make_vocabulary(Taxonomy(id="topic", label="Topic", field="topics"))
    assert unknown_hint("quality", empty) == "site.yaml lists no terms for it"


def test_a_term_of_an_open_vocabulary_is_unknown_only_without_letters_and_digits() -> None:
    anything = make_vocabulary(Taxonomy(id="topic", label="Topic", field="topics", is_open=True))
    assert unknown_term("\u2605", anything) == (
        'the topic "\u2605" has no letter or digit',
        "write it in words",
    )


def test_a_value_that_is_read_without_its_signs_is_told_with_the_term() -> None:
    languages = make_vocabulary(Taxonomy(id="topic", label="Topic", field="topics", terms=(Term("c", "C"),)))
    assert inexact_term("C", languages) is None
    assert inexact_term("C++", languages) == (
        'the topic "C++" is read as "c"',
        'write "c" if that is meant; if it is not, add a term for "C++" to site.yaml',
    )


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1-3", "write several as a list: [1, 2, 3]"),
        ("2 to 3", "write several as a list: [2, 3]"),
        ("1\u20132", "write several as a list: [1, 2]"),
        ("3.0", 'did you mean "3"?'),
        ("1 3", "write several as a list: [1, 3]"),
    ],
)
def test_numbers_of_levels_are_understood(typed: str, hint: str) -> None:
    terms = tuple(Term(str(number), f"Level {number}") for number in (1, 2, 3))
    levels = make_vocabulary(Taxonomy(id="level", label="Level", field="team_levels", terms=terms))
    assert unknown_hint(typed, levels) == hint
    for beyond in ("1-9", "3-1", "4.0", "1-99"):
        assert "as a list" not in unknown_hint(beyond, levels)
