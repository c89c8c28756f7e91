"""What templates see: flat records of finished texts and addresses; a template shows them, loops and branches.

Every `url` is ready to use: it begins at the base address's path, or is absolute. Texts are plain text, escaped by
the template engine; fields that end in `_html` are safe HTML. Absent texts are empty, absent records None.
Dates come twice: for machines (`date_iso`: 2017, 2017-10 or 2017-10-01, as exact as is known) and for people: `date`
at most by month (October 2017), as many sources know no day, `updated` by day (October 1, 2017). Where the writer says
in words when it was, `date` alone is filled.
"""

from typing import Literal

from markupsafe import Markup

from sitegen.assets.pictures.variants import Picture
from sitegen.model import Record
from sitegen.render.list_views import Chip, Facet, Live, Option, PageLink, Pager
from sitegen.render.part_views import Bar, Bars, File, Heading, Panel, Player, Question, Slide, Stat, WebLink

__all__ = [
    "Bar",
    "Bars",
    "Chip",
    "Facet",
    "File",
    "Heading",
    "Live",
    "Option",
    "PageLink",
    "Pager",
    "Panel",
    "Picture",
    "Player",
    "Question",
    "Slide",
    "Stat",
    "WebLink",
]


class Link(Record, frozen=True):
    """A label and where it leads."""

    label: str
    url: str


class Chrome(Record, frozen=True, kw_only=True):
    """What every page of the site shares: header, footer, styles, policy.

    `share_image` is the absolute address of the picture for shared links to pages without their own, or empty.
    `origin` is what absolute addresses begin with (https://example.org). `kits_url` leads to all kits, or is empty on a
    site without them. `manifest_url` leads to what browsers install the site with, or is empty on a site that is not
    saved on readers' devices.
    """

    site_title: str
    description: str
    language: str
    home_url: str
    main_menu: tuple[Link, ...]
    footer_menu: tuple[Link, ...]
    stylesheet: str
    font: str
    icon: str
    scripts: tuple[str, ...]
    policy: str
    feedback: str
    share_image: str = ""
    origin: str = ""
    my_list_url: str = ""
    kits_url: str = ""
    manifest_url: str = ""


class Head(Record, frozen=True, kw_only=True):
    """What the head of one page says.

    `json_ld` and `breadcrumb_ld` are JSON texts safe inside a script element, or empty.
    `image` is the absolute address of the picture for shared links, with its size in pixels (0: not known).
    `version` tells apart what a page said at different times: a digest of all that its template is given.
    """

    title: str
    description: str
    canonical: str
    kind: Literal["website", "article"] = "website"
    image: str = ""
    image_alt: str = ""
    json_ld: str = ""
    breadcrumb_ld: str = ""
    feeds: tuple[Link, ...] = ()
    is_indexed: bool = True
    previous: str = ""
    next: str = ""
    language: str = ""
    image_size: tuple[int, int] = (0, 0)
    version: str = ""


class Card(Record, frozen=True, kw_only=True):
    """A page as it stands in a list. `date_iso` is as exact as is known, or empty; `date` is for people.

    `levels` are ids of team levels ("3"), `formats` and `regions` labels; `length` is that of a film.
    In a preview the first of the `formats` may say why readers do not see the page.
    `names_kind` says whether its row names its kind, `can_be_kept` whether readers can keep it on their list.
    `file_url` leads to the first file that it offers, of which `file_facts` says what is known (PDF, 2 pages, 31 kB).
    """

    url: str
    title: str
    summary: str
    kind: str
    kind_label: str
    date_iso: str = ""
    date: str = ""
    levels: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    length: str = ""
    language: str = ""
    names_kind: bool = True
    can_be_kept: bool = False
    file_url: str = ""
    file_facts: str = ""


class Group(Record, frozen=True):
    """Cards under a heading; `more` leads to all of them, or is None."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None


class TermList(Record, frozen=True):
    """A facet of an item: its label and its terms, each with the list of items like it (url may be empty)."""

    id: str
    label: str
    terms: tuple[Link, ...]

    @property
    def leads_on(self) -> bool:
        """Whether one of its terms has a list."""
        return any(term.url for term in self.terms)


class Checks(Record, frozen=True):
    """What the last check of the site that was recorded found: its day, and (what was looked for, how often found)."""

    date_iso: str
    date: str
    pages: str
    counts: tuple[tuple[str, int], ...]


class Item(Record, frozen=True, kw_only=True):
    """The whole of an item's page; which fields are filled depends on its kind.

    `names_kind` and `shows_date` say whether its head does so. The neighbours of one that `is_step` are up and down.
    `notice` says in a preview why readers do not see the page, apart from its being a draft, or is empty. One that
    `is_missing` waits for its file or film.
    """

    kind: str
    kind_label: str
    collection: Link
    title: str
    summary: str
    body_html: Markup
    headings: tuple[Heading, ...] = ()
    date_iso: str = ""
    date: str = ""
    updated_iso: str = ""
    updated: str = ""
    levels: tuple[str, ...] = ()
    facets: tuple[TermList, ...] = ()
    picture: Picture | None = None
    best_used: str = ""
    audience: tuple[str, ...] = ()
    downloads: tuple[File, ...] = ()
    film: Player | None = None
    links: tuple[WebLink, ...] = ()
    questions: tuple[Question, ...] = ()
    stats: tuple[Stat, ...] = ()
    panels: tuple[Panel, ...] = ()
    story: Card | None = None
    groups: tuple[Group, ...] = ()
    related: tuple[Card, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    issue: str = ""
    focus_areas: tuple[Link, ...] = ()
    is_draft: bool = False
    slides: tuple[Slide, ...] = ()
    bars: Bars | None = None
    names_kind: bool = True
    shows_date: bool = True
    has_picture_above_text: bool = True
    is_step: bool = False
    notice: str = ""
    is_missing: bool = False
    can_be_kept: bool = False
    reviewed_iso: str = ""
    reviewed: str = ""
    checks: Checks | None = None


class Listing(Record, frozen=True, kw_only=True):
    """A page of a list: of a collection, or of one term or two in it (`chips`).

    `count` items in all, `total` in the whole collection; `first` and `last` are the numbers of the cards shown,
    from 1. `clear_url` leads to the list without filters, or is empty. `live` is None where there are no filters.
    `one` and `many` are what the items are called within a sentence: tool, tools.
    `groups` are the cards again, under headings that lead to a term each, where the collection is grouped.
    One that `has_ladder` shows its cards above the list, too, as the steps of a ladder. Rows of one that
    `is_of_one_kind` need not say what each of its cards is.
    """

    title: str
    description: str
    count: int
    total: int
    first: int
    last: int
    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]
    pager: Pager
    clear_url: str = ""
    feed: str = ""
    chips: tuple[Chip, ...] = ()
    live: Live | None = None
    one: str = "item"
    many: str = "items"
    groups: tuple[Group, ...] = ()
    has_ladder: bool = False
    is_of_one_kind: bool = False


class Wing(Record, frozen=True, kw_only=True):
    """A collection as its gallery shows it: `count` in words (34 tools), its newest or its first cards."""

    link: Link
    description: str
    kind: str
    count: str
    cards: tuple[Card, ...]
    is_newest: bool


class Gallery(Record, frozen=True):
    """A page over several collections."""

    title: str
    description: str
    wings: tuple[Wing, ...]


class TermIndex(Record, frozen=True):
    """All terms of a facet in a collection, with counts."""

    title: str
    collection: Link
    label: str
    options: tuple[Option, ...]


class Home(Record, frozen=True, kw_only=True):
    """The home page: the main ways in, what is new, the focus areas, the team levels."""

    description: str
    tools: Link | None
    ways: tuple[Card, ...]
    newest: tuple[Card, ...]
    focus_areas: tuple[Card, ...]
    levels: tuple[Card, ...]
    collections: tuple[Link, ...]
