"""The words of the index by first letter: for short beginnings, and for words that are mistyped."""

from collections.abc import Iterable, Sequence

COMPLETIONS = 4
"""A beginning of two or three letters stands for this many words, the most frequent."""

SHORT = 3
LONGEST_NEAR = 7
"""Words up to this length may have one letter wrong, longer ones two."""

CORRECTIONS = 3

Words = Sequence[tuple[str, int]]
"""(word, how often it occurs in steps), sorted."""


def vocabulary(words: Iterable[tuple[str, int]]) -> bytes:
    """Write words, the most frequent first, then in the order of letters, with a space between."""
    return " ".join(word for _, word in sorted((-step, word) for word, step in words)).encode()


def completions(start: str, words: Iterable[tuple[str, int]]) -> list[str]:
    """Give the most frequent words that go on after a short beginning."""
    found = [(-step, word) for word, step in words if word.startswith(start) and word != start]
    return [word for _, word in sorted(found)[:COMPLETIONS]]


def corrections(typed: str, words: Iterable[tuple[str, int]]) -> list[str]:
    """Give the words that are nearest to an unknown one: the most frequent of those with the least mistakes."""
    if len(typed) < SHORT:
        return []
    best = 1 if len(typed) <= LONGEST_NEAR else 2
    found: list[tuple[int, int, str]] = []
    for word, step in words:
        mistakes = distance(typed, word, best)
        if mistakes <= best:
            best = mistakes
            found.append((mistakes, -step, word))
    return [word for mistakes, _, word in sorted(found)[:CORRECTIONS] if mistakes == best]


def distance(one: str, other: str, most: int) -> int:
    """Give the Damerau-Levenshtein distance (neighbours may be swapped once); more than `most` is `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        now = [at]
        for place, wanted in enumerate(other, 1):
            cost = min(row[place] + 1, now[place - 1] + 1, row[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            now.append(cost)
        before, row = row, now
    return min(row[-1], most + 1)
