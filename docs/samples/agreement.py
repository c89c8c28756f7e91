# ruff: noqa: INP001
"""Handouts and posters on the agreement of 2015, and what a survey found: what the site's pages say of them."""

from pathlib import Path

from paper import BOLD, LEGAL, LETTER, TABLOID
from sheet import Sheet

NOTICE = "A summary of what it changed for unit-based teams. The agreement itself has the full wording."
HIGHLIGHTS = "Highlights of the 2015 National Agreement"
CHANGES = (
    "Sponsors are in contact with co-leads at least monthly.",
    "A sponsor agreement is in place at Level 2.",
    "Training must be completed at various levels; scheduled no longer counts.",
    "Level 1 names a health and safety champion.",
    "The UBT Tracker is updated every 90 days for Level 4.",
    (
        "Level 5: member-facing teams get direct input from members and patients; all teams pass on, or take up, "
        "something that worked."
    ),
    "Every team is assessed face to face: Levels 1 to 3 each quarter, Levels 4 and 5 at least yearly.",
)
TARGETS = (("2016", "75 percent"), ("2017", "80 percent"), ("2018", "85 percent"), ("2019", "87 percent"))


def highlights(folder: Path) -> None:
    """Lay out two letter-size pages."""
    name = folder / "highlights-2015-national-agreement.pdf"
    sheet = Sheet(name, HIGHLIGHTS, "For physicians, managers and frontline workers", LETTER, pages=2, scale=1.3)
    sheet.text(NOTICE, 11.5, after=4)
    _changes(sheet)
    sheet.box("Which of these have we felt?", 100, lines=3)
    sheet.next_page("For physicians, managers and frontline workers")
    sheet.text(NOTICE, 11.5, after=4)
    _targets(sheet)
    sheet.box("What it means for our team, and who does what by when", 170, lines=5)
    sheet.save()


def small_infographic(folder: Path) -> None:
    """Lay out one page of 8.5 by 14 inches."""
    _infographic(folder / "highlights-2015-infographic-small.pdf", LEGAL, 1.2)


def large_infographic(folder: Path) -> None:
    """Lay out one page of 11 by 17 inches."""
    _infographic(folder / "highlights-2015-infographic-large.pdf", TABLOID, 1.55)


def members_views(folder: Path) -> None:
    """Lay out one letter-size page."""
    sheet = Sheet(
        folder / "coalition-union-members-views.pdf",
        "Coalition Union Members' Views",
        "A scientific survey of 2005, for leaders and staff of the LMP and the unions",
    )
    sheet.heading("What the survey found, in short")
    sheet.bullets(
        (
            "<b>Jobs.</b> People like their jobs, ever more so.",
            "<b>Unions.</b> They think well of their unions.",
            "<b>Kaiser Permanente.</b> Views of KP vary, but they are getting better.",
            "<b>Partnership.</b> People are hopeful about the LMP.",
        ),
        12,
    )
    sheet.box("What has changed since 2005?", 240, lines=7)
    sheet.box("What would our own team say today?", 200, lines=6)
    sheet.save()


def _infographic(path: Path, paper: tuple[float, float], scale: float) -> None:
    purpose = "For physicians, managers and frontline workers"
    sheet = Sheet(path, HIGHLIGHTS, purpose, paper, scale=scale)
    sheet.text(NOTICE, 11.5, after=4)
    _changes(sheet)
    _targets(sheet)
    sheet.box("Our team's level, and our next step", 130, lines=3)
    sheet.save()


def _changes(sheet: Sheet) -> None:
    sheet.heading("What it changed on the Path to Performance")
    sheet.bullets(CHANGES, 12)


def _targets(sheet: Sheet) -> None:
    sheet.heading("Targets: teams at Levels 4 and 5")
    longest = sheet.width - 150 * sheet.scale
    for year, share in TARGETS:
        wide = longest * int(share.split()[0]) / 100
        tall = 26 * sheet.scale
        sheet.canvas.setFillColorRGB(0.043, 0.365, 0.4)
        sheet.canvas.rect(sheet.left + 50 * sheet.scale, sheet.y - tall, wide, tall, 0, 1)
        sheet.canvas.setFillColorRGB(0.106, 0.153, 0.2)
        sheet.canvas.setFont(BOLD, 12 * sheet.scale)
        low = sheet.y - tall / 2 - 4 * sheet.scale
        with sheet.tags.text("P"):
            sheet.canvas.drawString(sheet.left, low, year)
            sheet.canvas.drawString(sheet.left + 58 * sheet.scale + wide, low, share)
        sheet.y -= tall + 8 * sheet.scale
    sheet.y -= 8
    sheet.text("The Path to Performance document has the full wording.")


SHEETS = (highlights, small_infographic, large_infographic, members_views)
