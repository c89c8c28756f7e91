# ruff: noqa: INP001
"""Sheets for goals and plans."""

from pathlib import Path

from paper import LETTER
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])


def action_plan(folder: Path) -> None:
    """Lay out who does what by when."""
    sheet = Sheet(
        folder / "action-plan.pdf",
        "Action Plan",
        "A verb and a thing, one name, a date. Seven lines are plenty.",
        WIDE,
    )
    sheet.fields(("Team", 2), ("Goal", 4), ("Date", 1))
    sheet.y -= 6
    sheet.table(
        ("Action", "Who", "By when", "How will we know that it is done?", "Done, on the way, stuck"),
        [("", "", "", "", "")] * 7,
        weights=(4.2, 1.6, 1.2, 3.4, 1.6),
        height=46,
    )
    sheet.text(
        "For what is stuck: <b>what would free it?</b> Late for the second time: make it smaller, give it to "
        "someone else, or let it go.",
        after=0,
    )
    sheet.save()


def smart_goals(folder: Path) -> None:
    """Lay out a goal that people can repeat."""
    sheet = Sheet(
        folder / "smart-goals.pdf",
        "SMART Goals",
        'From "we should do better" to a goal with a number and a date that the whole team can repeat.',
    )
    sheet.fields(("Team", 3), ("Date", 1))
    sheet.box("What we want to be better", 62, "In your own words, as it comes.", lines=1)
    for label, hint in (
        ("Specific", "What, where, for whom?"),
        ("Measurable", "How will we count it? What is the number today?"),
        ("Achievable", "Can we get there from here? What do we need?"),
        ("Relevant", "Who is better off?"),
        ("Time-bound", "By when?"),
    ):
        sheet.box(label, 61, hint, lines=1)
    sheet.heading("Put together")
    sheet.fields(("We will go from", 1), ("to", 1), ("by", 1))
    sheet.fields(("in", 1))
    sheet.fields(("because", 1))
    sheet.checks(
        (
            "Someone from another department understands it.",
            "Three people on the team can say it the next day.",
            "We know what could go wrong while we chase this number, and keep an eye on that too.",
        )
    )
    sheet.save()


SHEETS = (action_plan, smart_goals)
