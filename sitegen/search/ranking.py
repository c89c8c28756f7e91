"""What a search finds, and in which order: the definition, worked out by looking at every document.

Nothing here is quick or small; shards and the reader's script are, and tests hold them to this. In words it stands in
docs/search-format.md.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sitegen.search.documents import Document
from sitegen.search.impacts import idf, level_table
from sitegen.search.reader.ids import numbered
from sitegen.search.reader.payloads import lines
from sitegen.search.reader.vectors import root_of, vector
from sitegen.search.reader.vocabulary import SHORT, completions, corrections, distance
from sitegen.search.steps import length_step, size_step
from sitegen.search.words.analysis import fold, words
from sitegen.search.words.query import Query, Word, parse
from sitegen.search.words.synonyms import Synonyms

EXACT, COMPLETED, CORRECTED, FOLDED = 4, 3, 3, 2
"""How much a stem counts that was typed; that what was typed begins, or ends in another way; that stands for a word
mistyped; that is without the accents that were typed."""

ENDINGS = re.compile("(?:ings?|ed|ers?|e?s|ly)$")
"""Cut off from a word that is unknown, where three letters are left."""

TIERED = 6
"""Of queries of up to so many words, the documents that have all come first."""

RANKED = 5
"""A score is multiplied by this and the page's rank."""

READ_AT_ONCE, ENOUGH, MOST_READ = 32, 10, 96
"""Phrases are looked for in so many documents, the best that have their words, and in as many more until enough are
found or the most were read."""

Selection = Mapping[str, frozenset[str]]
"""Facet id to the term ids of which a document must have one."""


class Hit(NamedTuple):
    """A document found, by id."""

    id: int
    score: int


class Found(NamedTuple):
    """What a search gives: hits, best first, before filters and after; (typed, used instead) of words corrected.

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
        self.documents = {number: known[path] for number, path in numbered(known)}
        vectors = {number: vector(document, synonyms) for number, document in self.documents.items()}
        average = length_step(sum(found.length for found in vectors.values()) / max(1, len(vectors)))
        self._levels: dict[str, dict[int, int]] = {}
        self._stems: dict[str, str] = {}
        for number, found in vectors.items():
            table = level_table(length_step(found.length) - average)
            for root, weight in zip(found.stems.split(), found.weights, strict=True):
                self._levels.setdefault(root, {})[number] = table[weight]
            self._stems |= {word: root_of(word) for word in found.forms.replace(",", " ").split()}
        rounded = size_step(len(known))
        self._idf = {root: idf(rounded, len(levels)) for root, levels in self._levels.items()}
        self._words = sorted((word, len(self._levels[root]).bit_length()) for word, root in self._stems.items())

    def search(self, text: str, selection: Selection, *, prefix: bool = True) -> Found:
        """Search for what somebody typed, in the documents that filters leave."""
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
        wanted = ((facet, found) for facet, found in selection.items() if found and facet != but)
        return all(not found.isdisjoint(terms.get(facet, ())) for facet, found in wanted)

    def counts(self, found: Found, selection: Selection, facet: str) -> Counter[str]:
        """Count the terms of a facet among what is found, without its own selection."""
        kept = (hit.id for hit in found.all if self.passes(hit.id, selection, but=facet))
        return Counter(term for number in kept for term in set(self.documents[number].terms.get(facet, ())))

    def drops(self, found: Found, selection: Selection) -> list[tuple[str, int]]:
        """Give (facet, how many are found without its selection) where that is more than now, most first."""
        totals = {facet: sum(self.passes(hit.id, selection, but=facet) for hit in found.all) for facet in selection}
        return sorted(((f, n) for f, n in totals.items() if n > len(found.hits)), key=lambda pair: -pair[1])

    def _meaning(self, typed: Word, *, is_prefix: bool) -> tuple[dict[str, int], str]:
        """Give the stems that a typed word stands for, with their factors; and the word used instead of it."""
        word = fold(typed.text)
        stems: dict[str, int] = {}
        if typed.text != word and typed.text in self._levels:
            stems[typed.text] = EXACT
        if self._root(word):
            stems[self._root(word)] = FOLDED if stems else EXACT
        if is_prefix and len(word) > 1:
            near = [pair for pair in self._words if pair[0].startswith(word)]
            for other in completions(word, near) if len(word) <= SHORT else [other for other, _ in near]:
                stems.setdefault(self._stems[other], COMPLETED)
        if not stems:
            shorter = self._root(word[:3] + ENDINGS.sub("", word[3:]))
            if shorter:
                stems[shorter] = COMPLETED
        if stems:
            return stems, ""
        found = self._corrections(word)
        return {self._stems[other]: CORRECTED for other in found}, found[0] if found else ""

    def _root(self, word: str) -> str:
        return self._stems.get(word) or (word if word in self._levels else "")

    def _corrections(self, typed: str) -> list[str]:
        same = [(word, step) for word, step in self._words if word[0] == typed[0]]
        others = [(word, step) for word, step in self._words if word[0] != typed[0]]
        return corrections(
            typed,
            lambda mistakes: [pair for pair in same if distance(typed, pair[0], 2) == mistakes],
            lambda mistakes: [pair for pair in others if distance(typed, pair[0], 2) == mistakes],
        )

    def _ranked(self, meanings: Sequence[tuple[dict[str, int], int]]) -> list[tuple[Hit, int]]:
        """Give the documents that have a word, best first, each with the set of words that it has, as bits."""
        found = []
        for number, document in self.documents.items():
            best = [
                max((self._idf[s] * self._levels[s].get(number, 0) * factor for s, factor in stems.items()), default=0)
                * weight
                for stems, weight in meanings
            ]
            if any(best):
                bits = sum(1 << at for at, score in enumerate(best) if score)
                found.append((Hit(number, sum(best) * (RANKED + document.rank)), bits))
        every = sum(1 << at for at, (stems, _) in enumerate(meanings) if stems)
        is_tiered = len(meanings) <= TIERED
        return sorted(found, key=lambda pair: (is_tiered and pair[1] != every, -pair[0].score, pair[0].id))

    def _with_phrases(self, ranked: list[tuple[Hit, int]], query: Query) -> tuple[list[tuple[Hit, int]], bool]:
        """Keep those that have all phrases, among the first that have all their words; say if there may be more."""
        inside = {word for phrase in query.phrases for word in phrase}
        needed = sum(1 << at for at, word in enumerate(query.words) if fold(word.text) in inside)
        near = [pair for pair in ranked if pair[1] & needed == needed]
        found: list[tuple[Hit, int]] = []
        read = 0
        while read < min(len(near), MOST_READ) and len(found) < ENOUGH:
            found += [pair for pair in near[read : read + READ_AT_ONCE] if self._says(pair[0].id, query)]
            read += READ_AT_ONCE
        return found, read < len(near)

    def _says(self, number: int, query: Query) -> bool:
        text = lines(self.documents[number])
        return all(has_phrase(text, phrase) for phrase in query.phrases)


def has_phrase(text: str, phrase: Sequence[str]) -> bool:
    """Whether a line of a text has the words of a phrase one after the other."""
    size = len(phrase)
    for line in text.split("\n"):
        said = [word for word in words(line) if word]
        if any(tuple(said[at : at + size]) == tuple(phrase) for at in range(len(said) - size + 1)):
            return True
    return False
