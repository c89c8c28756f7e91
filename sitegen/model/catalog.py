"""What the catalog makes of pages, and the files of the site."""

from sitegen.model.page import Image
from sitegen.model.record import LocatedText, Record


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
    aliases: tuple[LocatedText, ...] = ()
    located_slug: LocatedText = LocatedText("")


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
    date_shown: str = ""


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
    key: tuple[str | int, ...]
