"""The Whoosh index of the staff's search: state in .sitegen/, kept up to date document by document.

It holds of each document its words with their weights (as the reader's index counts them), its facet terms, its texts,
and the digest of what it was made from; by the digests it is repaired. What Whoosh cannot read is made anew: an index
only saves work.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from sitegen.model import Record
from sitegen.search.documents import Document
from sitegen.search.reader.index_records import Vector
from sitegen.search.staff.index_fields import index_fields, read_stored, stored_page

STATE = "documents"
"""The file beside Whoosh's own that says what the index holds; without it, the index itself is asked."""

WORDS = "words"
"""The file with every word that a document of the index has, or had, and its stem: a pair a line, a space between."""


class IndexedVersion(Record, frozen=True):
    """Which version of a document the index holds: the digest of its sources, and its length."""

    digest: bytes
    length: int


class IndexState(Record, frozen=True):
    """What the index holds: documents by path, as of a generation of Whoosh's; `layout` is what else shaped it."""

    layout: str
    generation: int
    documents: dict[str, IndexedVersion]


LoadDocument = Callable[[str], tuple[Document, Vector]]
"""Returns the document and the vector of a path."""


class StaffIndex:
    """An index in a folder. Hold its lock while it is updated; reading needs none."""

    def __init__(self, folder: Path, layout: str) -> None:
        self.folder, self._layout = folder, layout

    def update(self, current: Mapping[str, bytes], load: LoadDocument) -> int:
        """Make the index hold these documents (path to digest); return how many were written or removed."""
        state = self.state() or self._repair()
        gone = [path for path in state.documents if path not in current]
        new = [path for path, digest in current.items() if _digest(state, path) != digest]
        if not gone and not new and (self.folder / STATE).is_file():
            return 0
        try:
            self._write(state, gone, new, current, load)
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - whatever Whoosh makes of damaged files: the index is made anew
            state = self._create()
            self._write(state, [], list(current), current, load)
        return len(gone) + len(new)

    def reader(self) -> Any:
        """Open Whoosh's reader. Raises what Whoosh raises on a missing or damaged index."""
        from whoosh.index import open_dir

        return open_dir(str(self.folder)).reader()

    def discard(self) -> None:
        """Delete the index; the next update makes it anew."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def state(self) -> IndexState | None:
        """Return what the index holds; None where that cannot be told without opening it."""
        try:
            state = msgspec.msgpack.decode((self.folder / STATE).read_bytes(), type=IndexState)
        except (OSError, msgspec.DecodeError):
            return None
        is_current = state.layout == self._layout and state.generation == generation(self.folder)
        return state if is_current else None

    def words(self) -> dict[str, list[str]]:
        """Return the stems of every word that documents have or had; words and stems are sorted."""
        words: dict[str, list[str]] = {}
        for line in self._word_lines():
            word, _, root = line.partition(" ")
            words.setdefault(word, []).append(root)
        return words

    def _word_lines(self) -> list[str]:
        path = self.folder / WORDS
        return path.read_text("utf-8").splitlines() if path.is_file() else []

    def _write(
        self, state: IndexState, gone: Iterable[str], new: list[str], current: Mapping[str, bytes], load: LoadDocument
    ) -> None:
        from whoosh.index import open_dir

        from sitegen.search.staff.whoosh_writer import quick_writer

        index = open_dir(str(self.folder))
        documents = dict(state.documents)
        words = set(self._word_lines())
        known = len(words)
        writer = quick_writer(index)
        try:
            for path in (*gone, *(path for path in new if path in documents)):
                writer.delete_by_term("path", path)
                del documents[path]
            for path in new:
                document, vector = load(path)
                stored = stored_page(document, vector, current[path])
                writer.add_document(**index_fields(document, vector, stored))
                documents[path] = IndexedVersion(stored.digest, stored.length)
                words.update(_word_lines(vector))
        except BaseException:
            writer.cancel()
            raise
        if len(words) > known or not known:
            _replace(self.folder / WORDS, "\n".join(sorted(words)).encode())
        writer.commit()
        written = IndexState(self._layout, index.latest_generation(), documents)
        _replace(self.folder / STATE, msgspec.msgpack.encode(written))

    def _repair(self) -> IndexState:
        """Ask the index itself what it holds, where it has our layout; begin a new one otherwise."""
        if not (self.folder / self._layout).is_file():
            return self._create()
        try:
            reader = self.reader()
            pages = [read_stored(stored_fields) for stored_fields in reader.all_stored_fields()]
            reader.close()
        except Exception:  # noqa: BLE001 - whatever Whoosh makes of damaged files
            return self._create()
        documents = {page.path: IndexedVersion(page.digest, page.length) for page in pages}
        return IndexState(self._layout, generation(self.folder), documents)

    def _create(self) -> IndexState:
        """Make an empty index in place of what is there."""
        from whoosh.fields import STORED, Schema
        from whoosh.index import create_in

        from sitegen.search.staff.whoosh_writer import Weighed

        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        schema = Schema(path=Weighed(), words=Weighed(), terms=Weighed(), order=Weighed(), stored=STORED)
        create_in(str(self.folder), schema)
        (self.folder / self._layout).touch()
        return IndexState(self._layout, generation(self.folder), {})


def generation(folder: Path) -> int:
    """Return the generation of a folder's index by the names of its files, without Whoosh; -1: there is none."""
    names = (path.name for path in folder.glob("_MAIN_*.toc"))
    return max((int(name[len("_MAIN_") : -len(".toc")]) for name in names), default=-1)


def _digest(state: IndexState, path: str) -> bytes:
    held = state.documents.get(path)
    return held.digest if held else b""


def _word_lines(vector: Vector) -> Iterator[str]:
    """Yield the words of a document, each with its stem, as the file of words has them."""
    for root, forms in zip(vector.stems.split(), vector.forms.split(" "), strict=bool(vector.stems)):
        yield from (f"{word} {root}" for word in forms.split(",") if word)


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(data)
    draft.replace(path)
