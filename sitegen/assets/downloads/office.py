"""PowerPoint and Word files: slides, pages, paper and words. Raises UnreadableError for what is no whole file of them.

Source: ECMA-376 (Office Open XML), parts of a package.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError

from sitegen.assets import safe_xml
from sitegen.assets.downloads.extracted_text import extract_text
from sitegen.assets.downloads.names import names_of
from sitegen.assets.downloads.paper import paper_of, shared_paper
from sitegen.assets.unreadable import DAMAGED, TOO_LARGE, UnreadableError
from sitegen.model import DownloadFacts

MOST_BYTES = 60_000_000
"""So much is unpacked of one file, in all; pictures and films in it are never unpacked."""

MOST_SLIDES_READ = 300

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_TWENTIETHS = 20
_OFFICE = "officeDocument"
_PROPERTIES = "docProps/core.xml"
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, struct.error, EOFError, OSError, RuntimeError),
    *(ValueError, LookupError, OverflowError, AttributeError, AssertionError),
)


def read_pptx(data: bytes) -> DownloadFacts:
    """Return the slides and the words of a PowerPoint file."""
    try:
        with _open(data, "PowerPoint") as file:
            package = _Package(file)
            main = package.main("ppt/presentation.xml")
            order = _Elements("sldId")
            package.scan(main, order)
            targets = package.relations(main)
            slides = [targets.get(element.get("id", ""), "") for element in order.elements]
            text = extract_text(_slide_lines(package, slides[:MOST_SLIDES_READ]))
            comments = sum(package.count(name, ("cm",)) for name in package.names("ppt/comments/"))
            return DownloadFacts(slides=len(slides), text=text, people=_people(package), comments=comments)
    except _BROKEN as error:
        raise UnreadableError(*DAMAGED) from error


def read_docx(data: bytes) -> DownloadFacts:
    """Return the paper and the words of a Word file, and its pages where the program that wrote it counted them."""
    try:
        with _open(data, "Word") as file:
            package = _Package(file)
            main = package.main("word/document.xml")
            sizes, lines, changes = _Elements("pgSz"), _Lines("p", ("tab", "br")), _Count(_TRACKED)
            package.scan(main, sizes, lines, changes)
            count = _Lines("Pages")
            if package.has("docProps/app.xml"):
                package.scan("docProps/app.xml", count)
            paper = shared_paper(_paper(element) for element in sizes.elements)
            comments = changes.number + package.count("word/comments.xml", ("comment",))
            return DownloadFacts(
                pages=_number(count.elements),
                paper=paper,
                text=extract_text(lines.elements),
                people=_people(package),
                comments=comments,
            )
    except _BROKEN as error:
        raise UnreadableError(*DAMAGED) from error


def _people(package: "_Package") -> tuple[str, ...]:
    """Return who wrote a file and who changed it last."""
    writer, last = _Lines("creator"), _Lines("lastModifiedBy")
    if package.has(_PROPERTIES):
        package.scan(_PROPERTIES, writer, last)
    return names_of([*writer.elements, *last.elements])


def _open(data: bytes, program: str) -> zipfile.ZipFile:
    if data.startswith(_OLD_OR_LOCKED):
        why = f"it is locked with a password, or of an old kind of {program}"
        ending = "pptx" if program == "PowerPoint" else "docx"
        raise UnreadableError(why, f"save it again as .{ending}, without a password")
    if not data.startswith(b"PK"):
        hint = f"save it again with {program}, or correct the end of its name"
        raise UnreadableError(f"it is not a {program} file", hint)
    return zipfile.ZipFile(BytesIO(data))


class _Package:
    """The parts of an Office file, unpacked up to a limit."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file, self._room, self._names = file, MOST_BYTES, frozenset(file.namelist())

    def has(self, name: str) -> bool:
        return name in self._names

    def names(self, start: str) -> list[str]:
        """Return the names of the XML parts that begin so, sorted."""
        return sorted(name for name in self._names if name.startswith(start) and name.endswith(".xml"))

    def count(self, name: str, elements: tuple[str, ...]) -> int:
        """Return how many elements of these names a part has; 0 if there is no such part."""
        counter = _Count(elements)
        if self.has(name):
            self.scan(name, counter)
        return counter.number

    def main(self, usual: str) -> str:
        """Return the name of the main part."""
        if self.has("_rels/.rels"):
            relations = _Elements("Relationship")
            self.scan("_rels/.rels", relations)
            for relation in relations.elements:
                if relation.get("Type", "").endswith(f"/{_OFFICE}"):
                    usual = relation.get("Target", "").lstrip("/")
        if not self.has(usual):
            raise UnreadableError(*DAMAGED)
        return usual

    def relations(self, name: str) -> dict[str, str]:
        """Return the names of the parts that a part refers to, by relation id."""
        folder, _, own = name.rpartition("/")
        path = f"{folder}/_rels/{own}.rels"
        if not self.has(path):
            return {}
        relations = _Elements("Relationship")
        self.scan(path, relations)
        targets = {one.get("Id", ""): one.get("Target", "") for one in relations.elements}
        return {name: posixpath.normpath(posixpath.join("/", folder, to)).lstrip("/") for name, to in targets.items()}

    def scan(self, name: str, *readers: "_Elements | _Lines | _Count") -> None:
        """Parse a part, dispatching events to handlers."""

        def start(element: str, attributes: dict[str, str]) -> None:
            for reader in readers:
                reader.start(element, attributes)

        def text(piece: str) -> None:
            for reader in readers:
                reader.text(piece)

        def end(element: str) -> None:
            for reader in readers:
                reader.end(element)

        safe_xml.scan(self._bytes(name), start, text, end)

    def _bytes(self, name: str) -> bytes:
        with self._file.open(name) as part:
            data = part.read(self._room + 1)
        self._room -= len(data)
        if self._room < 0:
            raise UnreadableError(*TOO_LARGE)
        return data


class _Elements:
    """Collects the attributes of all elements of one name, without namespaces."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.elements: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if safe_xml.local(name) == self._name:
            plain = {key: value for key, value in attributes.items() if " " not in key}
            spaced = {safe_xml.local(key): value for key, value in attributes.items() if " " in key}
            self.elements.append(plain | spaced)

    def text(self, piece: str) -> None:
        pass

    def end(self, name: str) -> None:
        pass


class _Count:
    """Counts the elements of some names, without namespaces."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.number = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        self.number += safe_xml.local(name) in self._names

    def text(self, piece: str) -> None:
        pass

    def end(self, name: str) -> None:
        pass


class _Lines:
    """Collects the text within each element of one name; `breaks` are elements that stand for a space."""

    def __init__(self, name: str, breaks: tuple[str, ...] = ()) -> None:
        self._name, self._breaks = name, breaks
        self._depth = 0
        self._parts: list[str] = []
        self.elements: list[str] = []

    def start(self, name: str, _: dict[str, str]) -> None:
        own = safe_xml.local(name)
        if own == self._name:
            self._depth += 1
        elif own in self._breaks:
            self._parts.append(" ")

    def text(self, piece: str) -> None:
        if self._depth:
            self._parts.append(piece)

    def end(self, name: str) -> None:
        if safe_xml.local(name) == self._name and self._depth:
            self._depth -= 1
            self.elements.append("".join(self._parts))
            self._parts.clear()


def _slide_lines(package: _Package, slides: list[str]) -> Iterator[str]:
    for name in slides:
        if package.has(name):
            lines = _Lines("p", ("br",))
            package.scan(name, lines)
            yield from lines.elements


def _paper(size: dict[str, str]) -> str:
    return paper_of(float(size["w"]) / _TWENTIETHS, float(size["h"]) / _TWENTIETHS)


def _number(texts: list[str]) -> int:
    text = texts[0].strip() if texts else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0  # noqa: PLR2004
