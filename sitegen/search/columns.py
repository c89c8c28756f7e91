"""Terms of all documents in columns: for counts and filters, fetched when these are asked for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.search.codec import numbers, varint

Facets = Sequence[tuple[str, Sequence[str]]]
"""(taxonomy id, its term ids in the order of the entry file)."""


def columns(facets: Facets, documents: Iterable[tuple[int, Mapping[str, Sequence[str]]]], size: int) -> bytes:
    """Write which ids below `size` there are, and a column for each facet: the combination of terms of every id.

    Combinations are numbered from 1, the most frequent first; 0 stands for no terms.
    """
    known = list(documents)
    present = sum(1 << number for number, _ in known)
    parts = [b"\0", varint(size), present.to_bytes(-(-size // 8), "little")]
    for facet, terms in facets:
        place = {term: at for at, term in enumerate(terms)}
        found = {
            number: tuple(sorted(place[term] for term in values.get(facet, ()) if term in place))
            for number, values in known
        }
        times = Counter(combination for combination in found.values() if combination)
        order = sorted(times, key=lambda combination: (-times[combination], combination))
        at = {(): 0} | {combination: number for number, combination in enumerate(order, 1)}
        parts.append(varint(len(order)))
        parts += [varint(len(combination)) + numbers(combination) for combination in order]
        parts.append(numbers(at[found.get(number, ())] for number in range(size)))
    return b"".join(parts)
