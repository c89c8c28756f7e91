"""Searching the staff's index: ranking.py's definition, worked out over Whoosh's postings."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from hashlib import blake2b
from itertools import takewhile
from typing import NamedTuple

from sitegen.model import Record
from sitegen.search.impacts import idf, level_table
from sitegen.search.library import Kept, Library, kept_of, postings, unpacked
from sitegen.search.query import Query
from sitegen.search.ranking import COMPLETED, CORRECTED, EXACT, RANKED, READ_FOR_PHRASES, has_phrase
from sitegen.search.steps import length_step, size_step
from sitegen.search.vectors import root_of
from sitegen.search.vocabulary import LONGEST_NEAR, SHORT, completions, corrections, distance

_LAST = chr(0x10FFFF)

Selection = Mapping[str, AbstractSet[str]]
"""Taxonomy ids to term ids: any of a taxonomy's, of each taxonomy."""


class Found(Record, frozen=True):
    """What a query found: how many, (document number, score) best first, and the words that were used.

    `corrected` are (typed, used) words; `words` are the folded words to highlight.
    """

    total: int
    hits: tuple[tuple[int, int], ...]
    corrected: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


class _Meaning(NamedTuple):
    """What a typed word stands for: stems with their factors, how often it was typed, and the words that gave them."""

    stems: dict[str, int]
    weight: int
    words: tuple[str, ...]


class Finder:
    """Answers queries from an index; opens it once. Raises what Whoosh raises where it is damaged."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reader = library.reader()
        self._count = self._reader.doc_count()
        self._places: dict[int, tuple[bytes, str]] = {}

    def close(self) -> None:
        """Let go of the index."""
        self._reader.close()

    def kept(self, number: int) -> Kept:
        """Give what the index keeps of a document."""
        return kept_of(self._reader, number)

    def terms(self, facet: str) -> list[str]:
        """Give the terms of a taxonomy that any document has, sorted."""
        start = f"{facet}="
        found = (word.decode() for _, word in self._reader.terms_from("terms", start))
        return [word.removeprefix(start) for word in takewhile(lambda word: word.startswith(start), found)]

    def find(self, query: Query, selection: Selection | None = None, *, prefix: bool = True) -> Found:
        """Answer a query among the documents of a selection; without `prefix` the last word is a whole one."""
        meanings, corrected = self._meanings(query, prefix=prefix and query.prefix)
        allowed = self._selected(selection or {})
        ranked = self._ranked(meanings) if query.words else [(number, 0, 0) for number in self._all()]
        if query.phrases:
            ranked = self._with_phrases(ranked, query)
        hits = tuple((number, score) for number, score, _ in ranked if allowed is None or number in allowed)
        shown = dict.fromkeys(word for meaning in meanings for word in meaning.words)
        return Found(len(hits), hits, corrected, tuple(shown))

    def _all(self) -> list[int]:
        return sorted(self._reader.all_doc_ids(), key=self._place)

    def _selected(self, selection: Selection) -> frozenset[int] | None:
        """Give the documents of a selection; None for all."""
        allowed: frozenset[int] | None = None
        for facet, terms in selection.items():
            of_facet = frozenset(n for term in terms for n, _ in postings(self._reader, "terms", f"{facet}={term}"))
            allowed = of_facet if allowed is None else allowed & of_facet
        return allowed

    def _meanings(self, query: Query, *, prefix: bool) -> tuple[list[_Meaning], tuple[tuple[str, str], ...]]:
        """Give what each word of a query stands for, and the words that were corrected."""
        found, corrected = [], []
        for at, word in enumerate(query.words):
            stems, shown = self._known(word.text, is_start=prefix and at == len(query.words) - 1)
            if not stems:
                shown = self._near(word.text)
                stems = {root_of(other): CORRECTED for other in shown}
                corrected += [(word.text, other) for other in shown[:1]]
            found.append(_Meaning(stems, word.weight, tuple(shown)))
        return found, tuple(corrected)

    def _known(self, word: str, *, is_start: bool) -> tuple[dict[str, int], list[str]]:
        """Give the stems that a word stands for, with their factors, and the words that gave them."""
        stems: dict[str, int] = {}
        shown = [word]
        own = next((root for root in (root_of(word), word) if root and self._frequency(root)), "")
        if own:
            stems[own] = EXACT
        if is_start and len(word) > 1:
            longer = self._starting(word)
            if len(word) <= SHORT:
                longer = completions(word, self._with_steps(longer))
            for other in longer:
                if self._frequency(root_of(other)):
                    stems.setdefault(root_of(other), COMPLETED)
                    shown.append(other)
        return stems, shown

    def _starting(self, start: str) -> list[str]:
        """Give the words of the index that begin so, sorted."""
        known = self._words
        return known[bisect_left(known, start) : bisect_left(known, start + _LAST)]

    def _near(self, typed: str) -> list[str]:
        most = 1 if len(typed) <= LONGEST_NEAR else 2
        alike = [word for word in self._starting(typed[:1]) if distance(typed, word, most) <= most]
        return corrections(typed, self._with_steps(alike))

    def _with_steps(self, found: Iterable[str]) -> list[tuple[str, int]]:
        """Give words with how often they occur in steps, without those that no document has any more."""
        steps = ((word, self._frequency(root_of(word)).bit_length()) for word in found)
        return [(word, step) for word, step in steps if step]

    def _ranked(self, meanings: list[_Meaning]) -> list[tuple[int, int, int]]:
        """Give (document, score, words that it has as bits), best first."""
        scores: dict[int, int] = {}
        bits: dict[int, int] = {}
        ranks: dict[int, int] = {}
        for at, meaning in enumerate(meanings):
            for number, score in self._scores(meaning.stems, ranks).items():
                scores[number] = scores.get(number, 0) + score * meaning.weight
                bits[number] = bits.get(number, 0) | 1 << at
        every = sum(1 << at for at, meaning in enumerate(meanings) if meaning.stems)
        found = [(number, score * (RANKED + ranks[number]), bits[number]) for number, score in scores.items()]
        return sorted(found, key=lambda row: (row[2] != every, -row[1], self._place(row[0])))

    def _scores(self, stems: Mapping[str, int], ranks: dict[int, int]) -> dict[int, int]:
        """Give what a word says of each document that has it: that of the best of its stems. Fills in the ranks."""
        found: dict[int, int] = {}
        for root, factor in stems.items():
            held = list(postings(self._reader, "words", root))
            weight = idf(self._rounded, len(held)) * factor
            for number, packed in held:
                plain, step, ranks[number] = unpacked(packed)
                score = weight * level_table(step - self._average)[plain]
                if score > found.get(number, 0):
                    found[number] = score
        return found

    def _with_phrases(self, ranked: list[tuple[int, int, int]], query: Query) -> list[tuple[int, int, int]]:
        """Keep those that say all phrases, among the first that have all words of them."""
        inside = {word for phrase in query.phrases for word in phrase}
        needed = sum(1 << at for at, word in enumerate(query.words) if word.text in inside)
        near = [row for row in ranked if row[2] & needed == needed][:READ_FOR_PHRASES]
        return [row for row in near if all(has_phrase(self.kept(row[0]).text, phrase) for phrase in query.phrases)]

    def _frequency(self, root: str) -> int:
        """Give how many documents have a stem, those not yet swept out of the index too."""
        return int(self._reader.doc_frequency("words", root)) if root else 0

    def _place(self, number: int) -> tuple[bytes, str]:
        found = self._places.get(number)
        if found is None:
            path = self.kept(number).path
            self._places[number] = found = blake2b(path.encode(), digest_size=8).digest(), path
        return found

    @cached_property
    def _words(self) -> list[str]:
        return self._library.words()

    @cached_property
    def _rounded(self) -> int:
        return size_step(self._count)

    @cached_property
    def _average(self) -> int:
        state = self._library.state()
        lengths = [held.length for held in state.documents.values()] if state else []
        return length_step(sum(lengths) / len(lengths)) if lengths else 0
