"""Small files of each kind, made for tests."""

import io
import zipfile
from collections.abc import Mapping

from pypdf import PdfWriter

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
OWNER = "the owner"


def pdf(*sizes: tuple[float, float], password: str | None = None) -> bytes:
    """Return a PDF with blank pages of these sizes in points; an empty password opens it and forbids changes."""
    writer = PdfWriter()
    for width, height in sizes:
        writer.add_blank_page(width, height)
    if password is not None:
        writer.encrypt(password, OWNER, algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return data.getvalue()


def relations(**targets: tuple[str, str]) -> str:
    """Return a part of relationships: id to (type, target)."""
    rows = (f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{to}"/>' for i, (kind, to) in targets.items())
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def pptx_parts(*slides: str) -> dict[str, str]:
    """Return the parts of a presentation, a text for each slide; the files are numbered from the last to the first."""
    numbers = list(range(len(slides), 0, -1))
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="r{n}"/>' for n in numbers)
    targets = {f"r{n}": ("slide", f"slides/slide{n}.xml") for n in numbers}
    parts = {
        "_rels/.rels": relations(r1=("officeDocument", "/ppt/presentation.xml")),
        "ppt/presentation.xml": (
            f'<p:presentation xmlns:p="{SLIDES}" xmlns:r="{OFFICE}"><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>'
        ),
        "ppt/_rels/presentation.xml.rels": relations(**targets),
    }
    for number, text in zip(numbers, slides, strict=True):
        parts[f"ppt/slides/slide{number}.xml"] = (
            f'<p:sld xmlns:p="{SLIDES}" xmlns:a="{DRAWING}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'
        )
    return parts


def docx_parts(*paragraphs: str, size: str = '<w:pgSz w:w="12240" w:h="15840"/>', pages: str = "2") -> dict[str, str]:
    """Return the parts of a document."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return {
        "_rels/.rels": relations(r1=("officeDocument", "word/document.xml")),
        "word/document.xml": (
            f'<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr>{size}</w:sectPr></w:body></w:document>'
        ),
        "docProps/app.xml": f'<Properties xmlns="{EXTENDED}"><Pages>{pages}</Pages></Properties>',
    }
