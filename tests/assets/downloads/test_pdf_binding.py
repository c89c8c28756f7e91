"""PDFs bound as one: what of them is kept, what stays behind, and what is said of those that cannot be bound."""

import hashlib
import os
import subprocess
import sys
import zlib
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from sitegen.assets.downloads import pdf_pages
from sitegen.assets.downloads.pdf_binding import Part, PartError, bind_pdfs
from tests.assets.downloads import made

WRITER = "Jane Q. Writer"


def written(*pages: str) -> bytes:
    """Return a PDF with a line of text on each page."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(612, 792))
    canvas.setAuthor(WRITER)
    for page in pages:
        canvas.drawString(72, 700, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def changed(data: bytes, change: Any) -> bytes:
    """Return a PDF after `change(writer)`."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    change(writer)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def part(title: str, *pages: str) -> Part:
    return Part(title, len(pages), written(*pages))


def names(**values: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in values.items()})


def annotate(writer: PdfWriter, *annotations: DictionaryObject) -> None:
    writer.pages[0][NameObject("/Annots")] = ArrayObject(annotations)


def rectangle() -> ArrayObject:
    return ArrayObject(map(FloatObject, (10, 10, 90, 40)))


def bound(*parts: Part) -> PdfReader:
    return PdfReader(BytesIO(bind_pdfs("A kit", "A site", parts)), strict=True)


def why(data: bytes, pages: int = 1) -> str:
    """Return what is said of a PDF that cannot be bound behind one that can."""
    with pytest.raises(PartError) as caught:
        bind_pdfs("A kit", "A site", [part("Good", "good"), Part("Bad", pages, data)])
    assert caught.value.position == 1
    return f"{caught.value.why.why} / {caught.value.why.hint}"


def test_pages_follow_each_other_and_a_bookmark_leads_to_each_part() -> None:
    reader = bound(part("One", "a", "b"), part("Caf\u00e9 \u0141", "c"))
    assert [page.extract_text().strip() for page in reader.pages] == ["a", "b", "c"]
    outline: Any = reader.outline
    assert [(one.title, reader.get_destination_page_number(one)) for one in outline] == [
        ("One", 0),
        ("Caf\u00e9 \u0141", 2),
    ]


def test_it_says_what_it_is_and_nothing_of_those_who_made_its_parts() -> None:
    data = bind_pdfs("A kit", "A site", [part("One", "a")])
    reader = PdfReader(BytesIO(data))
    facts: Any = reader.metadata
    root: Any = reader.root_object
    assert facts == {"/Title": "A kit", "/Author": "A site", "/Producer": "sitegen"}
    assert data.startswith(b"%PDF-1.7")
    assert WRITER.encode() not in data
    assert root["/Lang"] == "en-US"
    assert not {"/MarkInfo", "/StructTreeRoot", "/Metadata"} & root.keys()


def test_scripts_comments_files_and_metadata_stay_behind() -> None:
    def spoil(writer: PdfWriter) -> None:
        note = DecodedStreamObject()
        note.set_data(WRITER.encode())
        picture = DecodedStreamObject()
        picture.set_data(b"0 0 10 10 re f")
        picture.update(names(Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=rectangle()))
        picture[NameObject("/Metadata")] = writer._add_object(note)  # noqa: SLF001 - pypdf has no other way
        picture[NameObject("/PieceInfo")] = names(App=TextStringObject(WRITER))
        page = writer.pages[0]
        page[NameObject("/Resources")] = names(XObject=names(Fx=writer._add_object(picture)))  # noqa: SLF001
        page[NameObject("/PieceInfo")] = names(App=TextStringObject(WRITER))
        page[NameObject("/AA")] = names(O=names(S=NameObject("/JavaScript"), JS=TextStringObject(WRITER)))
        script = names(S=NameObject("/JavaScript"), JS=TextStringObject(WRITER))
        writer.root_object[NameObject("/OpenAction")] = script
        writer.add_attachment("secret.txt", WRITER.encode())
        comment = names(Subtype=NameObject("/Text"), Rect=rectangle(), T=TextStringObject(WRITER))
        launch = names(Subtype=NameObject("/Link"), Rect=rectangle(), A=names(URI=TextStringObject("javascript:x()")))
        annotate(writer, comment, launch)

    data = bind_pdfs("A kit", "A site", [Part("One", 1, changed(written("a"), spoil))])
    (page,) = PdfReader(BytesIO(data)).pages
    assert WRITER.encode() not in data
    assert b"JavaScript" not in data
    assert b"javascript" not in data
    assert "/Annots" not in page
    resources: Any = page["/Resources"]
    assert resources["/XObject"]["/Fx"].get_data() == b"0 0 10 10 re f"


def test_links_to_the_web_stay() -> None:
    def link(writer: PdfWriter) -> None:
        action = names(S=NameObject("/URI"), URI=TextStringObject("https://example.org/"))
        annotate(writer, names(Subtype=NameObject("/Link"), Rect=rectangle(), A=action))

    (page,) = bound(Part("One", 1, changed(written("a"), link))).pages
    (annotation,) = (one.get_object() for one in page.annotations or ())
    assert annotation["/A"]["/URI"] == "https://example.org/"


def test_a_field_to_fill_in_stays_as_it_is_printed() -> None:
    def add_field(writer: PdfWriter) -> None:
        look = DecodedStreamObject()
        look.set_data(b"1 0 0 rg 0 0 80 30 re f")
        look.update(names(Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=rectangle()))
        states = names(N=writer._add_object(look))  # noqa: SLF001 - pypdf has no other way
        field = names(Subtype=NameObject("/Widget"), FT=NameObject("/Tx"), Rect=rectangle(), AP=states)
        field.update(names(T=TextStringObject(WRITER), F=NumberObject(4)))
        annotate(writer, field)

    (page,) = bound(Part("One", 1, changed(written("a"), add_field))).pages
    (annotation,) = (one.get_object() for one in page.annotations or ())
    assert annotation["/AP"]["/N"].get_data() == b"1 0 0 rg 0 0 80 30 re f"
    assert annotation["/F"] == 4
    assert not {"/T", "/FT"} & annotation.keys()


def test_what_cannot_be_bound_is_told_with_what_mends_it() -> None:
    damaged = "it is damaged or not complete / save or export it again, and put that file in its place"
    assert why(b"%PDF-1.7 nothing") == damaged
    assert why(written("a", "b"), pages=1) == damaged
    assert why(made.pdf((612, 792), password="")) == "it is protected / save it without protection"


def test_hidden_layers_are_not_shown_by_binding() -> None:
    def hide(writer: PdfWriter) -> None:
        layer = writer._add_object(names(Type=NameObject("/OCG"), Name=TextStringObject("Draft")))  # noqa: SLF001
        writer.root_object[NameObject("/OCProperties")] = names(
            OCGs=ArrayObject([layer]), D=names(OFF=ArrayObject([layer]))
        )

    assert why(changed(written("a"), hide)) == "it has layers that are hidden / save it without layers"


def test_a_form_that_few_programs_show_is_not_bound() -> None:
    def need_rendering(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(value=True)

    assert why(changed(written("a"), need_rendering)).startswith("it is a form that few programs show / ")


def test_a_file_of_too_many_objects_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_OBJECTS", 20)
    assert why(written(*"abcdefghijklmnopqrstuvwxyz"), pages=26).startswith("what is packed in it is too large / ")


def test_a_file_that_unpacks_to_far_more_is_not_bound() -> None:
    def pack(letters: int) -> bytes:
        """Return a PDF whose page stands packed in a stream of objects, as programs write it since PDF 1.5."""
        inner = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</X(" + b"a" * letters + b")>>>>"
        stream = zlib.compress(b"3 0 " + inner, 9)
        objects = {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            4: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(stream)
            + stream
            + b"\nendstream",
        }
        out, at = b"%PDF-1.5\n", {}
        for number, text in objects.items():
            at[number] = len(out)
            out += b"%d 0 obj\n" % number + text + b"\nendobj\n"
        rows = [b"\0" * 7]
        rows += [b"\1" + at[n].to_bytes(4, "big") + b"\0\0" if n in at else b"\2\0\0\0\4\0\0" for n in range(1, 5)]
        rows.append(b"\1" + len(out).to_bytes(4, "big") + b"\0\0")
        table = zlib.compress(b"".join(rows))
        head = b"<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>stream\n" % len(table)
        return out + b"5 0 obj\n" + head + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % len(out)

    data = pack(4_000_000)
    assert len(data) < 20_000
    assert why(data).startswith("what is packed in it is too large / ")


def test_the_bytes_are_the_same_in_every_process() -> None:
    code = (
        "import hashlib, sys; from sitegen.assets.downloads.pdf_binding import Part, bind_pdfs\n"
        "data = bytes.fromhex(sys.stdin.read())\n"
        "print(hashlib.sha256(bind_pdfs('A kit', 'A site', [Part('One', 2, data), Part('Two', 2, data)])).hexdigest())"
    )
    data = written("a", "b")
    digests = {hashlib.sha256(bind_pdfs("A kit", "A site", [Part("One", 2, data), Part("Two", 2, data)])).hexdigest()}
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            input=data.hex(),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
        )
        digests.add(run.stdout.strip())
    assert len(digests) == 1
