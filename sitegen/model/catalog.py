"""What the catalog makes of pages, and the files of the site."""

from typing import Literal

from sitegen.model.kinds import KindId
from sitegen.model.page import Image
from sitegen.model.record import LocatedText, Record

WhyUnlisted = Literal["", "wrong", "draft", "not yet published", "expired"]
"""Why a page is not shown now; empty if it is."""


class Notice(Record, frozen=True, kw_only=True):
    """Why readers do not see a page that a preview shows: it is a draft, is out from a moment on, or was until one.

    `publish` and `expires` are as typed, and empty where they do not hide the page.
    """

    is_draft: bool = False
    publish: str = ""
    expires: str = ""


class Entry(Record, frozen=True, kw_only=True):
    """What site-wide tables need of a page, and nothing more: an edit that leaves these fields alone moves no list.

    `url` is its address. `terms` maps a taxonomy id to term ids in the order written, `spellings` an open taxonomy to
    its values as typed, in the same order. `fields` maps further fields that views select by (channels, issue,
    focus_areas, kind) to their values. `listed` says whether it has a page of its own now, and `notice`, in a preview
    alone, why readers have none. `date` and `updated` are what is known, `sort_date` is the moment by which lists are
    sorted; `weight` is None for a page without one. One that `is_missing` waits for its file or film.
    """

    path: str
    collection: str
    kind: KindId
    url: str
    listed: bool
    why_unlisted: WhyUnlisted = ""
    date: str = ""
    updated: str = ""
    weight: int | None = None
    terms: dict[str, tuple[str, ...]] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    fields: dict[str, tuple[str, ...]] = {}
    aliases: tuple[LocatedText, ...] = ()
    located_slug: LocatedText = LocatedText("")
    sort_date: str = ""
    notice: Notice | None = None
    is_missing: bool = False


class Summary(Record, frozen=True, kw_only=True):
    """What a list, a card or a link shows of a page; `duration` of its film in seconds, 0 if there is none.

    `notice` and `is_missing` are those of its entry.
    """

    path: str
    collection: str
    kind: KindId
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
    notice: Notice | None = None
    is_missing: bool = False


GeneratedKind = Literal["home", "list", "kit"]
"""What a generated page is; each has an icon of its name."""


class GeneratedPage(Record, frozen=True, kw_only=True):
    """A page that no file of content/ has, as search and the A to Z show it: the home page, lists, galleries, kits.

    `names` are other words that readers know it by; `body` has a paragraph a line, without the rows that it lists;
    `terms` maps the taxonomies of the terms that it stands for to term ids.
    """

    url: str
    title: str
    kind: GeneratedKind
    kind_label: str
    summary: str = ""
    names: tuple[str, ...] = ()
    body: str = ""
    terms: dict[str, tuple[str, ...]] = {}


class Route(Record, frozen=True):
    """Where a content file leads: its address, whether a page stands there now, and why it does not."""

    url: str
    listed: bool
    why: WhyUnlisted = ""


class Output(Record, frozen=True):
    """One file of the site: its path below the output folder, and the key that makes it.

    One with `on_demand` is published only if another output links to a file of one of these names.
    """

    path: str
    key: tuple[str | int, ...]
    on_demand: tuple[str, ...] = ()
