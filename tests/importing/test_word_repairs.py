"""Words that lost something on their way: what is certain is repaired, what is not is asked."""

import pytest

from sitegen.importing.import_records import Notes
from sitegen.importing.word_repairs import WordRepairs


def repair_words(text: str, said: str, site_name: str, known: tuple[str, ...], notes: Notes) -> str:
    return WordRepairs(said, site_name, known, notes).repair_body(text)


REPAIRS = {
    "Mary 's board": "Mary's board",
    "union- affiliated": "union-affiliated",
    "pre- and post-work": "pre- and post-work",
    "two  spaces\u00a0here": "two spaces here",
    "em\u00adploy\u200bee": "employee",
    "W hen we met": "When we met",
    "A team met": "A team met",
    "U is a letter": "U is a letter",
    "Healthier U is one": "Healthier U is one",
    "PowerPoint and SharePoint": "PowerPoint and SharePoint",
    "[x](../tools/agreementProtects.md)": "[x](../tools/agreementProtects.md)",
}


@pytest.mark.parametrize(("before", "after"), REPAIRS.items())
def test_a_word_is_repaired(before: str, after: str) -> None:
    notes = Notes()
    assert repair_words(before, before, "lmpartnership.org", (), notes) == after


def test_glued_words_are_parted_where_both_stand_elsewhere() -> None:
    notes = Notes()
    text = "AgreementProtects"
    assert repair_words(text, "The Agreement. It protects.", "", (), notes) == "Agreement Protects"
    assert [(one.before, one.after) for one in notes.mended] == [("AgreementProtects", "Agreement Protects")]
    assert not notes.decisions


def test_glued_words_are_asked_about_elsewhere() -> None:
    notes = Notes()
    assert repair_words("AgreementProtects", "AgreementProtects", "", (), notes) == "AgreementProtects"
    assert [(one.text, one.near) for one in notes.decisions] == [
        ('"AgreementProtects" may be two words', "AgreementProtects")
    ]


def test_a_lost_letter_is_back_where_the_word_stands_whole() -> None:
    assert repair_words("GR WING STRONGER", "Growing Stronger GR WING", "", (), Notes()) == "GROWING STRONGER"


def test_a_lost_letter_is_asked_about_elsewhere() -> None:
    notes = Notes()
    assert repair_words("GR WING", "GR WING", "", ("UBT",), notes) == "GR WING"
    assert [one.text for one in notes.decisions] == ['"GR WING" may have lost a letter']


def test_a_short_form_beside_a_word_is_not_asked_about() -> None:
    notes = Notes()
    repair_words("LMP UNIONS", "LMP UNIONS", "", ("LMP",), notes)
    assert notes.decisions == []


def test_an_address_that_lost_its_end_is_asked_about() -> None:
    notes = Notes()
    text = "See LMPartnership/tools, and lmpartnership.org/tools."
    assert repair_words(text, text, "lmpartnership.org", (), notes) == text
    assert [(one.text, one.hint) for one in notes.decisions] == [
        ('the address "LMPartnership/tools" has lost a part', 'write "lmpartnership.org/tools" if that is meant')
    ]
