"""The cover of a printed kit: what the level asks for, what is in the print and what is not, and its address."""

from collections.abc import Sequence

from sitegen.render.kit_print.print_records import Cover, Enclosure
from sitegen.render.kit_print.sheet import BOLD, GOLD, LEFT, LINE, RIGHT, SOFT, TEAL, TOP, Sheets, printed_address

_CODE = 84.0
_STEP, _RISE = 12.0, 7.0


def draw_cover(cover: Cover, bound: Sequence[Enclosure]) -> tuple[bytes, int]:
    """Return the cover of a print of these enclosures as PDF, and how many pages it has."""
    sheet, count = _draw(cover, bound, 1)
    return (sheet, count) if count == 1 else _draw(cover, bound, count)


def _draw(cover: Cover, bound: Sequence[Enclosure], own_pages: int) -> tuple[bytes, int]:
    sheets = Sheets(f"{cover.site_title}  |  {printed_address(cover.address)}")
    _head(sheets, cover)
    if cover.checks:
        _heading(sheets, f"What {cover.level} asks for")
        for check in cover.checks:
            _check(sheets, check)
    _heading(sheets, "In this print")
    page = own_pages + 1
    for one in bound:
        last = page + one.pages - 1
        _entry(sheets, one, f"page {page}" if one.pages == 1 else f"pages {page}\u2013{last}")
        page = last + 1
    if rest := [one for one in cover.enclosures if one not in bound]:
        _heading(sheets, "Also in the kit, on the website")
        for one in rest:
            _entry(sheets, one, one.facts)
    return sheets.finish(), sheets.count


def _head(sheets: Sheets, cover: Cover) -> None:
    left = sheets.draw_code(cover.address, RIGHT, TOP, _CODE)
    _ladder(sheets, cover, left - (18 if left < RIGHT else 0))
    sheets.right = left - 36 - cover.steps * _STEP
    sheets.write(f"{cover.site_title}: {cover.eyebrow}", 10, color=SOFT)
    sheets.y -= 6
    sheets.write(cover.title, 24, font=BOLD, color=TEAL)
    sheets.y -= 4
    top = sheets.y
    sheets.write(printed_address(cover.address), 9, color=SOFT)
    sheets.link(cover.address, top)
    sheets.right, sheets.y = RIGHT, min(sheets.y - 10, TOP - _CODE - 10)
    canvas = sheets.canvas
    canvas.setFillColor(TEAL)
    canvas.rect(LEFT, sheets.y, RIGHT - LEFT, 2.4, stroke=0, fill=1)
    sheets.y -= 34
    _line_to_write_on(sheets, "Team", LEFT, RIGHT - 180)
    _line_to_write_on(sheets, "Date", RIGHT - 168, RIGHT)
    sheets.y -= 8


def _ladder(sheets: Sheets, cover: Cover, right: float) -> None:
    canvas, foot = sheets.canvas, TOP - _CODE
    canvas.setFillColor(GOLD)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.8)
    for step in range(cover.steps):
        x = right - (cover.steps - step) * _STEP
        canvas.rect(x, foot, _STEP - 2.5, (step + 1) * _RISE, stroke=1, fill=int(step < cover.reached))


def _line_to_write_on(sheets: Sheets, label: str, left: float, right: float) -> None:
    canvas = sheets.canvas
    canvas.setFillColor(TEAL)
    canvas.setFont(BOLD, 10)
    canvas.drawString(left, sheets.y, label)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.8)
    canvas.line(left + canvas.stringWidth(label, BOLD, 10) + 6, sheets.y - 2, right, sheets.y - 2)


def _heading(sheets: Sheets, text: str) -> None:
    sheets.make_room(64)
    sheets.y -= 12
    sheets.write(text, 13, font=BOLD, color=TEAL)
    sheets.y -= 3


def _check(sheets: Sheets, text: str) -> None:
    sheets.make_room(28)
    canvas = sheets.canvas
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(1)
    canvas.rect(LEFT + 1, sheets.y - 13, 9.5, 9.5, stroke=1, fill=0)
    sheets.write(text, 10, indent=18)
    sheets.y -= 4


def _entry(sheets: Sheets, one: Enclosure, words: str) -> None:
    sheets.make_room(40)
    top = sheets.y
    sheets.right = sheets.write_at_right(words, 9.5) - 12
    sheets.write(one.title, 10.5, font=BOLD)
    sheets.write(printed_address(one.address), 8.5, color=SOFT)
    sheets.link(one.address, top)
    sheets.right = RIGHT
    sheets.y -= 4
