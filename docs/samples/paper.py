# ruff: noqa: INP001
"""Paper, ink and type of the printed sheets, and the tags that let a screen reader follow a page."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.ttLib import TTFont as FontFile
from fontTools.varLib.instancer import instantiateVariableFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MARGIN = 45.0
LETTER, LEGAL, TABLOID = (612.0, 792.0), (612.0, 1008.0), (792.0, 1224.0)
INK, TEAL, MARIGOLD = HexColor("#1b2733"), HexColor("#0b5d66"), HexColor("#b45309")
LINE, RULE, SOFT = HexColor("#8b8778"), HexColor("#b9b4a6"), HexColor("#55534a")
TINT, WHITE = HexColor("#e8f1f1"), HexColor("#ffffff")
TEXT, BOLD = "Hyperlegible", "Hyperlegible-Bold"
SITE_FONT = Path(__file__).resolve().parents[2] / "static" / "fonts" / "atkinson-hyperlegible-next.woff2"


def smart(text: str) -> str:
    """Turn typewriter quotes into printer's quotes."""
    text = re.sub(r'(^|[\s(>])"', "\\1\u201c", text).replace('"', "\u201d")
    return text.replace("'", "\u2019").replace(" - ", " \u2013 ")


@dataclass
class Node:
    """A part of the page as a screen reader meets it: a heading, a paragraph, a table."""

    tag: str
    kids: list["Node | tuple[int, int]"] = field(default_factory=list)


class Tags:
    """What is text on a page, in its order; all else is drawing, which a screen reader passes over."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas, self.page, self.count = canvas, 0, 0
        self.root = Node("Document")
        self._open = [self.root]
        self._say("/Artifact BMC")

    def next_page(self) -> None:
        """End the marks of this page and begin those of the next."""
        self._say("EMC")
        self.canvas.showPage()
        self.page, self.count = self.page + 1, 0
        self._say("/Artifact BMC")

    @contextmanager
    def group(self, tag: str) -> Iterator[None]:
        """Keep what is written inside together, as a list or a table."""
        node = Node(tag)
        self._open[-1].kids.append(node)
        self._open.append(node)
        yield
        self._open.pop()

    @contextmanager
    def text(self, tag: str) -> Iterator[None]:
        """Mark what is drawn inside as text of a kind."""
        with self.group(tag):
            self._open[-1].kids.append((self.page, self.count))
            self._say(f"EMC /{tag} <</MCID {self.count}>> BDC")
            self.count += 1
            yield
            self._say("EMC /Artifact BMC")

    def save(self, path: Path) -> None:
        """Write the file, then hang the tree of its parts into it."""
        self._say("EMC")
        self.canvas.save()
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
        root = _dictionary(Type="/StructTreeRoot")
        root_at = writer._add_object(root)  # noqa: SLF001 - pypdf has no other way
        parents: list[dict[int, IndirectObject]] = [{} for _ in writer.pages]
        root[NameObject("/K")] = ArrayObject([_hang(writer, self.root, root_at, parents)])
        numbers = ArrayObject()
        for number, page in enumerate(writer.pages):
            page[NameObject("/StructParents")] = NumberObject(number)
            page[NameObject("/Tabs")] = NameObject("/S")
            numbers.append(NumberObject(number))
            numbers.append(ArrayObject(parents[number][at] for at in sorted(parents[number])))
        tree = _dictionary()
        tree[NameObject("/Nums")] = numbers
        root[NameObject("/ParentTree")] = writer._add_object(tree)  # noqa: SLF001 - as above
        root[NameObject("/ParentTreeNextKey")] = NumberObject(len(writer.pages))
        catalog = writer.root_object
        catalog[NameObject("/StructTreeRoot")] = root_at
        marked = _dictionary()
        marked[NameObject("/Marked")] = BooleanObject(value=True)
        catalog[NameObject("/MarkInfo")] = marked
        catalog[NameObject("/Lang")] = TextStringObject("en-US")
        writer.pdf_header = "%PDF-1.7"
        writer.write(path)

    def _say(self, words: str) -> None:
        self.canvas._code.append(words)  # noqa: SLF001 - reportlab has no marks of its own


def _hang(
    writer: PdfWriter, node: Node, parent: IndirectObject, parents: list[dict[int, IndirectObject]]
) -> IndirectObject:
    element = _dictionary(Type="/StructElem", S=f"/{node.tag}")
    at = writer._add_object(element)  # noqa: SLF001 - pypdf has no other way
    element[NameObject("/P")] = parent
    kids = ArrayObject()
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(_hang(writer, kid, at, parents))
        else:
            page, number = kid
            element[NameObject("/Pg")] = writer.pages[page].indirect_reference
            parents[page][number] = at
            kids.append(NumberObject(number))
    element[NameObject("/K")] = kids
    return at


def _dictionary(**names: str) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): NameObject(value) for key, value in names.items()})


def _load_fonts() -> None:
    for name, weight in ((TEXT, 400), (BOLD, 720)):
        font = FontFile(SITE_FONT, recalcTimestamp=False)
        instantiateVariableFont(font, {"wght": weight}, inplace=True)
        font.flavor = None
        font["name"].setName(name, 6, 3, 1, 0x409)
        file = io.BytesIO()
        font.save(file)
        file.seek(0)
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=TEXT, boldItalic=BOLD)


_load_fonts()
