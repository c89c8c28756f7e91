"""What somebody typed, understood: words with weights, phrases, a word not ended yet, and facet terms to offer.

static/js/search/query.js does the same in the reader's browser; tests/search/words/query_cases.json holds both to it.
"""

import re
from collections.abc import Iterable, Mapping

from sitegen.model import Record
from sitegen.search.ranking_constants import MAX_QUERY_WORDS
from sitegen.search.words.analysis import fold, is_dropped, lower, spans, spell, surfaces, words
from sitegen.search.words.term_names import Name, Names, Offer, named_terms
from sitegen.search.words.title_keys import name_key, title_key

_PHRASE = re.compile('(?<![0-9])["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]')
"""A phrase; what stands right after a digit begins none: it is an inch mark."""

_ENDS_IN_WORD = re.compile(r"[^\W_]\Z")


class Word(Record, frozen=True):
    """A word to look for, with the accents that it was typed with, and how often it was typed."""

    text: str
    weight: int = 1

    @property
    def folded(self) -> str:
        """The word without accents."""
        return fold(self.text)


class Query(Record, frozen=True, kw_only=True):
    """A query: its different words in the order typed, fillers dropped; phrases as folded words, none dropped.

    The words of phrases are among the words. With `prefix` the last of `words` may be the beginning of a word:
    nothing was typed after it. `title` is the key of the title that the text may be, `name` that of the name. `names`
    are the names of facet terms among the words; with `is_names`, nothing else was typed. `text` is what was typed,
    `known` are the names of all terms.
    """

    text: str = ""
    known: Names = {}
    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    prefix: bool = False
    offers: tuple[Offer, ...] = ()
    title: str = ""
    name: str = ""
    names: tuple[Name, ...] = ()
    is_names: bool = False

    def is_named(self, word: Word) -> bool:
        """Whether a word is part of the name of a term."""
        return any(word.folded in name.words for name in self.names)

    def of_whole_words(self) -> "Query":
        """Return the same query, in which the last word is a whole one."""
        return parse(f"{self.text} ", self.known)

    def with_words(self, used: Mapping[str, str]) -> "Query":
        """Return the query with other words in place of some, by folded word."""
        return parse(rewrite(lower(self.text), used), self.known)


def parse(text: str, names: Names | None = None) -> Query:
    """Parse a typed text; `names` are those of facet terms (see `term_names`).

    Words that say nothing (stop words, question filler) are dropped where any other word is left.
    """
    typed = [word for word in map(spell, surfaces(text)) if word]
    kept = [word for word in typed if not is_dropped(fold(word))] or typed
    counts: dict[str, int] = {}
    for word in kept:
        if word in counts or len(counts) < MAX_QUERY_WORDS:
            counts[word] = counts.get(word, 0) + 1
    prefix = bool(typed) and _ENDS_IN_WORD.search(text) is not None and list(counts)[-1] == typed[-1]
    named = named_terms(text, names or {})
    return Query(
        words=tuple(Word(word, count) for word, count in counts.items()),
        phrases=tuple(_phrases(text)),
        prefix=prefix,
        offers=named.offers,
        title=title_key(text),
        name=name_key(text),
        names=named.names,
        is_names=named.is_alone,
        text=text,
        known=names or {},
    )


def rewrite(text: str, used: Mapping[str, str]) -> str:
    """Return a text with other words in place of some, by folded word; all else stays as it is."""
    parts, end = [], 0
    for start, stop, word in spans(text):
        if word in used:
            parts += [text[end:start], used[word]]
            end = stop
    return "".join([*parts, text[end:]])


def _phrases(text: str) -> Iterable[tuple[str, ...]]:
    for quoted in _PHRASE.findall(text):
        phrase = tuple(word for word in words(quoted) if word)
        if len(phrase) > 1:
            yield phrase
