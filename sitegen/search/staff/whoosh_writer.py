"""Whoosh's writer, made quick: words with their weights, without positions, texts or length statistics.

As it comes, Whoosh asks the disk for a file at each posting and sorts tuples of Python objects: 8 ms for a page of 700
words. Here postings wait as two arrays a word, and are written a block at a time. The files are Whoosh's own, read by
its own reader. What knows of Whoosh's inner parts is here.
"""

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
from whoosh.fields import FieldType
from whoosh.formats import Existence
from whoosh.writing import SegmentWriter

_BLOCK = 512
_COMPRESSION = 1


class Weighed(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field whose value is (word, weight) pairs, each word once."""

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: Iterable[tuple[str, float]], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what the writer takes of each pair."""
        return ((word.encode(), 1, weight, b"") for word, weight in value)

    def separate_spelling(self) -> bool:
        """Return whether there is a second field for spelling: no."""
        return False

    def to_bytes(self, value: str | bytes) -> bytes:
        """Return a word as it is stored."""
        return value if isinstance(value, bytes) else value.encode()

    def from_bytes(self, data: bytes) -> str:
        """Return a word from what is stored."""
        return data.decode()


class _Pool:
    """The postings of a segment until it is written: two arrays a word. Document numbers come in order."""

    def __init__(self) -> None:
        self.fields: dict[str, dict[bytes, tuple[array[int], array[float]]]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        field, word, number, weight, _ = item
        words = self.fields.setdefault(field, {})
        arrays = words.get(word)
        if arrays is None:
            words[word] = array("I", (number,)), array("f", (weight,))
        else:
            arrays[0].append(number)
            arrays[1].append(weight)

    def iter_postings(self) -> "_Pool":
        return self

    def cleanup(self) -> None:
        self.fields.clear()


class _Postings(W3PostingsWriter):  # type: ignore[misc]
    def add_all(self, numbers: "array[int]", weights: "array[float]") -> None:
        """Write all postings of a word, in blocks."""
        for start in range(0, len(numbers), _BLOCK):
            if start:
                self._write_block()
            self._ids = numbers[start : start + _BLOCK]
            self._weights = weights[start : start + _BLOCK]
            self._maxweight = max(self._weights)


class _Fields(W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, lengths: object, items: _Pool) -> None:
        """Write all postings of a segment."""
        del lengths
        for field, words in sorted(items.fields.items()):
            self.start_field(field, schema[field])
            for word in sorted(words):
                self.start_term(word)
                self._postwriter.add_all(*words[word])
                self.finish_term()
            self.finish_field()


class _Codec(W3Codec):  # type: ignore[misc]
    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=_COMPRESSION)

    def field_writer(self, storage: Any, segment: Any) -> _Fields:
        return _Fields(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _Postings:  # noqa: FBT001, FBT002 - Whoosh's own
        return _Postings(dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit)


def quick_writer(index: Any) -> Any:
    """Return a writer for an index whose indexed fields are `Weighed`."""
    writer = SegmentWriter(index, codec=_Codec())
    writer.pool = _Pool()
    return writer
