# ruff: noqa: INP001
"""Sheets for sponsors and those who ask something of them."""

from pathlib import Path

from cards import cards
from page import GAP
from sheet import Sheet

ASKS = (
    ("What are you proud of since we last met?", "what changed, and who did it"),
    ("What is the number that you watch? Where is it going?", "someone other than a co-lead who knows"),
    ("What have you tried that did not work?", "a calm answer: failed tests are safe here"),
    ("What keeps you from doing this every day?", "time, tools, space, another department"),
    ("Whose voice is missing when you decide?", "nights, weekends, part-time, patients"),
    ("What would you do if you did not have to ask?", "something that they may do already"),
    ("What could I stop doing that would help you?", "reports, meetings, detours"),
    ("Who else should know what you have found out?", "a name; offer to make the call"),
)


def question_cards(folder: Path) -> None:
    """Lay out eight questions to carry in a pocket."""
    sheet = Sheet(
        folder / "sponsor-question-cards.pdf",
        "Question Cards for Sponsors",
        "Print, cut, and take two along on a visit. Ask, then count to ten in silence.",
        pages=2,
    )
    cards(sheet, 2, [_question(ask, listen) for ask, listen in ASKS[:4]])
    sheet.next_page("Ask about the work. Write the answer down in the words that were used.")
    cards(sheet, 2, [_question(ask, listen) for ask, listen in ASKS[4:]])
    sheet.save()


def _question(ask: str, listen: str):  # noqa: ANN202 - what cards() takes
    def draw(sheet: Sheet) -> None:
        sheet.text(f"<b>{ask}</b>", 17, after=8)
        sheet.text(f"Listen for: {listen}.", 11.5, after=10)
        sheet.fields(("Team", 2), ("Date", 1))
        sheet.box("What I heard", sheet.room - GAP, lines=4)

    return draw


def ask_your_sponsor(folder: Path) -> None:
    """Lay out one page that makes a clear request."""
    sheet = Sheet(
        folder / "ask-your-sponsor.pdf",
        "Ask Your Sponsor",
        "One barrier, one page, one clear request. Fill it in together before you call.",
    )
    sheet.fields(("Team", 2), ("Co-leads", 2), ("Date", 1))
    sheet.box("What is in the way?", 84, "One sentence. What, where, since when.", lines=2)
    sheet.boxes(
        ("What it costs", "Minutes, dollars, patients, patience."),
        ("What we have tried", "And what came of it."),
        height=118,
    )
    sheet.box("What we ask for", 92, "Something that a person can do: call, decide, lend, sign, come and see.", lines=2)
    sheet.fields(("We need an answer by", 1), ("because", 2.4))
    sheet.checks(
        (
            "This is not something that we could settle ourselves.",
            "We know who else it touches, and have talked with them.",
            "We can live with a no, if we hear why.",
        )
    )
    sheet.heading("The answer")
    sheet.table(
        ("Yes, no, or not yet - and why", "Who does what", "By when"),
        [("", "", "")] * 3,
        weights=(4, 3, 1.3),
        height=36,
    )
    sheet.fields(("We told the team on", 1), ("We look at it again on", 1))
    sheet.save()


def sponsor_review(folder: Path) -> None:
    """Lay out a short look at the work, four times a year."""
    sheet = Sheet(
        folder / "sponsor-review.pdf",
        "Twenty-Minute Sponsor Review",
        "Every three months, standing at the team's board. The team talks, the sponsor asks.",
        pages=2,
    )
    sheet.heading("Who does what")
    sheet.table(
        ("Minutes", "Part", "Who speaks"),
        (
            ("2", "Why this goal? Who is better off?", "someone who serves patients or members"),
            ("5", "The chart: where were we, where are we, what did we change?", "whoever keeps the chart"),
            ("5", "What did not work, and what did we learn?", "whoever ran the test"),
            ("5", "Questions. Ask before you advise.", "the sponsor"),
            ("3", "One promise from each side, with a date", "co-leads and sponsor"),
        ),
        weights=(1, 4.4, 3),
        size=11,
    )
    sheet.heading("Before")
    sheet.bullets(
        (
            "<b>Do not polish.</b> The board as it hangs is enough. No slides.",
            "<b>Choose who speaks.</b> At least one person who has never done it.",
            "<b>Look up the promises</b> from last time. Begin with them if one was not kept.",
        ),
        11.5,
    )
    sheet.heading("Good questions for the sponsor")
    sheet.bullets(
        (
            '"What surprised you?"',
            '"How do you know that it was the change, and not luck?"',
            '"What would make this easier to keep up?"',
            '"Who else has this problem?"',
        ),
        11.5,
    )
    sheet.heading("After")
    sheet.text("Write both promises on the board, where everyone can see them. Keep yours first.", 11.5)
    sheet.box("For next time, we want to", 90, lines=2)
    sheet.next_page("One for each review. Hang it up beside the chart.", "Review Sheet")
    sheet.fields(("Team", 2), ("Sponsor", 2), ("Date", 1))
    sheet.box("Our goal, and who is better off", 80, lines=2)
    sheet.boxes(("The number three months ago", ""), ("The number today", ""), ("Where we want it", ""), height=70)
    sheet.box("What we changed", 96, lines=3)
    sheet.box("What we learned, above all from what did not work", 96, lines=3)
    sheet.table(("Promise", "Whose", "By when", "Kept"), [("", "", "", "")] * 4, weights=(5, 1.6, 1.2, 0.8), height=32)
    sheet.save()


SHEETS = (question_cards, ask_your_sponsor, sponsor_review)
