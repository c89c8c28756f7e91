"""Search the staff's index: what docs/search-format.md defines, worked out over Whoosh's postings."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import takewhile

from sitegen.model import Record
from sitegen.search.impacts import idf, level_table
from sitegen.search.reader.vectors import root_of
from sitegen.search.scoring import Row, meanings, ranked, with_phrases
from sitegen.search.staff.whoosh_index import Kept, Library, kept_of, places, postings, unpacked
from sitegen.search.steps import length_step, size_step
from sitegen.search.words.phrases import has_phrase
from sitegen.search.words.query import Query

_LAST = chr(0x10FFFF)

Selection = Mapping[str, AbstractSet[str]]
"""Taxonomy ids to term ids: any of a taxonomy's, of each taxonomy."""


class Found(Record, frozen=True):
    """What a query found: how many, (document number, score) best first, and the words that were used.

    `corrected` are (typed, used) words; `words` are the folded words to highlight; `is_part` says that there may be
    more, in documents that were not read for a phrase.
    """

    total: int
    hits: tuple[tuple[int, int], ...]
    corrected: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    is_part: bool = False


class Finder:
    """Answers queries from an index; opens it once. Raises what Whoosh raises where it is damaged."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reader = library.reader()
        self._count = self._reader.doc_count()
        self._ranks: dict[int, int] = {}

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
        found, corrected = meanings(self, query, prefix=prefix)
        allowed = self._selected(selection or {})
        rows = ranked(self, found) if query.words else [Row(number, 0, 0) for number in self._all()]
        is_part = False
        if query.phrases:
            rows, is_part = with_phrases(rows, query, lambda number, phrase: has_phrase(self.kept(number).text, phrase))
        hits = tuple((row.number, row.score) for row in rows if allowed is None or row.number in allowed)
        shown = dict.fromkeys(word for meaning in found for word in meaning.words)
        return Found(len(hits), hits, corrected, tuple(shown), is_part)

    # -- a lexicon, see scoring.py

    def root(self, word: str) -> str:
        """Give the stem that a word is held by."""
        own = root_of(word) if self._is_known(word) else ""
        return next((root for root in (own, word) if root and self._frequency(root)), "")

    def impacts(self, root: str) -> Iterator[tuple[int, int]]:
        """Give (document number, idf times level) of a stem; notes the ranks."""
        held = list(postings(self._reader, "words", root))
        weight = idf(self._rounded, len(held))
        for number, packed in held:
            plain, step, self._ranks[number] = unpacked(packed)
            yield number, weight * level_table(step - self._average)[plain]

    def starting(self, start: str) -> list[str]:
        """Give the words of the index that begin so, sorted."""
        known = self._words
        return known[bisect_left(known, start) : bisect_left(known, start + _LAST)]

    def ending(self, end: str) -> list[str]:
        """Give the words of the index that end so, sorted."""
        return [word for word in self._words if word.endswith(end)]

    def frequent(self, words: Iterable[str]) -> list[tuple[str, int]]:
        """Give words with how often they occur in steps, without those that no document has any more."""
        steps = ((word, self._frequency(root_of(word)).bit_length()) for word in words)
        return [(word, step) for word, step in steps if step]

    def rank(self, number: int) -> int:
        """Give the rank of a document whose impacts were given."""
        return self._ranks[number]

    def tie_break(self, number: int) -> tuple[int, bytes, str]:
        """Return the key that sorts documents of one score in the order of the readers' ids."""
        return self._places[number]

    # -- the index

    def _all(self) -> list[int]:
        return sorted(self._reader.all_doc_ids(), key=self.tie_break)

    def _selected(self, selection: Selection) -> frozenset[int] | None:
        """Give the documents of a selection; None for all."""
        allowed: frozenset[int] | None = None
        for facet, terms in selection.items():
            of_facet = frozenset(n for term in terms for n, _ in postings(self._reader, "terms", f"{facet}={term}"))
            allowed = of_facet if allowed is None else allowed & of_facet
        return allowed

    def _is_known(self, word: str) -> bool:
        at = bisect_left(self._words, word)
        return self._words[at : at + 1] == [word]

    def _frequency(self, root: str) -> int:
        """Give how many documents have a stem, those not yet swept out of the index too."""
        return int(self._reader.doc_frequency("words", root)) if root else 0

    @cached_property
    def _places(self) -> dict[int, tuple[int, bytes, str]]:
        return places(self._reader)

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
