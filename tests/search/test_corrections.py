"""What a typed word may have been meant to be."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.corrections import completions, correction, distance
from tests.reference.typing_mistakes import mistakes

WORDS = st.text("abceilnrst", min_size=1, max_size=9)


def by_edits(one: str, other: str) -> int:
    """Return the distance as it is defined, one edit after the other."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        by_edits(one[1:], other) + 1,
        by_edits(one, other[1:]) + 1,
        by_edits(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if one[:2] == other[:2][::-1] and len(one) > 1 and len(other) > 1:
        best = min(best, by_edits(one[2:], other[2:]) + 1)
    return best


@given(WORDS, WORDS)
def test_distance_is_that_of_one_edit_after_the_other(one: str, other: str) -> None:
    one, other = one[:5], other[:5]
    assert distance(one, other, 9) == by_edits(one, other) == mistakes(one, other)


@given(WORDS, WORDS, st.integers(0, 3))
def test_a_distance_above_the_limit_is_one_more_than_the_limit(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(mistakes(one, other), limit + 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hudlde", "huddle!"),
        ("hudle", "huddle!"),
        ("huddlle", "huddle!"),
        ("hudple", "huddle?"),
        ("xuddle", "huddle?"),
        ("uddle", "huddle?"),
        ("uhddle", "huddle?"),
        ("ahuddle", "huddle?"),
        ("xudle", ""),
        ("improvemnet", "improvement!"),
        ("imporvemnet", "improvement!"),
        ("mprovement", "improvement!"),
        ("mprovemnet", ""),
        ("bargening", "bargaining!"),
        ("bargoxning", "bargaining!"),
        ("bargaiixg", "bargaining?"),
        ("custmer", "customers!"),
        ("taem", "team!"),
        ("tear", ""),
        ("seam", ""),
        ("teams2", ""),
        ("19977", ""),
        ("hu", ""),
        ("zzzzzz", ""),
        ("storm", "story?"),
        ("leadershop", "leadership!"),
        ("headership", "leadership!"),
    ],
)
def test_what_is_meant_by_an_unknown_word_is_certain_or_not(typed: str, meant: str) -> None:
    known = {"huddle": 3, "improvement": 2, "tea": 2, "teal": 1, "team": 9, "leadership": 1, "1997": 9}
    known |= {"bargaining": 2, "customers": 3, "story": 1}

    def near(at: int) -> Callable[[], list[tuple[str, int]]]:
        return lambda: [pair for pair in known.items() if pair[0][at] == typed[at]]

    other = correction(typed, near(0), near(-1))
    assert (f"{other.word}{'!' if other.is_certain else '?'}" if other else "") == meant


def test_short_beginnings_stand_for_the_most_frequent_words() -> None:
    words = [("tea", 2), ("teach", 5), ("team", 9), ("teams", 9), ("teas", 1), ("tell", 2)]
    assert completions("te", words) == ["team", "teams", "teach", "tea"]
