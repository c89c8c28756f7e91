"""Makes Word files of a few lines of XML."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="jpg" ContentType="image/jpeg"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "TOC1": "toc 1",
    "Quote": "Quote",
}


def text(words: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph: of runs, or of words alone."""
    runs = content if content.startswith("<") else text(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def item(words: str, level: int = 0, numbering: int = 1) -> str:
    """Return an item of a list: 1 has bullets, 2 has numbers."""
    return paragraph(words, "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of cells with words."""
    lines = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def picture(relation: str, alt: str = "") -> str:
    """Return a run with a picture."""
    described = f' descr="{alt}"' if alt else ""
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"{described}/><a:graphic>'
        f"<a:graphicData>{blip}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def word_file(body: str, parts: Mapping[str, str | bytes] | None = None, relations: str = "") -> bytes:
    """Return a Word file with a body; `parts` are more parts by name, `relations` those of the document."""
    own = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "word/styles.xml": f"<w:styles {NAMES}>{''.join(_style(*pair) for pair in STYLES.items())}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{_levels(0, 'bullet')}{_levels(1, 'decimal')}"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in (own | dict(parts or {})).items():
            packed.writestr(name, data)
    return file.getvalue()


def relation(name: str, kind: str, target: str, mode: str = "") -> str:
    """Return a relation of the document."""
    external = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"{external}/>'


def _style(name: str, label: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/></w:style>'


def _levels(number: int, form: str) -> str:
    signs = ("\u2022", "\u2022", "\u2022") if form == "bullet" else ("%1.", "%2.", "%3.")
    levels = (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for level, sign in enumerate(signs)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
