"""Files to take along tell who made them and what was said of them; writers are told so."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight, Link, Text
from pypdf.generic import ArrayObject, FloatObject

from sitegen.assets.downloads.download_reader import read_download
from sitegen.assets.downloads.private_notes import private_notes
from sitegen.model import DownloadFacts
from tests.assets.downloads import made

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann\n Example</dc:creator><dc:title>Bob</dc:title>'
    "<cp:lastModifiedBy>Cy Example</cp:lastModifiedBy></cp:coreProperties>"
)


def notes(name: str, data: bytes) -> tuple[tuple[str, ...], int]:
    facts, problems = read_download(f"static/{name}", data)
    assert problems == ()
    return facts.people, facts.comments


def pdf_with_notes() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.pdf((612, 792), (612, 792)))))
    writer.add_metadata({"/Author": " Ann  Example "})
    corners = ArrayObject(map(FloatObject, (50, 50, 90, 50, 50, 70, 90, 70)))
    writer.add_annotation(0, Text(rect=(50, 50, 70, 70), text="Is this true?"))
    writer.add_annotation(1, Highlight(rect=(50, 50, 90, 70), quad_points=corners))
    writer.add_annotation(1, Link(rect=(50, 50, 90, 70), url="https://example.org/"))
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def test_a_pdf_tells_its_author_and_its_notes() -> None:
    assert notes("a.pdf", pdf_with_notes()) == (("Ann Example",), 2)
    assert notes("a.pdf", made.pdf((612, 792))) == ((), 0)


def test_a_word_file_tells_its_authors_comments_and_changes() -> None:
    parts = made.docx_parts("One", "Two")
    assert notes("a.docx", made.packed(parts)) == ((), 0)
    start = f'<w:comments xmlns:w="{made.WORD}">'
    parts["docProps/core.xml"] = CORE
    parts["word/comments.xml"] = f'{start}<w:comment w:author="Dee"/><w:comment w:author="Dee"/></w:comments>'
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:r>", "<w:ins><w:r/></w:ins><w:r>", 1)
    assert notes("a.docx", made.packed(parts)) == (("Ann Example", "Cy Example"), 3)


def test_a_presentation_tells_its_authors_and_comments() -> None:
    parts = made.pptx_parts("One")
    assert notes("a.pptx", made.packed(parts)) == ((), 0)
    parts["docProps/core.xml"] = CORE
    parts["ppt/comments/comment1.xml"] = f'<p:cmLst xmlns:p="{made.SLIDES}"><p:cm authorId="0"/></p:cmLst>'
    assert notes("a.pptx", made.packed(parts)) == (("Ann Example", "Cy Example"), 1)


@pytest.mark.parametrize(
    ("facts", "headlines"),
    [
        (DownloadFacts(), []),
        (DownloadFacts(people=("Teams of the North website",)), []),
        (DownloadFacts(people=("Ann", "Teams")), ['"a.pdf" tells every reader who made it: "Ann" and "Teams"']),
        (DownloadFacts(comments=1), ['"a.pdf" has 1 comment or tracked change, which every reader can see']),
        (DownloadFacts(comments=2), ['"a.pdf" has 2 comments or tracked changes, which every reader can see']),
    ],
)
def test_names_of_people_and_comments_are_told(facts: DownloadFacts, headlines: list[str]) -> None:
    assert [headline for headline, _ in private_notes("a.pdf", facts, "teams of the north")] == headlines
