"""What the catalog makes of pages, and the files of the site."""

from typing import Literal

from sitegen.model.kinds import KindId
from sitegen.model.page import Image
from sitegen.model.record import LocatedText, Record

WhyUnlisted = Literal["", "wrong", "draft", "not yet published", "expired"]
"""Why a page is not shown now; empty if it is."""


class Entry(Record, frozen=True, kw_only=True):
    """What site-wide tables need of a page, and nothing more: an edit that leaves these fields alone moves no list.

    `url` is its address. `terms` maps a taxonomy id to term ids in the order written, `spellings` an open taxonomy to
    its values as typed, in the same order. `fields` maps further fields that views select by (channels, issue,
    focus_areas, kind) to their values. `listed` says whether it has a page of its own now.
    """

    path: str
    collection: str
    kind: KindId
    url: str
    listed: bool
    why_unlisted: WhyUnlisted = ""
    date: str = ""
    updated: str = ""
    weight: int = 0
    terms: dict[str, tuple[str, ...]] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    fields: dict[str, tuple[str, ...]] = {}
    aliases: tuple[LocatedText, ...] = ()
    located_slug: LocatedText = LocatedText("")


class Summary(Record, frozen=True, kw_only=True):
    """What a list, a card or a link shows of a page; `duration` of its film in seconds, 0 if there is none."""

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


class Route(Record, frozen=True):
    """Where a content file leads: its address, whether a page stands there now, and why it does not."""

    url: str
    listed: bool
    why: WhyUnlisted = ""


class Output(Record, frozen=True):
    """One file of the site: its path below the output folder, and the key that makes it."""

    path: str
    key: tuple[str | int, ...]
