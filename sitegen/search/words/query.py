"""What somebody typed, understood: words with weights, phrases, a word not ended yet, and facet terms to offer.

static/js/search/query.js does the same in the reader's browser; tests/search/query_cases.json holds both to it.
"""

import re
from collections.abc import Iterable, Mapping

from sitegen.model import Record, Taxonomy
from sitegen.search.ranking_constants import MAX_QUERY_WORDS, MAX_WORD_LENGTH
from sitegen.search.words.analysis import fold, is_dropped, spell, surfaces, words

_PHRASE = re.compile('["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]')
_ENDS_IN_WORD = re.compile(r"[^\W_]\Z")


class Word(Record, frozen=True):
    """A word to look for, with the accents that it was typed with, and how often it was typed."""

    text: str
    weight: int = 1

    @property
    def folded(self) -> str:
        """The word without accents."""
        return fold(self.text)


class Offer(Record, frozen=True):
    """A facet term that the typed words name: taxonomy id, term id, the term's label."""

    facet: str
    term: str
    label: str


class Query(Record, frozen=True):
    """A query: its different words in the order typed, fillers dropped; phrases as folded words, none dropped.

    The words of phrases are among the words. With `prefix` the last of `words` may be the beginning of a word:
    nothing was typed after it.
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    prefix: bool = False
    offers: tuple[Offer, ...] = ()


Names = Mapping[tuple[str, ...], tuple[Offer, ...]]
"""The folded words of a name to the terms that have it."""


def parse(text: str, names: Names | None = None) -> Query:
    """Parse a typed text; `names` are those of facet terms (see `term_names`).

    Words that say nothing (stop words, question filler) are dropped where any other word is left. Of a very long word
    the beginning counts.
    """
    typed = [word[:MAX_WORD_LENGTH] for word in map(spell, surfaces(text)) if word]
    kept = [word for word in typed if not is_dropped(fold(word))] or typed
    counts: dict[str, int] = {}
    for word in kept:
        if word in counts or len(counts) < MAX_QUERY_WORDS:
            counts[word] = counts.get(word, 0) + 1
    prefix = bool(typed) and _ENDS_IN_WORD.search(text) is not None and list(counts)[-1] == typed[-1]
    return Query(
        tuple(Word(word, count) for word, count in counts.items()),
        tuple(_phrases(text)),
        prefix,
        tuple(_offers(list(map(fold, typed)), names or {})),
    )


def term_names(taxonomies: Iterable[Taxonomy]) -> dict[tuple[str, ...], tuple[Offer, ...]]:
    """Return the names of facet terms: labels, ids and the other words that mean them, in the order of site.yaml.

    An id that is a bare number is no name.
    """
    names: dict[tuple[str, ...], tuple[Offer, ...]] = {}
    for taxonomy in taxonomies:
        for term in taxonomy.terms:
            offer = Offer(taxonomy.id, term.id, term.label)
            for name in (term.label, *term.also, *(() if term.id.isdigit() else (term.id,))):
                key = tuple(words(name))
                if key and offer not in names.get(key, ()):
                    names[key] = (*names.get(key, ()), offer)
    return names


def _phrases(text: str) -> Iterable[tuple[str, ...]]:
    for quoted in _PHRASE.findall(text):
        phrase = tuple(word for word in words(quoted) if word)
        if len(phrase) > 1:
            yield phrase


def _offers(typed: list[str], names: Names) -> Iterable[Offer]:
    """Yield the terms named, the longest names first at each position; words of a name are not looked at again."""
    longest = max(map(len, names), default=0)
    seen = set()
    at = 0
    while at < len(typed):
        for size in range(min(longest, len(typed) - at), 0, -1):
            offers = names.get(tuple(typed[at : at + size]))
            if offers:
                for offer in offers:
                    if offer not in seen:
                        seen.add(offer)
                        yield offer
                at += size - 1
                break
        at += 1
