# ruff: noqa: INP001
"""Sheets about people: thanking, asking, listening and working safely."""

from pathlib import Path

from paper import SOFT
from sheet import Sheet

STATEMENTS = (
    "I know what our team is trying to achieve.",
    "I know how we are doing.",
    "I can speak up when something is not safe.",
    "My ideas are heard.",
    "When I suggest something, I get an answer.",
    "We make important decisions together.",
    "Our co-leads work well with each other.",
    "I have what I need to do my work well.",
    "People here thank each other.",
    "I would tell a friend that this is a good team.",
)
SAFETY = {
    "Floors and ways out": (
        "Floors are dry, and cords and carts are out of the way.",
        "Every way out is clear, and its door opens.",
        "There is light everywhere, also in the storeroom and outside.",
        "Steps and rugs lie flat and are easy to see.",
    ),
    "Lifting and reaching": (
        "Heavy things are kept between knee and shoulder.",
        "Lift equipment is nearby, charged, and has its slings.",
        "There are step stools, and nobody climbs on chairs.",
        "Wheels and brakes work.",
    ),
    "Sharps and chemicals": (
        "Sharps containers are within reach, and not too full.",
        "Gloves, masks and goggles are there, in every size.",
        "Bottles have labels that you can read.",
        "People know what to do after a stick or a splash.",
    ),
    "Desks, screens and people": (
        "Chairs and screens adjust, and people know how.",
        "There is room for the knees, and time to look up.",
        "There is water, and a place to rest.",
        "There is a way to call for help when someone gets loud.",
    ),
    "Emergencies": (
        "Everyone can find the extinguisher and the alarm.",
        "The eyewash works, and nothing stands in front of it.",
        "Emergency numbers hang where people look.",
        "New people have been shown all of it.",
    ),
}
THANKS = (
    "Open the huddle with a thank-you.",
    "Write a card by hand and leave it on the locker.",
    "Tell their boss, or their union steward, and copy them.",
    "Ask them to show the others how they do it.",
    "Let them choose: tasks, break or music.",
    "Read out what a patient wrote.",
    "Remember the first day, and the day the training was done.",
    "Thank the people from the other department.",
    "Let the person who had the idea present it.",
    "Put the name of whoever thought of it on the new form.",
    "Coffee for the night shift, brought by somebody from days.",
    "A picture of the team with its chart, on the wall.",
    "A walk together at lunch.",
    "A plant for the one who keeps the board.",
    "A meal, when the goal is met, with everyone who had a hand in it.",
)


def recognition(folder: Path) -> None:
    """Lay out ideas, and cards to cut out."""
    sheet = Sheet(
        folder / "recognition-ideas.pdf",
        "Recognition Ideas",
        "Say what you saw. Say what it did. Say thank you. Then stop.",
        pages=2,
    )
    sheet.heading("Fifteen ways to say thank you")
    sheet.checks(THANKS, 11.5, after=7.5)
    sheet.heading("Keep it fair")
    sheet.bullets(
        (
            "Notice quiet work: cleaning up, teaching, staying calm.",
            "Look at who has not been thanked this month. Look again at nights and weekends.",
            "Ask people how they like to be thanked. Some would rather not be clapped for.",
            "Thank for trying, too. A test that failed has taught you something.",
        ),
        11.5,
    )
    sheet.box("Who we will thank this week, and for what", 96, lines=3)
    sheet.next_page("Print, cut along the lines, and keep a few in your pocket.", "Thank-You Cards")
    top, tall = sheet.y, (sheet.room - 14) / 2
    for row in range(2):
        for column in sheet.columns((1, 1), gap=14):
            with column:
                sheet.y = top - row * (tall + 14)
                _thanks(sheet, tall)
    sheet.y = sheet.bottom
    sheet.save()


def _thanks(sheet: Sheet, tall: float) -> None:
    start = sheet.y
    sheet.canvas.setDash(4, 3)
    sheet.canvas.setStrokeColor(SOFT)
    sheet.canvas.rect(sheet.left, start - tall, sheet.width, tall)
    sheet.canvas.setDash()
    with sheet.inset(12, 12):
        sheet.y = start - 10
        sheet.heading("Thank you")
        sheet.fields(("Dear", 1))
        sheet.y -= 6
        sheet.box("I saw that you ...", 78, lines=2)
        sheet.box("It helped, because ...", 78, lines=2)
        sheet.fields(("From", 2), ("Date", 1))
    sheet.y = start - tall


def pulse_survey(folder: Path) -> None:
    """Lay out ten statements, two questions, no names."""
    sheet = Sheet(
        folder / "team-pulse-survey.pdf",
        "Team Pulse Survey",
        "Ten statements, three minutes, no names. Circle one number: 1 means not at all, 5 means very much.",
    )
    sheet.table(
        ("", "Statement", "Circle one"),
        [
            (str(number), words, "&nbsp;1 &nbsp; &nbsp; 2 &nbsp; &nbsp; 3 &nbsp; &nbsp; 4 &nbsp; &nbsp; 5")
            for number, words in enumerate(STATEMENTS, 1)
        ],
        weights=(0.5, 6, 2.3),
        height=31,
        size=11,
    )
    sheet.box("What should we keep?", 104, lines=3)
    sheet.box("What is one thing to change?", 104, lines=3)
    sheet.text(
        "Please do not write your name. Fold the sheet and put it in the box. Your team talks about the "
        "answers within a week.",
        after=0,
    )
    sheet.save()


def listening(folder: Path) -> None:
    """Lay out how to listen, and a sheet for notes."""
    sheet = Sheet(
        folder / "listening-guide.pdf",
        "Listening to the People You Serve",
        "Find out what matters to patients, members or other departments, before you change anything.",
        pages=2,
    )
    sheet.heading("Four ways to listen")
    sheet.table(
        ("Way", "Time", "Good for"),
        (
            ("One question at the end of a visit or call", "1 minute", "hearing from many people"),
            ("A talk with one person", "15 minutes", "learning why"),
            ("Walking along", "30 minutes", "seeing what people do and do not find"),
            ("Working together on a form or handout", "2 hours", "making it better on the spot"),
        ),
        weights=(4, 1.4, 4),
    )
    sheet.heading("How to do it")
    sheet.numbered(
        (
            "<b>Pick one thing</b> that you want to understand.",
            "<b>Ask three to five people.</b> Ask those who had trouble, too, and people who speak another language.",
            "<b>Explain why,</b> and say that they are free to say no.",
            "<b>Go in twos:</b> one asks, one writes down the <b>words</b> that were used.",
            '<b>Listen.</b> Do not explain, do not defend. "Tell me more" is enough.',
            "<b>Bring it back:</b> what did you hear more than once? What surprised you?",
        )
    )
    sheet.heading("Questions that open people up")
    sheet.bullets(
        (
            "What went well today? What was harder than it had to be?",
            "Tell me about the last time that you ...",
            "What did you expect? What happened?",
            "Please read this and tell me in your own words what you would do.",
            "If you could change one thing, what would it be?",
        )
    )
    sheet.heading("Keep it private")
    sheet.text(
        "Write down no names and no health details. Follow your privacy rules. If someone tells you about a "
        "problem with their care, get them help right away."
    )
    sheet.heading("Then close the loop")
    sheet.text("Tell people what you changed because of them. They will help again.", after=0)
    sheet.next_page("One sheet for each person. No names, no health details.", "Listening Notes")
    sheet.fields(("What we want to understand", 3), ("Date", 1))
    sheet.box("What I asked", 66, lines=1)
    sheet.box("What they said, in their own words", 190, lines=6)
    sheet.boxes(("What went well", ""), ("What was hard", ""), height=110)
    sheet.box("What surprised us", 80, lines=2)
    sheet.box("What we will do about it, and how they will hear of it", 80, lines=2)
    sheet.fields(("Asked by", 1), ("Written by", 1))
    sheet.save()


def safety_walk(folder: Path) -> None:
    """Lay out twenty points in five groups, and what to fix."""
    sheet = Sheet(
        folder / "safety-walk-checklist.pdf",
        "Safety Walk Checklist",
        "Twenty minutes, in pairs. Check what is right. Your own safety rules come first; report danger right away.",
    )
    sheet.fields(("Area", 2), ("Walked by", 2), ("Date", 1))
    groups = list(SAFETY.items())
    top, lowest = sheet.y, sheet.y
    for index, column in enumerate(sheet.columns((1, 1), gap=20)):
        with column:
            sheet.y = top
            for name, points in groups[index * 3 : index * 3 + 3]:
                sheet.heading(name)
                sheet.checks(points, 10, after=4)
            if index:
                sheet.box("What people told us could hurt them", 92)
        lowest = min(lowest, sheet.y)
    sheet.y = lowest
    sheet.table(
        ("What to fix", "At once?", "Who", "By when", "Done"),
        [("", "", "", "", "")] * 6,
        weights=(5, 1.1, 1.8, 1.3, 0.8),
        height=30,
    )
    sheet.text("Bring this to the next huddle. Post what was found and what was done.", after=0)
    sheet.save()


SHEETS = (
    recognition,
    pulse_survey,
    listening,
    safety_walk,
)
