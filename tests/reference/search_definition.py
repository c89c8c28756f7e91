"""What a search finds, and in which order, by looking at every document: docs/search-format.md as a program.

Nothing here is quick. The staff's search and the reader's script are held to it; it shares no number with them. What
was typed is understood by sitegen/search/words/, which has tables of cases of its own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sitegen.search.documents import Document
from sitegen.search.words.analysis import fold, surfaces
from sitegen.search.words.query import Query, Word, parse
from sitegen.search.words.synonyms import Synonyms
from tests.reference.typing_mistakes import corrections
from tests.reference.word_weights import counted, idf, ids, length_step, level, series

ENDINGS = ("ings", "ing", "ers", "ed", "er", "es", "ly", "s")

Selection = Mapping[str, frozenset[str]]
"""Facet id to the term ids of which a document must have one."""


class Hit(NamedTuple):
    """A document found, by id."""

    id: int
    score: int


class Found(NamedTuple):
    """What a search finds: hits, best first, before filters and after; (typed, used instead) of words corrected.

    `is_part` says that there may be more, in documents that were not read for a phrase.
    """

    all: tuple[Hit, ...]
    hits: tuple[Hit, ...]
    corrected: tuple[tuple[str, str], ...]
    is_part: bool = False


class Corpus:
    """All documents, counted."""

    def __init__(self, documents: Iterable[Document], synonyms: Synonyms) -> None:
        known = {document.path: document for document in documents}
        self.documents = {number: known[path] for number, path in ids(known).items()}
        counts = {number: counted(document, synonyms) for number, document in self.documents.items()}
        average = length_step(Fraction(sum(one.length for one in counts.values()), max(1, len(counts))))
        self._levels: dict[str, dict[int, int]] = {}
        self._stems: dict[str, str] = {}
        for number, one in counts.items():
            steps = length_step(Fraction(one.length)) - average
            for root, weight in one.weights.items():
                self._levels.setdefault(root, {})[number] = level(weight, steps)
            self._stems |= one.stems
        rounded_up, _ = series(len(known))
        self._idf = {root: idf(rounded_up, len(levels)) for root, levels in self._levels.items()}
        self._frequencies = {word: len(self._levels[root]).bit_length() for word, root in self._stems.items()}

    def search(self, text: str, selection: Selection, *, prefix: bool = True) -> Found:
        """What somebody typed, searched for in the documents that filters leave."""
        query = parse(text)
        meanings = []
        corrected = []
        for at, word in enumerate(query.words):
            is_prefix = prefix and query.prefix and at == len(query.words) - 1
            stems, used = self._meaning(word, is_prefix=is_prefix)
            meanings.append((stems, word.weight))
            if used:
                corrected.append((word.text, used))
        ranked = self._ranked(meanings) if meanings else [(Hit(number, 0), 0) for number in self.documents]
        is_part = False
        if query.phrases:
            ranked, is_part = self._with_phrases(ranked, query)
        every = tuple(hit for hit, _ in ranked)
        kept = tuple(hit for hit in every if self.passes(hit.id, selection))
        return Found(every, kept, tuple(corrected), is_part)

    def passes(self, number: int, selection: Selection, *, but: str = "") -> bool:
        """Whether a document has one of the selected terms of each facet; one facet may be left out."""
        terms = self.documents[number].terms
        wanted = ((facet, chosen) for facet, chosen in selection.items() if chosen and facet != but)
        return all(not chosen.isdisjoint(terms.get(facet, ())) for facet, chosen in wanted)

    def counts(self, found: Found, selection: Selection, facet: str) -> Counter[str]:
        """How often each term of a facet occurs among what is found, without the facet's own selection."""
        kept = (hit.id for hit in found.all if self.passes(hit.id, selection, but=facet))
        return Counter(term for number in kept for term in set(self.documents[number].terms.get(facet, ())))

    def drops(self, found: Found, selection: Selection) -> dict[str, int]:
        """How many are found without the selection in each facet."""
        return {facet: sum(self.passes(hit.id, selection, but=facet) for hit in found.all) for facet in selection}

    def _meaning(self, typed: Word, *, is_prefix: bool) -> tuple[dict[str, int], str]:
        """The stems that a typed word stands for, with their factors; and the word used instead of it."""
        word = fold(typed.text)
        stems: dict[str, int] = {}
        if typed.text != word and typed.text in self._levels:
            stems[typed.text] = 4
        if self._root(word):
            stems[self._root(word)] = 2 if stems else 4
        if is_prefix and len(word) > 1:
            longer = [other for other in self._frequencies if other.startswith(word) and other != word]
            if len(word) <= 3:
                longer = sorted(longer, key=lambda other: (-self._frequencies[other], other))[:4]
            for other in longer:
                stems.setdefault(self._stems[other], 3)
        if not stems and self._root(without_ending(word)):
            stems[self._root(without_ending(word))] = 3
        if stems:
            return stems, ""
        near = corrections(word, self._frequencies)
        return {self._stems[other]: 3 for other in near}, near[0] if near else ""

    def _root(self, word: str) -> str:
        return self._stems.get(word) or (word if word in self._levels else "")

    def _ranked(self, meanings: Sequence[tuple[dict[str, int], int]]) -> list[tuple[Hit, int]]:
        """The documents that have a word, best first, each with the set of words that it has, as bits."""
        found = []
        for number, document in self.documents.items():
            best = [
                max((self._idf[s] * self._levels[s].get(number, 0) * factor for s, factor in stems.items()), default=0)
                * times
                for stems, times in meanings
            ]
            if any(best):
                bits = sum(1 << at for at, score in enumerate(best) if score)
                found.append((Hit(number, sum(best) * (5 + document.rank)), bits))
        every = sum(1 << at for at, (stems, _) in enumerate(meanings) if stems)
        is_tiered = len(meanings) <= 6
        return sorted(found, key=lambda pair: (is_tiered and pair[1] != every, -pair[0].score, pair[0].id))

    def _with_phrases(self, ranked: list[tuple[Hit, int]], query: Query) -> tuple[list[tuple[Hit, int]], bool]:
        """Those that have all phrases, of the first that have all their words; and whether there may be more."""
        inside = {word for phrase in query.phrases for word in phrase}
        needed = sum(1 << at for at, word in enumerate(query.words) if fold(word.text) in inside)
        near = [pair for pair in ranked if pair[1] & needed == needed]
        found: list[tuple[Hit, int]] = []
        read = 0
        while read < min(len(near), 96) and len(found) < 10:
            found += [pair for pair in near[read : read + 32] if self._says(pair[0].id, query)]
            read += 32
        return found, read < len(near)

    def _says(self, number: int, query: Query) -> bool:
        document = self.documents[number]
        lines = [document.title.replace("\n", " "), document.summary.replace("\n", " ")]
        for text in (document.headings, document.body, document.transcript):
            lines += text.split("\n")
        said = [" ".join(["", *filter(None, map(fold, surfaces(line))), ""]) for line in lines]
        return all(any(f" {' '.join(phrase)} " in line for line in said) for phrase in query.phrases)


def without_ending(word: str) -> str:
    """A word without the longest ending that leaves three letters."""
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) >= len(end) + 3), word)
