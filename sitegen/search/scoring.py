"""Queries answered over any index of stems: what ranking.py defines, worked out from postings.

`finding.py` gives it the staff's index and `reading.py` the readers' shards, each as a `Lexicon`; what both find is
decided here, once. ranking.py stays apart: it is what this is held to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from sitegen.search.ranking import (
    COMPLETED,
    CORRECTED,
    ENDINGS,
    ENOUGH,
    EXACT,
    FOLDED,
    MOST_READ,
    RANKED,
    READ_AT_ONCE,
    TIERED,
)
from sitegen.search.reader.vocabulary import SHORT, Words, completions, corrections, distance
from sitegen.search.words.query import Query, Word


class Lexicon(Protocol):
    """An index, by stem."""

    def root(self, word: str) -> str:
        """Give the stem that a folded word is held by; empty where no document has it."""

    def impacts(self, root: str) -> Iterator[tuple[int, int]]:
        """Give (document number, idf times level) of the documents that have a stem."""

    def starting(self, start: str) -> list[str]:
        """Give the words that begin so."""

    def ending(self, end: str) -> list[str]:
        """Give the words that end so."""

    def frequent(self, words: Iterable[str]) -> Words:
        """Give how frequent words are, without those that no document has."""

    def rank(self, number: int) -> int:
        """Give the rank of a document that `impacts` gave."""

    def place(self, number: int) -> Any:
        """Give what puts documents that are as good in order."""


class Meaning(NamedTuple):
    """What a typed word stands for: stems with their factors, how often it was typed, and the words that gave them."""

    stems: dict[str, int]
    weight: int
    words: tuple[str, ...]


class Row(NamedTuple):
    """A document found: its number, its score, and which of the words it has, as bits."""

    number: int
    score: int
    bits: int


def meanings(lexicon: Lexicon, query: Query, *, prefix: bool) -> tuple[list[Meaning], tuple[tuple[str, str], ...]]:
    """Give what each word of a query stands for, and (typed, used) of those corrected."""
    found, corrected = [], []
    for at, word in enumerate(query.words):
        is_start = prefix and query.prefix and at == len(query.words) - 1
        stems, shown = _known(lexicon, word, is_start=is_start)
        if not stems:
            shown = _corrections(lexicon, word.folded)
            stems = {lexicon.root(other): CORRECTED for other in shown}
            corrected += [(word.text, other) for other in shown[:1]]
        found.append(Meaning(stems, word.weight, tuple(shown)))
    return found, tuple(corrected)


def _known(lexicon: Lexicon, typed: Word, *, is_start: bool) -> tuple[dict[str, int], list[str]]:
    """Give the stems that a word stands for, with their factors, and the words that gave them."""
    word = typed.folded
    stems: dict[str, int] = {}
    shown = [word]
    if typed.text != word and lexicon.root(typed.text):
        stems[typed.text] = EXACT
    own = lexicon.root(word)
    if own:
        stems[own] = FOLDED if stems else EXACT
    if is_start and len(word) > 1:
        longer = lexicon.starting(word)
        for other in completions(word, lexicon.frequent(longer)) if len(word) <= SHORT else longer:
            root = lexicon.root(other)
            if root:
                stems.setdefault(root, COMPLETED)
                shown.append(other)
    if not stems:
        start = word[:3] + ENDINGS.sub("", word[3:])
        root = lexicon.root(start)
        if root:
            return {root: COMPLETED}, [start]
    return stems, shown


def _corrections(lexicon: Lexicon, typed: str) -> list[str]:
    """Give the words that may be meant by an unknown one."""

    def near(words: Iterable[str], mistakes: int) -> Words:
        return lexicon.frequent(word for word in words if distance(typed, word, mistakes) == mistakes)

    return corrections(
        typed,
        lambda mistakes: near(lexicon.starting(typed[0]), mistakes),
        lambda mistakes: near(lexicon.ending(typed[2:]), mistakes),
    )


def ranked(lexicon: Lexicon, found: Sequence[Meaning]) -> list[Row]:
    """Give the documents that have any of the words, best first."""
    scores: dict[int, int] = {}
    bits: dict[int, int] = {}
    for at, meaning in enumerate(found):
        for number, score in _best(lexicon, meaning.stems).items():
            scores[number] = scores.get(number, 0) + score * meaning.weight
            bits[number] = bits.get(number, 0) | 1 << at
    every = sum(1 << at for at, meaning in enumerate(found) if meaning.stems)
    rows = [Row(number, score * (RANKED + lexicon.rank(number)), bits[number]) for number, score in scores.items()]
    is_tiered = len(found) <= TIERED
    return sorted(rows, key=lambda row: (is_tiered and row.bits != every, -row.score, lexicon.place(row.number)))


def _best(lexicon: Lexicon, stems: Mapping[str, int]) -> dict[int, int]:
    """Give what a word says of each document that has it: that of the best of its stems."""
    found: dict[int, int] = {}
    for root, factor in stems.items():
        for number, impact in lexicon.impacts(root):
            if impact * factor > found.get(number, 0):
                found[number] = impact * factor
    return found


def with_phrases(
    rows: Iterable[Row], query: Query, has: Callable[[int, Sequence[str]], bool]
) -> tuple[list[Row], bool]:
    """Keep those that say all phrases, among the first that have all words of them; and say if there may be more."""
    inside = {word for phrase in query.phrases for word in phrase}
    needed = sum(1 << at for at, word in enumerate(query.words) if word.folded in inside)
    near = [row for row in rows if row.bits & needed == needed]
    found: list[Row] = []
    for read in range(0, MOST_READ, READ_AT_ONCE):
        if len(found) >= ENOUGH:
            return found, read < len(near)
        some = near[read : read + READ_AT_ONCE]
        found += [row for row in some if all(has(row.number, phrase) for phrase in query.phrases)]
    return found, len(near) > MOST_READ
