"""Score a query over any index of stems, a `Lexicon`, as docs/search-format.md says.

`staff/searcher.py` hands it the staff's index; tests hand it the readers' shards too, and hold both to
tests/reference/search_definition.py.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sitegen.search.lexicon import Lexicon, Meaning
from sitegen.search.named_pages import NAMES_NOTHING, NamedPages
from sitegen.search.ranking_constants import (
    ENOUGH_WITH_PHRASE,
    MAX_READ_FOR_PHRASE,
    MAX_TIERED_WORDS,
    PHRASE_BATCH,
    RANK_BASE,
)
from sitegen.search.words.query import Query


class Row(NamedTuple):
    """A document found: its number, its score, and which of the words it has, as bits."""

    number: int
    score: int
    bits: int


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
