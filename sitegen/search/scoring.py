"""Score a query over any index of stems, a `Lexicon`, as docs/search-format.md says.

`staff/finding.py` hands it the staff's index; tests hand it the readers' shards too, and hold both to
tests/reference/search_definition.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from sitegen.search.corrections import WordFrequencies, completions, corrections, distance
from sitegen.search.ranking_constants import (
    COMPLETED_FACTOR,
    CORRECTED_FACTOR,
    ENDINGS,
    ENOUGH_WITH_PHRASE,
    EXACT_FACTOR,
    MAX_READ_FOR_PHRASE,
    MAX_SHORT_PREFIX,
    MAX_TIERED_WORDS,
    MIN_LETTERS_BEFORE_ENDING,
    PHRASE_BATCH,
    RANK_BASE,
    UNACCENTED_FACTOR,
)
from sitegen.search.words.query import Query, Word

_ENDING = re.compile(f"(?:{ENDINGS})$")


class Lexicon(Protocol):
    """An index, by stem."""

    def root(self, word: str) -> str:
        """Return the stem that a folded word is held by; empty where no document has it."""

    def impacts(self, root: str) -> Iterator[tuple[int, int]]:
        """Yield (document number, idf times level) of the documents that have a stem."""

    def starting(self, start: str) -> list[str]:
        """Return the words that begin so."""

    def ending(self, end: str) -> list[str]:
        """Return the words that end so."""

    def frequent(self, words: Iterable[str]) -> WordFrequencies:
        """Return how frequent words are, without those that no document has."""

    def rank(self, number: int) -> int:
        """Return the rank of a document that `impacts` has yielded."""

    def tie_break(self, number: int) -> Any:
        """Return the key by which documents of one score are sorted."""


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
    """Return what each word of a query stands for, in its order, and (typed, used) of those corrected."""
    found, corrected = [], []
    for at, word in enumerate(query.words):
        is_start = prefix and query.prefix and at == len(query.words) - 1
        stems, shown = _known(lexicon, word, is_start=is_start)
        if not stems:
            shown = _corrections(lexicon, word.folded)
            stems = {lexicon.root(other): CORRECTED_FACTOR for other in shown}
            corrected += [(word.text, other) for other in shown[:1]]
        found.append(Meaning(stems, word.weight, tuple(shown)))
    return found, tuple(corrected)


def _known(lexicon: Lexicon, typed: Word, *, is_start: bool) -> tuple[dict[str, int], list[str]]:
    """Return the stems that a word stands for, with their factors, and the words that gave them."""
    word = typed.folded
    stems: dict[str, int] = {}
    shown = [word]
    if typed.text != word and lexicon.root(typed.text):
        stems[typed.text] = EXACT_FACTOR
    own = lexicon.root(word)
    if own:
        stems[own] = UNACCENTED_FACTOR if stems else EXACT_FACTOR
    if is_start and len(word) > 1:
        for other in _longer(lexicon, word):
            root = lexicon.root(other)
            if root:
                stems.setdefault(root, COMPLETED_FACTOR)
                shown.append(other)
    if stems:
        return stems, shown
    shorter = _without_ending(word)
    root = lexicon.root(shorter)
    return ({root: COMPLETED_FACTOR}, [shorter]) if root else ({}, shown)


def _longer(lexicon: Lexicon, start: str) -> list[str]:
    """Return the words that a typed beginning stands for."""
    words = lexicon.starting(start)
    return completions(start, lexicon.frequent(words)) if len(start) <= MAX_SHORT_PREFIX else words


def _without_ending(word: str) -> str:
    kept = word[:MIN_LETTERS_BEFORE_ENDING]
    return kept + _ENDING.sub("", word[MIN_LETTERS_BEFORE_ENDING:])


def _corrections(lexicon: Lexicon, typed: str) -> list[str]:
    """Return the words that may be meant by an unknown one."""

    def near(words: Iterable[str], mistakes: int) -> WordFrequencies:
        return lexicon.frequent(word for word in words if distance(typed, word, mistakes) == mistakes)

    return corrections(
        typed,
        lambda mistakes: near(lexicon.starting(typed[0]), mistakes),
        lambda mistakes: near(lexicon.ending(typed[2:]), mistakes),
    )


def ranked(lexicon: Lexicon, found: Sequence[Meaning]) -> list[Row]:
    """Return the documents that have any of the words, best first."""
    scores: dict[int, int] = {}
    bits: dict[int, int] = {}
    for at, meaning in enumerate(found):
        for number, score in best_scores(lexicon, meaning.stems).items():
            scores[number] = scores.get(number, 0) + score * meaning.weight
            bits[number] = bits.get(number, 0) | 1 << at
    every = sum(1 << at for at, meaning in enumerate(found) if meaning.stems)
    rows = [Row(number, score * (RANK_BASE + lexicon.rank(number)), bits[number]) for number, score in scores.items()]
    is_tiered = len(found) <= MAX_TIERED_WORDS
    return sorted(rows, key=lambda row: (is_tiered and row.bits != every, -row.score, lexicon.tie_break(row.number)))


def best_scores(lexicon: Lexicon, stems: Mapping[str, int]) -> dict[int, int]:
    """Return the score of a word in each document that has it: that of the best of its stems, not their sum."""
    scores: dict[int, int] = {}
    for root, factor in stems.items():
        for number, impact in lexicon.impacts(root):
            if impact * factor > scores.get(number, 0):
                scores[number] = impact * factor
    return scores


def with_phrases(
    rows: Iterable[Row], query: Query, has: Callable[[int, Sequence[str]], bool]
) -> tuple[list[Row], bool]:
    """Return the rows that say all phrases, and whether there may be more in documents that were not read.

    Of the rows that have all the phrases' words, as many are read as docs/search-format.md says; `has` reads one.
    """
    inside = {word for phrase in query.phrases for word in phrase}
    needed = sum(1 << at for at, word in enumerate(query.words) if word.folded in inside)
    near = [row for row in rows if row.bits & needed == needed]
    found: list[Row] = []
    read = 0
    while read < min(len(near), MAX_READ_FOR_PHRASE) and len(found) < ENOUGH_WITH_PHRASE:
        batch = near[read : read + PHRASE_BATCH]
        found += [row for row in batch if all(has(row.number, phrase) for phrase in query.phrases)]
        read += PHRASE_BATCH
    return found, read < len(near)
