# ruff: noqa: INP001
"""Sheets for leading together and learning from each other."""

from pathlib import Path

from paper import LETTER
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])
SKILLS = (2.6, *[1.15] * 8)


def pass_the_lead(folder: Path) -> None:
    """Lay out how to share the lead, and a plan for two months."""
    sheet = Sheet(
        folder / "pass-the-lead.pdf",
        "Pass the Lead",
        "When only two people can lead, the team stops when they are away. Here is how to spread it.",
        pages=2,
    )
    sheet.heading("What can be passed on")
    sheet.table(
        ("Start here", "Then", "In the end"),
        (
            ("Lead one huddle", "Lead a meeting item", "Lead a meeting"),
            ("Put the dot on the chart", "Explain the chart to a visitor", "Run a small test of a change"),
            ("Keep time", "Write down decisions", "Speak for the team to the sponsor"),
        ),
        size=11,
    )
    sheet.heading("Watch one, do one, hand it on")
    sheet.numbered(
        (
            "<b>Ask.</b> People rarely step forward on their own. Say what you have seen them do well.",
            "<b>Let them watch</b> once, and tell them what you think about while you do it.",
            "<b>Let them do it</b> while you are there. Keep quiet. Whisper only if something is unsafe.",
            "<b>Talk right after.</b> Two minutes: What went well? What will you do differently next time?",
            "<b>Step back.</b> Next time, do not be in the room.",
            "<b>Let them teach the next one.</b>",
        ),
        11.5,
    )
    sheet.heading("What can go wrong")
    sheet.bullets(
        (
            "<b>The same three say yes.</b> Ask someone who has never been asked. Nights count, too.",
            "<b>You take it back</b> the first time it goes badly. Do not. Ask what they need.",
            "<b>It is extra work.</b> Take something off their list, or give them time for it.",
        ),
        11.5,
    )
    sheet.box("Who could lead something next month, and what?", 90, lines=2)
    sheet.next_page("Fill it in for two months. No name should stand there more than twice.", "Who Leads What")
    sheet.fields(("Team", 2), ("From", 1), ("To", 1))
    sheet.table(
        ("Week of", "Huddle", "Chart", "Meeting or project", "Helped by"),
        [("", "", "", "", "")] * 9,
        weights=(1.1, 2, 2, 2.4, 2),
        height=46,
    )
    sheet.box("Who has not led anything yet? What would they like to try?", 90, lines=2)
    sheet.save()


def coaching_talk(folder: Path) -> None:
    """Lay out fifteen minutes that help someone think."""
    sheet = Sheet(
        folder / "coaching-talk.pdf",
        "Coaching Talk",
        "Fifteen minutes. Your job is to ask. Theirs is to find a next step that they believe in.",
    )
    sheet.fields(("With", 2), ("Date", 1), ("Next talk", 1))
    for label, hint, height in (
        ("1  What do you want to get done?", '"What would be different if it worked?"', 96),
        ("2  How is it now?", '"What have you seen? What have you tried? What is in the way?"', 110),
        ("3  What could you do?", '"What else? And what else?" Aim at three ideas. Hold back your own.', 110),
        ("4  What will you do?", '"By when? How sure are you, from 1 to 10? What would make it one more?"', 96),
    ):
        sheet.box(label, height, hint, lines=3)
    sheet.heading("Check yourself afterward")
    sheet.checks(
        (
            "They spoke more than I did.",
            'I asked "what" and "how" more often than "why."',
            "The next step is theirs, small, and has a date.",
        )
    )
    sheet.save()


def skills_grid(folder: Path) -> None:
    """Lay out who can do what, and who can teach it."""
    sheet = Sheet(
        folder / "skills-grid.pdf",
        "Skills Grid",
        "Mark each box: nothing = not yet, one line = learning, X = can do it alone, star = can teach it.",
        WIDE,
    )
    sheet.fields(("Team", 3), ("Date", 1), ("Look again on", 1.4))
    sheet.y -= 4
    sheet.table(("Name", *(f"Skill {n}:" for n in range(1, 9))), (), weights=SKILLS)
    sheet.y += 10
    sheet.table([""] * 9, [[""] * 9], weights=SKILLS, height=34)
    sheet.y += 10
    sheet.table([""] * 9, [[""] * 9] * 10, weights=SKILLS, height=26)
    sheet.y += 10
    sheet.table([""] * 9, [["<b>How many can do it?</b>", *[""] * 8]], weights=SKILLS, height=28)
    sheet.text("A column with one X is a risk: who could learn it next, and who will show them?", after=0)
    sheet.save()


def tool_of_the_month(folder: Path) -> None:
    """Lay out how to learn one tool in 20 minutes, on a real problem."""
    sheet = Sheet(
        folder / "tool-of-the-month.pdf",
        "Tool of the Month",
        "Learn one tool in 20 minutes, on a problem that you really have. No classroom needed.",
    )
    sheet.heading("Six months, six tools")
    sheet.table(
        ("Month", "Tool", "Try it on", "Who shows it"),
        (
            ("1", "Tally sheet", "something that annoys us every day", ""),
            ("2", "Five whys", "something that went wrong last week", ""),
            ("3", "Impact and effort grid", "the ideas on our board", ""),
            ("4", "PDSA worksheet", "one small change", ""),
            ("5", "Process map", "the job that has the most handoffs", ""),
            ("6", "Run chart", "the number of our goal", ""),
        ),
        weights=(0.8, 2.2, 3.4, 2.2),
        height=27,
    )
    sheet.heading("The 20 minutes")
    sheet.numbered(
        (
            "<b>2 minutes: why.</b> Say which problem we will use it on.",
            "<b>3 minutes: show.</b> Do one line of it on paper, out loud.",
            "<b>10 minutes: do.</b> In pairs, on the real problem. Help, but do not hold the pen.",
            "<b>5 minutes: talk.</b> What did we see that we did not know? When would we use it again?",
        ),
        11.5,
    )
    sheet.box("This month: the tool, and the problem", 70, lines=1)
    sheet.boxes(("What we found out", ""), ("What we will do with it", ""), height=110)
    sheet.fields(("Who was there", 3), ("Who missed it, and who will show them", 3))
    sheet.save()


def next_step_talk(folder: Path) -> None:
    """Lay out a talk about what someone wants to learn next."""
    sheet = Sheet(
        folder / "next-step-talk.pdf",
        "Next-Step Talk",
        "What do you want to be able to do a year from now? Half an hour, once a year, with someone you trust.",
    )
    sheet.fields(("Name", 2), ("Talked with", 2), ("Date", 1))
    sheet.box("What I like most about my work now", 78, lines=2)
    sheet.boxes(("What I am good at", "Ask a colleague, too."), ("What I would like to learn", ""), height=112)
    sheet.box(
        "How I think this job will change", 84, "New machines, new programs, other patients, other places.", lines=2
    )
    sheet.box(
        "A step that I could take",
        78,
        "A course, a day with another department, teaching a skill, leading a project.",
        lines=2,
    )
    sheet.box("What I need for it", 78, "Time, coverage, money, someone to show me.", lines=2)
    sheet.table(("What we agreed", "Who", "By when"), [("", "", "")] * 3, weights=(5, 2, 1.4), height=30)
    sheet.fields(("We talk again on", 1), ("This sheet is kept by", 1.6))
    sheet.save()


def tell_your_story(folder: Path) -> None:
    """Lay out two minutes about the work, from someone who does it."""
    sheet = Sheet(
        folder / "tell-your-story.pdf",
        "Tell Your Story",
        "Two minutes, in your own words, about something that you have seen. People believe people.",
    )
    sheet.fields(("Who I will tell", 2), ("Where", 2), ("When", 1))
    sheet.box("1  Who I am", 62, "Name, what I do, since when. One sentence.", lines=1)
    sheet.box(
        "2  What it was like", 96, "One day, one person, one problem. Leave out every name and health detail.", lines=3
    )
    sheet.box("3  What we did", 96, "You and your team. What did you try?", lines=3)
    sheet.box("4  What is different now", 84, "One number, or one thing that somebody said.", lines=2)
    sheet.box("5  What you can do", 62, "Where to ask, who to call, what to try.", lines=1)
    sheet.heading("Try it out")
    sheet.checks(
        (
            "I have told it out loud to a colleague, with a watch. It took less than two minutes.",
            "No one could tell which patient it was. Everyone in it who can be recognized has said yes.",
            "I know what I will say when I do not know the answer: who does.",
        ),
        11,
    )
    sheet.save()


SHEETS = (tell_your_story, pass_the_lead, coaching_talk, skills_grid, tool_of_the_month, next_step_talk)
