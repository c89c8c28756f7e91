# ruff: noqa: INP001
"""Slides: decks to show, a deck to fill in, and two sheets to edit."""

from collections.abc import Sequence
from pathlib import Path

from decks import slides_of
from improvement import A3_BOXES
from notes import add_notes, add_notes_of_page
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Inches, Pt
from stamp import FIXED, repack

INK, TEAL = RGBColor(0x1B, 0x27, 0x33), RGBColor(0x0B, 0x5D, 0x66)
MARIGOLD, SOFT = RGBColor(0xB4, 0x53, 0x09), RGBColor(0x5C, 0x5A, 0x50)
WHITE, LINE = RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0x8B, 0x87, 0x78)
TITLE_ONLY = 5
SIZES = ((90, 44), (170, 38), (230, 34), (1000, 30))
"""How large the words of a slide are, by how many letters it has at most."""
PRACTICE = (
    ("The problem", ("What was it like before, and for whom?", "One number:", "Where and when:")),
    ("What we changed", ("Step 1:", "Step 2:", "Step 3:", "A picture, if you have one:")),
    ("What it brought", ("Before:", "After:", "Your run chart, with an arrow where the change came in:")),
    ("What was hard", ("What did not work at first?", "What did people worry about?", "What helped?")),
    (
        "How you can do it",
        ("What you need:", "How long it takes:", "What must stay the same:", "What you should make your own:"),
    ),
)
MEETINGS = (
    (
        "Before you begin",
        (
            ("45 min", "Three meetings, two weeks apart. Same place, same time."),
            ("Who", "Both co-leads lead. Everyone on the team is there, or has sent word."),
            ("Bring", "This deck, sticky notes, a marker, and a sheet for each decision."),
            ("Rule", "Stop on time. What is not done goes to the next meeting."),
        ),
    ),
    (
        "Meeting 1: Who we are",
        (
            ("10 min", "Around the room: What do you do here? What are you proud of?"),
            ("15 min", "What should stay as it is? What bothers us? One note for each thought."),
            ("10 min", "Choose five ground rules that we can all live with."),
            ("10 min", "Who does what by when? Who tells those who are not here?"),
        ),
    ),
    (
        "Meeting 2: What we want to make better",
        (
            ("5 min", "What did we promise last time?"),
            ("15 min", "Sort the notes: what helps a lot, and what is easy?"),
            ("15 min", "Choose one. Say it as a goal with a number and a date."),
            ("10 min", "Who counts it, from tomorrow on? Who does what by when?"),
        ),
    ),
    (
        "Meeting 3: How we work",
        (
            ("5 min", "What did we promise? What does our number say?"),
            ("15 min", "Agree when we huddle, where, and who leads this week."),
            ("15 min", "Write the charter together: one page, no long words."),
            ("10 min", "Invite our sponsor. What do we want to show, and what to ask?"),
        ),
    ),
)
AGREED = (
    "Our ground rules:",
    "Our goal, with a number and a date:",
    "We huddle (when, where):",
    "Our sponsor comes on:",
)


def first_three_meetings(folder: Path) -> None:
    """Lay out six slides for a team that begins."""
    deck = _deck("Our First Three Meetings")
    slide = _slide(deck, "Our First Three Meetings")
    _points(
        slide,
        (
            "A new team needs three things: to know each other, one goal, and a way to work.",
            "These slides lead you through it, 45 minutes at a time.",
            "Type your answers on the last slide, print it, and hang it up.",
        ),
        30,
    )
    for title, rows in MEETINGS:
        slide = _slide(deck, title)
        for number, (left, right) in enumerate(rows):
            y = 1.75 + number * 1.3
            _badge(slide, left, (0.6, y, 1.8, 1.0))
            _text(slide, right, (2.7, y + 0.2, 10.0, 1.0), 24, ink=True)
    _prompts(_slide(deck, "What we agreed"), AGREED)
    add_notes_of_page(deck, "first-three-meetings")
    _save(deck, folder / "first-three-meetings.pptx")


def share_a_practice(folder: Path) -> None:
    """Lay out five slides to fill in."""
    deck = _deck("Share a Practice")
    for number, (title, points) in enumerate(PRACTICE, 1):
        slide = _slide(deck, f"{number}. {title}")
        _prompts(slide, points)
    add_notes_of_page(deck, "share-a-practice")
    _save(deck, folder / "share-a-practice.pptx")


def a3_sheet(folder: Path) -> None:
    """Lay out a project on one slide of 17 by 11 inches."""
    deck = _deck("A3 Problem Solving", 17, 11)
    slide = _slide(deck, "A3: (name of the project)")
    _text(slide, "Team:            Sponsor:            Begun:            Last changed:", (0.6, 1.25, 15.8, 0.4), 14)
    for column, boxes in enumerate(A3_BOXES):
        y, x = 1.85, 0.6 + column * 8.0
        for label, hint, share in boxes:
            tall = 8.6 * share
            _box(slide, label, hint, (x, y, 7.8, tall - 0.12))
            y += tall
    _save(deck, folder / "a3-problem-solving.pptx")


def fishbone_slide(folder: Path) -> None:
    """Lay out a fish with six bones, to type on."""
    deck = _deck("Fishbone Diagram")
    slide = _slide(deck, "Fishbone Diagram")
    _line(slide, (0.6, 4.2), (10.4, 4.2), INK, 3)
    _box(slide, "The problem", "with a number, if you have one", (10.4, 3.2, 2.4, 2.0))
    for index, name in enumerate(("People", "Process", "Equipment", "Materials", "Place", "Information")):
        foot, up = 3.8 + 3.2 * (index % 3), 1 if index < 3 else -1  # noqa: PLR2004 - three bones a side
        tip = 4.2 - up * 2.2
        _line(slide, (foot - 1.0, tip), (foot, 4.2), TEAL, 2)
        _text(slide, name, (foot - 1.8, tip - (0.5 if up > 0 else 0), 1.8, 0.45), 18, bold=True)
        for place, share in enumerate((0.3, 0.55, 0.8)):
            y = 4.2 - up * 2.2 * share
            _text(slide, f"cause {place + 1}", (foot - share - 1.75, y - 0.36, 1.75, 0.36), 13, soft=True)
    _save(deck, folder / "fishbone-diagram.pptx")


def website(folder: Path) -> None:
    """Lay out the slides about the website."""
    _show("what-the-new-lmp-website-can-do-for-you", folder / "what-the-new-lmp-website-can-do-for-you.pptx")


def highlights(folder: Path) -> None:
    """Lay out eighteen slides about the agreement of 2015."""
    _show("highlights-of-the-2015-national-agreement", folder / "highlights-2015-national-agreement.pptx")


def webex(folder: Path) -> None:
    """Lay out the tour of the site."""
    _show("webex-demo-of-the-new-site", folder / "webex-demo-presentation.pptx")


def _show(page: str, path: Path) -> None:
    """Make a deck of the slides that a page shows, with its notes."""
    words = list(slides_of(page))
    deck = _deck(words[0].title)
    for number, one in enumerate(words, 1):
        slide = _slide(deck, one.title)
        letters = sum(map(len, one.points))
        _points(slide, one.points, next(size for most, size in SIZES if letters <= most))
        add_notes(slide, one.notes)
        _text(slide, str(number), (12.2, 6.9, 0.7, 0.4), 14, soft=True)
    _save(deck, path)


def _deck(title: str, wide: float = 13.333, tall: float = 7.5) -> Deck:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(wide), Inches(tall)
    properties = deck.core_properties
    properties.title, properties.language = title, "en-US"
    properties.author = properties.last_modified_by = "Labor Management Partnership website"
    properties.created = properties.modified = FIXED
    return deck


def _slide(deck: Deck, title: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    wide = (deck.slide_width or 0) / Inches(1)
    holder = slide.shapes.title
    holder.left, holder.top, holder.width, holder.height = (
        Inches(0.6), Inches(0.4), Inches(wide - 2.6), Inches(0.85)
    )  # fmt: skip
    holder.text_frame.text = title
    run = holder.text_frame.paragraphs[0]
    run.alignment, run.font.size, run.font.bold = 1, Pt(34), True
    run.font.name, run.font.color.rgb = "Arial", TEAL
    for step in range(5):
        bar = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE,
            Inches(wide - 1.6 + step * 0.2),
            Inches(1.1 - 0.12 * (step + 1)),
            Inches(0.16),
            Inches(0.12 * (step + 1)),
        )
        bar.fill.solid()
        bar.fill.fore_color.rgb = MARIGOLD
        bar.line.fill.background()
        _plain(bar)
    return slide


def _prompts(slide: Slide, prompts: Sequence[str]) -> None:
    tall = 5.2 / len(prompts)
    for number, prompt in enumerate(prompts):
        y = 1.7 + number * tall
        _text(slide, prompt, (0.6, y + 0.1, 3.9, tall - 0.2), 20, bold=True)
        _box(slide, "", "", (4.7, y, 8.0, tall - 0.18))


def _points(slide: Slide, points: Sequence[str], size: int) -> None:
    frame = slide.shapes.add_textbox(Inches(0.6), Inches(1.8), Inches(12.1), Inches(5)).text_frame
    frame.word_wrap = True
    for number, point in enumerate(points):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text, paragraph.space_after = point, Pt(22)
        paragraph.font.size, paragraph.font.name, paragraph.font.color.rgb = Pt(size), "Arial", INK


def _text(
    slide: Slide,
    words: str,
    place: tuple[float, float, float, float],
    size: int,
    *,
    bold: bool = False,
    soft: bool = False,
    ink: bool = False,
) -> None:
    frame = slide.shapes.add_textbox(*(Inches(side) for side in place)).text_frame
    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    paragraph.text = words
    paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(size), "Arial", bold
    paragraph.font.color.rgb = SOFT if soft else INK if ink else TEAL


def _box(slide: Slide, label: str, hint: str, place: tuple[float, float, float, float]) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in place))
    shape.fill.solid()
    shape.fill.fore_color.rgb = WHITE
    shape.line.color.rgb, shape.line.width = LINE, Pt(1)
    _plain(shape)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, 1
    for number, words in enumerate((label, hint)):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text, paragraph.alignment = words, 1
        paragraph.font.name, paragraph.font.size = "Arial", Pt(16 if number == 0 else 12)
        paragraph.font.bold, paragraph.font.color.rgb = number == 0, TEAL if number == 0 else SOFT


def _badge(slide: Slide, words: str, place: tuple[float, float, float, float]) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in place))
    shape.fill.solid()
    shape.fill.fore_color.rgb = TEAL
    shape.line.fill.background()
    _plain(shape)
    frame = shape.text_frame
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.text, paragraph.alignment = words, PP_ALIGN.CENTER
    paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(20), "Arial", True
    paragraph.font.color.rgb = WHITE


def _plain(shape: Shape) -> None:
    """Take away the theme's style, and its shadow with it."""
    style = shape._element.find(qn("p:style"))  # noqa: SLF001 - python-pptx has no other way
    if style is not None:
        shape._element.remove(style)  # noqa: SLF001 - as above


def _line(slide: Slide, start: tuple[float, float], end: tuple[float, float], color: RGBColor, pen: float) -> None:
    ends = (Inches(side) for side in (*start, *end))
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.color.rgb, line.line.width = color, Pt(pen)


def _save(deck: Deck, path: Path) -> None:
    deck.save(str(path))
    repack(path)


SHEETS = (first_three_meetings, share_a_practice, a3_sheet, fishbone_slide, website, highlights, webex)
