"""What a typed word may have been meant to be: words that it begins, and words that it was mistyped for."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from sitegen.search.ranking_constants import (
    MAX_COMPLETIONS,
    MIN_LETTERS_CERTAIN,
    MIN_LETTERS_CERTAIN_TWO,
    MIN_LETTERS_MISTAKE,
    MIN_LETTERS_SAME,
)
from sitegen.search.words.singular import singular

WordFrequencies = Iterable[tuple[str, int]]
"""(word, how frequent it is: a greater number is more frequent)."""

Words = Callable[[], WordFrequencies]
"""Returns words with how frequent they are; called where they are needed."""

_DIGIT = re.compile("[0-9]")
_VOWELS = re.compile("[aeiou]")


class Correction(NamedTuple):
    """A word that may be meant by an unknown one; and whether it is certain to be."""

    word: str
    is_certain: bool


def completions(start: str, words: WordFrequencies) -> list[str]:
    """Return the most frequent words that go on after a short beginning, the most frequent first."""
    longer = [(-frequency, word) for word, frequency in words if word.startswith(start) and word != start]
    return [word for _, word in sorted(longer)[:MAX_COMPLETIONS]]


def correction(typed: str, same_start: Words, same_end: Words) -> Correction | None:
    """Return the word that an unknown one was mistyped for; None where nothing comes near.

    Words with one mistake and the same first letter come first, then those with the same last letter, then those with
    two mistakes. Of the first of these that there are it is the most frequent that is certain to be meant, else the
    most frequent. What has a digit is neither corrected nor used.
    """
    if len(typed) < MIN_LETTERS_SAME or _DIGIT.search(typed):
        return None
    tries = (
        (MIN_LETTERS_SAME, same_start, 1),
        (MIN_LETTERS_MISTAKE, same_end, 1),
        (MIN_LETTERS_CERTAIN, same_start, 2),
    )
    for least, words_with, mistakes in tries:
        near = []
        for word, frequency in words_with() if len(typed) >= least else ():
            forms = [] if _DIGIT.search(word) else near_forms(typed, word, mistakes)
            is_certain = any(_is_certain(typed, form, mistakes) for form in forms)
            if is_certain or (forms and len(typed) >= MIN_LETTERS_MISTAKE):
                near.append((not is_certain, -frequency, word))
        if near:
            is_uncertain, _, word = min(near)
            return Correction(word, not is_uncertain)
    return None


def near_forms(typed: str, word: str, mistakes: int) -> list[str]:
    """Return those of a word and its singular that have at most so many mistakes."""
    forms = dict.fromkeys((word, singular(word)))
    return [form for form in forms if distance(typed, form, mistakes) <= mistakes]


def _is_certain(typed: str, form: str, mistakes: int) -> bool:
    """Whether a word with some mistakes is certain to be meant.

    In a long word any one mistake is, or two in its vowels. In a shorter one a letter that was left out, typed twice or
    swapped with its neighbor, but for the first: another letter may be another word.
    """
    if mistakes > 1:
        return len(typed) >= MIN_LETTERS_CERTAIN_TWO or _VOWELS.sub("", typed) == _VOWELS.sub("", form)
    is_slip = set(typed) == set(form) or (len(typed) >= MIN_LETTERS_MISTAKE and len(typed) < len(form))
    return len(typed) >= MIN_LETTERS_CERTAIN or (is_slip and typed[0] == form[0])


def distance(one: str, other: str, limit: int) -> int:
    """Return the Damerau-Levenshtein distance of two words, or `limit` + 1 where it is greater than `limit`.

    Each pair of neighboring letters may be swapped once, and is not edited again.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        next_row = [at]
        for column, wanted in enumerate(other, 1):
            cost = min(row[column] + 1, next_row[column - 1] + 1, row[column - 1] + (letter != wanted))
            if at > 1 and column > 1 and letter == other[column - 2] and one[at - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            next_row.append(cost)
        before, row = row, next_row
    return min(row[-1], limit + 1)
