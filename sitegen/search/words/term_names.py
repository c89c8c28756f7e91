"""The facet terms that typed words name: by their labels, ids, and the other words of site.yaml.

static/js/search/query.js does the same for readers; tests/search/words/query_cases.json holds both to it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sitegen.model import Record, Taxonomy
from sitegen.search.ranking_constants import MAX_QUERY_WORDS
from sitegen.search.words.analysis import is_dropped, spans, words
from sitegen.search.words.singular import singular

_is_number = re.compile("[0-9]+").fullmatch


class Offer(Record, frozen=True):
    """A facet term that typed words name: taxonomy id, term id, the term's label; and the text without these words."""

    facet: str
    term: str
    label: str
    rest: str = ""


Names = Mapping[str, tuple[Offer, ...]]
"""The key of a name (see `name_of`) to the terms that have it."""


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


def name_of(said: Iterable[str]) -> str:
    """Return the key of a name, from its folded words: in the singular, and in one run.

    So "shop stewards", "shopsteward" and "Shop Steward" are one name, and "L-5" is "L5".
    """
    return "".join(map(singular, said))


def term_names(taxonomies: Iterable[Taxonomy]) -> dict[str, tuple[Offer, ...]]:
    """Return the names of facet terms, sorted: labels, ids and the other words that mean them.

    An id that is a bare number is a name only where it follows another name.
    """
    names: dict[str, tuple[Offer, ...]] = {}
    for taxonomy in taxonomies:
        for term in taxonomy.terms:
            offer = Offer(taxonomy.id, term.id, term.label)
            for name in (term.label, *term.also, term.id):
                key = name_of(words(name))
                if key and offer not in names.get(key, ()):
                    names[key] = (*names.get(key, ()), offer)
    return dict(sorted(names.items()))


def named_terms(text: str, names: Names) -> NamedTerms:
    """Return the terms that a text names: the longest name at each position; its words are not looked at again.

    A name of more than MAX_QUERY_WORDS words is never found. A bare number is a name after another one, but for words
    that queries leave out between them: in "levels 3 and 4" and "sponsorship 4", 4 is level 4.
    """
    typed = [place for place in spans(text) if place[2]]
    folded = [word for _, _, word in typed]
    named: list[tuple[range, tuple[Offer, ...]]] = []
    others: list[str] = []
    is_after = False  # whether only words that are left out stand between here and a name before
    at = 0
    while at < len(folded):
        size = _longest_name(folded, at, names, is_after=is_after)
        if size:
            named.append((range(at, at + size), names[name_of(folded[at : at + size])]))
        else:
            others.append(folded[at])
        is_after = bool(size) or (is_after and is_dropped(folded[at]))
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
        names=tuple(Name(tuple(folded[at] for at in span), terms) for span, terms in named),
        offers=tuple(offers),
        is_alone=bool(named) and all(map(is_dropped, others)),
    )


def _longest_name(folded: Sequence[str], at: int, names: Names, *, is_after: bool) -> int:
    """Return how many words the longest name at a position has, or 0; a bare number is a name after another one."""
    for size in range(min(MAX_QUERY_WORDS, len(folded) - at), 0, -1):
        key = name_of(folded[at : at + size])
        if key in names and (is_after or not _is_number(key)):
            return size
    return 0


def _without(text: str, cuts: Iterable[tuple[int, int]]) -> str:
    """Return a text without some of its words; empty where only words are left that queries leave out."""
    kept = []
    end = 0
    for start, stop in cuts:
        kept.append(text[end:start])
        end = stop
    rest = " ".join("".join([*kept, text[end:]]).split())
    return "" if all(map(is_dropped, filter(None, words(rest)))) else rest
