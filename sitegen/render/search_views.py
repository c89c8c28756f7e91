"""What the template of the search page sees: titles from A to Z, and the filters with the lists they lead to."""

from collections.abc import Callable, Iterable, Sequence

from sitegen.catalog.alphabet import DIGITS, MOST_TITLES, OTHERS, Title, letter_of, letter_url, pages_of
from sitegen.catalog.facets import FacetTerms
from sitegen.catalog.permalinks import term_url, terms_url
from sitegen.model import Collection, Record
from sitegen.render import views

LinkTo = Callable[[str], str]
"""Returns the link of a site address."""

MOST_OPTIONS = 30
"""How many terms of a filter the search page shows; the rest stand on a page of their own."""

_LABELS = {DIGITS: "0-9", OTHERS: "Other"}


class TitleLink(Record, frozen=True):
    """A page in the list of titles: its kind, and its language if that is not the site's."""

    url: str
    title: str
    kind_label: str
    language: str = ""


class Letter(Record, frozen=True, kw_only=True):
    """A letter of the A to Z: `url` leads to its titles, on this page or another; `titles` are those shown here."""

    id: str
    label: str
    count: int
    url: str
    titles: tuple[TitleLink, ...] = ()
    is_current: bool = False


class SearchPage(Record, frozen=True, kw_only=True):
    """The search page, or the page of one letter (`letter` is its label). `count` titles in all.

    `bundle` is the link to the index of a small site as one file; empty where there is none.
    """

    title: str
    count: int
    letters: tuple[Letter, ...]
    facets: tuple[views.Facet, ...] = ()
    letter: str = ""
    pager: views.Pager = views.Pager(number=1, total=1)
    bundle: str = ""


def alphabet(counts: Iterable[tuple[str, int]], titles: Sequence[Title], link: LinkTo) -> tuple[Letter, ...]:
    """Return the letters with their titles where `titles` has them, else with the pages on which they stand."""
    shown: dict[str, list[TitleLink]] = {}
    for title in titles:
        shown.setdefault(letter_of(title.key), []).append(_title_link(title, link))
    return tuple(
        Letter(
            id=letter,
            label=letter_label(letter),
            count=count,
            url=f"#titles-{letter}" if letter in shown else link(letter_url(letter)),
            titles=tuple(shown.get(letter, ())),
        )
        for letter, count in counts
    )


def letter_page(
    letter: str, number: int, counts: Sequence[tuple[str, int]], titles: Sequence[Title], link: LinkTo
) -> SearchPage:
    """Return page `number` of a letter's titles, with the way to the other letters."""
    label = letter_label(letter)
    count = dict(counts).get(letter, 0)
    total = pages_of(count)

    def at(page: int) -> str:
        return link(letter_url(letter, page))

    pager = views.Pager(
        number=number,
        total=total,
        previous=at(number - 1) if number > 1 else "",
        next=at(number + 1) if number < total else "",
    )
    here = tuple(_title_link(title, link) for title in titles)
    letters = tuple(
        Letter(
            id=name,
            label=letter_label(name),
            count=size,
            url=link(letter_url(name)),
            titles=here if name == letter else (),
            is_current=name == letter,
        )
        for name, size in counts
    )
    return SearchPage(title=f"All titles: {label}", count=count, letters=letters, letter=label, pager=pager)


def letter_label(letter: str) -> str:
    """Return a letter as it is shown."""
    return _LABELS.get(letter, letter.upper())


def is_split(count: int) -> bool:
    """Return whether there are too many titles for one page."""
    return count > MOST_TITLES


def browse_facet(offers: Sequence[tuple[Collection, FacetTerms]], link: LinkTo) -> views.Facet:
    """Return a filter of the whole site: each term leads to the longest list of it, the first of equals.

    `offers` holds the collections that offer the filter with what they have of it, at least one. Terms without
    pages are left out.
    """
    best: dict[str, tuple[int, str, Collection]] = {}
    for collection, facet in offers:
        for term, count in facet.terms:
            if count > best.get(term.id, (0, "", collection))[0]:
                best[term.id] = (count, term.label, collection)
    facet = offers[0][1]
    fullest = max(offers, key=lambda pair: sum(count for _, count in pair[1].terms))[0]
    order = [term.id for _, one in offers for term, _ in one.terms]
    ids = [term for term in dict.fromkeys(order) if term in best]
    if facet.is_open:
        ids.sort(key=lambda term: -best[term][0])
    options = tuple(
        views.Option(
            id=term, label=best[term][1], count=best[term][0], url=link(term_url(best[term][2], facet.id, term))
        )
        for term in ids[:MOST_OPTIONS]
    )
    return views.Facet(id=facet.id, label=facet.label, url=link(terms_url(fullest, facet.id)), options=options)


def _title_link(title: Title, link: LinkTo) -> TitleLink:
    return TitleLink(link(title.url), title.title, title.kind_label, title.language)
