"""Facets of a collection: how many pages each term has, and the same as JSON for filters in the browser."""

from collections.abc import Mapping, Sequence

import msgspec

from sitegen.catalog.taxonomy import Tables
from sitegen.model import Entry, Record, Term

CARD_BLOCK = 20
"""How many cards a block of the facet index holds, in list order."""


class FacetTerms(Record, frozen=True):
    """A facet as shown: taxonomy id and label, and its terms with their counts, in display order."""

    id: str
    label: str
    is_open: bool
    terms: tuple[tuple[Term, int], ...]


def counts(table: Tables, facet: str) -> dict[str, int]:
    """Give the number of pages of each term that has any."""
    return {term: len(positions) for term, positions in table.terms.get(facet, {}).items()}


def facet_index(
    collection: str, facets: Sequence[FacetTerms], entries: Sequence[Entry], urls: Mapping[tuple[str, str], str]
) -> bytes:
    """Write the facet index of a collection as canonical JSON; the format is docs/facet-format.md.

    `entries` in list order; `urls` maps (facet, term) to the term's page.
    """
    numbers = {facet.id: {term.id: at for at, (term, _) in enumerate(facet.terms)} for facet in facets}
    combinations: dict[tuple[tuple[int, ...], ...], int] = {}
    column = []
    for entry in entries:
        row = tuple(tuple(sorted(numbers[f.id][t] for t in entry.terms.get(f.id, ()))) for f in facets)
        column.append(combinations.setdefault(row, len(combinations)))
    value = {
        "collection": collection,
        "count": len(entries),
        "facets": [
            {
                "id": facet.id,
                "label": facet.label,
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
        "combinations": list(combinations),
        "items": column,
        "block": CARD_BLOCK,
    }
    return msgspec.json.encode(value) + b"\n"
