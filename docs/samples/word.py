# ruff: noqa: INP001
"""Word files to type into: forms of one page."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.table import _Cell
from people import STATEMENTS
from stamp import FIXED, repack

TEAL, SOFT = RGBColor(0x0B, 0x5D, 0x66), RGBColor(0x5C, 0x5A, 0x50)


def huddle_sheet(folder: Path) -> None:
    """The five parts of a huddle."""
    form = _Form("Huddle Sheet", "Write on it as you stand. One sheet a day, or a new one each week.", stretch=1.27)
    form.fields("Date", "Led by", "Start", "Stop")
    form.boxes(
        ("1  Safety", "Is anybody at risk today? Did anything almost happen?", 0.85),
        ("2  Yesterday", "How did we do on our number? Write the number down.", 0.85),
        ("3  Today", "Who is out, what is new, where will it be tight?", 1.1),
        ("4  One improvement", "What are we trying out, and how is it going?", 0.95),
        ("5  Thanks", "Who helped you?", 0.75),
    )
    form.table(("To follow up", "Who", "By when"), (4.6, 1.6, 1.1), rows=4)
    form.save(folder / "huddle-sheet.docx")


def meeting_agenda(folder: Path) -> None:
    """An agenda that asks questions."""
    form = _Form(
        "Meeting Agenda", "Write each item as a question. Wanted: to hear, to talk over, or to decide.", stretch=1.24
    )
    form.fields("Team", "Date", "From - to")
    form.fields("Leads", "Keeps time", "Writes")
    filled = {
        0: ("5", "What did we promise last time?", "hear"),
        6: ("5", "Who does what by when? How was this meeting?", "decide"),
    }
    form.table(("Minutes", "Question", "Wanted", "Who leads it"), (0.7, 4.1, 0.9, 1.6), rows=7, filled=filled)
    form.boxes(("What we decided", "", 1.3))
    form.table(("Action", "Who", "By when"), (4.6, 1.6, 1.1), rows=4)
    form.save(folder / "meeting-agenda.docx")


def team_charter(folder: Path) -> None:
    """A charter on one page."""
    form = _Form("Team Charter", "What our team is for, who is on it, and how we work.", stretch=1.1)
    form.fields("Team", "Agreed on", "Look again on")
    form.boxes(
        ("Why we are here", "One sentence that a patient would understand.", 0.7),
        ("Who is on the team", "Co-leads, members, sponsor, who speaks for each shift.", 0.9),
        ("What we decide ourselves", "", 0.75),
        ("What we bring to our sponsor", "", 0.65),
        ("What is not ours to change", "", 0.6),
        ("How we decide", "And what if we cannot agree?", 0.75),
        ("When we meet and huddle", "And how do people who are away find out?", 0.75),
        ("What we will work on first", "One or two goals, each with a number and a date.", 0.8),
    )
    form.table(("We stand behind this: name", "Date"), (5.6, 1.7), rows=3)
    form.save(folder / "team-charter.docx")


def sponsor_agreement(folder: Path) -> None:
    """What a sponsor and two co-leads expect of each other."""
    form = _Form(
        "Sponsor Agreement", "An example of our own, not the official wording. Fill it in together.", stretch=1.1
    )
    form.fields("Team", "Date")
    form.fields("Sponsor", "Co-lead", "Co-lead")
    form.boxes(
        ("How often we are in touch", "At least monthly. A visit, a call, ten minutes after a huddle?", 0.85),
        ("What the team needs from the sponsor", "Time to meet? Data? Someone to clear the way?", 1.25),
        ("What the sponsor needs from the team", "Early news, good or bad. A goal. A visit now and then.", 1.25),
        ("What we do when something is stuck", "Who calls who, and how soon?", 1.05),
        ("What the team is working on now", "One goal, with a number and a date.", 0.85),
    )
    form.fields("We look at this again on")
    form.table(("Signed", "Date"), (5.6, 1.7), rows=3)
    form.save(folder / "sponsor-agreement.docx")


def pdsa_worksheet(folder: Path) -> None:
    """One small test on one page."""
    form = _Form("PDSA Worksheet", "Plan, do, study, act: one sheet for one small test of a change.")
    form.fields("Team", "Test number", "Date")
    form.boxes(
        ("What are we trying to accomplish?", "", 0.7),
        ("How will we know that a change is an improvement?", "", 0.7),
        ("What change will we try?", "One person, one shift, one form.", 0.75),
        ("Plan", "Who does what, when and where? Who or what do we count?", 1.15),
        ("We predict that ...", "", 0.7),
        ("Do", "What did we see? What did we not expect?", 1.0),
        ("Study", "Prediction and result side by side. What did we learn?", 1.0),
        ("Act", "Adapt it and test again? Adopt it and test it wider? Abandon it?", 0.8),
    )
    form.fields("Our next test is", "on")
    form.save(folder / "pdsa-worksheet.docx")


def pulse_survey(folder: Path) -> None:
    """Ten statements, two questions, no names."""
    form = _Form(
        "Team Pulse Survey", "No names. Circle one number: 1 means not at all, 5 means very much.", stretch=1.24
    )
    filled = {row: (str(row + 1), words, "1    2    3    4    5") for row, words in enumerate(STATEMENTS)}
    form.table(("No.", "Statement", "Circle one"), (0.5, 4.9, 1.9), rows=10, filled=filled, high=0.37)
    form.boxes(("What should we keep?", "", 1.15), ("What is one thing to change?", "", 1.15))
    form.note("Please do not write your name. Your team talks about the answers within a week.")
    form.save(folder / "team-pulse-survey.docx")


def action_plan(folder: Path) -> None:
    """Who does what by when."""
    form = _Form(
        "Action Plan", "A verb and a thing, one name, a date. Seven lines are plenty.", wide=True, stretch=1.18
    )
    form.fields("Team", "Goal", "Date")
    heads = ("Action", "Who", "By when", "How will we know that it is done?", "Done, on the way, stuck")
    form.table(heads, (3.3, 1.4, 1.0, 2.7, 1.4), rows=7, high=0.6)
    form.note("For what is stuck: what would free it?")
    form.save(folder / "action-plan.docx")


def training_tracker(folder: Path) -> None:
    """A grid of people and courses."""
    form = _Form(
        "Training Tracker", "A slash when signed up. An X and the date when completed.", wide=True, stretch=1.1
    )
    form.fields("Team", "Month", "Next look")
    heads = ("Name", "Shift", *(f"Course {number}" for number in range(1, 7)))
    form.table(heads, (2.5, 0.8, *[1.08] * 6), rows=14, filled={13: ("Completed",)}, high=0.33)
    form.save(folder / "training-tracker.docx")


class _Form:
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
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        run = paragraph.add_run(text)
        run.font.color.rgb, run.font.size = SOFT, Pt(10)

    def fields(self, *labels: str) -> None:
        table = self._grid(1, [self.width / len(labels)] * len(labels))
        for cell, label in zip(table.rows[0].cells, labels, strict=True):
            _write(cell, f"{label}: ", bold=True)
        table.rows[0].height = Inches(0.38)
        self._gap()

    def boxes(self, *boxes: tuple[str, str, float]) -> None:
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


SHEETS = (
    huddle_sheet,
    meeting_agenda,
    team_charter,
    sponsor_agreement,
    pdsa_worksheet,
    pulse_survey,
    action_plan,
    training_tracker,
)
