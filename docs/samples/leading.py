# ruff: noqa: INP001
"""Sheets for those who lead: charter, sponsor visit, check-in of co-leads."""

from pathlib import Path

from sheet import Sheet


def team_charter(folder: Path) -> None:
    """Lay out a charter on one page."""
    sheet = Sheet(
        folder / "team-charter.pdf",
        "Team Charter",
        "What our team is for, who is on it, and how we work. Short enough to hang on the wall.",
    )
    sheet.fields(("Team", 3), ("Agreed on", 1.3), ("Look again on", 1.6))
    sheet.box("Why we are here", 62, "One sentence that a patient would understand.")
    sheet.boxes(
        ("Who is on the team", "Co-leads, members, who speaks for each shift."),
        ("Our sponsor", "Name, and how often we are in touch."),
        height=88,
        weights=(3, 2),
    )
    sheet.boxes(
        ("We decide ourselves", "What is ours."),
        ("We bring to our sponsor", "What needs a yes."),
        ("Not ours to change", "What we leave alone."),
        height=98,
    )
    sheet.boxes(
        ("How we decide", "And what if we cannot agree?"),
        ("When we meet and huddle", "And how do people who are away find out?"),
        height=88,
    )
    sheet.box("What we will work on first", 78, "One or two goals, each with a number and a date.")
    sheet.heading("We stand behind this")
    for _ in range(3):
        sheet.fields(("", 1), ("", 1), ("", 1))
    sheet.save()


def sponsor_visit(folder: Path) -> None:
    """Lay out a check list for a sponsor's visit."""
    sheet = Sheet(
        folder / "sponsor-visit-checklist.pdf",
        "Sponsor Visit Checklist",
        "Twenty minutes where the work is done. Ask, look, offer one thing, say thank you.",
    )
    sheet.fields(("Team", 3), ("Date", 1.3), ("Sponsor", 2.4))
    sheet.heading("Before you go")
    sheet.checks(
        (
            "I have read the notes from my last visit. I know what I promised.",
            "I have asked the co-leads what they would like me to see.",
            "I know the team's goal and its latest number.",
        )
    )
    sheet.heading("While you are there")
    sheet.checks(
        (
            "I went to where the work is done.",
            'I talked with at least two people who are not co-leads: "What are you working on? What gets in your way?"',
            "Someone from the team explained the board or the chart to me.",
            'I asked before I advised: "What have you tried? What did you learn?"',
            "I offered one thing that I can do, and said by when.",
            "I said thank you for something that I saw.",
        )
    )
    sheet.box("What I saw and heard", 104, lines=4)
    sheet.table(("What I promised", "By when", "Done"), [("", "", "")] * 3, weights=(6, 1.6, 1), height=25)
    sheet.heading("After you leave")
    sheet.checks(
        (
            "I did what I promised, or said why not, within a week.",
            "I told another leader about something good that I saw.",
            "The next visit is on the calendar.",
        )
    )
    sheet.fields(("Next visit", 1), ("What I want to ask then", 2.4))
    sheet.save()


def check_in(folder: Path) -> None:
    """Lay out six questions for two co-leads."""
    sheet = Sheet(
        folder / "co-lead-check-in.pdf",
        "Co-lead Check-in",
        "Fifteen minutes, once a week, just the two of you. Take turns at asking.",
    )
    sheet.fields(("Date", 1), ("Asks this week", 1.6), ("Next check-in", 1.4))
    questions = (
        ("1  What went well with the team this week?", 70),
        ("2  What did people bring to you that I should know?", 84),
        ("3  How is our number doing, and what are we trying?", 84),
        ("4  Who have we not heard from?", 70),
        ("5  Where do you and I see things differently?", 96),
    )
    for question, height in questions:
        sheet.box(question, height, lines=max(2, round(height / 28)))
    sheet.text("<b>6  What will each of us do before next week?</b>", 10.5)
    sheet.table(("Who", "What", "By when"), [("", "", "")] * 4, weights=(2, 5, 1.4), height=24)
    sheet.save()


def sponsor_agreement(folder: Path) -> None:
    """Lay out what a sponsor and two co-leads expect of each other."""
    sheet = Sheet(
        folder / "sponsor-agreement.pdf",
        "Sponsor Agreement",
        "An example of our own, not the official wording. Fill it in together.",
    )
    sheet.fields(("Team", 3), ("Date", 1))
    sheet.fields(("Sponsor", 1), ("Co-lead", 1), ("Co-lead", 1))
    sheet.y -= 6
    sheet.box(
        "How often we are in touch", 78, "At least monthly. A visit, a call, ten minutes after a huddle?", lines=2
    )
    sheet.boxes(
        ("What the team needs from the sponsor", "Time to meet? Data? Someone to clear the way?"),
        ("What the sponsor needs from the team", "Early news, good or bad. A goal. A visit now and then."),
        height=150,
    )
    sheet.box("What we do when something is stuck", 78, "Who calls who, and how soon?", lines=2)
    sheet.box("What the team is working on now", 78, "One goal, with a number and a date.", lines=2)
    sheet.fields(("We look at this again on", 1), ("and in between on", 1))
    sheet.table(("Signed", "Date"), [("", "")] * 3, weights=(5, 1.4), height=30)
    sheet.save()


def reflection(folder: Path) -> None:
    """Lay out three questions for a look back and ahead."""
    sheet = Sheet(
        folder / "reflection-session.pdf",
        "Reflection Session",
        "A look back, and ahead, with three questions. Half an hour, and one sheet for the whole team.",
    )
    sheet.fields(("Team", 2), ("Date", 1), ("Led by", 2))
    sheet.text("Five minutes alone and in silence, ten in pairs, fifteen together.")
    sheet.box("1  What has partnership changed, or what are its top accomplishments?", 130, lines=4)
    sheet.box("2  What have been the greatest challenges?", 130, lines=4)
    sheet.box("3  How can we meet those challenges, now and later?", 130, lines=4)
    sheet.table(("What we will do", "Who", "By when"), [("", "", "")] * 3, weights=(5, 2, 1.4), height=30)
    sheet.save()


SHEETS = (sponsor_agreement, reflection, team_charter, sponsor_visit, check_in)
