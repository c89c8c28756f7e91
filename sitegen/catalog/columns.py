"""Columns of facets: which of a facet's terms each page has, for lists and for search alike (docs/facet-format.md)."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from sitegen.codec import number


def facet_column(terms: Sequence[str], pages: Iterable[Iterable[str]]) -> bytes:
    """Return the column of a facet as JSON on two lines, the second of them with the numbers of all pages.

    `terms` are the ids of all terms of the facet, in order; `pages` are those that each page has, in any order. Sets of
    terms stand in the order of how many pages have them, the most first, then in that of their terms.
    """
    number_of = {term: at for at, term in enumerate(terms)}
    chosen = [tuple(sorted(map(number_of.__getitem__, own))) for own in pages]
    counts = Counter(chosen)
    sets = sorted(counts, key=lambda numbers: (-counts[numbers], numbers))
    character = {numbers: number(at) for at, numbers in enumerate(sets)}
    items = "".join(map(character.__getitem__, chosen))
    return b'{"sets":%s,\n"items":%s}\n' % (msgspec.json.encode(sets), msgspec.json.encode(items))
