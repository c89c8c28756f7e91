# ruff: noqa: INP001
"""A printed sheet, laid out from the top down: headings, fields, boxes, tables and check lists on a PDF page."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import pairwise
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

LETTER, LEGAL, TABLOID = (612.0, 792.0), (612.0, 1008.0), (792.0, 1224.0)
INK, TEAL, MARIGOLD = HexColor("#1b2733"), HexColor("#0b5d66"), HexColor("#b45309")
LINE, SOFT, TINT = HexColor("#8b8778"), HexColor("#5c5a50"), HexColor("#eaf2f2")
WHITE = HexColor("#ffffff")
MARGIN, GAP, PAD = 45.0, 10.0, 6.0
SITE = "Labor Management Partnership - lmpartnership.org"


class DoesNotFitError(Exception):
    """A sheet has more on it than its paper holds."""


class Sheet:
    """One PDF file; the cursor `y` moves down the page, between `left` and `right`."""

    def __init__(
        self,
        path: Path,
        title: str,
        purpose: str,
        paper: tuple[float, float] = LETTER,
        *,
        scale: float = 1.0,
        pages: int = 1,
    ) -> None:
        self.canvas = Canvas(str(path), pagesize=paper, invariant=1, lang="en-US")
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Labor Management Partnership website")
        self.canvas.setSubject(purpose)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.paper, self.scale, self.pages, self.page = paper, scale, pages, 1
        self.title, self.left, self.right = title, MARGIN, paper[0] - MARGIN
        self.bottom, self.y = MARGIN + 8, paper[1] - MARGIN
        self._top(purpose)

    @property
    def width(self) -> float:
        """How wide the column at the cursor is, in points."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """How much of the page is left below the cursor, in points."""
        return self.y - self.bottom

    def save(self) -> None:
        """Write the file.

        Raises DoesNotFitError when the number of pages is not the one that was announced.
        """
        self._check()
        if self.page != self.pages:
            message = f"{self.title}: {self.page} pages, not {self.pages}"
            raise DoesNotFitError(message)
        self._foot()
        self.canvas.save()

    def next_page(self, purpose: str, title: str = "") -> None:
        """End the page and begin the next one, with its own heading."""
        self._check()
        self._foot()
        self.canvas.showPage()
        self.page += 1
        self.y = self.paper[1] - MARGIN
        self._top(purpose, title)

    def heading(self, text: str) -> None:
        """Write a heading across the column."""
        self.y -= 4 * self.scale
        self._write(text, 13, bold=True, color=TEAL, after=4)

    def text(self, text: str, size: float = 11, *, color: Color = INK, after: float = 6) -> None:
        """Write a paragraph; `<b>` and `<i>` are allowed."""
        self._write(text, size, color=color, after=after)

    def numbered(self, steps: Sequence[str], size: float = 11) -> None:
        """Write numbered steps, the numbers in the margin of the column."""
        for number, step in enumerate(steps, 1):
            self._marked(f"{number}.", step, size)
        self.y -= 4

    def bullets(self, points: Sequence[str], size: float = 11) -> None:
        """Write points with a small dash before each."""
        for point in points:
            self._marked("\u2022", point, size)
        self.y -= 4

    def checks(self, points: Sequence[str], size: float = 10.5, *, after: float = 6) -> None:
        """Write points, each with a box to tick."""
        for point in points:
            side = 9.5 * self.scale
            top = self.y - 1.5 * self.scale
            self._rect(self.left, top - side, side, side, 1)
            with self.inset(side + 8 * self.scale):
                self._write(point, size, after=after)
        self.y -= 4

    def fields(self, *fields: tuple[str, float]) -> None:
        """Draw labelled lines to write on, side by side, as wide as their weights say."""
        size, step = 10 * self.scale, 26 * self.scale
        words = [self.canvas.stringWidth(label, "Helvetica-Bold", size) for label, _ in fields]
        free = self.width - sum(words) - 5 * len(fields) - GAP * (len(fields) - 1)
        x = self.left
        for (label, weight), wide in zip(fields, words, strict=True):
            self.canvas.setFont("Helvetica-Bold", size)
            self.canvas.setFillColor(INK)
            self.canvas.drawString(x, self.y - step + 6, label)
            start = x + wide + (5 if label else 0)
            end = start + free * weight / sum(weight for _, weight in fields)
            self._line(start, self.y - step + 4, end, self.y - step + 4)
            x = end + GAP
        self.y -= step + 4

    def box(self, label: str, height: float, hint: str = "", lines: int = 0) -> None:
        """Draw a box to write in, with its label and a hint on top, and ruled lines if wanted."""
        top = self.y
        self._rect(self.left, top - height, self.width, height, 0.9)
        with self.inset(PAD, PAD):
            self.y = top - PAD
            if label:
                self._write(label, 10.5, bold=True, color=TEAL, after=1)
            if hint:
                self._write(hint, 9, color=SOFT, after=0)
            under = self.y
        if under < top - height:
            message = f"{self.title}: the words in the box {label!r} are larger than the box"
            raise DoesNotFitError(message)
        for number in range(1, lines + 1):
            at = under - (under - top + height) * number / (lines + 0.5)
            self._line(self.left + PAD, at, self.right - PAD, at, 0.4)
        self.y = top - height - GAP
        self._check()

    def boxes(self, *boxes: tuple[str, str], height: float, weights: Sequence[float] = ()) -> None:
        """Draw boxes side by side; each is (label, hint)."""
        top = self.y
        for index, column in enumerate(self.columns(weights or [1] * len(boxes))):
            with column:
                self.y = top
                self.box(boxes[index][0], height, boxes[index][1])
        self.y = top - height - GAP

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        weights: Sequence[float] = (),
        height: float = 0,
        size: float = 10,
    ) -> None:
        """Draw a table; rows are at least `height` high, and empty cells are there to write in."""
        weights = weights or [1] * len(heads)
        edges = [self.left]
        for weight in weights:
            edges.append(edges[-1] + self.width * weight / sum(weights))
        if any(heads):
            self._row(edges, heads, 0, size, head=True)
        for row in rows:
            self._row(edges, row, height, size, head=False)
        self.y -= GAP

    def columns(self, weights: Sequence[float], gap: float = GAP) -> Iterator[AbstractContextManager[None]]:
        """Give one context a column, left to right; what is drawn inside stays within it."""
        left, right, total = self.left, self.right, sum(weights)
        wide = right - left - gap * (len(weights) - 1)
        x = left
        for weight in weights:
            yield self._between(x, x + wide * weight / total)
            x += wide * weight / total + gap

    @contextmanager
    def inset(self, left: float, right: float = 0) -> Iterator[None]:
        """Make the column narrower for a while."""
        with self._between(self.left + left, self.right - right):
            yield

    @contextmanager
    def _between(self, left: float, right: float) -> Iterator[None]:
        before = self.left, self.right
        self.left, self.right = left, right
        yield
        self.left, self.right = before

    def _top(self, purpose: str, title: str = "") -> None:
        mark = 5 * 8 * self.scale
        self._ladder(self.right - mark, self.y - 22 * self.scale, 8 * self.scale)
        with self.inset(0, mark + GAP):
            self._write(title or self.title, 21, bold=True, color=TEAL, after=2)
            self._write(purpose, 10.5, color=SOFT, after=5)
        self.canvas.setStrokeColor(MARIGOLD)
        self.canvas.setLineWidth(1.6)
        self.canvas.line(self.left, self.y, self.right, self.y)
        self.y -= 12

    def _ladder(self, x: float, y: float, step: float) -> None:
        self.canvas.setFillColor(MARIGOLD)
        for number in range(5):
            self.canvas.rect(x + number * step, y, step - 1.6, (number + 1) * step * 0.55, 0, 1)

    def _foot(self) -> None:
        self.canvas.setFont("Helvetica", 8)
        self.canvas.setFillColor(SOFT)
        self.canvas.drawString(MARGIN, MARGIN - 14, SITE)
        right = f"{self.title} - page {self.page} of {self.pages}"
        self.canvas.drawRightString(self.paper[0] - MARGIN, MARGIN - 14, right)

    def _write(self, text: str, size: float, *, bold: bool = False, color: Color = INK, after: float = 0) -> None:
        paragraph = _paragraph(text, size * self.scale, bold=bold, color=color)
        height = paragraph.wrap(self.width, 9999)[1]
        paragraph.drawOn(self.canvas, self.left, self.y - height)
        self.y -= height + after * self.scale

    def _marked(self, mark: str, text: str, size: float) -> None:
        self.canvas.setFont("Helvetica-Bold", size * self.scale)
        self.canvas.setFillColor(MARIGOLD)
        self.canvas.drawString(self.left, self.y - size * self.scale, mark)
        with self.inset(17 * self.scale):
            self._write(text, size, after=4.5)

    def _row(self, edges: Sequence[float], cells: Sequence[str], height: float, size: float, *, head: bool) -> None:
        made = [_paragraph(cell, size * self.scale, bold=head, color=TEAL if head else INK) for cell in cells]
        wides = [right - left - 2 * PAD for left, right in pairwise(edges)]
        tall = max(p.wrap(wide, 9999)[1] for p, wide in zip(made, wides, strict=True)) + 2 * PAD - 2
        tall = max(tall, height)
        if head:
            self.canvas.setFillColor(TINT)
            self.canvas.rect(edges[0], self.y - tall, edges[-1] - edges[0], tall, 0, 1)
        for paragraph, left, right in zip(made, edges, edges[1:], strict=False):
            self._rect(left, self.y - tall, right - left, tall, 0.7)
            paragraph.drawOn(self.canvas, left + PAD, self.y - PAD - paragraph.height + 1)
        self.y -= tall
        self._check()

    def _rect(self, x: float, y: float, width: float, height: float, pen: float) -> None:
        self.canvas.setStrokeColor(LINE)
        self.canvas.setLineWidth(pen)
        self.canvas.rect(x, y, width, height, 1, 0)

    def _line(self, x1: float, y1: float, x2: float, y2: float, pen: float = 0.7) -> None:
        self.canvas.setStrokeColor(LINE)
        self.canvas.setLineWidth(pen)
        self.canvas.line(x1, y1, x2, y2)

    def _check(self) -> None:
        if self.y < self.bottom - GAP - 1:
            message = f"{self.title}: page {self.page} is {self.bottom - self.y:.0f} points too long"
            raise DoesNotFitError(message)


def _paragraph(text: str, size: float, *, bold: bool, color: Color) -> Paragraph:
    font = "Helvetica-Bold" if bold else "Helvetica"
    style = ParagraphStyle("text", fontName=font, fontSize=size, leading=size * 1.28, textColor=color)
    return Paragraph(text, style)
