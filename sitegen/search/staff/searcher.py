"""Search the staff's index: what docs/search-format.md defines, worked out over Whoosh's postings."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import takewhile

from sitegen.model import Record
from sitegen.search.finding import find
from sitegen.search.impacts import idf, impact_table
from sitegen.search.rounding import length_step, round_up_size
from sitegen.search.scoring import Row, with_phrases
from sitegen.search.staff.index_fields import StoredPage, postings, read_stored, tie_breaks, unpack_weight
from sitegen.search.staff.whoosh_index import StaffIndex
from sitegen.search.words.phrases import has_phrase
from sitegen.search.words.query import Query
from sitegen.search.words.term_names import Offer

_LAST = chr(0x10FFFF)

Selection = Mapping[str, AbstractSet[str]]
"""Taxonomy ids to term ids: any of a taxonomy's, of each taxonomy."""


class SearchResult(Record, frozen=True, kw_only=True):
    """What a query found: how many, (document number, score) best first, and the words that were used.

    `corrected` are (typed, used) words, `suggested` (typed, may be meant) ones, `missing` those that no document has;
    `words` are the folded words to highlight; `offers` the facet terms named; `is_part` says that there may be more, in
    documents that were not read for a phrase.
    """

    total: int
    hits: tuple[tuple[int, int], ...]
    corrected: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    is_part: bool = False
    suggested: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


class Searcher:
    """Answers queries from an index; opens it once. Raises what Whoosh raises where it is damaged.

    `kept` are the words that are not corrected (words/kept_words.py).
    """

    def __init__(self, index: StaffIndex, kept: AbstractSet[str] = frozenset()) -> None:
        self._index, self._kept = index, kept
        self._reader = index.reader()
        self._count = self._reader.doc_count()
        self._ranks: dict[int, int] = {}

    def close(self) -> None:
        """Close the index."""
        self._reader.close()

    def stored(self, number: int) -> StoredPage:
        """Return what the index stores of a document."""
        return read_stored(self._reader.stored_fields(number))

    def terms(self, facet: str) -> list[str]:
        """Return the terms of a taxonomy that any document has, sorted."""
        start = f"{facet}="
        words = (word.decode() for _, word in self._reader.terms_from("terms", start))
        return [word.removeprefix(start) for word in takewhile(lambda word: word.startswith(start), words)]

    def search(self, query: Query, selection: Selection | None = None, *, prefix: bool = True) -> SearchResult:
        """Answer a query among the documents of a selection; without `prefix` the last word is a whole one.

        A query without words finds all of a selection, and nothing where none is given.
        """
        finding = find(self, query if prefix else query.of_whole_words())
        query, rows = finding.query, finding.rows
        allowed = self._selected(selection or {})
        if not query.words:
            rows = [Row(number, 0, 0) for number in self._all() if selection]
        is_part = False
        if query.phrases:
            rows, is_part = with_phrases(rows, query, self._has_phrase)
        hits = tuple((row.number, row.score) for row in rows if allowed is None or row.number in allowed)
        shown = dict.fromkeys(word for meaning in finding.meanings for word in meaning.words)
        return SearchResult(
            total=len(hits),
            hits=hits,
            corrected=finding.corrected,
            words=tuple(shown),
            is_part=is_part,
            suggested=finding.suggested,
            missing=finding.missing,
            offers=query.offers,
        )

    # -- a lexicon, see lexicon.py

    def roots(self, word: str) -> list[str]:
        """Return the stems that a word is held by; empty where no document has it."""
        own = [root for root in self._words.get(word, ()) if self.is_stem(root)]
        return own or [word] * self.is_stem(word)

    def is_stem(self, root: str) -> bool:
        """Whether any document has a stem."""
        return bool(self._frequency(root))

    def is_kept(self, word: str) -> bool:
        """Whether an unknown word is right as it is."""
        return word in self._kept

    def idf(self, root: str) -> int:
        """Return the idf of a stem."""
        return idf(self._rounded, sum(1 for _ in postings(self._reader, "words", root)))

    def scores(self, root: str) -> Iterator[tuple[int, int]]:
        """Yield (document number, idf times impact) of a stem; notes the ranks."""
        packed = list(postings(self._reader, "words", root))
        own_idf = idf(self._rounded, len(packed))
        for number, one in packed:
            weight, step, self._ranks[number] = unpack_weight(one)
            yield number, own_idf * impact_table(step - self._average)[weight]

    def starting(self, start: str) -> list[str]:
        """Return the words of the index that begin so, sorted."""
        words = self._sorted_words
        return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]

    def ending(self, end: str) -> list[str]:
        """Return the words of the index that end so, sorted."""
        return [word for word in self._sorted_words if word.endswith(end)]

    def frequent(self, words: Iterable[str]) -> list[tuple[str, int]]:
        """Return words with how often they occur in steps, without those that no document has any more."""
        steps = ((word, max(map(self._frequency, self._words[word])).bit_length()) for word in words)
        return [(word, step) for word, step in steps if step]

    def rank(self, number: int) -> int:
        """Return the rank of a document whose impacts were yielded."""
        return self._ranks[number]

    def tie_break(self, number: int) -> tuple[int, bytes, str]:
        """Return the key that sorts documents of one score in the order of the readers' ids."""
        return self._tie_breaks[number]

    # -- the index

    def _all(self) -> list[int]:
        return sorted(self._reader.all_doc_ids(), key=self.tie_break)

    def _has_phrase(self, number: int, phrase: Iterable[str]) -> bool:
        return has_phrase(self.stored(number).text, tuple(phrase))

    def _selected(self, selection: Selection) -> frozenset[int] | None:
        """Return the documents of a selection; None for all."""
        allowed: frozenset[int] | None = None
        for facet, terms in selection.items():
            of_facet = frozenset(n for term in terms for n, _ in postings(self._reader, "terms", f"{facet}={term}"))
            allowed = of_facet if allowed is None else allowed & of_facet
        return allowed

    def _frequency(self, root: str) -> int:
        """Return how many documents have a stem, those not yet swept out of the index too."""
        return int(self._reader.doc_frequency("words", root))

    @cached_property
    def _tie_breaks(self) -> dict[int, tuple[int, bytes, str]]:
        return tie_breaks(self._reader)

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        return self._index.words()

    @cached_property
    def _sorted_words(self) -> list[str]:
        return list(self._words)

    @cached_property
    def _rounded(self) -> int:
        return round_up_size(self._count)

    @cached_property
    def _average(self) -> int:
        state = self._index.state()
        lengths = [held.length for held in state.documents.values()] if state else []
        return length_step(sum(lengths) / len(lengths)) if lengths else 0
