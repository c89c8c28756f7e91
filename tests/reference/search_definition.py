"""What a search finds, and in which order, by looking at every document: docs/search-format.md as a program.

Nothing here is quick. The staff's search and the reader's script are held to it; it shares no number with them. What
was typed is understood by sitegen/search/words/, which has tables of cases of its own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from sitegen.model.record import Record
from sitegen.search.documents import Document
from sitegen.search.words.analysis import FILLER, STOP_WORDS, fold, is_dropped, surfaces
from sitegen.search.words.query import Query, Word, parse
from sitegen.search.words.stems import stem
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.term_names import Name, Names
from tests.reference.typing_mistakes import corrections, mistakes
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
        query = parse(text, self._names)
        meanings, more = [], []
        told: dict[str, list[tuple[str, str]]] = {"corrected": [], "suggested": [], "missing": []}
        for at, word in enumerate(query.words):
            is_prefix = prefix and query.prefix and at == len(query.words) - 1
            is_named = any(fold(word.text) in name.words for name in query.names)
            stems = self._known(word, is_prefix=is_prefix)
            parts = () if stems or is_named else self._parts(fold(word.text))
            if parts:
                stems = dict.fromkeys(self._roots(parts[0]), 4)
                more += [(dict.fromkeys(self._roots(parts[1]), 4), word.weight)] if self._roots(parts[1]) else []
                told["corrected"].append((word.text, " ".join(parts)))
            elif not stems and not is_named:
                certain, maybe = self._corrections(fold(word.text))
                stems = {root: 3 for other in certain for root in self._stems[other]}
                told["corrected"] += [(word.text, other) for other in certain[:1]]
                told["suggested"] += [(word.text, other) for other in maybe]
                told["missing"] += [] if certain else [(word.text, "")]
            meanings.append((stems, word.weight))
        meanings = [*meanings, *more][:32]
        every_document = [(Hit(number, 0), 0) for number in self.documents if selection]
        ranked = self._ranked(meanings, text, query) if meanings else every_document
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

    def _known(self, typed: Word, *, is_prefix: bool) -> dict[str, int]:
        """Return the stems that a typed word stands for, with their factors, if it is known in any form."""
        word = fold(typed.text)
        stems: dict[str, int] = {}
        if typed.text != word and typed.text in self._impacts:
            stems[typed.text] = 4
        exact = 2 if stems else 4
        stems |= dict.fromkeys(self._roots(word), exact)
        if is_prefix and len(word) > 1:
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

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the two words that an unknown one is made of: of two letters at least, one of four."""
        cuts = [(word[:at], word[at:]) for at in range(len(word) - 2, 1, -1)]
        good = [
            (first, rest)
            for first, rest in cuts
            if max(len(first), len(rest)) >= 4
            and first in self._frequencies
            and (is_dropped(rest) or self._roots(rest))
        ]
        return good[0] if good else ()

    def _corrections(self, word: str) -> tuple[list[str], list[str]]:
        """Return the words that are certain to be meant; else the first that may be."""
        near = [] if word in self._kept else corrections(word, self._frequencies)

        def is_certain(other: str) -> bool:
            if mistakes(word, other) == 2:
                return len(word) >= 10
            is_frequent = min(self._idf[root] for root in self._stems[other]) <= 94
            return len(word) >= (5 if is_frequent else 8)

        certain = list(filter(is_certain, near))
        return certain, [] if certain else near[:1]

    def _roots(self, word: str) -> set[str]:
        return self._stems.get(word) or ({word} if word in self._impacts else set())

    def _ranked(self, meanings: Sequence[tuple[dict[str, int], int]], text: str, query: Query) -> list[tuple[Hit, int]]:
        """Return the documents that have a word, best first, each with the set of words that it has, as bits."""
        scored = []
        first: dict[int, int] = {}
        for number, document in self.documents.items():
            if _is_asked(text, document.title):
                first[number] = 2
            elif any(_is_asked(text, name) for name in document.names) or _stands_for(document, query):
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
        is_tiered = len(meanings) <= 6

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
    """Return whether a document stands for just the terms that were named, where nothing else was typed."""
    own = set(document.stands_for)
    named = [{(term.facet, term.term) for term in name.terms} for name in query.names]
    return query.is_names and len(own) == len(named) and all(own & terms for terms in named)


def _is_asked(text: str, title: str) -> bool:
    """Return whether a text is a title: it has the same letters and digits, and the same longest word.

    The title counts as it is written and without its punctuation.
    """
    plain = "".join(letter for letter in title if letter.isalnum() or letter.isspace())
    longest = {_longest(title), _longest(plain)}
    return _letters(text) in {_letters(title), _letters(plain)} and _longest(text) in longest - {""}


@cache
def _letters(text: str) -> str:
    said = "".join(map(fold, surfaces(text.replace("'", "").replace("\u2019", ""))))
    return "".join(letter for letter in said if letter.isalnum())


@cache
def _longest(text: str) -> str:
    """Return the longest word of a text, the first of equals, of those that a query keeps; its first 40 characters."""
    said = [word for word in map(fold, surfaces(text)) if word]
    kept = [word for word in said if word not in STOP_WORDS | FILLER] or said
    return max(kept, key=len, default="")[:40]


def without_ending(word: str) -> str:
    """Return a word without the longest ending that leaves three letters."""
    return next((word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) >= len(end) + 3), word)
