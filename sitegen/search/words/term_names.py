"""The facet terms that typed words name: by their labels, ids, and the other words of site.yaml.

static/js/search/query.js does the same for readers; tests/search/words/query_cases.json holds both to it.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.model import Record, Taxonomy
from sitegen.search.ranking_constants import MAX_QUERY_WORDS
from sitegen.search.words.analysis import is_dropped, spans, words


class Offer(Record, frozen=True):
    """A facet term that typed words name: taxonomy id, term id, the term's label; and the text without these words."""

    facet: str
    term: str
    label: str
    rest: str = ""


Names = Mapping[tuple[str, ...], tuple[Offer, ...]]
"""The folded words of a name to the terms that have it."""


class Name(Record, frozen=True):
    """A name that was typed: its folded words, and the terms that have it."""

    words: tuple[str, ...]
    terms: tuple[Offer, ...]


class NamedTerms(NamedTuple):
    """The names in a text, in the order typed, and the terms that they offer, each once.

    With `is_alone` the text has nothing but names and words that queries leave out.
    """

    names: tuple[Name, ...]
    offers: tuple[Offer, ...]
    is_alone: bool


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


def named_terms(text: str, names: Names) -> NamedTerms:
    """Return the terms that a text names: the longest name at each position; its words are not looked at again.

    A name of more than MAX_QUERY_WORDS words is never found.
    """
    typed = [place for place in spans(text) if place[2]]
    folded = [word for _, _, word in typed]
    named: list[tuple[range, tuple[Offer, ...]]] = []
    others: list[str] = []
    at = 0
    while at < len(folded):
        sizes = range(min(MAX_QUERY_WORDS, len(folded) - at), 0, -1)
        size = next((size for size in sizes if tuple(folded[at : at + size]) in names), 0)
        if size:
            named.append((range(at, at + size), names[tuple(folded[at : at + size])]))
        else:
            others.append(folded[at])
        at += size or 1
    places: dict[Offer, set[int]] = {}
    for span, terms in named:
        for term in terms:
            places.setdefault(term, set()).update(span)
    offers = (
        Offer(term.facet, term.term, term.label, _without(text, [typed[at][:2] for at in sorted(own)]))
        for term, own in places.items()
    )
    return NamedTerms(
        tuple(Name(tuple(folded[at] for at in span), terms) for span, terms in named),
        tuple(offers),
        bool(named) and all(map(is_dropped, others)),
    )


def _without(text: str, cuts: Iterable[tuple[int, int]]) -> str:
    """Return a text without some of its words; empty where only words are left that queries leave out."""
    kept = []
    end = 0
    for start, stop in cuts:
        kept.append(text[end:start])
        end = stop
    rest = " ".join("".join([*kept, text[end:]]).split())
    return "" if all(map(is_dropped, filter(None, words(rest)))) else rest
