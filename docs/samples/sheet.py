# ruff: noqa: INP001
"""A printed sheet, laid out from the top down: headings, fields, boxes, tables and check lists on a PDF page."""

from collections.abc import Sequence
from itertools import pairwise

from page import GAP, PAD, DoesNotFitError, Page, fit, paragraph_of
from paper import BOLD, INK, LINE, MARIGOLD, TEAL, TEXT, TINT, WHITE, smart
from reportlab.lib.colors import Color


class Sheet(Page):
    """A sheet to print: what a form, a guide or a poster is made of."""

    def heading(self, text: str) -> None:
        """Write a heading across the column."""
        self.y -= 5 * self.scale
        self.write(text, 13.5, bold=True, color=TEAL, after=5, tag="H2")

    def text(self, text: str, size: float = 11, *, color: Color = INK, after: float = 6) -> None:
        """Write a paragraph; `<b>` is allowed."""
        self.write(text, size, color=color, after=after)

    def numbered(self, steps: Sequence[str], size: float = 11) -> None:
        """Write numbered steps, each number white in a round."""
        with self.tags.group("L"):
            for number, step in enumerate(steps, 1):
                around = size * 0.74 * self.scale
                high = self.y - size * 0.66 * self.scale
                self.canvas.setFillColor(TEAL)
                self.canvas.circle(self.left + around, high, around, 0, 1)
                self.canvas.setFillColor(WHITE)
                self.canvas.setFont(BOLD, size * 0.86 * self.scale)
                self.canvas.drawCentredString(self.left + around, high - size * 0.3 * self.scale, str(number))
                with self.inset(24 * self.scale):
                    self.write(step, size, after=7, tag="LI")
        self.y -= 2

    def bullets(self, points: Sequence[str], size: float = 11) -> None:
        """Write points with a small square before each."""
        with self.tags.group("L"):
            for point in points:
                side = 4.5 * self.scale
                self.canvas.setFillColor(MARIGOLD)
                self.canvas.rect(self.left + 2, self.y - (size * 0.62 + 2.2) * self.scale, side, side, 0, 1)
                with self.inset(16 * self.scale):
                    self.write(point, size, after=4.5, tag="LI")
        self.y -= 4

    def checks(self, points: Sequence[str], size: float = 10.5, *, after: float = 6) -> None:
        """Write points, each with a box to check."""
        with self.tags.group("L"):
            for point in points:
                side = 10.5 * self.scale
                top = self.y - 1.2 * self.scale
                self.canvas.setStrokeColor(TEAL)
                self.canvas.setLineWidth(1.1)
                self.canvas.roundRect(self.left + 1, top - side, side, side, 2, 1, 0)
                with self.inset(side + 9 * self.scale):
                    self.write(point, size, after=after, tag="LI")
        self.y -= 4

    def fields(self, *fields: tuple[str, float]) -> None:
        """Draw labelled lines to write on, side by side, as wide as their weights say."""
        size, step = 10 * self.scale, 26 * self.scale
        words = [self.canvas.stringWidth(label, BOLD, size) for label, _ in fields]
        free = self.width - sum(words) - 5 * len(fields) - GAP * (len(fields) - 1)
        x = self.left
        for (label, weight), wide in zip(fields, words, strict=True):
            self.canvas.setFillColor(INK)
            self.canvas.setFont(BOLD, size)
            if label:
                with self.tags.text("P"):
                    self.canvas.drawString(x, self.y - step + 6, smart(label))
            start = x + wide + (5 if label else 0)
            end = start + free * weight / sum(weight for _, weight in fields)
            self.line(start, self.y - step + 4, end, self.y - step + 4)
            x = end + GAP
        self.y -= step + 4

    def box(self, label: str, height: float, hint: str = "", lines: int = 0) -> None:
        """Draw a box to write in, its label and a hint on a strip on top, and ruled lines if wanted."""
        height *= fit.stretch.get(self.page, 1)
        top, corner = self.y, 3.0
        words = f'<font name="{BOLD}" color="#0b5d66">{label}</font>' if label else ""
        if hint:
            size = 9.2 * self.scale
            long = self.canvas.stringWidth(label, BOLD, 10.8 * self.scale) + self.canvas.stringWidth(hint, TEXT, size)
            between = "" if not label else "<br/>" if long + 3 * PAD + 9 * self.scale > self.width else "&nbsp;&nbsp; "
            words += f'{between}<font size="{size}" color="#55534a">{hint}</font>'
        strip = 0.0
        if words:
            with self.inset(PAD + 1, PAD):
                made = paragraph_of(words, 10.8 * self.scale, bold=False, color=INK)
                strip = made.wrap(self.width, 9999)[1] + 7
        outline = self.canvas.beginPath()
        outline.roundRect(self.left, top - height, self.width, height, corner)
        self.canvas.saveState()
        self.canvas.clipPath(outline, 0, 0)
        self.canvas.setFillColor(TINT)
        self.canvas.rect(self.left, top - strip, self.width, strip, 0, 1)
        self.canvas.restoreState()
        self.canvas.setStrokeColor(LINE)
        self.canvas.setLineWidth(0.9)
        self.canvas.roundRect(self.left, top - height, self.width, height, corner, 1, 0)
        if words:
            with self.tags.text("P"):
                made.drawOn(self.canvas, self.left + PAD + 1, top - strip + 4)
        if strip > height:
            message = f"{self.title}: the words in the box {label!r} are larger than the box"
            raise DoesNotFitError(message)
        for number in range(1, lines + 1):
            at = top - strip - (height - strip) * number / (lines + 0.45)
            self.line(self.left + PAD + 2, at, self.right - PAD - 2, at, 0.5)
        self.y = top - height - GAP
        self.check()

    def boxes(self, *boxes: tuple[str, str], height: float, weights: Sequence[float] = ()) -> None:
        """Draw boxes side by side; each is (label, hint)."""
        top, low = self.y, self.y
        for index, column in enumerate(self.columns(weights or [1] * len(boxes))):
            with column:
                self.y = top
                self.box(boxes[index][0], height, boxes[index][1])
                low = self.y
        self.y = low

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
        height *= fit.stretch.get(self.page, 1)
        weights = weights or [1] * len(heads)
        edges = [self.left]
        for weight in weights:
            edges.append(edges[-1] + self.width * weight / sum(weights))
        with self.tags.group("Table"):
            if any(heads):
                self._row(edges, heads, 0, size, head=True)
            for row in rows:
                self._row(edges, row, height, size, head=False)
        self.y -= GAP

    def _row(self, edges: Sequence[float], cells: Sequence[str], height: float, size: float, *, head: bool) -> None:
        made = [paragraph_of(cell, size * self.scale, bold=head, color=TEAL if head else INK) for cell in cells]
        wides = [right - left - 2 * PAD for left, right in pairwise(edges)]
        tall = max(p.wrap(wide, 9999)[1] for p, wide in zip(made, wides, strict=True)) + 2 * PAD - 2
        tall = max(tall, height)
        if head:
            self.canvas.setFillColor(TINT)
            self.canvas.rect(edges[0], self.y - tall, edges[-1] - edges[0], tall, 0, 1)
        with self.tags.group("TR"):
            for paragraph, cell, (left, right) in zip(made, cells, pairwise(edges), strict=True):
                self.canvas.setStrokeColor(LINE)
                self.canvas.setLineWidth(0.7)
                self.canvas.rect(left, self.y - tall, right - left, tall, 1, 0)
                if cell:
                    with self.tags.text("TH" if head else "TD"):
                        paragraph.drawOn(self.canvas, left + PAD, self.y - PAD - paragraph.height + 1)
        self.y -= tall
        self.check()
