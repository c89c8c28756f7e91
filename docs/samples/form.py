# ruff: noqa: INP001
"""A form of one page in Word: fields, boxes and tables to type into."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.table import _Cell
from stamp import FIXED, repack

TEAL, SOFT = RGBColor(0x0B, 0x5D, 0x66), RGBColor(0x5C, 0x5A, 0x50)


class Form:
    """A page of fields, boxes and tables."""

    def __init__(self, title: str, purpose: str, *, wide: bool = False, stretch: float = 1.0) -> None:
        self.stretch = stretch
        self.document: DocumentFile = Document()
        self._page(wide=wide)
        properties = self.document.core_properties
        properties.title, properties.subject, properties.language = title, purpose, "en-US"
        properties.author = properties.last_modified_by = "Labor Management Partnership website"
        properties.comments, properties.created, properties.modified = "", FIXED, FIXED
        heading = self.document.add_heading(title, 1)
        heading.paragraph_format.space_before = Pt(0)
        self.note(purpose)

    def _page(self, *, wide: bool) -> None:
        section = self.document.sections[0]
        sides = (Inches(11), Inches(8.5)) if wide else (Inches(8.5), Inches(11))
        section.page_width, section.page_height = sides
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Inches(0.6)
        section.top_margin = section.bottom_margin = Inches(0.5)
        section.header_distance = section.footer_distance = Inches(0.3)
        self.width = 9.8 if wide else 7.3
        styles = self.document.styles
        styles["Normal"].font.name, styles["Normal"].font.size = "Arial", Pt(10)
        styles["Normal"].paragraph_format.space_after = Pt(0)
        heading = styles["Heading 1"]
        heading.font.name, heading.font.size, heading.font.color.rgb = "Arial", Pt(20), TEAL
        heading.element.rPr.rFonts.attrib.clear()
        heading.element.rPr.rFonts.set(qn("w:ascii"), "Arial")
        heading.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")

    def note(self, text: str) -> None:
        """Write a line of small print."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        run = paragraph.add_run(text)
        run.font.color.rgb, run.font.size = SOFT, Pt(10)

    def fields(self, *labels: str) -> None:
        """Draw cells side by side, each with its label."""
        table = self._grid(1, [self.width / len(labels)] * len(labels))
        for cell, label in zip(table.rows[0].cells, labels, strict=True):
            _write(cell, f"{label}: ", bold=True)
        table.rows[0].height = Inches(0.38)
        self._gap()

    def boxes(self, *boxes: tuple[str, str, float]) -> None:
        """Draw boxes below each other; each is (label, hint, height in inches)."""
        table = self._grid(len(boxes), [self.width])
        for row, (label, hint, high) in zip(table.rows, boxes, strict=True):
            row.height = Inches(high * self.stretch)
            _write(row.cells[0], label, bold=True, color=TEAL)
            if hint:
                _write(row.cells[0], f"  {hint}", color=SOFT)
            row.cells[0].add_paragraph()
        self._gap()

    def table(
        self,
        heads: Sequence[str],
        widths: Sequence[float],
        *,
        rows: int,
        filled: dict[int, Sequence[str]] | None = None,
        high: float = 0.34,
    ) -> None:
        """Draw a table with empty rows, some of them filled in."""
        table = self._grid(rows + 1, widths)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            _write(cell, head, bold=True, color=TEAL)
            _shade(cell)
        _repeat_head(table.rows[0])
        for number, row in enumerate(table.rows[1:]):
            row.height = Inches(high * self.stretch)
            for cell, words in zip(row.cells, (filled or {}).get(number, ()), strict=False):
                _write(cell, words)
        self._gap()

    def save(self, path: Path) -> None:
        """Write the file, the same to the byte each time."""
        self.document.save(str(path))
        repack(path)

    def _grid(self, rows: int, widths: Sequence[float]):  # type: ignore[no-untyped-def]  # noqa: ANN202
        table = self.document.add_table(rows, len(widths), style="Table Grid")
        table.autofit = False
        _pad(table)
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Inches(wide)
        for row in table.rows:
            for cell, wide in zip(row.cells, widths, strict=True):
                cell.width = Inches(wide)
        return table

    def _gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(7)


def _pad(table) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "8B8778")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - python-docx has no other way
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 70), ("left", 100), ("bottom", 40), ("right", 100)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - python-docx has no other way


def _write(cell: _Cell, words: str, *, bold: bool = False, color: RGBColor | None = None) -> None:
    run = cell.paragraphs[0].add_run(words)
    run.bold = bold
    if color is not None:
        run.font.color.rgb = color


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "EAF2F2")
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no other way


def _repeat_head(row) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - python-docx has no other way
