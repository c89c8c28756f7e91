# ruff: noqa: INP001
"""Word files to type into: forms of one page."""

from pathlib import Path

from form import Form
from people import STATEMENTS


def huddle_sheet(folder: Path) -> None:
    """Lay out the five parts of a huddle."""
    form = Form("Huddle Sheet", "Write on it as you stand. One sheet a day, or a new one each week.", stretch=1.27)
    form.fields("Date", "Led by", "Start", "Stop")
    form.boxes(
        ("1  Safety", "Is anybody at risk today? Did anything almost happen?", 0.85),
        ("2  Yesterday", "How did we do on our number? Write the number down.", 0.85),
        ("3  Today", "Who is out, what is new, where will it be tight?", 1.1),
        ("4  One improvement", "What are we trying out, and how is it going?", 0.95),
        ("5  Thanks", "Who helped you?", 0.75),
    )
    form.table(("To follow up", "Who", "By when"), (4.6, 1.6, 1.1), rows=4)
    form.save(folder / "huddle-sheet.docx")


def meeting_agenda(folder: Path) -> None:
    """Lay out an agenda that asks questions."""
    form = Form(
        "Meeting Agenda", "Write each item as a question. Wanted: to hear, to talk over, or to decide.", stretch=1.24
    )
    form.fields("Team", "Date", "From - to")
    form.fields("Leads", "Keeps time", "Writes")
    filled = {
        0: ("5", "What did we promise last time?", "hear"),
        6: ("5", "Who does what by when? How was this meeting?", "decide"),
    }
    form.table(("Minutes", "Question", "Wanted", "Who leads it"), (0.7, 4.1, 0.9, 1.6), rows=7, filled=filled)
    form.boxes(("What we decided", "", 1.3))
    form.table(("Action", "Who", "By when"), (4.6, 1.6, 1.1), rows=4)
    form.save(folder / "meeting-agenda.docx")


def team_charter(folder: Path) -> None:
    """Lay out a charter on one page."""
    form = Form("Team Charter", "What our team is for, who is on it, and how we work.", stretch=1.1)
    form.fields("Team", "Agreed on", "Look again on")
    form.boxes(
        ("Why we are here", "One sentence that a patient would understand.", 0.7),
        ("Who is on the team", "Co-leads, members, sponsor, who speaks for each shift.", 0.9),
        ("What we decide ourselves", "", 0.75),
        ("What we bring to our sponsor", "", 0.65),
        ("What is not ours to change", "", 0.6),
        ("How we decide", "And what if we cannot agree?", 0.75),
        ("When we meet and huddle", "And how do people who are away find out?", 0.75),
        ("What we will work on first", "One or two goals, each with a number and a date.", 0.8),
    )
    form.table(("We stand behind this: name", "Date"), (5.6, 1.7), rows=3)
    form.save(folder / "team-charter.docx")


def sponsor_agreement(folder: Path) -> None:
    """Lay out what a sponsor and two co-leads expect of each other."""
    form = Form(
        "Sponsor Agreement", "An example of our own, not the official wording. Fill it in together.", stretch=1.1
    )
    form.fields("Team", "Date")
    form.fields("Sponsor", "Co-lead", "Co-lead")
    form.boxes(
        ("How often we are in touch", "At least monthly. A visit, a call, ten minutes after a huddle?", 0.85),
        ("What the team needs from the sponsor", "Time to meet? Data? Someone to clear the way?", 1.25),
        ("What the sponsor needs from the team", "Early news, good or bad. A goal. A visit now and then.", 1.25),
        ("What we do when something is stuck", "Who calls who, and how soon?", 1.05),
        ("What the team is working on now", "One goal, with a number and a date.", 0.85),
    )
    form.fields("We look at this again on")
    form.table(("Signed", "Date"), (5.6, 1.7), rows=3)
    form.save(folder / "sponsor-agreement.docx")


def pdsa_worksheet(folder: Path) -> None:
    """Lay out one small test on one page."""
    form = Form("PDSA Worksheet", "Plan, do, study, act: one sheet for one small test of a change.")
    form.fields("Team", "Test number", "Date")
    form.boxes(
        ("What are we trying to accomplish?", "", 0.7),
        ("How will we know that a change is an improvement?", "", 0.7),
        ("What change will we try?", "One person, one shift, one form.", 0.75),
        ("Plan", "Who does what, when and where? Who or what do we count?", 1.15),
        ("We predict that ...", "", 0.7),
        ("Do", "What did we see? What did we not expect?", 1.0),
        ("Study", "Prediction and result side by side. What did we learn?", 1.0),
        ("Act", "Adapt it and test again? Adopt it and test it wider? Abandon it?", 0.8),
    )
    form.fields("Our next test is", "on")
    form.save(folder / "pdsa-worksheet.docx")


def pulse_survey(folder: Path) -> None:
    """Lay out ten statements, two questions, no names."""
    form = Form(
        "Team Pulse Survey", "No names. Circle one number: 1 means not at all, 5 means very much.", stretch=1.24
    )
    filled = {row: (str(row + 1), words, "1    2    3    4    5") for row, words in enumerate(STATEMENTS)}
    form.table(("No.", "Statement", "Circle one"), (0.5, 4.9, 1.9), rows=10, filled=filled, high=0.37)
    form.boxes(("What should we keep?", "", 1.15), ("What is one thing to change?", "", 1.15))
    form.note("Please do not write your name. Your team talks about the answers within a week.")
    form.save(folder / "team-pulse-survey.docx")


def action_plan(folder: Path) -> None:
    """Lay out who does what by when."""
    form = Form("Action Plan", "A verb and a thing, one name, a date. Seven lines are plenty.", wide=True, stretch=1.18)
    form.fields("Team", "Goal", "Date")
    heads = ("Action", "Who", "By when", "How will we know that it is done?", "Done, on the way, stuck")
    form.table(heads, (3.3, 1.4, 1.0, 2.7, 1.4), rows=7, high=0.6)
    form.note("For what is stuck: what would free it?")
    form.save(folder / "action-plan.docx")


def training_tracker(folder: Path) -> None:
    """Lay out a grid of people and courses."""
    form = Form("Training Tracker", "A slash when signed up. An X and the date when completed.", wide=True, stretch=1.1)
    form.fields("Team", "Month", "Next look")
    heads = ("Name", "Shift", *(f"Course {number}" for number in range(1, 7)))
    form.table(heads, (2.5, 0.8, *[1.08] * 6), rows=14, filled={13: ("Completed",)}, high=0.33)
    form.save(folder / "training-tracker.docx")


def ask_your_sponsor(folder: Path) -> None:
    """Lay out one barrier and one clear request."""
    form = Form(
        "Ask Your Sponsor",
        "One barrier, one page, one clear request. Fill it in together before you call.",
        stretch=1.5,
    )
    form.fields("Team", "Co-leads", "Date")
    form.boxes(
        ("What is in the way?", "One sentence. What, where, since when.", 0.9),
        ("What it costs", "Minutes, dollars, patients, patience.", 0.9),
        ("What we have tried", "And what came of it.", 1.0),
        ("What we ask for", "Something that a person can do: call, decide, lend, sign, come and see.", 1.0),
        ("By when, and why then", "", 0.7),
    )
    form.table(("The answer: yes, no, or not yet - and why", "Who does what", "By when"), (3.8, 2.4, 1.1), rows=3)
    form.save(folder / "ask-your-sponsor.docx")


def how_we_do_it(folder: Path) -> None:
    """Lay out one agreed way to do a task."""
    form = Form(
        "How We Do It", "The best way that we know today, on one page, written by those who do it.", stretch=1.04
    )
    form.fields("Task", "Agreed on", "Look again on")
    form.boxes(("We do this so that", "Who is better off?", 0.7), ("You need", "People, supplies, screens.", 0.7))
    filled = {row: (str(row + 1),) for row in range(9)}
    heads = ("No.", "Step", "How to do it well, and why", "Minutes")
    form.table(heads, (0.5, 2.6, 3.3, 0.9), rows=9, filled=filled, high=0.48)
    form.boxes(("Stop and ask when", "What is not normal?", 0.7), ("It is done right when", "What would you see?", 0.7))
    form.fields("Made by", "Tried out by someone new on")
    form.save(folder / "how-we-do-it.docx")


def skills_grid(folder: Path) -> None:
    """Lay out a grid of people and skills."""
    form = Form(
        "Skills Grid", "Nothing = not yet, L = learning, X = can do it alone, T = can teach it.", wide=True, stretch=1.2
    )
    form.fields("Team", "Date", "Look again on")
    heads = ("Name", *(f"Skill {number}" for number in range(1, 9)))
    form.table(heads, (2.2, *[0.95] * 8), rows=13, filled={12: ("How many can do it?",)}, high=0.36)
    form.note("A column with one X is a risk: who could learn it next, and who will show them?")
    form.save(folder / "skills-grid.docx")


SHEETS = (
    huddle_sheet,
    meeting_agenda,
    team_charter,
    sponsor_agreement,
    pdsa_worksheet,
    pulse_survey,
    action_plan,
    training_tracker,
    ask_your_sponsor,
    how_we_do_it,
    skills_grid,
)
