"""The pages of the Path to Performance as templates see them: its grid, a kit, what a level or dimension adds."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from sitegen.catalog.kits import LEVEL, THIN, PathLayout, Shelf, kit_title, kit_url, level_url
from sitegen.catalog.permalinks import filtered_url
from sitegen.model import CollectionFacts, Record, Term
from sitegen.render import heads, views
from sitegen.render.qr_codes import QrCode


class Check(Record, frozen=True, kw_only=True):
    """Something that a level asks for: an example is ours. `dimension` is a term's id, empty for all of them.

    `kit` leads to the kit of the level and the dimension. `id` changes with the text: what a reader ticked is ticked no
    more once it says something else.
    """

    text: str
    dimension: str = ""
    is_example: bool = False
    source: views.Link | None = None
    tools: tuple[views.Link, ...] = ()
    kit: views.Link | None = None
    id: str = ""


class Step(Record, frozen=True, kw_only=True):
    """A kit as a step to take: `number` is that of the level ("3"); thin where few pages were made for it."""

    title: str
    url: str
    number: str
    level: str
    dimension: str
    count: int
    is_thin: bool = False
    is_current: bool = False
    is_reached: bool = False


class Row(Record, frozen=True):
    """A row of the grid: a dimension, its page (url may be empty), and its kits by level."""

    label: str
    url: str
    steps: tuple[Step, ...]


class Head(Record, frozen=True):
    """A column of the grid: a level, its number, its page (url may be empty)."""

    label: str
    url: str
    number: str


class Grid(Record, frozen=True, kw_only=True):
    """All kits, a row a dimension; `sources` are the pages that say what the levels ask for."""

    title: str
    description: str
    levels: tuple[Head, ...]
    rows: tuple[Row, ...]
    cards: tuple[views.Card, ...]
    has_thin: bool
    sources: tuple[views.Link, ...] = ()


class KitPage(Record, frozen=True, kw_only=True):
    """A kit: `checks` of its own dimension and of none, `others` that the level asks for besides.

    `ladder` has the kits of this dimension by level, `beside` those of this level by dimension. `download` is the
    archive of all its files, `print` their PDFs as one, each None if there is none; `qr` leads to the page.
    """

    title: str
    summary: str
    level: views.Link
    dimension: views.Link
    grid: views.Link
    count: int
    ladder: tuple[Step, ...]
    checks: tuple[Check, ...]
    others: tuple[Check, ...]
    groups: tuple[views.Group, ...]
    loans: tuple[views.Group, ...]
    beside: tuple[Step, ...]
    previous: Step | None
    next: Step | None
    download: views.File | None = None
    qr: QrCode | None = None
    print: views.File | None = None


class Part(Record, frozen=True, kw_only=True):
    """What the page of a level or dimension shows besides its text: its kits, and what a level asks for.

    `ladder` has the levels that have a page, as steps.
    """

    kits: tuple[Step, ...]
    checks: tuple[Check, ...] = ()
    more: tuple[views.Link, ...] = ()
    level: str = ""
    ladder: tuple[Step, ...] = ()


def check_id(level: str, dimension: str, text: str) -> str:
    """Return the id of something that a level asks for: the same on each page that shows it."""
    return blake2b(f"{level}\n{dimension}\n{text}".encode(), digest_size=4).hexdigest()


def level_number(term: Term) -> str:
    """Return the number of a level: `3` of `level-3`."""
    return term.id.removeprefix(f"{LEVEL}-")


def step(layout: PathLayout, level: Term, dimension: Term, count: int, base: str, reached: int = -1) -> Step:
    """Return a kit as a step; `reached` is the position (from 0) of the level that the page shows, if any."""
    at = layout.levels.index(level)
    return Step(
        title=kit_title(level, dimension),
        url=base + kit_url(layout, level.id, dimension.id),
        number=level_number(level),
        level=level.label,
        dimension=dimension.label,
        count=count,
        is_thin=count < THIN,
        is_current=at == reached,
        is_reached=at <= reached,
    )


def rungs(layout: PathLayout, pages: dict[str, views.Link], at: Term) -> tuple[Step, ...]:
    """Return the levels that have a page as steps; `pages` are their links by id, `at` is the level shown."""
    reached = layout.levels.index(at) if at in layout.levels else -1
    links = [(n, term, pages[term.id]) for n, term in enumerate(layout.levels) if term.id in pages]
    return tuple(
        Step(
            title=link.label,
            url=link.url,
            number=level_number(term),
            level=term.label,
            dimension="",
            count=0,
            is_current=n == reached,
            is_reached=n <= reached,
        )
        for n, term, link in links
    )


def columns(layout: PathLayout, shown: Sequence[str], base: str) -> tuple[Head, ...]:
    """Return the columns of a grid, a level each; `shown` are the ids of the levels that have a page."""
    return tuple(
        Head(term.label, base + level_url(layout, term.id) if term.id in shown else "", level_number(term))
        for term in layout.levels
    )


def more_of_shelf(
    shelf: Shelf, collection: CollectionFacts, what: str, chosen: Sequence[tuple[str, str]], base: str
) -> views.Link | None:
    """Return the link to all pages of a shelf, or None if it shows them all or its collection cannot list them.

    `chosen` are the (taxonomy, term) that the pages have, `what` says it in words.
    """
    is_listed = collection.has_list and {taxonomy for taxonomy, _ in chosen} <= set(collection.facets)
    if shelf.count <= len(shelf.paths) or not is_listed:
        return None
    label = f"All {shelf.count} {collection.title.lower()} for {what}"
    return views.Link(label, base + filtered_url(collection, *chosen))


def checks_of(checks: Iterable[Check], dimension: str) -> tuple[tuple[Check, ...], tuple[Check, ...]]:
    """Split what a level asks for: the checks of this dimension and of none, and the others but examples.

    In each part those of a dimension come first, and examples come last within each dimension.
    """
    ordered = sorted(checks, key=lambda check: (not check.dimension, check.is_example))
    own = [check for check in ordered if check.dimension in ("", dimension)]
    return tuple(own), tuple(check for check in ordered if check not in own and not check.is_example)


def head(title: str, summary: str, site_title: str, canonical: str, around: tuple[str, str] = ("", "")) -> views.Head:
    """Return the head of a page of the path; `around` holds the links to the pages before and after it."""
    facts = {"@context": "https://schema.org", "@type": "CollectionPage", "name": title, "url": canonical}
    return views.Head(
        title=f"{title} | {site_title}",
        description=summary,
        canonical=canonical,
        json_ld=heads.json_ld(facts),
        previous=around[0],
        next=around[1],
    )
