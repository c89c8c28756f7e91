"""What templates see of the parts of an item's page: files, films, questions, figures, slides, panels."""

from markupsafe import Markup

from sitegen.assets.pictures.variants import Picture
from sitegen.model import Record


class File(Record, frozen=True):
    """A download: `format` is a word (PDF), `details` what else is known (2 pages, 8.5 x 11 in, 120 kB)."""

    url: str
    label: str
    format: str
    details: tuple[str, ...] = ()


class Player(Record, frozen=True, kw_only=True):
    """A film: without `src` it is not on this site. `length` is for people (3 minutes 20 seconds)."""

    src: str = ""
    poster: Picture | None = None
    captions: str = ""
    transcript: tuple[str, ...] = ()
    length: str = ""


class Question(Record, frozen=True):
    """A question with its answer."""

    question: str
    anchor: str
    answer_html: Markup


class Stat(Record, frozen=True):
    """A big figure."""

    value: str
    label: str
    source: str = ""


class Bar(Record, frozen=True):
    """One bar of a chart: `value` is the number with its unit, `width` a share of the room as an SVG length (77.5%)."""

    label: str
    value: str
    width: str


class Bars(Record, frozen=True):
    """A chart of bars, in the order written."""

    title: str
    bars: tuple[Bar, ...]
    source: str = ""


class Slide(Record, frozen=True, kw_only=True):
    """A slide of a slideshow; `number` counts from 1."""

    number: int
    title: str
    anchor: str
    body_html: Markup
    notes_html: Markup
    picture: Picture | None = None


class Panel(Record, frozen=True, kw_only=True):
    """A numbered panel of an infographic; `number` counts from 1."""

    number: int
    title: str
    anchor: str
    body_html: Markup
    stats: tuple[Stat, ...] = ()
    bars: Bars | None = None


class WebLink(Record, frozen=True):
    """A link of a region to another site; `kind_label` says what sort of site."""

    label: str
    url: str
    kind_label: str


class Heading(Record, frozen=True):
    """An entry of a page's own table of contents."""

    level: int
    anchor: str
    text: str
