"""What content/ gives: pages, each valid by itself."""

from typing import Literal

from sitegen.model.record import LocatedText, Record

Channel = Literal["news", "hank"]
"""Where a page can appear besides its folder."""


class Heading(Record, frozen=True):
    """A heading of a body: level 2 to 6, its anchor and its text without markup."""

    level: int
    anchor: str
    text: str


class Ref(Record, frozen=True, tag="ref"):
    """A link in a body to another source file or to an address of this site, resolved when it is rendered.

    `target` is a path relative to content/ (`stories/x.md`), a path below static/ (`static/downloads/x.pdf`)
    or an address (`/tools/`); `fragment` is what stands after `#`. `attribute` is `href` or `src`.
    `opening` is the start tag up to the attribute's value, `closing` what follows the value; of a link,
    `opening` starts with `<a ` and the element ends at the next `</a>` of the body.
    """

    target: str
    fragment: str = ""
    attribute: str = "href"
    opening: str = ""
    closing: str = ""
    line: int = 0
    column: int = 0


class Shortcode(Record, frozen=True, tag="shortcode"):
    """A `{{ name key="value" }}` that stands on a line of its own; arguments in the order written."""

    name: str
    arguments: tuple[tuple[str, str], ...] = ()
    line: int = 0
    column: int = 0


class Html(Record, frozen=True, tag="html"):
    """A run of sanitised HTML of a body."""

    html: str


Segment = Html | Ref | Shortcode


class Body(Record, frozen=True):
    """A Markdown body: sanitised HTML in segments, its headings in order, and its plain text.

    The plain text has one paragraph a line. An empty body has no segments.
    """

    segments: tuple[Segment, ...] = ()
    headings: tuple[Heading, ...] = ()
    text: str = ""


class Image(Record, frozen=True):
    """A picture: `src` below static/, a text for those who do not see it, or `decorative`."""

    src: LocatedText
    alt: str = ""
    decorative: bool = False
    credit: str = ""


class Download(Record, frozen=True):
    """A file to take along: exactly one of `file` (below static/) and `url`; pages and slides are counts, 0: none.

    `claims` are `pages`, `slides` and `paper` as they were typed, by field: what the file itself says is to be
    compared with them.
    """

    file: LocatedText | None = None
    url: str = ""
    label: str = ""
    pages: int = 0
    slides: int = 0
    paper: str = ""
    claims: dict[str, LocatedText] = {}


class Film(Record, frozen=True):
    """What a video page plays; without `src` the film is not on this site. Duration in seconds, 0: not told."""

    src: LocatedText | None = None
    poster: LocatedText | None = None
    captions: LocatedText | None = None
    transcript: str = ""
    duration: int = 0
    located_duration: LocatedText | None = None


class WebLink(Record, frozen=True):
    """A link of a region to another site; `kind` is website, intranet or sharepoint."""

    label: str
    url: str
    kind: str = "website"


class Question(Record, frozen=True):
    """A question and its answer, the answer as a body."""

    question: str
    anchor: str
    answer: Body


class Stat(Record, frozen=True):
    """One big figure: its value as it is shown, what it counts, and where it comes from."""

    value: str
    label: str
    source: str = ""


class Bar(Record, frozen=True):
    """One bar of a chart: what it stands for, and a number as it is shown (242,500)."""

    label: str
    value: str


class Bars(Record, frozen=True):
    """A chart of bars: at least one; unit and source may be empty."""

    title: str
    unit: str
    source: str
    values: tuple[Bar, ...]


class Panel(Record, frozen=True):
    """A numbered panel of an infographic: heading, body, the figures beside it and a chart."""

    title: str
    anchor: str
    body: Body
    stats: tuple[Stat, ...] = ()
    bars: Bars | None = None


class Slide(Record, frozen=True):
    """A slide of a slideshow; `notes` is what the one who presents it says."""

    title: str
    anchor: str
    body: Body
    notes: Body = Body()
    image: Image | None = None


class Requirement(Record, frozen=True):
    """Something that a level asks of a team: its dimension, the page that says so, the pages that help with it.

    They are given as typed; `dimension` and `source` may be empty. An example is ours, and no rule.
    """

    text: str
    dimension: LocatedText = LocatedText("")
    source: LocatedText = LocatedText("")
    tools: tuple[LocatedText, ...] = ()
    is_example: bool = False


class Page(Record, frozen=True):
    """One file of content/, valid by itself: what it says, before the rest of the site is known.

    `path` is relative to content/ (`stories/x.md`), `collection` its folder. `terms` maps a facet field to
    the values typed there; `refs` maps a field (related, focus_areas, story, tools, goodies, requires.source,
    requires.tools) to the `collection/slug` texts typed there. Absent texts are empty, absent numbers 0. Of a
    page that `is_wrong` only address, terms, refs and bodies are filled, as far as they could be read: it is
    checked, never shown.
    """

    path: str
    collection: str
    kind: str
    title: str
    slug: str
    summary: str = ""
    date: str = ""
    date_shown: str = ""
    updated: str = ""
    draft: bool = False
    publish: str = ""
    expires: str = ""
    aliases: tuple[LocatedText, ...] = ()
    weight: int = 0
    image: Image | None = None
    owner: str = ""
    review_by: str = ""
    lang: str = ""
    terms: dict[str, tuple[LocatedText, ...]] = {}
    refs: dict[str, tuple[LocatedText, ...]] = {}
    issue: str = ""
    downloads: tuple[Download, ...] = ()
    best_used: str = ""
    film: Film | None = None
    links: tuple[WebLink, ...] = ()
    questions: tuple[Question, ...] = ()
    stats: tuple[Stat, ...] = ()
    panels: tuple[Panel, ...] = ()
    body: Body = Body()
    located_slug: LocatedText = LocatedText("")
    is_wrong: bool = False
    slides: tuple[Slide, ...] = ()
    bars: Bars | None = None
    rank: int = 0
    requires: tuple[Requirement, ...] = ()
