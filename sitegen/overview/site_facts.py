"""What an overview is made from: the pages of a site as they were read, its settings and files, and the moment."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from sitegen.building import has_come
from sitegen.catalog import summaries
from sitegen.catalog.taxonomy import Vocabulary, make_vocabulary
from sitegen.config import find_setting_places
from sitegen.content.frontmatter import split_file
from sitegen.content.page_parser import find_page_places, parse_page
from sitegen.errors import Location, Problem
from sitegen.located.nodes import value_at
from sitegen.model import Config, Entry, Page, Record
from sitegen.model.folders import CONTENT, SETTINGS


class PageFacts(Record, frozen=True, kw_only=True):
    """A page as it was read: what site-wide tables need of it, its errors, and whether a summary was typed."""

    page: Page
    entry: Entry
    errors: tuple[Problem, ...] = ()
    has_summary: bool = True

    @property
    def file(self) -> str:
        """Its file, from the site's root."""
        return f"{CONTENT}/{self.page.path}"


class SiteFacts(Record, frozen=True, kw_only=True):
    """All that an overview is made from.

    `pages` are sorted by path. `files` are the bytes of the files that writers edit, `texts` those of templates,
    styles and scripts, both by their paths from the site's root; `static` are the paths of the site's own files below
    static/. `unread` are the problems of what could not be read at all. `now` has a time zone, that of the site.
    Where a preview `shows_hidden` pages, they have addresses, too.
    """

    config: Config
    pages: tuple[PageFacts, ...]
    files: dict[str, bytes]
    texts: dict[str, str]
    now: datetime
    static: tuple[str, ...] = ()
    unread: tuple[Problem, ...] = ()
    shows_hidden: bool = False

    @property
    def today(self) -> str:
        """The day at the site, `YYYY-MM-DD`."""
        return self.now.date().isoformat()

    @property
    def base_path(self) -> str:
        """The path at which the site stands, without a slash at its end."""
        return urlsplit(self.config.site.base_url).path.rstrip("/")

    def url_of(self, facts: PageFacts) -> str:
        """Return the address of a page, from the site's base; empty where nobody can open it now."""
        is_open = facts.entry.listed or (self.shows_hidden and not facts.page.is_wrong)
        return facts.entry.url if is_open else ""

    def shown_pages(self) -> Iterator[PageFacts]:
        """Iterate over the pages that readers can open now, sorted by path."""
        return (facts for facts in self.pages if facts.entry.listed)

    def line_of(self, file: str, place: str) -> int:
        """Return the line of a place of a page or of site.yaml; 1 where nothing was typed there."""
        location = _places(file, self.files.get(file, b"")).get(place) if place else None
        return location.line if location else 1


def make_site_facts(
    config: Config,
    files: Mapping[str, bytes],
    paths: Iterable[str],
    now: datetime,
    *,
    static: Iterable[str] = (),
    texts: Mapping[str, str] | None = None,
    unread: Iterable[Problem] = (),
    shows_hidden: bool = False,
) -> SiteFacts:
    """Return the facts of a site: `paths` are those of its pages below content/, whose bytes are among the `files`.

    A moment without an offset is one of the site's own time zone.
    """
    moment = _at_site(now, ZoneInfo(config.site.timezone))
    words = {taxonomy.id: make_vocabulary(taxonomy) for taxonomy in config.taxonomies}
    pages = [_page_facts(path, files[f"{CONTENT}/{path}"], config, words, moment) for path in sorted(paths)]
    return SiteFacts(
        config=config,
        pages=tuple(pages),
        files=dict(files),
        now=moment,
        static=tuple(sorted(static)),
        texts=dict(texts or {}),
        unread=tuple(unread),
        shows_hidden=shows_hidden,
    )


def address_of(target: str) -> str:
    """Return an address as routes have it: without a query, nothing in it encoded."""
    return unquote(target.partition("#")[0].partition("?")[0])


def _at_site(now: datetime, zone: ZoneInfo) -> datetime:
    """Return a moment in the time zone of the site; at the ends of the calendar, where none is, as it is."""
    if not now.tzinfo:
        return now.replace(tzinfo=zone)
    try:
        return now.astimezone(zone)
    except OverflowError:
        return now


def _page_facts(path: str, data: bytes, config: Config, words: Mapping[str, Vocabulary], now: datetime) -> PageFacts:
    collection = next(one for one in config.collections if one.id == path.partition("/")[0])
    assert collection.kind, "pages lie in folders, whose collections have a kind"  # noqa: S101
    page, problems = parse_page(path, data, collection.kind)
    fields = summaries.facet_fields(page, [(taxonomy.id, taxonomy.field) for taxonomy in config.taxonomies])
    known = [(field, words[taxonomy]) for field, taxonomy in fields.items() if taxonomy in words]
    why = summaries.why_unlisted(
        page, lambda: config.site.timezone, lambda: False, lambda moment: has_come(moment, now)
    )
    entry = summaries.entry_of(page, collection, summaries.page_terms(page, known), why)
    errors = tuple(problem for problem in problems if problem.is_error)
    return PageFacts(page=page, entry=entry, errors=errors, has_summary=_has_summary(path, data))


def _has_summary(path: str, data: bytes) -> bool:
    node = split_file(data, f"{CONTENT}/{path}")[0].node
    return value_at(node, "summary") is not None


@lru_cache(maxsize=512)
def _places(file: str, data: bytes) -> Mapping[str, Location]:
    if file == SETTINGS:
        return find_setting_places(data)
    return find_page_places(file.removeprefix(f"{CONTENT}/"), data)
