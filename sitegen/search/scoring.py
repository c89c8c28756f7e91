"""Score a query over any index of stems, a `Lexicon`, as docs/search-format.md says.

`staff/searcher.py` hands it the staff's index; tests hand it the readers' shards too, and hold both to
tests/reference/search_definition.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from sitegen.search.corrections import WordFrequencies, completions, corrections, distance, is_certain
from sitegen.search.named_pages import NAMES_NOTHING, NamedPages
from sitegen.search.ranking_constants import (
    COMPLETED_FACTOR,
    CORRECTED_FACTOR,
    ENDINGS,
    ENOUGH_WITH_PHRASE,
    EXACT_FACTOR,
    MAX_QUERY_WORDS,
    MAX_READ_FOR_PHRASE,
    MAX_SHORT_PREFIX,
    MAX_TIERED_WORDS,
    MIN_LETTERS_BEFORE_ENDING,
    MIN_LETTERS_OF_LONGER_PART,
    MIN_LETTERS_OF_PART,
    PHRASE_BATCH,
    RANK_BASE,
    UNACCENTED_FACTOR,
)
from sitegen.search.words.analysis import is_dropped
from sitegen.search.words.query import Query, Word
from sitegen.search.words.stems import stem

_ENDING = re.compile(f"(?:{ENDINGS})$")


class Lexicon(Protocol):
    """An index, by stem."""

    def roots(self, word: str) -> list[str]:
        """Return the stems that a folded word is held by, or the word where it is a stem itself.

        Empty where no document has it. A word of Spanish and English pages has two.
        """

    def is_stem(self, root: str) -> bool:
        """Whether any document has a stem."""

    def is_kept(self, word: str) -> bool:
        """Whether an unknown folded word is right as it is: a word of a term's name or of a group of synonyms."""

    def idf(self, root: str) -> int:
        """Return the idf of a stem that a document has."""

    def scores(self, root: str) -> Iterator[tuple[int, int]]:
        """Yield (document number, idf times impact) of the documents that have a stem."""

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


class Understood(NamedTuple):
    """What the words of a query stand for: of each its meaning, in their order, then those of words split off.

    `corrected` are (typed, used instead), `suggested` (typed, may be meant, not used), `missing` the words that no
    document has and that stand for nothing.
    """

    meanings: list[Meaning]
    corrected: tuple[tuple[str, str], ...]
    suggested: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


class Row(NamedTuple):
    """A document found: its number, its score, and which of the words it has, as bits."""

    number: int
    score: int
    bits: int


def meanings(lexicon: Lexicon, query: Query, *, prefix: bool) -> Understood:
    """Return what the words of a query stand for."""
    understood, split_off = [], []
    corrected, suggested, missing = [], [], []
    for at, word in enumerate(query.words):
        is_start = prefix and query.prefix and at == len(query.words) - 1
        stems, shown = _known(lexicon, word, is_start=is_start)
        is_named = query.is_named(word)
        parts = () if stems or is_named else _parts(lexicon, word.folded)
        if parts:
            of_parts = [Meaning(_stems(lexicon, (part,), EXACT_FACTOR), word.weight, (part,)) for part in parts]
            stems, shown = of_parts[0].stems, [parts[0]]
            split_off += [meaning for meaning in of_parts[1:] if meaning.stems]
            corrected.append((word.text, " ".join(parts)))
        elif not stems and not is_named:
            shown, maybe = _corrections(lexicon, word.folded)
            stems = _stems(lexicon, shown, CORRECTED_FACTOR)
            corrected += [(word.text, other) for other in shown[:1]]
            suggested += [(word.text, other) for other in maybe]
            missing += [] if shown else [word.text]
        understood.append(Meaning(stems, word.weight, tuple(shown)))
    return Understood([*understood, *split_off][:MAX_QUERY_WORDS], tuple(corrected), tuple(suggested), tuple(missing))


def _stems(lexicon: Lexicon, words: Iterable[str], factor: int) -> dict[str, int]:
    return {root: factor for word in words for root in lexicon.roots(word)}


def _known(lexicon: Lexicon, typed: Word, *, is_start: bool) -> tuple[dict[str, int], list[str]]:
    """Return the stems that a word stands for, with their factors, and the words that gave them."""
    word = typed.folded
    stems: dict[str, int] = {}
    shown = [word]
    if typed.text != word:
        stems |= dict.fromkeys(lexicon.roots(typed.text), EXACT_FACTOR)
    own_factor = UNACCENTED_FACTOR if stems else EXACT_FACTOR
    for root in lexicon.roots(word):
        stems.setdefault(root, own_factor)
    if is_start and len(word) > 1:
        for other in _longer(lexicon, word):
            roots = lexicon.roots(other)
            for root in roots:
                stems.setdefault(root, COMPLETED_FACTOR)
            shown += [other] if roots else []
    if stems:
        return stems, shown
    if lexicon.is_stem(stem(word)):
        return {stem(word): EXACT_FACTOR}, shown
    shorter = _without_ending(word)
    roots = lexicon.roots(shorter)
    return (dict.fromkeys(roots, COMPLETED_FACTOR), [shorter]) if roots else ({}, shown)


def _longer(lexicon: Lexicon, start: str) -> list[str]:
    """Return the words that a typed beginning stands for."""
    words = lexicon.starting(start)
    return completions(start, lexicon.frequent(words)) if len(start) <= MAX_SHORT_PREFIX else words


def _without_ending(word: str) -> str:
    kept = word[:MIN_LETTERS_BEFORE_ENDING]
    return kept + _ENDING.sub("", word[MIN_LETTERS_BEFORE_ENDING:])


def _parts(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """Return the two known words that an unknown one is made of, the longest first; empty where there are none.

    The second may be one that queries leave out.
    """
    if len(word) < MIN_LETTERS_OF_PART + MIN_LETTERS_OF_LONGER_PART:
        return ()
    firsts = {first for first, _ in lexicon.frequent(lexicon.starting(word[:MIN_LETTERS_OF_PART]))}
    for at in range(len(word) - MIN_LETTERS_OF_PART, MIN_LETTERS_OF_PART - 1, -1):
        first, rest = word[:at], word[at:]
        is_long = max(at, len(rest)) >= MIN_LETTERS_OF_LONGER_PART
        if is_long and first in firsts and (is_dropped(rest) or lexicon.roots(rest)):
            return first, rest
    return ()


def _corrections(lexicon: Lexicon, typed: str) -> tuple[list[str], list[str]]:
    """Return the words that are certain to be meant by an unknown one; else the first that may be."""
    if lexicon.is_kept(typed):
        return [], []

    def near(words: Iterable[str], mistakes: int) -> WordFrequencies:
        return lexicon.frequent(word for word in words if distance(typed, word, mistakes) == mistakes)

    words, mistakes = corrections(
        typed,
        lambda mistakes: near(lexicon.starting(typed[0]), mistakes),
        lambda mistakes: near(lexicon.ending(typed[2:]), mistakes),
    )
    certain = [word for word in words if is_certain(typed, mistakes, min(map(lexicon.idf, lexicon.roots(word))))]
    return certain, [] if certain else words[:1]


def ranked(lexicon: Lexicon, query_meanings: Sequence[Meaning], named: NamedPages = NAMES_NOTHING) -> list[Row]:
    """Return the documents that have any of the words or that are named, best first."""
    scores: dict[int, int] = {}
    bits: dict[int, int] = {}
    every = sum(1 << at for at, meaning in enumerate(query_meanings) if meaning.stems)
    for at, meaning in enumerate(query_meanings):
        for number, score in best_scores(lexicon, meaning.stems).items():
            scores[number] = scores.get(number, 0) + score * meaning.weight
            bits[number] = bits.get(number, 0) | 1 << at
    for raised in named.raised:
        every |= raised.bits if raised.scores else 0
        for number, score in raised.scores.items():
            scores[number] = scores.get(number, 0) + score
            bits[number] = bits.get(number, 0) | raised.bits
    for number in named.titled | named.meant:
        scores.setdefault(number, 0)
        bits.setdefault(number, 0)
    is_tiered = len(query_meanings) <= MAX_TIERED_WORDS

    def key(row: Row) -> tuple[Any, ...]:
        leads = (row.number not in named.titled, row.number not in named.meant)
        return (*leads, is_tiered and row.bits != every, -row.score, lexicon.tie_break(row.number))

    rows = [Row(number, score * (RANK_BASE + lexicon.rank(number)), bits[number]) for number, score in scores.items()]
    return named.promote(sorted(rows, key=key))


def best_scores(lexicon: Lexicon, stems: Mapping[str, int]) -> dict[int, int]:
    """Return the score of a word in each document that has it: that of the best of its stems, not their sum."""
    scores: dict[int, int] = {}
    for root, factor in stems.items():
        for number, score in lexicon.scores(root):
            if score * factor > scores.get(number, 0):
                scores[number] = score * factor
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
    rows_with_phrases: list[Row] = []
    read = 0
    while read < min(len(near), MAX_READ_FOR_PHRASE) and len(rows_with_phrases) < ENOUGH_WITH_PHRASE:
        batch = near[read : read + PHRASE_BATCH]
        rows_with_phrases += [row for row in batch if all(has(row.number, phrase) for phrase in query.phrases)]
        read += PHRASE_BATCH
    return rows_with_phrases, read < len(near)
