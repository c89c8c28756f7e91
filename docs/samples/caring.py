# ruff: noqa: INP001
"""Sheets for safety, health, a good welcome and new ways of working."""

from pathlib import Path

from cards import cards
from paper import LETTER
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])


def good_catch(folder: Path) -> None:
    """Lay out cards for what almost happened."""
    sheet = Sheet(
        folder / "good-catch-cards.pdf",
        "Good Catch Cards",
        "For what almost happened. Read them out at the huddle, and say thank you. Report harm in your usual way.",
    )
    cards(sheet, 2, [_catch] * 4)
    sheet.save()


def _catch(sheet: Sheet) -> None:
    sheet.heading("Good catch!")
    sheet.box("What almost happened?", 76, "What, where. Not who.", lines=2)
    sheet.box("What kept it from happening?", 62, lines=1)
    sheet.box("What would make it safer?", 62, lines=1)
    sheet.fields(("Name, if you like", 2), ("Date", 1))


def healthy_breaks(folder: Path) -> None:
    """Lay out a month of small good things, done together."""
    sheet = Sheet(
        folder / "healthy-breaks.pdf",
        "Healthy Breaks",
        "One small good thing a day, together. It is your choice: no one keeps score of a person.",
        WIDE,
    )
    sheet.fields(("Team", 3), ("Month", 1), ("Kept by", 2))
    sheet.text(
        "<b>Choose from these, or make your own:</b> walk once around the building; stretch for two minutes after a "
        "hard lift; drink a glass of water at each huddle; eat away from the desk; take the stairs down; "
        "look out of the window; ask a colleague how they really are.",
        10.5,
    )
    sheet.table(
        ("Week", "What we do together", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "How was it?"),
        [(f"<b>{week}</b>", *[""] * 9) for week in range(1, 6)],
        weights=(0.7, 3.4, *[0.8] * 7, 2.6),
        height=50,
    )
    sheet.text("One mark for each person who joined in. At the end of the month: keep, change or drop?", after=0)
    sheet.save()


def new_technology(folder: Path) -> None:
    """Lay out what to do before, on and after the first day of something new."""
    sheet = Sheet(
        folder / "new-technology-checklist.pdf",
        "Getting Ready for New Technology",
        "For a new machine, screen or way of working. Fill it in with those who will use it.",
    )
    sheet.fields(("What is new", 3), ("First day", 1), ("Our lead person", 2))
    sheet.heading("Before")
    sheet.checks(
        (
            "We know why it comes and who decided it.",
            "People who will use it have seen it, and tried it, before the first day.",
            "We have drawn how the work goes now, and how it will go.",
            "We have asked: which steps go away? Which are new? Whose job changes?",
            "Everyone has completed the training, nights and weekends too.",
            "Each shift has one person who knows it well and has time to help.",
            "We know what to do when it does not work.",
        ),
        11,
    )
    sheet.heading("The first two weeks")
    sheet.checks(
        (
            "We talk about it at every huddle: what works, what does not?",
            "Problems go on one list, with a name beside each. Answers come back within two days.",
            "We take on less that week, if we can.",
        ),
        11,
    )
    sheet.heading("After a month")
    sheet.checks(
        (
            "We have written down how we do it now.",
            "We have counted: is it faster, safer, better? For whom?",
            "We have asked patients or members what they notice.",
        ),
        11,
    )
    sheet.table(("What is not settled yet", "Who", "By when"), [("", "", "")] * 4, weights=(5, 2, 1.4), height=30)
    sheet.save()


def warm_welcome(folder: Path) -> None:
    """Lay out the first visit, seen from the other side."""
    sheet = Sheet(
        folder / "warm-welcome-checklist.pdf",
        "A Warm Welcome",
        "For people who come to you for the first time. Walk the way that they walk, and check what is true.",
    )
    sheet.fields(("Place", 2), ("Walked by", 2), ("Date", 1))
    for name, points in (
        (
            "Getting there",
            (
                "They know beforehand where to go, what to bring and how long it takes.",
                "A stranger can find the way from the parking lot by the signs alone. (Try it.)",
                "Someone who does not read English well can find it, too.",
            ),
        ),
        (
            "The first minute",
            (
                "Someone looks up and says hello, even when busy.",
                "We say our name and what we do.",
                "We ask whether it is their first time, and what they would like us to call them.",
                "We say how long the wait will be, and tell them when that changes.",
            ),
        ),
        (
            "Before they leave",
            (
                "They know what happens next, and have it on paper or on their phone.",
                "They know who to call, and the number works.",
                'We have asked: "What was harder than it had to be?"',
            ),
        ),
    ):
        sheet.heading(name)
        sheet.checks(points, 11)
    sheet.box("What we saw with a newcomer's eyes", 100, lines=3)
    sheet.table(("What we will change", "Who", "By when"), [("", "", "")] * 3, weights=(5, 2, 1.4), height=30)
    sheet.save()


SHEETS = (good_catch, healthy_breaks, new_technology, warm_welcome)
