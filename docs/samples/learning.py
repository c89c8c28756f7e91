# ruff: noqa: INP001
"""Sheets for learning: teach-back, training, the first days, watching each other."""

from pathlib import Path

from paper import LETTER
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])
GRID = (3, 1, *[1.6] * 6)


def peer_observation(folder: Path) -> None:
    """Lay out seven points to watch for, and what was talked about."""
    sheet = Sheet(
        folder / "peer-observation.pdf",
        "Peer Observation",
        "Help among equals. Ask first. No names on this card: it is for the team to learn from.",
    )
    sheet.fields(("Task", 3), ("Date", 1), ("Shift", 1))
    sheet.checks(('I have asked: "May I watch you do this once?" The answer was yes.',))
    sheet.table(
        ("What good looks like (the team fills this in once)", "Seen", "Not seen", "Does not apply"),
        [(f"{number}.", "", "", "") for number in range(1, 8)],
        weights=(6, 0.9, 1, 1.1),
        height=34,
    )
    sheet.box("What was good", 76, "Be exact, and say it right away.", lines=2)
    sheet.box("One thing I asked about", 76, '"What would have made it easier?"', lines=2)
    sheet.box("What gets in the way here", 76, "A missing tool, a hurry, the layout ...", lines=2)
    sheet.text(
        'Now swap places. Once a month, count the cards: which point is "not seen" most often? Fix what gets '
        "in the way of it.",
        after=0,
    )
    sheet.save()


def teach_back(folder: Path) -> None:
    """Lay out ten minutes to get ready and five to teach."""
    sheet = Sheet(
        folder / "teach-back.pdf",
        "Teach-Back Planner",
        "When one person goes to a course, ten can learn from it. Ten minutes to get ready, five to teach.",
    )
    sheet.fields(("What I learned, and where", 3), ("Date", 1))
    sheet.box("One point", 74, "What is the one thing that helps us most?", lines=2)
    sheet.box("One example from our own work", 92, lines=3)
    sheet.box("One thing to do", 74, "What should each person try this week?", lines=2)
    sheet.heading("Five minutes")
    sheet.table(
        ("Minutes", "Do", "My words"),
        (
            ("1", "Say why it matters to us.", ""),
            ("2", "Show it. Do it rather than describe it.", ""),
            ("1", "Let someone else do it.", ""),
            ("1", 'Ask: "How would you explain it to someone who was not here?"', ""),
        ),
        weights=(0.9, 3.4, 4),
        height=38,
    )
    sheet.heading("Afterward")
    sheet.checks(
        (
            "Every shift has had it. Who taught it to those who were not there?",
            "I have asked after a week: who has tried it, and what happened?",
            "It is marked on the training tracker.",
        )
    )
    sheet.save()


def training_tracker(folder: Path) -> None:
    """Lay out a grid of people and courses."""
    sheet = Sheet(
        folder / "training-tracker.pdf",
        "Training Tracker",
        "A slash when someone is signed up. An X and the date when it is done. Only what is completed counts.",
        WIDE,
    )
    sheet.fields(("Team", 3), ("Month", 1), ("Next look", 1))
    sheet.y -= 4
    sheet.table(("Name", "Shift", *(f"Course {n}:" for n in range(1, 7))), (), weights=GRID)
    sheet.y += 10
    sheet.table([""] * 8, [[""] * 8], weights=GRID, height=30)
    sheet.y += 10
    sheet.table([""] * 8, [[""] * 8] * 11, weights=GRID, height=26.5)
    sheet.y += 10
    sheet.table([""] * 8, [["<b>Completed</b>", *[""] * 7]], weights=GRID, height=28)
    sheet.save()


def first_days(folder: Path) -> None:
    """Lay out day one, week one and day 30."""
    sheet = Sheet(
        folder / "first-30-days-checklist.pdf",
        "First 30 Days",
        "For someone new on the team. The buddy keeps this list and goes through it with them.",
    )
    sheet.fields(("New team member", 2), ("Buddy", 2), ("First day", 1))
    sheet.heading("Day one")
    sheet.checks(
        (
            "Someone was waiting for them, by name.",
            "They have met the team, both co-leads and their union steward.",
            "They know where things are, and who to ask.",
            "They have seen how to work safely here, and how to report what is not safe.",
        )
    )
    sheet.heading("Week one")
    sheet.checks(
        (
            "They have been at a huddle and know what the team is trying to make better.",
            "They have read the team charter with their buddy.",
            "They have watched two colleagues do the same task, and asked about the difference.",
            "The buddy has asked each day: what was clear, what was not?",
        )
    )
    sheet.box("What was not clear yet", 70, lines=2)
    sheet.heading("By day 30")
    sheet.checks(
        (
            "They have led one part of a huddle.",
            "They have put one idea on the idea board.",
            "Their training is planned on the training tracker.",
            "They have sat down with a co-lead.",
        )
    )
    sheet.boxes(("What surprised you?", ""), ("What should we stop doing?", ""), ("What do you need?", ""), height=96)
    sheet.fields(("We talk again on", 1), ("Co-lead", 1.6))
    sheet.save()


SHEETS = (peer_observation, teach_back, training_tracker, first_days)
