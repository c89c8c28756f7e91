"""What the staff's index holds of a document: written to Whoosh's fields, and read back; without importing Whoosh."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.model import Record
from sitegen.search.documents import Document
from sitegen.search.reader.ids import id_digest
from sitegen.search.reader.index_records import Vector
from sitegen.search.rounding import length_step

ALL = "all"
"""The one word of the field `order`: each document has it."""

_ORDER_BYTES = 3
"""Bytes of a digest that a weight holds."""

_WEIGHTS = 256
_LENGTH_STEPS = 128
_LOWEST_RANK = -3


class StoredPage(Record, frozen=True, kw_only=True):
    """What the index returns of a document, beside its words; `digest` is that of what it was made from."""

    path: str
    url: str
    title: str
    summary: str
    text: str
    digest: bytes
    length: int


def stored_page(document: Document, vector: Vector, digest: bytes) -> StoredPage:
    """Return what the index is to store of a document."""
    return StoredPage(
        path=document.path,
        url=document.url,
        title=document.title,
        summary=document.summary,
        text=document.text,
        digest=digest,
        length=vector.length,
    )


def index_fields(document: Document, vector: Vector, stored: StoredPage) -> dict[str, Any]:
    """Return the fields of a document: (word, weight) pairs, and what is stored."""
    step = length_step(vector.length)
    stems = vector.stems.split(" ") if vector.stems else []
    terms = [f"{facet}={term}" for facet, of_facet in document.terms.items() for term in of_facet]
    return {
        "path": [(document.path, 1.0)],
        "words": [(s, pack_weight(w, step, document.rank)) for s, w in zip(stems, vector.weights, strict=True)],
        "terms": [(term, 1.0) for term in dict.fromkeys(terms)],
        "order": [(ALL, float(int.from_bytes(id_digest(document.path)[:_ORDER_BYTES], "big")))],
        "stored": msgspec.msgpack.encode(stored),
    }


def pack_weight(weight: int, step: int, rank: int) -> float:
    """Pack the weight of a word with the length step and the rank of its document, exactly, into a 32-bit float."""
    return float(weight + _WEIGHTS * (step + _LENGTH_STEPS * (rank - _LOWEST_RANK)))


def unpack_weight(packed: int) -> tuple[int, int, int]:
    """Return (weight, length step, rank)."""
    rest, weight = divmod(packed, _WEIGHTS)
    rank, step = divmod(rest, _LENGTH_STEPS)
    return weight, step, rank + _LOWEST_RANK


def read_stored(stored_fields: dict[str, Any]) -> StoredPage:
    """Return what the index stores of a document, from Whoosh's own record of it."""
    return msgspec.msgpack.decode(stored_fields["stored"], type=StoredPage)


def postings(reader: Any, field: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield (document number, packed weight) of a word of a field, by number."""
    for leaf, first in reader.leaf_readers():
        if (field, word) in leaf:
            matcher = leaf.postings(field, word)
            while matcher.is_active():
                yield matcher.id() + first, int(matcher.weight())
                matcher.next()


def tie_breaks(reader: Any) -> dict[int, tuple[int, bytes, str]]:
    """Return keys, by document number, that sort documents in the order of readers' ids.

    The beginning of the digest, which is held as a weight, tells nearly all of them apart; of the others the path is
    read.
    """
    orders = dict(postings(reader, "order", ALL))
    counts = Counter(orders.values())
    paths = {n: read_stored(reader.stored_fields(n)).path for n, order in orders.items() if counts[order] > 1}
    return {
        number: (order, id_digest(paths[number]), paths[number]) if number in paths else (order, b"", "")
        for number, order in orders.items()
    }
