# ruff: noqa: INP001
"""Drawings for sheets: a fishbone, lanes, a chart's grid and a grid of four corners."""

from page import GAP
from paper import BOLD, INK, LINE, MARIGOLD, SOFT, TEAL, TEXT, TINT
from sheet import Sheet

BONES = (
    ("People", "Process", "Equipment"),
    ("Materials", "Place", "Information"),
)
CORNERS = (
    ("Do it now", "helps a lot, easy"),
    ("Plan it", "helps a lot, hard"),
    ("Fill in", "helps a little, easy"),
    ("Let it go, and say why", "helps a little, hard"),
)


def fishbone(sheet: Sheet) -> None:
    """Draw a fish with six bones, its head to the right, as high as the page allows but for one line."""
    canvas, tall = sheet.canvas, sheet.room - 44
    head, middle = 150.0, sheet.y - tall / 2
    end = sheet.right - head
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(2)
    canvas.line(sheet.left, middle, end, middle)
    canvas.rect(end, middle - 70, head, 140)
    _words(sheet, "The problem", end + 8, middle + 52, 12)
    canvas.setFont(TEXT, 9)
    canvas.setFillColor(SOFT)
    canvas.drawString(end + 8, middle + 39, "with a number, if you have one")
    step = (end - sheet.left - 20) / 3
    for side, names in zip((1, -1), BONES, strict=True):
        for number, name in enumerate(names):
            foot = sheet.left + step * (number + 1)
            _bone(sheet, name, foot, middle, side * (tall / 2 - 24), step)
    sheet.y -= tall


def _bone(sheet: Sheet, name: str, foot: float, middle: float, high: float, step: float) -> None:
    canvas, lean = sheet.canvas, 62.0
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1.5)
    canvas.line(foot - lean, middle + high, foot, middle)
    _words(sheet, name, foot - lean - 40, middle + high + (6 if high > 0 else -16), 12)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.7)
    for share in (0.24, 0.43, 0.62, 0.81):
        x, y = foot - lean * share, middle + high * share
        canvas.line(x - step + lean + 8, y, x, y)


def process_lanes(sheet: Sheet) -> None:
    """Draw five lanes to the bottom of the page, and faint guides for the steps."""
    canvas, lanes = sheet.canvas, 5
    tall, name = sheet.room / lanes, 96.0
    for number in range(lanes):
        bottom = sheet.y - tall * (number + 1)
        canvas.setFillColor(TINT)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.9)
        canvas.rect(sheet.left, bottom, name, tall, 1, 1)
        canvas.rect(sheet.left, bottom, sheet.width, tall)
        if number == 0:
            _words(sheet, "Role", sheet.left + 6, bottom + tall - 15, 10)
    sheet.y = sheet.bottom


def run_chart(sheet: Sheet) -> None:
    """Draw a grid of 26 weeks by 20 steps, with room for numbers, dates and notes."""
    canvas, weeks, steps = sheet.canvas, 26, 20
    left, top = sheet.left + 44, sheet.y - 6
    bottom = sheet.bottom + 126
    across, up = (sheet.right - left) / weeks, (top - bottom) / steps
    for number in range(weeks + 1):
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.3)
        canvas.line(left + number * across, bottom, left + number * across, top)
    for number in range(steps + 1):
        canvas.setLineWidth(0.8 if number % 5 == 0 else 0.3)
        canvas.line(left, bottom + number * up, sheet.right, bottom + number * up)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.4)
    canvas.line(left, bottom, left, top)
    canvas.line(left, bottom, sheet.right, bottom)
    _words(sheet, "Count", sheet.left, top - 9, 10)
    _words(sheet, "Date", sheet.left, bottom - 22, 10)
    _words(sheet, "Note", sheet.left, bottom - 42, 10)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.3)
    for number in range(weeks + 1):
        canvas.line(left + number * across, bottom - 28, left + number * across, bottom)
    canvas.line(left, bottom - 28, sheet.right, bottom - 28)
    canvas.line(left, bottom - 46, sheet.right, bottom - 46)
    sheet.y = bottom - 46 - GAP


def impact_grid(sheet: Sheet) -> None:
    """Draw four corners with axes, as high as the page allows but for one line."""
    canvas, tall = sheet.canvas, sheet.room - 58
    left, bottom = sheet.left + 22, sheet.y - tall
    wide = (sheet.right - left) / 2
    canvas.setLineWidth(0.9)
    for number, (name, meaning) in enumerate(CORNERS):
        x, y = left + wide * (number % 2), bottom + tall / 2 * (1 - number // 2)
        canvas.setStrokeColor(LINE)
        canvas.setFillColor(TINT)
        canvas.rect(x, y, wide, tall / 2, 1, 1 if number == 0 else 0)
        _words(sheet, name, x + 8, y + tall / 2 - 18, 13)
        canvas.setFont(TEXT, 9.5)
        canvas.setFillColor(SOFT)
        canvas.drawString(x + 8, y + tall / 2 - 31, meaning)
    canvas.setFillColor(MARIGOLD)
    canvas.setFont(BOLD, 11)
    canvas.drawCentredString(left + wide, bottom - 16, "easy  -  how hard would it be?  -  hard")
    canvas.saveState()
    canvas.translate(sheet.left + 12, bottom + tall / 2)
    canvas.rotate(90)
    canvas.drawCentredString(0, 0, "helps a little  -  how much would it help?  -  helps a lot")
    canvas.restoreState()
    sheet.y = bottom - 24


def _words(sheet: Sheet, text: str, x: float, y: float, size: float) -> None:
    sheet.canvas.setFont(BOLD, size)
    sheet.canvas.setFillColor(TEAL)
    with sheet.tags.text("P"):
        sheet.canvas.drawString(x, y, text)


def pareto_grid(sheet: Sheet) -> None:
    """Draw the frame for up to seven bars, to the bottom of the page."""
    canvas, bars, steps = sheet.canvas, 7, 20
    left, top, bottom = sheet.left + 34, sheet.y - 4, sheet.bottom + 58
    across, up = (sheet.right - left) / bars, (top - bottom) / steps
    canvas.setStrokeColor(LINE)
    for number in range(1, steps + 1):
        canvas.setLineWidth(0.8 if number % 5 == 0 else 0.25)
        canvas.line(left, bottom + number * up, sheet.right, bottom + number * up)
    canvas.setLineWidth(0.25)
    for number in range(1, bars * 4 + 1):
        canvas.line(left + number * across / 4, bottom, left + number * across / 4, top)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.4)
    canvas.line(left, bottom, left, top)
    canvas.line(left, bottom, sheet.right, bottom)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.8)
    for number in range(bars):
        canvas.line(left + number * across + 4, bottom - 34, left + (number + 1) * across - 4, bottom - 34)
    _words(sheet, "Count", sheet.left, top - 9, 10)
    _words(sheet, "Cause", sheet.left, bottom - 32, 10)
    sheet.y = bottom - 40


def target(sheet: Sheet) -> None:
    """Draw three large frames: where we were, where we are, where we want to be."""
    canvas, tall, gap = sheet.canvas, 250.0, 16.0
    wide = (sheet.width - 2 * gap) / 3
    for number, name in enumerate(("When we began", "This week", "Our goal")):
        x = sheet.left + number * (wide + gap)
        canvas.setFillColor(TINT)
        canvas.setStrokeColor(TEAL if number == 1 else LINE)
        canvas.setLineWidth(3 if number == 1 else 1)
        canvas.roundRect(x, sheet.y - tall, wide, tall, 6, 1, 1 if number == 1 else 0)
        _words(sheet, name, x + 12, sheet.y - 26, 18)
    sheet.y -= tall + 20
