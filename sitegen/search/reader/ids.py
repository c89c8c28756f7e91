"""Numbers of documents: from their paths alone, so that a new page moves few of the others."""

from collections.abc import Iterable
from hashlib import blake2b

from sitegen.search.rounding import id_capacity

_BITS = 64


def assign_ids(paths: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Return (id, path) of documents, by id.

    The digest of a path says which of the ids it has; where that is taken, the next free one. So ids do not depend on
    the order in which pages came, and one more page moves a short run of neighbors.
    """
    digests = sorted((int.from_bytes(id_digest(path), "big"), path) for path in paths)
    capacity = id_capacity(len(digests))
    pairs = []
    last = -1
    for digest, path in digests:
        last = max(digest * capacity >> _BITS, last + 1)
        pairs.append((last, path))
    return tuple(pairs)


def id_digest(path: str) -> bytes:
    """Return the 8 bytes of a path that ids rise with, but where two paths have the same."""
    return blake2b(path.encode(), digest_size=_BITS // 8).digest()


def id_limit(count: int, last: int) -> int:
    """Return the number that all ids lie below, for a count of documents and their last id."""
    return max(id_capacity(count), last + 1)
