"""Terms that differ by a sign: `C`, `C#` and `C++`."""

import pytest

from sitegen.catalog.taxonomy import Vocabulary, is_inexact, make_vocabulary, match, term_of
from sitegen.model import LocatedText, Taxonomy, Term

LANGUAGES = (Term("c", "C"), Term("c-sharp", "C#"))


def vocabulary(*terms: Term, is_open: bool = False) -> Vocabulary:
    return make_vocabulary(Taxonomy(id="topic", label="Topic", field="topics", terms=terms, is_open=is_open))


def test_an_open_taxonomy_keeps_apart_what_differs_by_a_sign() -> None:
    typed = ("C", "C#", "C++", ".NET", "net", "1.0", "1-0", "c")
    matched = match([LocatedText(text) for text in typed], vocabulary(is_open=True))
    assert matched.ids == ("c", "c-sharp", "c-plus-plus", "dot-net", "net", "1-point-0", "1-0")
    assert matched.spellings == typed[:-1]


def test_a_list_of_terms_can_have_some_that_differ_by_a_sign() -> None:
    ids = [term_of(typed, vocabulary(*LANGUAGES)) for typed in ("C", "c#", "C#", "c-sharp")]
    assert ids == ["c", *["c-sharp"] * 3]


def test_an_open_taxonomy_keeps_its_listed_terms_apart_from_what_differs_by_a_sign() -> None:
    words = vocabulary(Term("c-sharp", "C#"), Term("net", "Net"), is_open=True)
    ids = [term_of(typed, words) for typed in ("C", "c#", ".NET", "NET")]
    assert ids == ["c", "c-sharp", "dot-net", "net"]


@pytest.mark.parametrize(
    ("typed", "expected"), [("C++", True), ("c", False), ("C!", False), ("C#", False), ("java", False)]
)
def test_a_value_whose_signs_no_term_has_is_inexact(typed: str, *, expected: bool) -> None:
    assert is_inexact(typed, vocabulary(*LANGUAGES)) == expected


@pytest.mark.parametrize("typed", ["#quality", "Quality!", "*quality*"])
def test_a_sign_that_no_term_has_is_passed_over(typed: str) -> None:
    assert term_of(typed, vocabulary(Term("quality", "Quality"))) == "quality"
