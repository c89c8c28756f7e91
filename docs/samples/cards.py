# ruff: noqa: INP001
"""Cards to cut out: as many as a page holds, with a dashed line around each."""

from collections.abc import Callable, Sequence

from page import GAP
from paper import SOFT
from sheet import Sheet

Draw = Callable[[Sheet], None]
BETWEEN = 14.0


def cards(sheet: Sheet, across: int, draws: Sequence[Draw]) -> None:
    """Draw cards to the bottom of the page, row by row."""
    rows = -(-len(draws) // across)
    top, tall = sheet.y, (sheet.room - BETWEEN * (rows - 1)) / rows
    for row in range(rows):
        for column, draw in zip(sheet.columns([1] * across, gap=BETWEEN), draws[row * across :], strict=False):
            with column:
                sheet.y = top - row * (tall + BETWEEN)
                _card(sheet, tall, draw)
    sheet.y = sheet.bottom


def _card(sheet: Sheet, tall: float, draw: Draw) -> None:
    start = sheet.y
    sheet.canvas.setDash(4, 3)
    sheet.canvas.setStrokeColor(SOFT)
    sheet.canvas.setLineWidth(0.9)
    sheet.canvas.rect(sheet.left, start - tall, sheet.width, tall)
    sheet.canvas.setDash()
    low, sheet.bottom = sheet.bottom, start - tall + GAP
    with sheet.inset(12, 12):
        sheet.y = start - 12
        draw(sheet)
        sheet.check()
    sheet.bottom = low
