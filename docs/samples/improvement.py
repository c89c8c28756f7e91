# ruff: noqa: INP001
"""Sheets for improving the work: tests, causes, maps, charts, waste and whole projects."""

from pathlib import Path

from charts import fishbone, impact_grid, process_lanes, run_chart
from page import GAP
from paper import LETTER, TABLOID
from sheet import Sheet

WIDE = (LETTER[1], LETTER[0])
WASTES = (
    ("Waiting", "people in line, a slow printer, a signature that is missing"),
    ("Motion", "steps to the one supply cart; looking for things"),
    ("Moving things", "carrying, forwarding, moving from one bin to another"),
    ("Too much stock", "expired supplies, five boxes where two will do"),
    ("Too much work", "typing the same thing twice; reports that no one reads"),
    ("Too early, too much", "copies, forms and trays made ready and thrown away"),
    ("Mistakes", "wrong labels, calls back, things done over"),
    ("Talent not used", "people who know the answer and are never asked"),
)


def pdsa(folder: Path) -> None:
    """Lay out one small test on one page."""
    sheet = Sheet(
        folder / "pdsa-worksheet.pdf",
        "PDSA Worksheet",
        "Plan, do, study, act: one sheet for one small test of a change.",
    )
    sheet.fields(("Team", 3), ("Test number", 0.7), ("Date", 1.2))
    sheet.box("What are we trying to accomplish?", 52)
    sheet.boxes(
        ("How will we know that a change is an improvement?", ""),
        ("What change will we try?", "One person, one shift, one form."),
        height=76,
    )
    sheet.box("Plan", 104, "Who does what, when and where? Who or what do we count?", lines=3)
    sheet.box("We predict that ...", 58, lines=1)
    sheet.box("Do", 84, "What did we see? What did we not expect?", lines=2)
    sheet.box("Study", 84, "Prediction and result side by side. What did we learn?", lines=2)
    sheet.text("<b>Act</b> - what now?", after=5)
    top = sheet.y
    for act, column in zip(ACTS, sheet.columns((1, 1, 1)), strict=True):
        with column:
            sheet.y = top
            sheet.checks((act,))
    sheet.fields(("Our next test is", 3), ("on", 1))
    sheet.save()


ACTS = (
    "<b>Adapt</b> it and test again",
    "<b>Adopt</b> it and test it wider",
    "<b>Abandon</b> it; good that it was small",
)


def five_whys(folder: Path) -> None:
    """Lay out the way from what happened to something that can be changed."""
    sheet = Sheet(
        folder / "five-whys.pdf",
        "Five Whys",
        "Ask why until you reach a cause that you can do something about. Ask about the work, not the person.",
    )
    sheet.fields(("Date", 1), ("Who is here", 3))
    sheet.box("What happened?", 70, "What, where, when. One sentence. Not who.", lines=1)
    for number in range(1, 6):
        with sheet.inset((number - 1) * 16):
            sheet.box(f"{number}  Why was that so?", 65, "How do we know?" if number == 1 else "", lines=1)
    sheet.text(
        "Stop when you reach something that you can change. Now read it backward, with <b>and so</b> in between."
    )
    sheet.box("What will we try?", 72, lines=2)
    sheet.fields(("Who", 2), ("By when", 1), ("How will we know?", 2.4))
    sheet.save()


def fishbone_diagram(folder: Path) -> None:
    """Lay out a fish with six bones."""
    sheet = Sheet(
        folder / "fishbone-diagram.pdf",
        "Fishbone Diagram",
        "One cause a note. Put it on a bone, and ask: what causes that? Then go and check the top two.",
        WIDE,
    )
    fishbone(sheet)
    sheet.fields(("Team", 2), ("Date", 1), ("The two causes that we will check first", 4))
    sheet.save()


def process_map(folder: Path) -> None:
    """Lay out how to draw a map, and a sheet with lanes."""
    sheet = Sheet(
        folder / "process-map-guide.pdf",
        "Process Map Guide",
        "Draw what is, not what should be. One person from every step, a wall, sticky notes, 60 minutes.",
        WIDE,
        pages=2,
    )
    top = sheet.y
    left, right = sheet.columns((1, 1), gap=28)
    with left:
        sheet.heading("How to draw it")
        sheet.numbered(
            (
                "<b>Set the ends.</b> Where does it begin, where does it stop?",
                "<b>Draw a lane for each role.</b> Caller, clerk, nurse, computer.",
                "<b>Put down each step</b> in its lane: a verb and a thing.",
                "<b>Mark decisions</b> with a diamond, with a way out for yes and for no.",
                '<b>Draw what is.</b> When someone says "well, usually ...," you have found something.',
                "<b>Walk it.</b> Follow one real case and fix the map.",
                "<b>Put minutes</b> under each step and each wait.",
            ),
            11.5,
        )
        sheet.heading("Then")
        sheet.text("Circle up to three places that hurt most. Take one to a PDSA worksheet. Leave two for later.")
    sheet.y = top
    with right:
        sheet.heading("How to read it")
        sheet.table(
            ("Look for", "It often means"),
            (
                ("A lot of crossing from lane to lane", "too many handoffs"),
                ("An arrow that goes back", "work that is done twice"),
                ("A long wait between two notes", "a batch, a line or a signature"),
                ("A step that no one can explain", "it may not be needed"),
                ("Two ways to do one step", "there is no shared way yet"),
            ),
            size=11,
        )
        sheet.box("What surprised us", 130, lines=4)
    sheet.y = sheet.bottom
    sheet.next_page("One lane for each role. Steps as boxes, decisions as diamonds, minutes below.", "Process Map")
    sheet.fields(("Process", 3), ("Begins with", 2), ("Ends with", 2), ("Date", 1))
    process_lanes(sheet)
    sheet.save()


def run_chart_sheet(folder: Path) -> None:
    """Lay out a grid to put dots on."""
    sheet = Sheet(
        folder / "run-chart.pdf",
        "Run Chart",
        "One dot each week. After ten dots, draw the median: half of the dots above it, half below.",
        WIDE,
    )
    sheet.fields(("What we count", 4), ("Team", 2), ("Goal", 1))
    run_chart(sheet)
    sheet.table(
        ("Shift", "Trend", "Astronomical point"),
        (
            (
                "six or more dots in a row, all above or all below the median",
                "five or more dots in a row, all going up or all going down",
                "one dot so far out that everyone agrees something happened",
            ),
        ),
    )
    sheet.save()


def waste_walk(folder: Path) -> None:
    """Lay out eight kinds of waste to look for, and a list of what was found."""
    sheet = Sheet(
        folder / "waste-walk.pdf",
        "Waste Walk",
        "Go in pairs for 30 minutes. Look, count, ask. Change nothing yet. Write down what, not who.",
        pages=2,
    )
    sheet.fields(("Area", 2), ("Walked by", 2), ("Date", 1))
    sheet.table(
        ("Kind", "You might see", "What we saw"),
        [(f"<b>{kind}</b>", seen, "") for kind, seen in WASTES],
        weights=(1.4, 2.2, 4),
        height=72,
    )
    sheet.next_page("Fifteen minutes together, right after the walk. Put the notes in one list.", "What We Found")
    sheet.table(
        ("What", "How often, how much?", "Helps a lot?", "Easy?"),
        [("", "", "", "")] * 11,
        weights=(5, 2.2, 1.2, 1),
        height=29,
    )
    sheet.heading("We fix by Friday")
    sheet.box("", 50, lines=1)
    sheet.fields(("Who", 1), ("We count, before and after", 2))
    sheet.heading("Worth a project")
    sheet.box("", 50, lines=1)
    sheet.fields(("Who finds out more", 1.4), ("Back to the team on", 1))
    sheet.save()


def impact_effort(folder: Path) -> None:
    """Lay out a grid with four corners."""
    sheet = Sheet(
        folder / "impact-effort-grid.pdf",
        "Impact and Effort Grid",
        "One note at a time. First: how much would it help? Then: how hard would it be? One minute each.",
    )
    sheet.fields(("What we are choosing from", 3), ("Date", 1))
    impact_grid(sheet)
    sheet.fields(("We start with", 3), ("Who", 1), ("By when", 1))
    sheet.save()


def a3(folder: Path) -> None:
    """Lay out a whole project on one big sheet."""
    sheet = Sheet(
        folder / "a3-problem-solving.pdf",
        "A3 Problem Solving",
        "Left side first, in pencil, where the work is done. A clean A3 is one that nobody uses.",
        (TABLOID[1], TABLOID[0]),
        scale=1.15,
    )
    sheet.fields(("Project", 4), ("Team", 3), ("Sponsor", 2), ("Begun", 1), ("Last changed", 1))
    sheet.y -= 4
    top, tall = sheet.y, sheet.room
    for column, boxes in zip(sheet.columns((1, 1), gap=16), A3_BOXES, strict=True):
        with column:
            sheet.y = top
            for label, hint, share in boxes:
                sheet.box(label, tall * share - GAP, hint)
    sheet.y = sheet.bottom
    sheet.save()


A3_BOXES = (
    (
        ("1  Why this, why now?", "Who does it hurt, and how often?", 0.17),
        ("2  How is it today?", "Map, numbers, pictures. Go and look.", 0.38),
        ("3  What is our goal?", "From what to what, by when?", 0.15),
        ("4  What causes it?", "Five whys, fishbone. Mark what you have checked.", 0.30),
    ),
    (
        ("5  What could we try?", "Which cause does each idea go at?", 0.22),
        ("6  Plan", "Who, what, by when? What do we predict?", 0.28),
        ("7  What happened?", "The chart, with an arrow where the change came in.", 0.28),
        ("8  What now, and who else needs it?", "What do we keep, who watches it, who do we tell?", 0.22),
    ),
)


SHEETS = (
    pdsa,
    five_whys,
    fishbone_diagram,
    process_map,
    run_chart_sheet,
    waste_walk,
    impact_effort,
    a3,
)
