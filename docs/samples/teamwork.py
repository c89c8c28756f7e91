# ruff: noqa: INP001
"""Sheets for working together: huddles, meetings, ideas and decisions."""

from pathlib import Path

from paper import BOLD, LETTER, SOFT, TABLOID
from sheet import Sheet

RULES = (
    "Start on time, stop on time.",
    "One person speaks at a time.",
    "Everyone speaks once before anyone speaks twice.",
    "Talk about the work, not about the person.",
    "Say what you need, not only what you want.",
    "Ask before you answer.",
    "What is said here stays here, unless we agree to share it.",
    "Leave with a name and a date for each promise.",
)


def huddle_guide(folder: Path) -> None:
    """Lay out a page on how to huddle, and a page to fill in."""
    sheet = Sheet(
        folder / "huddle-guide.pdf",
        "Huddle Guide",
        "A short talk, standing up, about the work of today. Eight minutes are enough; ten are the most.",
        pages=2,
    )
    sheet.heading("Before the first one")
    sheet.bullets(
        (
            "<b>Pick a time and keep it.</b> The same minute every day. Start with whoever is there.",
            "<b>Pick a place</b> where the work is done, near a board if you have one.",
            "<b>Agree who leads.</b> Take turns: everyone leads sooner or later, and nobody owns it.",
        )
    )
    sheet.heading("Five parts, eight minutes")
    sheet.table(
        ("Minutes", "Part", "Ask"),
        (
            ("1", "Safety", "Is anybody at risk today? Did anything almost happen?"),
            ("1", "Yesterday", "How did we do on our number?"),
            ("2", "Today", "Who is out, what is new, where will it be tight?"),
            ("3", "One improvement", "What are we trying out, and how is it going?"),
            ("1", "Thanks", "Who helped you?"),
        ),
        weights=(1, 2, 6),
    )
    sheet.heading("How to keep it short")
    sheet.numbered(
        (
            "Talk about what <b>this</b> team can act on today.",
            "When two people start to solve something, write it down and let them stay on after.",
            "Put what you cannot settle on the idea board, with a name beside it.",
            "Stop on time, even in the middle. It teaches everyone to come to the point.",
        )
    )
    sheet.heading("If it goes flat")
    sheet.bullets(
        (
            "<b>The leader does all the talking.</b> Have a different person lead tomorrow.",
            "<b>People come late.</b> Start without them, and ask whether the time is right.",
            "<b>It is the same every day.</b> Drop a part for two weeks and see who misses it.",
        )
    )
    sheet.box("Our huddle", 84, "Where, when, and who leads this week?", lines=2)
    sheet.text("After a month, ask the team: keep, change or drop? Then change one thing.")
    sheet.next_page("Write on it as you stand. One sheet a day, or a new one each week.", "Huddle Sheet")
    sheet.fields(("Date", 1), ("Led by", 2), ("Start", 1), ("Stop", 1))
    sheet.box("1  Safety", 84, "Is anybody at risk today? Did anything almost happen?", lines=2)
    sheet.box("2  Yesterday", 78, "How did we do on our number? Write the number down.", lines=2)
    sheet.box("3  Today", 102, "Who is out, what is new, where will it be tight?", lines=3)
    sheet.box("4  One improvement", 88, "What are we trying out, and how is it going?", lines=2)
    sheet.box("5  Thanks", 68, "Who helped you?", lines=1)
    sheet.table(("To follow up", "Who", "By when"), [("", "", "")] * 4, weights=(5, 2, 1.4), height=26)
    sheet.save()


def meeting_agenda(folder: Path) -> None:
    """Lay out an agenda that asks questions."""
    sheet = Sheet(
        folder / "meeting-agenda.pdf",
        "Meeting Agenda",
        "Write each item as a question. Say what is wanted: to hear, to talk over, or to decide.",
    )
    sheet.fields(("Team", 3), ("Date", 1.4), ("From - to", 1.6))
    sheet.fields(("Leads", 1), ("Keeps time", 1), ("Writes", 1))
    sheet.y -= 8
    first = ("5", "What did we promise last time?", "hear", "")
    last = ("5", "Who does what by when? How was this meeting?", "decide", "")
    sheet.table(
        ("Minutes", "Question", "Wanted", "Who leads it"),
        (first, *[("", "", "", "")] * 5, last),
        weights=(1, 5.6, 1.3, 2),
        height=34,
    )
    sheet.heading("What we decided")
    sheet.box("", 96, lines=4)
    sheet.heading("Who does what by when")
    sheet.table(("Action", "Who", "By when"), [("", "", "")] * 4, weights=(5, 2, 1.4), height=27)
    sheet.save()


def ground_rules(folder: Path) -> None:
    """Lay out a wall poster with eight rules, and room for more."""
    sheet = Sheet(
        folder / "meeting-ground-rules.pdf",
        "Meeting Ground Rules",
        "Rules that a team makes for itself are kept. Choose from these, and add your own.",
        TABLOID,
        scale=1.9,
    )
    sheet.y -= 14
    for number, rule in enumerate(RULES, 1):
        sheet.canvas.setFont(BOLD, 50)
        sheet.canvas.setFillColorRGB(0.706, 0.325, 0.035)
        sheet.canvas.drawString(sheet.left, sheet.y - 39, str(number))
        with sheet.inset(54):
            sheet.y -= 7
            sheet.text(rule, 15, after=0)
        sheet.y -= 26
    sheet.heading("Our own")
    for _ in range(4):
        sheet.fields(("", 1))
    sheet.y -= 6
    sheet.fields(("We, the team of", 3), ("agreed on", 2))
    sheet.save()


def consensus(folder: Path) -> None:
    """Lay out seven steps to a decision, and a sheet for them."""
    sheet = Sheet(
        folder / "deciding-by-consensus.pdf",
        "Deciding by Consensus",
        "Everyone has been heard, can live with the decision, and will help make it work.",
        pages=2,
    )
    sheet.heading("The seven steps")
    sheet.numbered(
        (
            "<b>Name the problem as a question.</b> Keep names and solutions out of it.",
            "<b>Share what you know.</b> Facts first. Mark what is a guess.",
            "<b>Say what matters to you, and why.</b> Those are interests.",
            "<b>Look for interests you share.</b> Write them up where all can see.",
            "<b>Think of many ways.</b> At least six; nobody judges yet.",
            "<b>Hold the ways against the interests.</b> Which meets most? Can two be joined?",
            "<b>Check, decide, write it down.</b> Who does what by when? When do we look again?",
        ),
        11.5,
    )
    sheet.heading("Position or interest?")
    sheet.table(
        ("A position says what", "An interest says why"),
        (
            ('"I want Fridays off."', '"I need to pick up my children on Fridays."'),
            ('"We need another clerk."', '"Calls should not go unanswered at lunch."'),
            ('"No more changes."', '"I want to know what is coming, in time."'),
        ),
    )
    sheet.heading("Check with a show of thumbs")
    sheet.table(
        ("Thumb", "Means", "Then"),
        (
            ("Up", "I am for it.", "Go ahead."),
            ("Sideways", "I can live with it, and will help.", "What would make it better?"),
            ("Down", "I cannot live with it.", "What do you need that is missing? Go back to step 3."),
        ),
        weights=(1.2, 3, 4),
    )
    sheet.heading("When you run out of time")
    sheet.text(
        "Say beforehand what happens if you cannot agree: a smaller test for two weeks, a decision by the "
        "co-leads, or a word with the sponsor. A two-week test settles more than two hours of talk."
    )
    sheet.next_page("One sheet for one question. Put it where all can see it.", "Consensus Worksheet")
    sheet.fields(("Date", 1), ("Who is here", 4))
    sheet.box("1  The problem, as a question", 62)
    sheet.box("2  What we know", 74, "Facts. Put a question mark behind what is a guess.")
    sheet.boxes(
        ("3  What matters to us, and why", "One line for each person or group."),
        ("4  Interests we share", ""),
        height=130,
        weights=(3, 2),
    )
    sheet.table(
        ("5  Ways", "6  Which interests does it meet?", "Thumbs"),
        [(f"{letter}.", "", "") for letter in "ABCDEF"],
        weights=(4, 4, 1.4),
        height=23,
    )
    sheet.box("7  What we decided", 76)
    sheet.fields(("Who does it", 2), ("By when", 1), ("We look again on", 1.6))
    sheet.save()


def idea_board(folder: Path) -> None:
    """Lay out a board with four columns, and cards for it."""
    sheet = Sheet(
        folder / "idea-board.pdf",
        "Idea Board",
        "Every idea gets a place, a name and an answer within two weeks.",
        (TABLOID[1], TABLOID[0]),
        scale=1.6,
    )
    sheet.fields(("Team", 3), ("Keeper this month", 2.4), ("The question of the month", 3))
    sheet.boxes(
        ("New", "Read out each week."),
        ("Looking into it", "Who will find out more?"),
        ("Trying it", "What do we count?"),
        ("Done", "Or: no, because ..."),
        height=sheet.room - GAP_BELOW,
    )
    sheet.save()


GAP_BELOW = 12


def idea_cards(folder: Path) -> None:
    """Lay out four cards to cut out."""
    sheet = Sheet(
        folder / "idea-cards.pdf",
        "Idea Cards",
        "Print, cut along the lines, and put them next to the board with a pen.",
        LETTER,
    )
    top, tall = sheet.y, (sheet.room - 14) / 2
    for row in range(2):
        for column in sheet.columns((1, 1), gap=14):
            with column:
                sheet.y = top - row * (tall + 14)
                _card(sheet, tall)
    sheet.y = sheet.bottom
    sheet.save()


def _card(sheet: Sheet, tall: float) -> None:
    start = sheet.y
    sheet.canvas.setDash(4, 3)
    sheet.canvas.setStrokeColor(SOFT)
    sheet.canvas.rect(sheet.left, start - tall, sheet.width, tall)
    sheet.canvas.setDash()
    with sheet.inset(10, 10):
        sheet.y = start - 10
        sheet.heading("I have an idea")
        for label, height in (
            ("What bothers you, or could be better?", 78),
            ("What is your idea?", 78),
            ("Who would it help?", 44),
        ):
            sheet.box(label, height)
        sheet.fields(("Name", 2), ("Date", 1))
    sheet.y = start - tall


SHEETS = (
    huddle_guide,
    meeting_agenda,
    ground_rules,
    consensus,
    idea_board,
    idea_cards,
)
