"""Numbers of documents: from their paths alone, so that a new page moves few of the others."""

from collections.abc import Iterable
from hashlib import blake2b

from sitegen.search.steps import slots

_BITS = 64


def numbered(paths: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Give (id, path) of documents, by id.

    The digest of a path gives its place among the slots; where that is taken, the next free one. So the ids do not
    depend on the order in which pages came, and one more page moves a short run of neighbours.
    """
    digests = sorted((int.from_bytes(blake2b(path.encode(), digest_size=8).digest(), "big"), path) for path in paths)
    size = slots(len(digests))
    found = []
    last = -1
    for digest, path in digests:
        last = max(digest * size >> _BITS, last + 1)
        found.append((last, path))
    return tuple(found)


def id_range(count: int, last: int) -> int:
    """Give the number that all ids lie below, for a count of documents and their last id."""
    return max(slots(count), last + 1)
