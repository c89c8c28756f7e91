"""Terms of all documents in columns: for counts and filters, fetched when these are asked for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.search.reader.codec import number, rising

Facets = Sequence[tuple[str, Sequence[str]]]
"""(taxonomy id, its term ids in the order of the entry file)."""


def columns(facets: Facets, documents: Iterable[tuple[int, Mapping[str, Sequence[str]]]]) -> bytes:
    """Write the ids of documents, given in order; for each facet its combinations of terms, and which one each has.

    Combinations are numbered from 1, the most frequent first; 0 stands for no terms.
    """
    known = list(documents)
    lines = [rising([at for at, _ in known]).encode()]
    for facet, terms in facets:
        place = {term: at for at, term in enumerate(terms)}
        chosen = [tuple(sorted(place[term] for term in values.get(facet, ()) if term in place)) for _, values in known]
        times = Counter(combination for combination in chosen if combination)
        order = [(), *sorted(times, key=lambda combination: (-times[combination], combination))]
        numbers = {combination: number(at) for at, combination in enumerate(order)}
        lines += [msgspec.json.encode(order), "".join(map(numbers.__getitem__, chosen)).encode()]
    return b"\n".join(lines)
