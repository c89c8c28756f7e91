# ruff: noqa: INP001
"""Sheets for counting: tallies, a number on the wall, the few causes that matter, and what a change has saved."""

from pathlib import Path

from charts import pareto_grid, target
from paper import LETTER, TABLOID
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])


def tally_sheet(folder: Path) -> None:
    """Lay out one week of marks."""
    sheet = Sheet(
        folder / "tally-sheet.pdf",
        "Tally Sheet",
        "One mark each time it happens. One week is enough to know more than you know today.",
        WIDE,
    )
    sheet.fields(("What we count", 4), ("Where", 2), ("Week of", 1))
    sheet.text("We count it when ... (so that everyone counts the same thing):", after=0)
    sheet.fields(("", 1))
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    sheet.table(("Reason or kind", *days, "Total"), [[""] * 9] * 7, weights=(3, *[1.2] * 7, 1), height=34)
    sheet.text("What surprised us? What do we want to know next?", after=0)
    sheet.fields(("", 1))
    sheet.save()


def our_number(folder: Path) -> None:
    """Lay out a poster with one goal and one number."""
    sheet = Sheet(
        folder / "our-number.pdf",
        "Our Number",
        "One goal, one number, on the wall. Change the number by hand every week.",
        TABLOID,
        scale=1.7,
    )
    sheet.box("We want to", 150, lines=2)
    sheet.box("so that", 110, lines=1)
    target(sheet)
    sheet.box("What we are trying this week", 130, lines=2)
    sheet.fields(("Kept by", 2), ("Ask me about it", 2))
    sheet.save()


def pareto(folder: Path) -> None:
    """Lay out the few causes that make up most of it."""
    sheet = Sheet(
        folder / "pareto-chart.pdf",
        "Pareto Chart",
        "Which few causes make up most of the trouble? Count first, then draw the tallest bar at the left.",
        WIDE,
    )
    sheet.fields(("What we counted", 3), ("From - to", 1.4), ("Total", 1))
    top = sheet.y
    left, right = sheet.columns((2, 3.4), gap=22)
    with left:
        sheet.table(("Cause, most frequent first", "Count"), [("", "")] * 7, weights=(3, 1), height=33)
        sheet.numbered(
            (
                "Take the counts from a tally sheet.",
                "Draw a bar for each cause.",
                "Circle the bars that together make up most of the total.",
                "Work on those. Leave the rest for now.",
            ),
            10.5,
        )
    sheet.y = top
    with right:
        pareto_grid(sheet)
    sheet.y = sheet.bottom
    sheet.save()


def what_did_it_save(folder: Path) -> None:
    """Lay out an honest sum, on one page."""
    sheet = Sheet(
        folder / "what-did-it-save.pdf",
        "What Did It Save?",
        "An honest sum, on one page. Better a small figure that you can explain than a large one that you cannot.",
    )
    sheet.fields(("What we changed", 3), ("Since", 1), ("Worked out by", 2))
    sheet.heading("Count one thing")
    sheet.table(
        ("", "Before", "After", "Difference"),
        (
            ("How many, each week?", "", "", ""),
            ("What does one cost, in dollars or minutes?", "", "", ""),
            ("Together, each week", "", "", ""),
        ),
        weights=(3, 1.4, 1.4, 1.4),
        height=38,
        size=11,
    )
    sheet.fields(("The difference, times 52 weeks", 2), ("Less what the change itself costs", 2))
    sheet.box("So in a year we save about", 62)
    sheet.box("Where the figures come from", 88, "Who counted, when, from which list? What is a guess?", lines=2)
    sheet.heading("Three honest questions")
    sheet.checks(
        (
            "<b>Is it money or time?</b> Saved minutes are worth a lot. They are dollars only if a bill gets smaller.",
            "<b>Was it us?</b> Did anything else change at the same time?",
            "<b>Did it move?</b> Is it now someone else who pays?",
        ),
        11,
    )
    sheet.boxes(
        ("What it brought besides", "For patients, for us."),
        ("What we do with the time", ""),
        height=92,
    )
    sheet.fields(("Looked over by someone from finance", 2), ("Date", 1))
    sheet.save()


SHEETS = (tally_sheet, our_number, pareto, what_did_it_save)
