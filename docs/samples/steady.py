# ruff: noqa: INP001
"""Sheets that keep good work going: one agreed way, a look back, handoffs, and passing practices on."""

from pathlib import Path

from cards import cards
from paper import LETTER, TABLOID
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])
HANDOFF = (
    ("Situation", "Who or what is it about? What is going on right now?"),
    ("Background", "What led up to it? What does the other person need to know?"),
    ("Assessment", "What do I think is the matter?"),
    ("Request", "What do I need from you, and by when?"),
)


def how_we_do_it(folder: Path) -> None:
    """Lay out one agreed way to do a task, on one page."""
    sheet = Sheet(
        folder / "how-we-do-it.pdf",
        "How We Do It",
        "The best way that we know today, on one page, written by those who do it. Until we find a better one.",
    )
    sheet.fields(("Task", 3), ("Agreed on", 1), ("Look again on", 1.2))
    sheet.boxes(("We do this so that", "Who is better off?"), ("You need", "People, supplies, screens."), height=74)
    sheet.table(
        ("", "Step", "How to do it well, and why", "Minutes"),
        [(str(number), "", "", "") for number in range(1, 10)],
        weights=(0.4, 3, 4.2, 0.9),
        height=38,
    )
    sheet.boxes(
        ("Stop and ask when", "What is not normal?"),
        ("It is done right when", "What would you see?"),
        height=84,
    )
    sheet.fields(("Made by", 3), ("Tried out by someone new on", 2))
    sheet.save()


def holding_the_gains(folder: Path) -> None:
    """Lay out a check, three months after a change."""
    sheet = Sheet(
        folder / "holding-the-gains.pdf",
        "Holding the Gains",
        "Ten minutes, one month after a change, then after three and six. Check what is true today.",
    )
    sheet.fields(("What we changed", 3), ("Since", 1), ("Date today", 1.2))
    sheet.heading("The change is part of the work")
    sheet.checks(
        (
            "Someone who was not there when we decided can say what we do, and why.",
            "It is done on every shift. We looked; we did not only ask.",
            "It is easier to do it the new way than the old way.",
            "The old forms, signs and supplies are gone.",
            "New people are shown it in their first week.",
        ),
        11,
    )
    sheet.heading("We would notice if it slipped")
    sheet.checks(
        (
            "We still count, at least once a month, and the chart hangs where we see it.",
            "One person by name looks at the chart.",
            "We have agreed at which number we act, and what we do then.",
        ),
        11,
    )
    sheet.heading("It is worth keeping")
    sheet.checks(
        (
            "The people it was meant for say that it is better.",
            "Nothing else has become worse because of it.",
            "Our sponsor knows what it has brought.",
        ),
        11,
    )
    sheet.table(
        ("Not checked", "What we will do", "Who", "By when"),
        [("", "", "", "")] * 4,
        weights=(3, 4, 1.5, 1.2),
        height=34,
    )
    sheet.fields(("Next check on", 1), ("We could pass this on to", 2))
    sheet.save()


def keep_change_drop(folder: Path) -> None:
    """Lay out three columns for a look back together."""
    sheet = Sheet(
        folder / "keep-change-drop.pdf",
        "Keep, Change, Drop",
        "Twenty minutes, every three months. Sticky notes first, in silence. Then talk.",
        (TABLOID[1], TABLOID[0]),
        scale=1.6,
    )
    sheet.fields(("What we look back on", 3), ("From - to", 1.4), ("Date", 1))
    sheet.boxes(
        ("Keep", "What helps us, and should stay?"),
        ("Change", "What is good, but could be better?"),
        ("Drop", "What costs more than it brings?"),
        height=sheet.room - 62,
    )
    sheet.fields(("We start with", 3), ("Who", 1), ("By when", 1))
    sheet.save()


def handoff_cards(folder: Path) -> None:
    """Lay out four cards to carry."""
    sheet = Sheet(
        folder / "handoff-cards.pdf",
        "Handoff Cards",
        "Four sentences before you hand over. Say them face to face if you can, and let the other say them back.",
    )
    cards(sheet, 2, [_handoff] * 4)
    sheet.save()


def _handoff(sheet: Sheet) -> None:
    for name, asks in HANDOFF:
        sheet.box(name, 60, asks)
    sheet.checks(("They said it back in their own words.",), 10, after=0)


def borrow_a_practice(folder: Path) -> None:
    """Lay out how to try out what worked for somebody else."""
    sheet = Sheet(
        folder / "borrow-a-practice.pdf",
        "Borrow a Practice",
        "Another team has solved it. See it, try it as it is, then make it yours.",
    )
    sheet.fields(("The practice", 3), ("From which team", 2), ("Our contact there", 2))
    sheet.box("1  Our problem, and our number today", 68, "Is it really the same problem?", lines=1)
    sheet.heading("2  Go and see")
    sheet.checks(
        (
            "We watched it being done. Two of us went, one of them from the front line.",
            'We asked: "What was hard? What did you try first? What must stay as it is?"',
            "We brought back the form, the sign or the checklist.",
        )
    )
    sheet.boxes(("What is the same here", ""), ("What is different here", ""), height=88)
    sheet.box("3  Try it as it is", 80, "One shift, one week. Who, when, and what do we count?", lines=2)
    sheet.boxes(("What happened", "Our number."), ("What we now change", "One thing at a time."), height=98)
    sheet.box("4  Decide", 64, "Keep it, go on testing, or leave it? Why?", lines=1)
    sheet.fields(("We called the other team on", 1), ("and told them", 2.4))
    sheet.save()


SHEETS = (how_we_do_it, holding_the_gains, keep_change_drop, handoff_cards, borrow_a_practice)
