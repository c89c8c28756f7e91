# ruff: noqa: INP001
"""The pages of a printed sheet: heading, foot, columns and words, and whether all of it fits."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from foot import draw_foot, foot_height
from paper import BOLD, INK, LETTER, LINE, MARGIN, MARIGOLD, RULE, SOFT, TEAL, TEXT, Tags, smart
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from sources import source_of

GAP, PAD = 10.0, 6.0


class DoesNotFitError(Exception):
    """A sheet has more on it than its paper holds."""


@dataclass
class Fit:
    """How much the room to write in is stretched on each page, and how much of each page was left over."""

    trial: bool = False
    stretch: dict[int, float] = field(default_factory=dict)
    left_over: dict[int, float] = field(default_factory=dict)


fit = Fit()


class Page:
    """The pages of one PDF file; the cursor `y` moves down the page, between `left` and `right`."""

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
        self.path = path
        self.canvas = Canvas(str(path), pagesize=paper, invariant=1, lang="en-US", initialFontName=TEXT)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Labor Management Partnership website")
        self.canvas.setSubject(purpose)
        self.canvas.setCreator("docs/samples/make_downloads.py")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.tags = Tags(self.canvas)
        self.paper, self.scale, self.pages, self.page = paper, scale, pages, 1
        self.title, self.left, self.right = title, MARGIN, paper[0] - MARGIN
        self.bottom, self.y = foot_height(scale), paper[1] - MARGIN
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
        self._end()
        if self.page != self.pages:
            message = f"{self.title}: {self.page} pages, not {self.pages}"
            raise DoesNotFitError(message)
        if not fit.trial:
            self.tags.save(self.path)

    def next_page(self, purpose: str, title: str = "") -> None:
        """End the page and begin the next one, with its own heading."""
        self._end()
        self.tags.next_page()
        self.page += 1
        self.y = self.paper[1] - MARGIN
        self._top(purpose, title)

    def columns(self, weights: Sequence[float], gap: float = GAP) -> Iterator[AbstractContextManager[None]]:
        """Yield a context for each column, left to right; what is drawn inside one stays within it."""
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
        step = 9 * self.scale
        mark = 5 * step
        for number in range(5):
            tall = (number + 1) * step * 0.6
            self.canvas.setFillColor(MARIGOLD)
            x, low = self.right - mark + number * step, self.y - 27 * self.scale
            self.canvas.roundRect(x, low, step - 1.8, tall, 0.8, 0, 1)
        with self.inset(0, mark + GAP):
            self.write(title or self.title, 24, bold=True, color=TEAL, after=2, tag="H1")
            self.write(purpose, 11, color=SOFT, after=7)
        self.canvas.setFillColor(TEAL)
        self.canvas.rect(self.left, self.y - 1.2, self.width, 2.4 * self.scale, 0, 1)
        self.y -= 13

    def _end(self) -> None:
        self.check()
        fit.left_over[self.page] = self.room
        page = f", page {self.page} of {self.pages}" if self.pages > 1 else ""
        draw_foot(self.canvas, self.paper[0], self.scale, source_of(self.path.name), self.title + page)

    def write(
        self, text: str, size: float, *, bold: bool = False, color: Color = INK, after: float = 0, tag: str = "P"
    ) -> None:
        """Write a paragraph at the cursor, and move the cursor below it."""
        paragraph = paragraph_of(text, size * self.scale, bold=bold, color=color)
        height = paragraph.wrap(self.width, 9999)[1]
        with self.tags.text(tag):
            paragraph.drawOn(self.canvas, self.left, self.y - height)
        self.y -= height + after * self.scale

    def line(self, x1: float, y1: float, x2: float, y2: float, pen: float = 0.7) -> None:
        """Draw a line to write on; a thin one is pale."""
        self.canvas.setStrokeColor(RULE if pen < 0.6 else LINE)  # noqa: PLR2004 - thin lines are pale
        self.canvas.setLineWidth(pen)
        self.canvas.line(x1, y1, x2, y2)

    def check(self) -> None:
        """Raise DoesNotFitError when the cursor has left the page."""
        if self.y < self.bottom - GAP - 1:
            message = f"{self.title}: page {self.page} is {self.bottom - self.y:.0f} points too long"
            raise DoesNotFitError(message)


def paragraph_of(text: str, size: float, *, bold: bool, color: Color) -> Paragraph:
    """Return a paragraph with printer's quotes, ready for the layout."""
    style = ParagraphStyle("text", fontName=BOLD if bold else TEXT, fontSize=size, leading=size * 1.26, textColor=color)
    return Paragraph(_smart_words(text), style)


def _smart_words(text: str) -> str:
    return "".join(part if part.startswith("<") else smart(part) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    while "<" in text:
        before, _, rest = text.partition("<")
        mark, _, text = rest.partition(">")
        yield before
        yield f"<{mark}>"
    yield text
