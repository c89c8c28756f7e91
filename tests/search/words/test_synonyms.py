"""What a text says in other words."""

import pytest

from sitegen.search.words.analysis import words
from sitegen.search.words.synonyms import Synonyms

GROUPS = (("UBT", "unit-based team"), ("PPT", "PowerPoint", "slides"), ("team talk", "huddle"), ("team", "crew"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our UBT meets", [(1, ("unit", "based", "team"))]),
        ("unit-based teams meet", [(0, ("ubt",))]),
        ("a slide", [(1, ("ppt",)), (1, ("powerpoint",))]),
        ("unit based work", []),
        ("Team Talks daily", [(0, ("huddle",))]),
        ("team", [(0, ("crew",))]),
        ("", []),
    ],
)
def test_a_text_says_in_other_words(text: str, expected: list[tuple[int, tuple[str, ...]]]) -> None:
    assert Synonyms(GROUPS).additions(words(text)) == expected


def test_the_same_words_in_two_groups_say_both() -> None:
    both = Synonyms((("P2P", "path"), ("path", "trail")))
    assert both.additions(["path"]) == [(0, ("p2p",)), (0, ("trail",))]


def test_no_groups_add_nothing() -> None:
    assert Synonyms(()).additions(["ubt"]) == []
