"""Pages that a query asks for by name: by title, by another name, or by the names of the terms that they carry."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

from sitegen.search.ranking_constants import PLACES_WITH_TERM, TERM_SHARE
from sitegen.search.words.query import Query
from sitegen.search.words.term_names import Name
from sitegen.search.words.title_keys import carried_key, term_key


class Postings(Protocol):
    """What is asked of an index of stems."""

    def is_stem(self, root: str) -> bool:
        """Whether any document has a stem, or a key."""

    def scores(self, root: str) -> Iterator[tuple[int, int]]:
        """Yield (document number, idf times impact) of the documents that have a stem."""


class Numbered(Protocol):
    """A row of results."""

    @property
    def number(self) -> int:
        """The number of its document."""


R = TypeVar("R", bound=Numbered)


class RaisedPages(NamedTuple):
    """What a name of terms does: the words that it is made of, as bits, and what it adds to the score of documents."""

    bits: int
    scores: dict[int, int]


class NamedPages(NamedTuple):
    """The documents that a query names, by number.

    Those of `titled` have its text as their title, and come first. Those of `meant` have it as another name, or in
    the other number, or stand for what it names, and come next. `raised` has what each name does for those that carry
    its terms. Of `carriers`, one is among the first places.
    """

    titled: frozenset[int] = frozenset()
    meant: frozenset[int] = frozenset()
    raised: tuple[RaisedPages, ...] = ()
    carriers: frozenset[int] = frozenset()

    def promote(self, rows: list[R]) -> list[R]:
        """Return rows, the best first, with the best of `carriers` in the last of the first places if none is there."""
        at = next((at for at, row in enumerate(rows) if row.number in self.carriers), 0)
        if at < PLACES_WITH_TERM:
            return rows
        last = PLACES_WITH_TERM - 1
        return [*rows[:last], rows[at], *rows[last:at], *rows[at + 1 :]]


NAMES_NOTHING = NamedPages()


def named_pages(index: Postings, query: Query) -> NamedPages:
    """Return the documents of an index that a query names."""
    raised = tuple(_raised(index, query, name) for name in query.names)
    return NamedPages(
        titled=_holding(index, [query.title]),
        meant=_holding(index, [query.name]) | _of_one_term(index, query) | _of_two_terms(index, query),
        raised=raised,
        carriers=frozenset(raised[0].scores) if query.is_names and len(raised) == 1 else frozenset(),
    )


def _of_one_term(index: Postings, query: Query) -> frozenset[int]:
    """Return the pages of the terms that were named, where nothing but names of one facet was typed."""
    if not query.is_names:
        return frozenset()
    shared = frozenset.intersection(*(frozenset(term.facet for term in name.terms) for name in query.names))
    terms = (term for name in query.names for term in name.terms if term.facet in shared)
    return _holding(index, (term_key(1, term.facet, term.term) for term in terms))


def _of_two_terms(index: Postings, query: Query) -> frozenset[int]:
    """Return the pages that stand for two terms, both of which were named, whatever else was typed."""
    keys = {term_key(2, term.facet, term.term) for name in query.names for term in name.terms}
    counts = Counter(number for key in keys for number in _holding(index, [key]))
    return frozenset(number for number, count in counts.items() if count > 1)


def _holding(index: Postings, keys: Iterable[str]) -> frozenset[int]:
    return frozenset(number for key in keys if key and index.is_stem(key) for number, _ in index.scores(key))


def _raised(index: Postings, query: Query, name: Name) -> RaisedPages:
    """Return what a name does: of its terms, the one that adds most counts."""
    scores: dict[int, int] = {}
    for term in name.terms:
        key = carried_key(term.facet, term.term)
        for number, score in index.scores(key) if index.is_stem(key) else ():
            scores[number] = max(scores.get(number, 0), score // TERM_SHARE)
    return RaisedPages(sum(1 << at for at, word in enumerate(query.words) if word.folded in name.words), scores)
