"""The words of the index by first and by last letter: for short beginnings, and for words that are mistyped."""

from collections.abc import Callable, Collection, Iterable, Sequence

COMPLETIONS = 4
"""A beginning of two or three letters stands for this many words, the most frequent."""

SHORT = 3

END = "-"
"""Stands before a letter that words end with: no word has a hyphen."""

ONE_WRONG, FIRST_WRONG, TWO_WRONG = 3, 4, 8
"""Words of so many letters may have one wrong, though not the first; the first; two, though not the first."""

CORRECTIONS = 3

Words = Iterable[tuple[str, int]]
"""(word, how frequent it is: a greater number is more frequent)."""

Near = Callable[[int], Words]
"""Gives the words at a distance from what was typed."""


def vocabularies(parts: Collection[Sequence[str]], *, at: int) -> dict[str, bytes]:
    """Write words by the letter at a place: 0 for the first, -1 for the last; a space between.

    `parts` are `Bucket.words`. The most frequent come first, then it goes by the order of letters.
    """
    found: dict[str, list[str]] = {}
    for step in reversed(range(max(map(len, parts), default=0))):
        for word in sorted(" ".join(part[step] for part in parts if step < len(part)).split()):
            found.setdefault(word[at], []).append(word)
    return {letter: " ".join(words).encode() for letter, words in found.items()}


def completions(start: str, words: Iterable[tuple[str, int]]) -> list[str]:
    """Give the most frequent words that go on after a short beginning."""
    found = [(-step, word) for word, step in words if word.startswith(start) and word != start]
    return [word for _, word in sorted(found)[:COMPLETIONS]]


def corrections(typed: str, same_start: Near, same_end: Near) -> list[str]:
    """Give the words that may be meant by an unknown one: the most frequent of those with the least mistakes.

    Words with the same first letter come first, then those with the same last letter; each is looked up when it is
    needed.
    """
    tries = ((ONE_WRONG, same_start, 1), (FIRST_WRONG, same_end, 1), (TWO_WRONG, same_start, 2))
    for letters, near, mistakes in tries:
        if len(typed) >= letters:
            found = sorted((-step, word) for word, step in near(mistakes))
            if found:
                return [word for _, word in found[:CORRECTIONS]]
    return []


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
