"""What a search finds, and in which order, by looking at every document: docs/search-format.md as a program.

Nothing here is quick. The staff's search and the reader's script are held to it; it shares no number with them. What
was typed is understood by sitegen/search/words/, which has tables of cases of its own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import NamedTuple

from sitegen.model.record import Record
from sitegen.search.documents import Document
from sitegen.search.words.analysis import fold, is_dropped, surfaces
from sitegen.search.words.query import Query, Word, parse
from sitegen.search.words.stems import stem
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.term_names import Name, Names
from tests.reference.asked_titles import is_asked, is_called
from tests.reference.typing_mistakes import correction, has_digit
from tests.reference.word_weights import counted, idf, ids, impact, length_step, series

ENDINGS = ("ings", "ing", "ers", "ed", "er", "es", "ly", "s")

Selection = Mapping[str, frozenset[str]]
"""Facet id to the term ids of which a document must have one."""


class Hit(NamedTuple):
    """A document found, by id."""

    id: int
    score: int


class Found(Record, frozen=True, kw_only=True):
    """What a search finds: hits, best first, before filters and after; (typed, used instead) of words corrected.

    `suggested` are (typed, may be meant), `missing` the words that stand for nothing. `is_part` says that there
    may be more, in documents that were not read for a phrase.
    """

    all: tuple[Hit, ...]
    hits: tuple[Hit, ...]
    corrected: tuple[tuple[str, str], ...]
    is_part: bool = False
    suggested: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


class Corpus:
    """All documents, counted."""

    def __init__(
        self,
        documents: Iterable[Document],
        synonyms: Synonyms,
        names: Names | None = None,
        kept: frozenset[str] = frozenset(),
    ) -> None:
        self._names, self._kept = names or {}, kept
        known = {document.path: document for document in documents}
        self.documents = {number: known[path] for number, path in ids(known).items()}
        counts = {number: counted(document, synonyms) for number, document in self.documents.items()}
        average = length_step(Fraction(sum(one.length for one in counts.values()), max(1, len(counts))))
        self._impacts: dict[str, dict[int, int]] = {}
        self._stems: dict[str, set[str]] = {}
        for number, one in counts.items():
            steps = length_step(Fraction(one.length)) - average
            for root, weight in one.weights.items():
                self._impacts.setdefault(root, {})[number] = impact(weight, steps)
            for (facet, term), weight in one.terms.items():
                self._impacts.setdefault(_carried(facet, term), {})[number] = impact(weight, steps)
            for word, roots in one.stems.items():
                self._stems.setdefault(word, set()).update(roots)
        rounded_up, _ = series(len(known))
        self._idf = {root: idf(rounded_up, len(impacts)) for root, impacts in self._impacts.items()}
        self._frequencies = {
            word: max(len(self._impacts[root]) for root in roots).bit_length() for word, roots in self._stems.items()
        }

    def search(self, text: str, selection: Selection, *, prefix: bool = True) -> Found:
        """Search for what somebody typed in the documents that filters leave."""
        query = parse(text if prefix else f"{text} ", self._names)
        query, ranked, told = self._found(query)
        if told["suggested"]:
            other = query.with_words({fold(typed): meant for typed, meant in told["suggested"]})
            rows = self._found(other)[1]
            most = reduce(or_, (bits for _, bits in rows), 0)
            if not any(bits and bits == most for _, bits in rows):
                told["suggested"] = []
        if not query.words:
            ranked = [(Hit(number, 0), 0) for number in self.documents if selection]
        is_part = False
        if query.phrases:
            ranked, is_part = self._with_phrases(ranked, query)
        every = tuple(hit for hit, _ in ranked)
        kept = tuple(hit for hit in every if self.passes(hit.id, selection))
        missing = tuple(word for word, _ in told["missing"])
        return Found(
            all=every,
            hits=kept,
            corrected=tuple(told["corrected"]),
            is_part=is_part,
            suggested=tuple(told["suggested"]),
            missing=missing,
        )

    def passes(self, number: int, selection: Selection, *, but: str = "") -> bool:
        """Return whether a document has one of the selected terms of each facet; one facet may be left out."""
        terms = self.documents[number].terms
        wanted = ((facet, chosen) for facet, chosen in selection.items() if chosen and facet != but)
        return all(not chosen.isdisjoint(terms.get(facet, ())) for facet, chosen in wanted)

    def counts(self, answer: Found, selection: Selection, facet: str) -> Counter[str]:
        """How often each term of a facet occurs among what is found, without the facet's own selection."""
        kept = (hit.id for hit in answer.all if self.passes(hit.id, selection, but=facet))
        return Counter(term for number in kept for term in set(self.documents[number].terms.get(facet, ())))

    def drops(self, answer: Found, selection: Selection) -> dict[str, int]:
        """How many are found without the selection in each facet."""
        return {facet: sum(self.passes(hit.id, selection, but=facet) for hit in answer.all) for facet in selection}

    def _found(self, query: Query) -> tuple[Query, list[tuple[Hit, int]], dict[str, list[tuple[str, str]]]]:
        """Return the query as it is read, what it finds, and what is told of its words."""
        certain = [(word, other) for word, other, is_certain in self._guesses(query) if is_certain]
        if certain:
            query = query.with_words({fold(word): other for word, other in certain})
        meanings = [(self._known(word, query), word.weight) for word in query.words]
        suggested = [(word, other) for word, other, _ in self._guesses(query)]
        missing = [
            (word.text, "")
            for word, (stems, _) in zip(query.words, meanings, strict=True)
            if not stems and not _is_named(word, query)
        ]
        ranked = self._ranked(meanings, query) if query.words else []
        return query, ranked, {"corrected": certain, "suggested": suggested, "missing": missing}

    def _guesses(self, query: Query) -> list[tuple[str, str, bool]]:
        """Return (typed, what may be meant, whether it is certain to be) of words that stand for nothing."""
        guesses = []
        for word in query.words:
            if not self._known(word, query):
                other, is_certain = self._guess(fold(word.text), is_named=_is_named(word, query))
                guesses += [(word.text, other, is_certain)] if other else []
        return guesses

    def _known(self, typed: Word, query: Query) -> dict[str, int]:
        """Return the stems that a typed word stands for, with their factors, if it is known in any form."""
        is_prefix = query.prefix and typed == query.words[-1]
        word = fold(typed.text)
        stems: dict[str, int] = {}
        if typed.text != word and typed.text in self._impacts:
            stems[typed.text] = 4
        exact = 2 if stems else 4
        stems |= dict.fromkeys(self._roots(word), exact)
        if is_prefix and len(word) > 1 and not stems:
            longer = [other for other in self._frequencies if other.startswith(word) and other != word]
            if len(word) <= 3:
                longer = sorted(longer, key=lambda other: (-self._frequencies[other], other))[:4]
            for other in longer:
                stems = dict.fromkeys(self._stems[other], 3) | stems
        if not stems and stem(word) in self._impacts:
            stems[stem(word)] = 4
        if not stems:
            stems |= dict.fromkeys(self._roots(without_ending(word)), 3)
        return stems

    def _guess(self, word: str, *, is_named: bool) -> tuple[str, bool]:
        """Return what may be meant by a word, empty if nothing, and whether it is certain to be."""
        is_kept = word in self._kept
        parts = () if is_named and is_kept else self._parts(word)
        if parts:
            return " ".join(parts), len(word) >= 8 or has_digit(word)
        return ("", False) if is_named or is_kept else correction(word, self._frequencies, self._names)

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the two words that an unknown one is made of: of two letters at least, one of four."""
        cuts = [(word[:at], word[at:]) for at in range(len(word) - 2, 1, -1)]
        cuts = [(first, rest) for first, rest in cuts if max(len(first), len(rest)) >= 4]
        good = [
            (first, rest)
            for first, rest in cuts
            if first in self._frequencies and (is_dropped(rest) or self._roots(rest))
        ]
        return good[0] if good else ()

    def _roots(self, word: str) -> set[str]:
        return self._stems.get(word) or ({word} if word in self._impacts else set())

    def _ranked(self, meanings: Sequence[tuple[dict[str, int], int]], query: Query) -> list[tuple[Hit, int]]:
        """Return the documents that have a word, best first, each with the set of words that it has, as bits."""
        text = query.text
        scored = []
        first: dict[int, int] = {}
        for number, document in self.documents.items():
            if is_asked(text, document.title):
                first[number] = 2
            elif any(is_called(text, name) for name in (document.title, *document.names)) or _stands_for(
                document, query
            ):
                first[number] = 1
            best = [
                max((self._idf[s] * self._impacts[s].get(number, 0) * factor for s, factor in stems.items()), default=0)
                * times
                for stems, times in meanings
            ]
            raises = [self._raise(number, name) for name in query.names]
            if any(best) or any(raises) or number in first:
                bits = sum(1 << at for at, score in enumerate(best) if score)
                for name, score in zip(query.names, raises, strict=True):
                    bits |= _bits(query, name) if score else 0
                scored.append((Hit(number, (sum(best) + sum(raises)) * (5 + document.rank)), bits))
        every = sum(1 << at for at, (stems, _) in enumerate(meanings) if stems)
        for name in query.names:
            every |= _bits(query, name) if any(self._raise(number, name) for number in self.documents) else 0
        is_tiered = len(meanings) <= 2

        def place(pair: tuple[Hit, int]) -> tuple[object, ...]:
            hit, bits = pair
            return -first.get(hit.id, 0), is_tiered and bits != every, -hit.score, hit.id

        ordered = sorted(scored, key=place)
        if query.is_names and len(query.names) == 1:
            carriers = [pair for pair in ordered if self._raise(pair[0].id, query.names[0])]
            if carriers and carriers[0] not in ordered[:3]:
                ordered.remove(carriers[0])
                ordered.insert(2, carriers[0])
        return ordered

    def _raise(self, number: int, name: Name) -> int:
        """Return what a name adds to the score of a document: the most that one of its terms does."""
        terms = [_carried(term.facet, term.term) for term in name.terms]
        return max(self._idf.get(term, 0) * self._impacts.get(term, {}).get(number, 0) // 4 for term in terms)

    def _with_phrases(self, ranked: list[tuple[Hit, int]], query: Query) -> tuple[list[tuple[Hit, int]], bool]:
        """Those that have all phrases, of the first that have all their words; and whether there may be more."""
        inside = {word for phrase in query.phrases for word in phrase}
        needed = sum(1 << at for at, word in enumerate(query.words) if fold(word.text) in inside)
        near = [pair for pair in ranked if pair[1] & needed == needed]
        kept: list[tuple[Hit, int]] = []
        read = 0
        while read < min(len(near), 96) and len(kept) < 10:
            kept += [pair for pair in near[read : read + 32] if self._says(pair[0].id, query)]
            read += 32
        return kept, read < len(near)

    def _says(self, number: int, query: Query) -> bool:
        document = self.documents[number]
        lines = [document.title.replace("\n", " "), document.summary.replace("\n", " ")]
        for text in (document.headings, document.body, document.transcript):
            lines += text.split("\n")
        said = [" ".join(["", *filter(None, map(fold, surfaces(line))), ""]) for line in lines]
        return all(any(f" {' '.join(phrase)} " in line for line in said) for phrase in query.phrases)


def _bits(query: Query, name: Name) -> int:
    """Return the words of a query that a name is made of, as bits."""
    return sum(1 << at for at, word in enumerate(query.words) if fold(word.text) in name.words)


def _carried(facet: str, term: str) -> str:
    """Return what stands for a term among stems."""
    return f"{facet} {term}"


def _stands_for(document: Document, query: Query) -> bool:
    """Return whether a document stands for what was named: one term, with nothing beside its facet, or two."""
    own = set(document.stands_for)
    named = [{(term.facet, term.term) for term in name.terms} for name in query.names]
    if len(own) == 1:
        [(facet, _)] = own
        is_of_facet = all(facet in {facet for facet, _ in terms} for terms in named)
        return query.is_names and is_of_facet and bool(own & set().union(*named))
    return len(own) == 2 and own <= set().union(*named)


def _is_named(word: Word, query: Query) -> bool:
    """Return whether a word is part of the name of a term."""
    return any(fold(word.text) in name.words for name in query.names)


def without_ending(word: str) -> str:
    """Return a word without the longest ending that leaves three letters."""
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) >= len(end) + 3), word)
