"""The Whoosh index of the staff's search: state in .sitegen/, kept up to date document by document.

It holds of each document its words with their weights (as the reader's index counts them), its facet terms, its texts,
and the digest of what it was made from; by the digests it is repaired. What Whoosh cannot read is made anew: an index
only saves work.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from sitegen.model import Record
from sitegen.search.documents import Document
from sitegen.search.reader.index_records import Vector
from sitegen.search.reader.payloads import lines
from sitegen.search.steps import length_step

STATE = "documents"
"""The file beside Whoosh's own that says what the index holds; without it, the index itself is asked."""

WORDS = "words"
"""The file with every word that a document of the index has, or had, one a line."""

ALL = "all"
"""The one word of the field `place`: each document has it."""

_PLACE = 3
"""Bytes of a digest that a weight holds."""

_LENGTHS = 128
_WEIGHTS = 256
_RANKS = 3


class Held(Record, frozen=True):
    """What the index holds of a document, beside its words: the digest of its sources, and its length."""

    digest: bytes
    length: int


class State(Record, frozen=True):
    """What the index holds: documents by path, as of a generation of Whoosh's; `layout` is what else shaped it."""

    layout: str
    generation: int
    documents: dict[str, Held]


class Kept(Record, frozen=True):
    """What the index gives back of a document."""

    path: str
    url: str
    title: str
    summary: str
    text: str
    digest: bytes
    length: int


Load = Callable[[str], tuple[Document, Vector]]
"""Gives the document and the vector of a path."""


class Library:
    """An index in a folder. Hold its lock while it is updated; reading needs none."""

    def __init__(self, folder: Path, layout: str) -> None:
        self.folder, self._layout = folder, layout

    def update(self, current: Mapping[str, bytes], load: Load) -> int:
        """Make the index hold these documents (path to digest); gives how many were written or removed."""
        state = self._read_state()
        if state is None:
            state = self._repaired()
        gone = [path for path in state.documents if path not in current]
        new = [path for path, digest in current.items() if self._digest(state, path) != digest]
        if not gone and not new and (self.folder / STATE).is_file():
            return 0
        try:
            self._write(state, gone, new, current, load)
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - whatever Whoosh makes of damaged files: the index is made anew
            state = self._anew()
            self._write(state, [], list(current), current, load)
        return len(gone) + len(new)

    def reader(self) -> Any:
        """Open Whoosh's reader. Raises what Whoosh raises on a missing or damaged index."""
        from whoosh.index import open_dir

        return open_dir(str(self.folder)).reader()

    def discard(self) -> None:
        """Delete the index; the next update makes it anew."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def state(self) -> State | None:
        """Give what the index holds; None where that cannot be told without opening it."""
        return self._read_state()

    def words(self) -> list[str]:
        """Give every word that documents have or had, sorted."""
        path = self.folder / WORDS
        return path.read_text("utf-8").split("\n") if path.is_file() else []

    # -- writing

    def _write(
        self, state: State, gone: Iterable[str], new: list[str], current: Mapping[str, bytes], load: Load
    ) -> None:
        from whoosh.index import open_dir

        from sitegen.search.staff.whoosh_writer import quick_writer

        index = open_dir(str(self.folder))
        documents = dict(state.documents)
        words = set(self.words())
        known = len(words)
        writer = quick_writer(index)
        try:
            for path in (*gone, *(path for path in new if path in documents)):
                writer.delete_by_term("path", path)
                del documents[path]
            for path in new:
                document, vector = load(path)
                kept = _kept(document, vector, current[path])
                writer.add_document(**_fields(document, vector), kept=msgspec.msgpack.encode(kept))
                documents[path] = Held(kept.digest, kept.length)
                words.update(vector.forms.replace(",", " ").split())
        except BaseException:
            writer.cancel()
            raise
        if len(words) > known or not known:
            _replace(self.folder / WORDS, "\n".join(sorted(words)).encode())
        writer.commit()
        self._write_state(State(self._layout, index.latest_generation(), documents))

    def _write_state(self, state: State) -> None:
        _replace(self.folder / STATE, msgspec.msgpack.encode(state))

    # -- what it holds

    def _digest(self, state: State, path: str) -> bytes:
        held = state.documents.get(path)
        return held.digest if held else b""

    def _read_state(self) -> State | None:
        try:
            state = msgspec.msgpack.decode((self.folder / STATE).read_bytes(), type=State)
        except (OSError, msgspec.DecodeError):
            return None
        same = state.layout == self._layout and state.generation == generation(self.folder)
        return state if same else None

    def _repaired(self) -> State:
        """Ask the index itself what it holds, where it has our layout; begin a new one otherwise."""
        if not (self.folder / self._layout).is_file():
            return self._anew()
        try:
            reader = self.reader()
            found = {kept.path: Held(kept.digest, kept.length) for kept in map(_decoded, reader.all_stored_fields())}
            reader.close()
        except Exception:  # noqa: BLE001 - whatever Whoosh makes of damaged files
            return self._anew()
        return State(self._layout, generation(self.folder), found)

    def _anew(self) -> State:
        from whoosh.fields import STORED, Schema
        from whoosh.index import create_in

        from sitegen.search.staff.whoosh_writer import Weighed

        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        create_in(
            str(self.folder), Schema(path=Weighed(), words=Weighed(), terms=Weighed(), place=Weighed(), kept=STORED)
        )
        (self.folder / self._layout).touch()
        return State(self._layout, generation(self.folder), {})


def generation(folder: Path) -> int:
    """Give the generation of a folder's index by the names of its files, without Whoosh; -1: there is none."""
    names = (path.name for path in folder.glob("_MAIN_*.toc"))
    return max((int(name[len("_MAIN_") : -len(".toc")]) for name in names), default=-1)


def kept_of(reader: Any, number: int) -> Kept:
    """Give what the index keeps of a document, by its number."""
    return _decoded(reader.stored_fields(number))


def digest_of(path: str) -> bytes:
    """Give what readers' ids are made from: documents that are as good stand in its order."""
    return blake2b(path.encode(), digest_size=8).digest()


def places(reader: Any) -> dict[int, tuple[int, bytes, str]]:
    """Give what puts documents, by number, in the order of readers' ids; what few need is read for them alone."""
    found = dict(postings(reader, "place", ALL))
    counts = Counter(found.values())
    exact = {number: kept_of(reader, number).path for number, place in found.items() if counts[place] > 1}
    return {
        number: (place, digest_of(exact[number]), exact[number]) if number in exact else (place, b"", "")
        for number, place in found.items()
    }


def postings(reader: Any, field: str, word: str) -> Iterator[tuple[int, int]]:
    """Give (document number, packed weight) of a word of a field, by number."""
    for leaf, first in reader.leaf_readers():
        if (field, word) in leaf:
            found = leaf.postings(field, word)
            while found.is_active():
                yield found.id() + first, int(found.weight())
                found.next()


def unpacked(weight: int) -> tuple[int, int, int]:
    """Give (weight, step of length, rank) of a packed weight."""
    rest, plain = divmod(weight, _WEIGHTS)
    rank, step = divmod(rest, _LENGTHS)
    return plain, step, rank - _RANKS


def _packed(weight: int, step: int, rank: int) -> float:
    return float(weight + _WEIGHTS * (step + _LENGTHS * (rank + _RANKS)))


def _fields(document: Document, vector: Vector) -> dict[str, list[tuple[str, float]]]:
    step = length_step(vector.length)
    stems = vector.stems.split(" ") if vector.stems else []
    terms = [f"{facet}={term}" for facet, found in document.terms.items() for term in found]
    return {
        "path": [(document.path, 1.0)],
        "words": [(s, _packed(w, step, document.rank)) for s, w in zip(stems, vector.weights, strict=True)],
        "terms": [(term, 1.0) for term in dict.fromkeys(terms)],
        "place": [(ALL, float(int.from_bytes(digest_of(document.path)[:_PLACE], "big")))],
    }


def _kept(document: Document, vector: Vector, digest: bytes) -> Kept:
    return Kept(document.path, document.url, document.title, document.summary, lines(document), digest, vector.length)


def _decoded(stored: dict[str, Any]) -> Kept:
    return msgspec.msgpack.decode(stored["kept"], type=Kept)


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(data)
    draft.replace(path)
