"""The records that the floors hand to each other: frozen, plain, and the same bytes for the same facts.

Texts are Unicode without carriage returns; paths are relative to the site's root or to content/ with `/`;
addresses start and end with `/` and are relative to the site's base; dates are ISO 8601 texts.
"""

import msgspec


class Record(msgspec.Struct, frozen=True, array_like=True):
    """What every record is: immutable, compared by value, encoded as an array in field order."""


# -- what content/ gives


class Marked(Record, frozen=True):
    """A value that a writer typed, with its place in the file (line and column from 1)."""

    text: str
    line: int = 0
    column: int = 0


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

    src: Marked
    alt: str = ""
    decorative: bool = False
    credit: str = ""


class Download(Record, frozen=True):
    """A file to take along: exactly one of `file` (below static/) and `url`; pages and slides are counts, 0: none."""

    file: Marked | None = None
    url: str = ""
    label: str = ""
    pages: int = 0
    slides: int = 0
    paper: str = ""


class Film(Record, frozen=True):
    """What a video page plays; without `src` the film is not on this site. Duration in seconds, 0: not known."""

    src: Marked | None = None
    poster: Marked | None = None
    captions: Marked | None = None
    transcript: str = ""
    duration: int = 0


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


class Panel(Record, frozen=True):
    """A numbered panel of an infographic: heading, body and the figures beside it."""

    title: str
    anchor: str
    body: Body
    stats: tuple[Stat, ...] = ()


class Page(Record, frozen=True):
    """One file of content/, valid by itself: what it says, before the rest of the site is known.

    `path` is relative to content/ (`stories/x.md`), `collection` its folder. `terms` maps a facet field to
    the values typed there; `refs` maps a field (related, focus_areas, story, tools, goodies) to the
    `collection/slug` texts typed there. Absent texts are empty, absent numbers 0.
    """

    path: str
    collection: str
    kind: str
    title: str
    slug: str
    summary: str = ""
    date: str = ""
    updated: str = ""
    draft: bool = False
    publish: str = ""
    expires: str = ""
    aliases: tuple[Marked, ...] = ()
    weight: int = 0
    image: Image | None = None
    owner: str = ""
    review_by: str = ""
    lang: str = ""
    terms: dict[str, tuple[Marked, ...]] = {}
    refs: dict[str, tuple[Marked, ...]] = {}
    issue: str = ""
    downloads: tuple[Download, ...] = ()
    best_used: str = ""
    film: Film | None = None
    links: tuple[WebLink, ...] = ()
    questions: tuple[Question, ...] = ()
    stats: tuple[Stat, ...] = ()
    panels: tuple[Panel, ...] = ()
    body: Body = Body()
    slug_place: Marked = Marked("")
    digest: str = ""


# -- what the catalog makes of it


class Entry(Record, frozen=True):
    """What site-wide tables need of a page, and no word more: an edit that leaves these alone moves no list.

    `url` is its address; `terms` maps a taxonomy id to term ids in the order written; `spellings` maps an open
    taxonomy to its values as typed, in the same order; `fields` maps further fields that views select by
    (channels, issue, focus_areas, kind) to their values; `listed` is false for one that has no page of its own
    now, and `why_unlisted` says why: draft, not yet published, expired, or wrong.
    """

    path: str
    collection: str
    kind: str
    url: str
    listed: bool
    why_unlisted: str = ""
    date: str = ""
    updated: str = ""
    weight: int = 0
    terms: dict[str, tuple[str, ...]] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    fields: dict[str, tuple[str, ...]] = {}
    aliases: tuple[Marked, ...] = ()
    slug_place: Marked = Marked("")


class Summary(Record, frozen=True):
    """What a list, a card or a link shows of a page."""

    path: str
    collection: str
    kind: str
    url: str
    title: str
    summary: str = ""
    date: str = ""
    updated: str = ""
    lang: str = ""
    image: Image | None = None
    terms: dict[str, tuple[str, ...]] = {}
    duration: int = 0
    issue: str = ""


class Route(Record, frozen=True):
    """Where a content file leads: its address, and whether a page stands there now (`why` it does not)."""

    url: str
    listed: bool
    why: str = ""


class Around(Record, frozen=True):
    """The pages near a page: content paths, or empty; related ones best first."""

    previous: str = ""
    next: str = ""
    related: tuple[str, ...] = ()


class Output(Record, frozen=True):
    """One file of the site: its path below the output folder, and the key that makes it."""

    path: str
    key: tuple[str, ...]


# -- what site.yaml gives


class Term(Record, frozen=True):
    """A value of a taxonomy: its id (in addresses), its label, and the other words that mean it."""

    id: str
    label: str
    also: tuple[str, ...] = ()


class Taxonomy(Record, frozen=True):
    """A facet: singular id (its address key), label, front-matter field; terms in display order.

    An open taxonomy has no terms of its own: each value that a writer types becomes one.
    """

    id: str
    label: str
    field: str
    terms: tuple[Term, ...] = ()
    is_open: bool = False


class Collection(Record, frozen=True):
    """A folder of content/ (`kind` is set) or a view over other collections (`sources` is set).

    `where` holds (front-matter field, value) pairs that a page of a view must all have. `address` is the first
    part of its addresses, without slashes. `facets` are taxonomy ids in display order. `sort` is date (newest
    first), title or weight. `order` names slugs that come first, in that order. `has_list` and `has_feed` say
    whether it has a list of its own and a feed; `related` is how many related pages an item shows.
    """

    id: str
    title: str
    kind: str = ""
    description: str = ""
    singular: str = ""
    address: str = ""
    sources: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    facets: tuple[str, ...] = ()
    per_page: int = 20
    sort: str = "date"
    order: tuple[str, ...] = ()
    has_list: bool = True
    has_feed: bool = True
    related: int = 3

    @property
    def is_view(self) -> bool:
        """Whether it lists pages of other collections."""
        return bool(self.sources)


class MenuItem(Record, frozen=True):
    """A link of a menu: a label and an address of the site, or an absolute one."""

    label: str
    url: Marked


class Redirect(Record, frozen=True):
    """An earlier address and where it leads now."""

    source: Marked
    target: Marked


class Config(Record, frozen=True):
    """site.yaml, valid: every name in it is known, every default filled in."""

    title: str
    base_url: str
    description: str = ""
    timezone: str = "UTC"
    language: str = "en"
    feedback: str = ""
    taxonomies: tuple[Taxonomy, ...] = ()
    collections: tuple[Collection, ...] = ()
    menus: dict[str, tuple[MenuItem, ...]] = {}
    redirects: tuple[Redirect, ...] = ()
    search: dict[str, str] = {}
