"""Terms of all documents in columns: for counts and filters, fetched when these are asked for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.search.codec import number

Facets = Sequence[tuple[str, Sequence[str]]]
"""(taxonomy id, its term ids in the order of the entry file)."""


def columns(facets: Facets, documents: Iterable[tuple[int, Mapping[str, Sequence[str]]]], size: int) -> bytes:
    """Write which ids below `size` there are, and a column for each facet: the combination of terms of every id.

    Combinations are numbered from 1, the most frequent first; 0 stands for no terms.
    """
    known = dict(documents)
    found = []
    for facet, terms in facets:
        place = {term: at for at, term in enumerate(terms)}
        chosen = {
            at: tuple(sorted(place[term] for term in values.get(facet, ()) if term in place))
            for at, values in known.items()
        }
        times = Counter(combination for combination in chosen.values() if combination)
        order = [(), *sorted(times, key=lambda combination: (-times[combination], combination))]
        numbers = {combination: number(at) for at, combination in enumerate(order)}
        found.append([order, "".join(numbers[chosen.get(at, ())] for at in range(size))])
    return msgspec.json.encode({"ids": "".join(str(int(at in known)) for at in range(size)), "facets": found})
