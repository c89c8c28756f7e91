"""Sheets of paper that are written from the top down, and go on where one is full."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sitegen.render.kit_print.standard_text import standard_text
from sitegen.render.qr_codes import qr_rows

WIDTH, HEIGHT = 612, 792
"""US Letter, in points (1/72 inch)."""

LEFT, RIGHT, TOP, BOTTOM = 54.0, WIDTH - 54.0, HEIGHT - 54.0, 72.0
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
INK, TEAL, GOLD = HexColor("#1b2733"), HexColor("#0b5d66"), HexColor("#b45309")
SOFT, LINE = HexColor("#55534a"), HexColor("#8b8778")
_LEADING = 1.25


class Sheets:
    """Sheets to write on; `y` is the cursor, `right` the edge that lines of text keep."""

    def __init__(self, foot: str) -> None:
        self._stream = BytesIO()
        self.canvas = Canvas(self._stream, pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
        self.y, self.right, self.count = TOP, RIGHT, 1
        self._foot = foot
        self._write_foot()

    def make_room(self, height: float) -> None:
        """Go on to the next sheet if less than this is left."""
        if self.y - height < BOTTOM and self.y < TOP:
            self.canvas.showPage()
            self.count, self.y, self.right = self.count + 1, TOP, RIGHT
            self._write_foot()

    def write(self, text: str, size: float, *, font: str = PLAIN, color: Color = INK, indent: float = 0) -> None:
        """Write a text below the cursor, on as many lines as it needs."""
        for line in _lines(standard_text(text), font, size, self.right - LEFT - indent):
            self.make_room(size * _LEADING)
            self.canvas.setFillColor(color)
            self.canvas.setFont(font, size)
            self.y -= size * _LEADING
            self.canvas.drawString(LEFT + indent, self.y, line)

    def write_at_right(self, text: str, size: float) -> float:
        """Write a few words at the right of the line below the cursor, which stays; return their left edge."""
        words = standard_text(text)
        self.canvas.setFillColor(INK)
        self.canvas.setFont(PLAIN, size)
        self.canvas.drawRightString(RIGHT, self.y - size * _LEADING, words)
        return RIGHT - stringWidth(words, PLAIN, size)

    def link(self, address: str, top: float) -> None:
        """Make a link of what stands between a height and the cursor."""
        self.canvas.linkURL(address, (LEFT, self.y - 3, self.right, top))

    def draw_code(self, text: str, right: float, top: float, side: float) -> float:
        """Draw the QR code of an address; return its left edge, which is `right` if it has none."""
        rows = qr_rows(text)
        if rows is None:
            return right
        square, left = side / len(rows), right - side
        path = self.canvas.beginPath()
        for y, row in enumerate(rows, 1):
            end = 0
            while (start := row.find(1, end)) >= 0:
                light = row.find(0, start)
                end = len(row) if light < 0 else light
                path.rect(left + start * square, top - y * square, (end - start) * square, square)
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.drawPath(path, stroke=0, fill=1)
        return left

    def finish(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._stream.getvalue()

    def _write_foot(self) -> None:
        self.canvas.setFillColor(SOFT)
        self.canvas.setFont(PLAIN, 8)
        self.canvas.drawString(LEFT, BOTTOM - 26, standard_text(self._foot))


def _lines(text: str, font: str, size: float, width: float) -> Iterator[str]:
    """Yield the lines of a text; what is too wide for one without a space, such as an address, is cut."""
    for line in simpleSplit(text, font, size, width):
        rest = line
        while stringWidth(rest, font, size) > width and len(rest) > 1:
            end = next(end for end in range(1, len(rest) + 1) if stringWidth(rest[: end + 1], font, size) > width)
            yield rest[:end]
            rest = rest[end:]
        yield rest


def printed_address(address: str) -> str:
    """Return an address as one types it: without https://, which no browser needs."""
    return address.removeprefix("https://").removeprefix("http://")
