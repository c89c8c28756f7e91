"""Facets of a collection: how many pages terms and pairs have, and the same as JSON for filters in the browser."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sitegen.catalog.taxonomy import Tables, term_order
from sitegen.model import Collection, Entry, Record, Taxonomy, Term
from sitegen.text import fold

CARD_BLOCK = 20
"""How many cards a block of the facet index holds, in list order."""

LIST, TITLE, NEWEST, LEVEL = "list", "title", "newest", "level"
"""The orders of a list that a reader can choose, as they stand in addresses: the list's own, by title, date, level."""

FEW = 8
"""A facet with so few terms offers all of them, also those without pages, which cannot be chosen."""


_NO_LEVEL = "~"
"""Pages for no level in particular come after all others, where lists are read by level."""


class FacetTerms(Record, frozen=True):
    """A facet as shown: taxonomy id and label, and its terms with their counts, in display order."""

    id: str
    label: str
    is_open: bool
    terms: tuple[tuple[Term, int], ...]


def counts(table: Tables, facet: str) -> dict[str, int]:
    """Return the number of pages of each term that has any."""
    return {term: len(positions) for term, positions in table.terms.get(facet, {}).items()}


def facet_terms(taxonomy: Taxonomy, terms: Iterable[Term], numbers: Mapping[str, int]) -> FacetTerms:
    """Return a facet with its terms in display order; `numbers` maps a term to its pages, if it has any."""
    ordered = term_order(terms, numbers, is_by_count=taxonomy.is_open or taxonomy.is_by_count)
    counted = tuple((term, numbers.get(term.id, 0)) for term in ordered)
    return FacetTerms(taxonomy.id, taxonomy.label, taxonomy.is_open, counted)


def as_offered(facet: FacetTerms) -> FacetTerms:
    """Return a facet without other words that its terms mean, and without terms that have no pages.

    Where its terms are few, and any has pages, those without stay.
    """
    are_few = len(facet.terms) <= FEW and any(count for _, count in facet.terms)
    terms = tuple((Term(term.id, term.label), count) for term, count in facet.terms if count or are_few)
    return FacetTerms(facet.id, facet.label, facet.is_open, terms)


def first_lists(tables: Iterable[tuple[Collection, Tables]]) -> dict[str, str]:
    """Return, by FACET/TERM, the first of the collections that offers the facet and has pages with the term."""
    lists: dict[str, str] = {}
    for collection, table in tables:
        for facet in collection.facets:
            for term in table.terms.get(facet, {}):
                lists.setdefault(f"{facet}/{term}", collection.id)
    return lists


def both(table: Tables, one: tuple[str, str], other: tuple[str, str]) -> tuple[int, ...]:
    """Return the ascending positions of the pages that have two (facet, term) together."""
    (first, of_first), (second, of_second) = one, other
    with_second = set(table.terms.get(second, {}).get(of_second, ()))
    return tuple(at for at in table.terms.get(first, {}).get(of_first, ()) if at in with_second)


def count_pairs(table: Tables, first: str, second: str) -> dict[str, dict[str, int]]:
    """Return, for each term of the first facet, the number of its pages for each term of the second that has any."""
    of_page: dict[int, list[str]] = {}
    for term, positions in table.terms.get(second, {}).items():
        for at in positions:
            of_page.setdefault(at, []).append(term)
    of_first = table.terms.get(first, {}).items()
    return {
        term: dict(Counter(other for at in positions for other in of_page.get(at, ()))) for term, positions in of_first
    }


def sorts(collection: Collection, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the orders that a list can be read in, its own first."""
    known = tuple(entries)
    is_dated = any(entry.sort_date for entry in known)
    has_levels = LEVEL in collection.facets and any(entry.terms.get(LEVEL) for entry in known)
    own = {"title": TITLE, "date": NEWEST if is_dated else LIST}.get(collection.sort, LIST)
    own = LIST if collection.order else own
    others = (*((LEVEL,) if has_levels else ()), *((NEWEST,) if is_dated else ()), TITLE)
    return own, *(sort for sort in others if sort != own)


def sorted_positions(entries: Sequence[Entry], sort: str, title_of: Callable[[str], str]) -> list[int]:
    """Return the positions of a list's pages in another order, missing ones last.

    Ties are by path, or where the order is by level in that of the list. `title_of` is called to sort by title.
    """
    positions = sorted(range(len(entries)), key=lambda at: entries[at].path)
    if sort == TITLE:
        positions.sort(key=lambda at: fold(title_of(entries[at].path)))
    elif sort == NEWEST:
        positions.sort(key=lambda at: entries[at].sort_date, reverse=True)
    elif sort == LEVEL:
        positions.sort()
        positions.sort(key=lambda at: min(entries[at].terms.get(LEVEL, (_NO_LEVEL,))))
    else:
        positions.sort()
        return positions
    positions.sort(key=lambda at: entries[at].is_missing)
    return positions


def facet_index(
    collection: str,
    facets: Sequence[FacetTerms],
    count: int,
    urls: Mapping[tuple[str, str], str],
    column_urls: Mapping[str, str],
    sort_urls: Mapping[str, str],
    fields: Sequence[str],
    ids_url: str,
) -> bytes:
    """Write the facet index of a collection of `count` pages as canonical JSON; the format is docs/facet-format.md.

    `urls` maps (facet, term) to the term's page, `column_urls` a facet to its column, `sort_urls` an order to its file,
    the list's own first. `fields` are the names of what cards have, in order,
    and `ids_url` leads to the numbers that search has for the pages.
    """
    value = {
        "collection": collection,
        "count": count,
        "block": CARD_BLOCK,
        "ids": ids_url,
        "fields": fields,
        "sorts": [{"id": name, "url": url} for name, url in sort_urls.items()],
        "facets": [
            {
                "id": facet.id,
                "label": facet.label,
                "column": column_urls[facet.id],
                "terms": [
                    {
                        "id": term.id,
                        "label": term.label,
                        "count": count,
                        "url": urls[facet.id, term.id] if count else "",
                    }
                    for term, count in facet.terms
                ],
            }
            for facet in facets
        ],
    }
    return msgspec.json.encode(value) + b"\n"
