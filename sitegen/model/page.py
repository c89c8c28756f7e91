"""The pages of content/, each valid by itself."""

from typing import Literal

from sitegen.model.kinds import KindId
from sitegen.model.record import LocatedText, Record

Channel = Literal["news", "hank"]
"""Where a page can appear besides the list of its folder."""

LinkKind = Literal["website", "intranet", "sharepoint"]
"""What sort of site a region links to."""


class Heading(Record, frozen=True):
    """A heading of a body: its level (2 to 6), its anchor, and its text without markup."""

    level: int
    anchor: str
    text: str


class Ref(Record, frozen=True, kw_only=True, tag="ref"):
    """A reference in a body to another source file or to an address of this site, resolved when it is rendered.

    `target` is a path relative to content/ (`stories/x.md`), a path of a file in static/ (`static/downloads/x.pdf`)
    or an address (`/tools/`); `fragment` is what follows `#`. `opening` is the start tag up to the value of
    `attribute`, `closing` what follows the value. The `opening` of a link starts with `<a `, and the element ends
    at the next `</a>` of the body. `place` names its place in the file.
    """

    target: str
    fragment: str = ""
    attribute: Literal["href", "src"] = "href"
    opening: str = ""
    closing: str = ""
    place: str = ""


class Shortcode(Record, frozen=True, tag="shortcode"):
    """A `{{ name key="value" }}` on a line of its own: arguments in the order written, and its place in the file."""

    name: str
    arguments: tuple[tuple[str, str], ...] = ()
    place: str = ""


class Html(Record, frozen=True, tag="html"):
    """A run of sanitized HTML in a body."""

    html: str


Segment = Html | Ref | Shortcode
"""A piece of a body; all its segments in order are the body."""


class Body(Record, frozen=True):
    """A Markdown body: sanitized HTML in segments, its headings in order, and its plain text, one paragraph a line.

    An empty body has no segments, no headings and no text.
    """

    segments: tuple[Segment, ...] = ()
    headings: tuple[Heading, ...] = ()
    text: str = ""


class Image(Record, frozen=True):
    """A picture: `src` is a path below static/; it has an `alt` text, or is `decorative`."""

    src: LocatedText
    alt: str = ""
    decorative: bool = False
    credit: str = ""


class Download(Record, frozen=True, kw_only=True):
    """A file to download: exactly one of `file` (a path below static/) and `url` is set.

    `pages` and `slides` are counts, 0 where they are not given; `paper` is the size of the pages as it is shown.
    `claims` maps these three fields to what was typed there, for comparison with the file itself.
    """

    file: LocatedText | None = None
    url: str = ""
    label: str = ""
    pages: int = 0
    slides: int = 0
    paper: str = ""
    claims: dict[str, LocatedText] = {}


class Film(Record, frozen=True, kw_only=True):
    """What a video page plays: `src`, `poster` and `captions` are paths below static/.

    Without `src` the film is not on this site. `duration` is in seconds, 0 where it is not given;
    `located_duration` is the duration as it was typed.
    """

    src: LocatedText | None = None
    poster: LocatedText | None = None
    captions: LocatedText | None = None
    transcript: str = ""
    duration: int = 0
    located_duration: LocatedText | None = None


class WebLink(Record, frozen=True):
    """A link of a region to another site."""

    label: str
    url: str
    kind: LinkKind = "website"


class Question(Record, frozen=True):
    """A question, its anchor in the page, and its answer."""

    question: str
    anchor: str
    answer: Body


class Stat(Record, frozen=True):
    """A big figure: its value as it is shown, what it counts, and where it comes from."""

    value: str
    label: str
    source: str = ""


class Bar(Record, frozen=True):
    """A bar of a chart: what it stands for, and its number as it is shown (`242,500`)."""

    label: str
    value: str


class Bars(Record, frozen=True):
    """A chart of at least one bar, in display order; unit and source may be empty."""

    title: str
    unit: str
    source: str
    values: tuple[Bar, ...]


class Panel(Record, frozen=True, kw_only=True):
    """A numbered panel of an infographic: its heading, its body, the figures beside it, and a chart or None."""

    title: str
    anchor: str
    body: Body
    stats: tuple[Stat, ...] = ()
    bars: Bars | None = None


class Slide(Record, frozen=True, kw_only=True):
    """A slide of a slideshow; `notes` are for the presenter."""

    title: str
    anchor: str
    body: Body
    notes: Body = Body()
    image: Image | None = None


class Requirement(Record, frozen=True, kw_only=True):
    """Something that a level asks of a team: its dimension, the page that says so, and the pages that help with it.

    The references are as typed; `dimension` and `source` may be empty. Where `is_example`, no page says so: the
    requirement is an example of this site's own.
    """

    text: str
    dimension: LocatedText = LocatedText("")
    source: LocatedText = LocatedText("")
    tools: tuple[LocatedText, ...] = ()
    is_example: bool = False


class Page(Record, frozen=True, kw_only=True):
    """One file of content/, valid by itself: what it says, before the rest of the site is known.

    `path` is relative to content/ (`stories/x.md`), and `collection` is its folder. `terms` maps the field of a
    facet to the values typed there; `refs` maps a field (related, focus_areas, story, tools, goodies,
    requires.source, requires.tools) to the `collection/slug` texts typed there. Dates are `YYYY-MM-DD`, with
    ` HH:MM` where a time was typed; `date` may be less exact (see `date_precision`), and is empty where
    `date_shown` stands in its place. `sort_date` is the first moment of the `date` typed: it orders pages, and is
    stated nowhere. One that `is_missing` waits for its file or film; one that `shows_checks` says what was checked
    last. Absent texts are empty, absent numbers 0; `weight` is None where none was typed.

    A page that `is_wrong` is checked but never shown: only its title, address, aliases, terms, refs and bodies are
    filled, as far as they could be read, and `files`, the paths below static/ that it names.
    """

    path: str
    collection: str
    kind: KindId
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
    weight: int | None = None
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
    sort_date: str = ""
    files: tuple[LocatedText, ...] = ()
    is_missing: bool = False
    reviewed: str = ""
    shows_checks: bool = False
