# ruff: noqa: INP001
"""The foot of a sheet: where its page is, as an address and as a QR code, and the day of the page's last change."""

import segno
from paper import MARGIN, SOFT, TEXT, smart
from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas
from sources import Source

SITE = "Labor Management Partnership"
LOW, CODE, SIZE, LEADING, CLEAR = 20.0, 40.0, 8.0, 11.0, 15.0


def foot_height(scale: float) -> float:
    """Return how much of a page its foot takes, from the edge of the paper."""
    return LOW + CODE * scale + CLEAR


def draw_foot(canvas: Canvas, width: float, scale: float, source: Source, title: str) -> None:
    """Draw the foot of a page that is so wide; `title` stands at the right."""
    side = CODE * scale
    _code(canvas, source.address, MARGIN, LOW, side)
    left, top = MARGIN + side + 8, LOW + side - SIZE
    lines = [SITE, source.address.removeprefix("https://"), *([f"Updated {source.updated}"] if source.updated else ())]
    canvas.setFont(TEXT, SIZE)
    canvas.setFillColor(SOFT)
    for number, line in enumerate(lines):
        canvas.drawString(left, top - number * LEADING, line)
    canvas.drawRightString(width - MARGIN, top, smart(title))


def _code(canvas: Canvas, address: str, left: float, low: float, side: float) -> None:
    """Draw the QR code of an address, a rectangle for each run of dark squares."""
    rows = [bytes(row) for row in segno.make_qr(address, error="m", boost_error=False).matrix]
    square = side / len(rows)
    canvas.setFillColor(black)
    for y, row in enumerate(rows, 1):
        end = 0
        while (start := row.find(1, end)) >= 0:
            light = row.find(0, start)
            end = len(row) if light < 0 else light
            canvas.rect(left + start * square, low + side - y * square, (end - start) * square, square, 0, 1)
