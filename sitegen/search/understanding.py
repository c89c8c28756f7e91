"""What the words of a query stand for in an index: words of pages, what they were mistyped for, or nothing.

static/js/search/scoring.py and corrections.js do the same for readers.
"""

import re
from typing import NamedTuple

from sitegen.model import Record
from sitegen.search.corrections import Correction, completions, correction
from sitegen.search.lexicon import Lexicon, Meaning
from sitegen.search.ranking_constants import (
    COMPLETED_FACTOR,
    ENDINGS,
    EXACT_FACTOR,
    MAX_SHORT_PREFIX,
    MIN_LETTERS_BEFORE_ENDING,
    MIN_LETTERS_CERTAIN,
    MIN_LETTERS_OF_LONGER_PART,
    MIN_LETTERS_OF_PART,
    UNACCENTED_FACTOR,
)
from sitegen.search.words.analysis import is_dropped
from sitegen.search.words.query import Query, Word
from sitegen.search.words.stems import stem

_ENDING = re.compile(f"(?:{ENDINGS})$")
_DIGIT = re.compile("[0-9]")
_RAREST = -(1 << 62)
"""How frequent a word is that no page has."""


class Understood(Record, frozen=True, kw_only=True):
    """A query, with what is certain to be meant in place of what was mistyped; of each of its words, the meaning.

    `corrected` are (typed, used instead), `suggested` (typed, may be meant, not used), `missing` the words that no
    document has and that stand for nothing.
    """

    query: Query
    meanings: list[Meaning]
    corrected: tuple[tuple[str, str], ...]
    suggested: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


class _Guessed(NamedTuple):
    """A typed word: its meaning; if it has none, what may be meant."""

    word: Word
    meaning: Meaning
    guess: Correction | None


def understand(lexicon: Lexicon, query: Query) -> Understood:
    """Return what a query asks for; what is certain to be mistyped is read as if the other word had been typed."""
    guessed = _guesses(lexicon, query)
    certain = {one.word: one.guess.word for one in guessed if one.guess and one.guess.is_certain}
    if certain:
        query = query.with_words({word.folded: used for word, used in certain.items()})
        guessed = _guesses(lexicon, query)
    return Understood(
        query=query,
        meanings=[one.meaning for one in guessed],
        corrected=tuple((word.text, used) for word, used in certain.items()),
        suggested=tuple((one.word.text, one.guess.word) for one in guessed if one.guess),
        missing=tuple(one.word.text for one in guessed if not one.meaning.stems and not query.is_named(one.word)),
    )


def _guesses(lexicon: Lexicon, query: Query) -> list[_Guessed]:
    guessed = []
    for at, word in enumerate(query.words):
        stems, shown = _known(lexicon, word, is_start=query.prefix and at == len(query.words) - 1)
        guess = None if stems else _guess(lexicon, query, word)
        guessed.append(_Guessed(word, Meaning(stems, word.weight, tuple(shown)), guess))
    return guessed


def _guess(lexicon: Lexicon, query: Query, typed: Word) -> Correction | None:
    """Return what may be meant by a word that no page has: two words written as one, else another.

    What is part of a name is two words only where the site's own words have it as two.
    """
    word, is_named = typed.folded, query.is_named(typed)
    if is_named and lexicon.is_kept(word):
        return None
    parts = _parts(lexicon, word)
    if parts:
        return Correction(" ".join(parts), len(word) >= MIN_LETTERS_CERTAIN or bool(_DIGIT.search(word)))
    if is_named or lexicon.is_kept(word):
        return None
    unseen = [(name, _RAREST) for name in query.known]
    return correction(
        word,
        lambda: [*lexicon.frequent(lexicon.starting(word[0])), *unseen],
        lambda: [*lexicon.frequent(lexicon.ending(word[-1])), *unseen],
    )


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
    if is_start and len(word) > 1 and not stems:
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
