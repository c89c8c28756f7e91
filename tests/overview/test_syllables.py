"""Syllables, counted as dictionaries divide the words."""

import pytest

from sitegen.overview.syllables import count_syllables

WORDS = {
    1: "the be he a we you team place makes moved reached placed changed shoes does goes league guide guest build year "
    "voice friend field chief fruit your through said please don't can't bed red work months health hours tried used "
    "asked worked sides notes team's times gives real",
    2: "table tables handled people people's value issue wanted needed changes places useful likely homework sometimes "
    "workplace someone every being going doing flying layer beyond buyer patient social nation quiet client science "
    "didn't isn't rhythm careful statement movement partner safety huddle leader members labor surgeon argue evening "
    "business create unique technique carried houses nurse's processed minutes something report union million senior",
    3: "idea area video quality carrier easier earlier annual manual employee caregiver improvement management element "
    "implement agreement engagement measurement requirement medium influence anyone audience efficient religious "
    "partnership performance national radio manager theater completely decided opinion regional familiar civilian "
    "hospital department another together important recognized settlement families r\u00e9sum\u00e9",
    4: "experience society variety material evaluate affordable operation coalition interesting Permanente supervisor",
    5: "communication organization opportunity individual facilitator",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, text in WORDS.items() for word in text.split()])
def test_words_have_the_syllables_of_a_dictionary(count: int, word: str) -> None:
    assert count_syllables(word) == count
    assert count_syllables(word.capitalize()) == count


@pytest.mark.parametrize(
    ("word", "count"), [("UBT", 3), ("UBTs", 3), ("LMP", 3), ("PDSA", 4), ("SMART", 1), ("WHO", 5), ("KP", 2)]
)
def test_capitals_are_spelled_unless_they_can_be_spoken(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize("word", ["", "hmm", "'", "\u043d\u0430\u0448\u0430"])
def test_any_word_has_one_at_least(word: str) -> None:
    assert count_syllables(word) == 1
