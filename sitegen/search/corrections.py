"""What a typed word may have been meant to be: words that it begins, and words that it was mistyped for."""

from collections.abc import Callable, Iterable

from sitegen.search.ranking_constants import (
    MAX_COMPLETIONS,
    MAX_CORRECTIONS,
    MAX_IDF_FREQUENT,
    MIN_LETTERS_CERTAIN,
    MIN_LETTERS_CERTAIN_FREQUENT,
    MIN_LETTERS_CERTAIN_TWO,
    MIN_LETTERS_FIRST_MISTAKE,
    MIN_LETTERS_ONE_MISTAKE,
    MIN_LETTERS_TWO_MISTAKES,
)

WordFrequencies = Iterable[tuple[str, int]]
"""(word, how frequent it is: a greater number is more frequent)."""

WordsAtDistance = Callable[[int], WordFrequencies]
"""Returns the words at a distance from what was typed."""


def completions(start: str, words: WordFrequencies) -> list[str]:
    """Return the most frequent words that go on after a short beginning, the most frequent first."""
    longer = [(-frequency, word) for word, frequency in words if word.startswith(start) and word != start]
    return [word for _, word in sorted(longer)[:MAX_COMPLETIONS]]


def corrections(typed: str, same_start: WordsAtDistance, same_end: WordsAtDistance) -> tuple[list[str], int]:
    """Return the words that may be meant by an unknown one, and their distance: the most frequent of the nearest.

    Words with the same first letter come first, then those with the same last letter; each is looked up when it is
    needed. Empty where nothing comes near.
    """
    tries = (
        (MIN_LETTERS_ONE_MISTAKE, same_start, 1),
        (MIN_LETTERS_FIRST_MISTAKE, same_end, 1),
        (MIN_LETTERS_TWO_MISTAKES, same_start, 2),
    )
    for min_letters, words_at, mistakes in tries:
        if len(typed) >= min_letters:
            near = sorted((-frequency, word) for word, frequency in words_at(mistakes))
            if near:
                return [word for _, word in near[:MAX_CORRECTIONS]], mistakes
    return [], 0


def is_certain(typed: str, mistakes: int, idf: int) -> bool:
    """Whether a correction is certain to be meant: by the length of what was typed, and how rare the other word is."""
    if mistakes > 1:
        return len(typed) >= MIN_LETTERS_CERTAIN_TWO
    is_frequent = idf <= MAX_IDF_FREQUENT
    return len(typed) >= (MIN_LETTERS_CERTAIN_FREQUENT if is_frequent else MIN_LETTERS_CERTAIN)


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
