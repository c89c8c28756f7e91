"""Searching the staff's index: the same words, weights and order as the reader's script, over Whoosh's postings."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from hashlib import blake2b
from itertools import islice, takewhile

from sitegen.model import Record
from sitegen.search.analysis import stem, words
from sitegen.search.impacts import idf, level_table
from sitegen.search.library import Kept, Library, kept_of, postings, unpacked
from sitegen.search.query import Query
from sitegen.search.steps import length_step, size_step
from sitegen.search.vocabulary import LONGEST_NEAR, corrections, distance

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


class Finder:
    """Answers queries from an index; opens it once. Raises what Whoosh raises where it is damaged."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reader = library.reader()
        self._count = self._reader.doc_count()

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

    def find(self, query: Query, selection: Selection | None = None) -> Found:
        """Answer a query among the documents of a selection."""
        wanted, corrected = self._wanted(query)
        allowed = self._selected(selection or {})
        scores: dict[int, int] = {}
        matched: dict[int, int] = {}
        for weight, roots in wanted:
            for number, level in self._levels(roots).items():
                if allowed is None or number in allowed:
                    scores[number] = scores.get(number, 0) + weight * level
                    matched[number] = matched.get(number, 0) + 1
        for phrase in query.phrases:
            scores = {number: score for number, score in scores.items() if self._says(number, phrase)}
        every = len(wanted)
        order = sorted(scores, key=lambda n: (matched[n] < every, -scores[n], self._place(n)))
        return Found(len(order), tuple((n, scores[n]) for n in order), corrected, self._shown(wanted))

    def _selected(self, selection: Selection) -> frozenset[int] | None:
        """Give the documents of a selection; None for all."""
        allowed: frozenset[int] | None = None
        for facet, terms in selection.items():
            of_facet = frozenset(n for term in terms for n, _ in postings(self._reader, "terms", f"{facet}={term}"))
            allowed = of_facet if allowed is None else allowed & of_facet
        return allowed

    def _wanted(self, query: Query) -> tuple[list[tuple[int, dict[str, str]]], tuple[tuple[str, str], ...]]:
        """Give (weight, stems with a word of each) of each word of a query; words that nothing is like are left out."""
        wanted: dict[tuple[str, ...], tuple[int, dict[str, str]]] = {}
        corrected = []
        for at, word in enumerate(query.words):
            roots = self._roots(word.text, is_start=query.prefix and at == len(query.words) - 1)
            if not roots:
                near = self._near(word.text)
                corrected += [(word.text, other) for other in near[:1]]
                roots = {stem(other): other for other in reversed(near)}
            if roots:
                key = tuple(sorted(roots))
                wanted[key] = wanted.get(key, (0, roots))[0] + word.weight, roots
        return list(wanted.values()), tuple(corrected)

    def _roots(self, word: str, *, is_start: bool) -> dict[str, str]:
        """Give the stems that a typed word stands for; of the start of a word, those of words that go on from it."""
        roots = {stem(word): word} if self._frequency(stem(word)) else {}
        if is_start:
            for other in self._starting(word):
                roots.setdefault(stem(other), other)
        return roots

    def _starting(self, start: str) -> list[str]:
        first = bisect_left(self._words, start)
        found = []
        for other in islice(self._words, first, None):
            if not other.startswith(start):
                break
            found.append(other)
        return found

    def _near(self, typed: str) -> list[str]:
        most = 1 if len(typed) <= LONGEST_NEAR else 2
        alike = (word for word in self._starting(typed[:1]) if distance(typed, word, most) <= most)
        return corrections(
            typed, [(word, times.bit_length()) for word in alike if (times := self._frequency(stem(word)))]
        )

    def _levels(self, roots: Iterable[str]) -> dict[int, int]:
        """Give idf times level of a word in each document that has it; the best where it stands for several stems."""
        found: dict[int, int] = {}
        for root in roots:
            held = list(postings(self._reader, "words", root))
            weight = idf(self._rounded, len(held))
            for number, packed in held:
                plain, step, _ = unpacked(packed)
                level = weight * level_table(step - self._average)[plain]
                if level > found.get(number, 0):
                    found[number] = level
        return found

    def _frequency(self, root: str) -> int:
        return int(self._reader.doc_frequency("words", root))

    def _says(self, number: int, phrase: tuple[str, ...]) -> bool:
        kept = self.kept(number)
        text = " ".join(words(f"{kept.title}\n{kept.summary}\n{kept.text}"))
        return f" {' '.join(phrase)} " in f" {text} "

    def _place(self, number: int) -> tuple[bytes, str]:
        path = self.kept(number).path
        return blake2b(path.encode(), digest_size=8).digest(), path

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

    def _shown(self, wanted: Iterable[tuple[int, dict[str, str]]]) -> tuple[str, ...]:
        """Give the words of the index to highlight: all that have a stem of the query."""
        return tuple(dict.fromkeys(word for _, roots in wanted for word in roots.values()))
