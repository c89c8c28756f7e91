"""A page as the rest of the site sees it: its terms, whether it is shown now, its entry and its summary."""

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen.catalog.permalinks import content_path, page_url
from sitegen.catalog.taxonomy import Vocabulary, match
from sitegen.model import CollectionFacts, Entry, LocatedText, Notice, Page, Record, Summary, WhyUnlisted
from sitegen.model.kinds import KINDS

REQUIRED_DIMENSION = "requires.dimension"
"""The name under which `Page.terms` has the dimensions of what a level asks for."""


class PageTerms(Record, frozen=True):
    """What a page's facet fields mean.

    `ids` maps a taxonomy to term ids in the order written, `spellings` an open taxonomy to the values typed. `unknown`
    holds each value that means no term, with the vocabulary that lacks it.
    """

    ids: dict[str, tuple[str, ...]]
    spellings: dict[str, tuple[str, ...]]
    unknown: tuple[tuple[LocatedText, Vocabulary], ...]


def facet_fields(page: Page, fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the taxonomy of each field of a page that holds values; `fields` holds (taxonomy, field).

    What a level asks for comes first, then the fields in the order of `fields`.
    """
    known = {REQUIRED_DIMENSION: "dimension"} | {field: taxonomy for taxonomy, field in fields}
    return {field: taxonomy for field, taxonomy in known.items() if page.terms.get(field)}


def page_terms(page: Page, vocabularies: Iterable[tuple[str, Vocabulary]]) -> PageTerms:
    """Return what the fields of a page mean; `vocabularies` holds (field, vocabulary) of each field to read."""
    ids, spellings, unknown = {}, {}, []
    for field, words in vocabularies:
        matched = match(page.terms.get(field, ()), words)
        unknown += [(value, words) for value in matched.unknown]
        if field == REQUIRED_DIMENSION:
            continue
        if matched.ids:
            ids[words.taxonomy] = matched.ids
        if matched.spellings:
            spellings[words.taxonomy] = matched.spellings
    return PageTerms(ids, spellings, tuple(unknown))


def why_unlisted(
    page: Page, timezone: Callable[[], str], shows_drafts: Callable[[], bool], has_come: Callable[[str], bool]
) -> WhyUnlisted:
    """Return why a page is not shown now, or an empty text if it is.

    The functions are called only if the page depends on what they return: the site's time zone, whether drafts are
    shown, and whether a moment (ISO 8601 with offset) has come.
    """
    if page.draft and not shows_drafts():
        return "draft"
    if page.is_wrong:
        return "wrong"
    if page.publish and not has_come(_moment(page.publish, timezone())):
        return "not yet published"
    if page.expires and has_come(_moment(page.expires, timezone())):
        return "expired"
    return ""


def notice_of(page: Page, why: WhyUnlisted) -> Notice | None:
    """Return what a preview says of a page that it shows and readers do not see, or None; `why` is why they do not."""
    notice = Notice(
        is_draft=page.draft,
        publish=page.publish if why == "not yet published" else "",
        expires=page.expires if why == "expired" else "",
    )
    return None if notice == Notice() else notice


def entry_of(
    page: Page, collection: CollectionFacts, terms: PageTerms, why: WhyUnlisted, notice: Notice | None = None
) -> Entry:
    """Return the entry of a page of a folder; `why` it is not shown, or the `notice` with which a preview shows it."""
    fields = {
        "channels": tuple(value.text for value in page.terms.get("channels", ())),
        "issue": (page.issue,) if page.issue else (),
        "kind": (page.kind,),
        "focus_areas": tuple(
            content_path(ref.text, KINDS["focus-area"].folder) for ref in page.refs.get("focus_areas", ())
        ),
    }
    return Entry(
        path=page.path,
        collection=page.collection,
        kind=page.kind,
        url=page_url(collection, page.slug),
        listed=not why,
        why_unlisted=why,
        date=page.date,
        updated=page.updated,
        weight=page.weight,
        terms=terms.ids,
        spellings=terms.spellings,
        fields={name: values for name, values in fields.items() if values},
        aliases=page.aliases,
        located_slug=page.located_slug,
        sort_date=page.sort_date,
        notice=notice,
        is_missing=page.is_missing,
    )


def summary_of(page: Page, entry: Entry, duration: int) -> Summary:
    """Return what lists show of a page; `duration` of its film in seconds. A wrong page has its path for a title."""
    if page.is_wrong:
        return Summary(path=entry.path, collection=entry.collection, kind=entry.kind, url=entry.url, title=entry.path)
    return Summary(
        path=entry.path,
        collection=entry.collection,
        kind=entry.kind,
        url=entry.url,
        title=page.title,
        summary=page.summary,
        date=page.date,
        updated=page.updated,
        lang=page.lang,
        image=page.image,
        terms=entry.terms,
        duration=duration,
        issue=page.issue,
        date_shown=page.date_shown,
        notice=entry.notice,
        is_missing=entry.is_missing,
    )


def _moment(local: str, timezone: str) -> str:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(timezone)).isoformat()
