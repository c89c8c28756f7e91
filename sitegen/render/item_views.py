"""The page of an item as its template sees it."""

from collections.abc import Callable, Iterable

import msgspec

from sitegen.model import CheckRecord, CollectionFacts, Entry, Image, Page, Record
from sitegen.model.kinds import KINDS, label_of_kind
from sitegen.render import contexts, dates, views
from sitegen.render.templates import as_html


class ItemLinks(Record, frozen=True, kw_only=True):
    """What the rest of the site adds to an item: its lists, files and pictures, and the pages that belong to it."""

    collection: views.Link
    facets: tuple[views.TermList, ...]
    audience: tuple[str, ...]
    picture: views.Picture | None
    downloads: tuple[views.File, ...]
    film: views.Player | None
    story: views.Card | None
    groups: tuple[views.Group, ...]
    related: tuple[views.Card, ...]
    previous: views.Link | None
    next: views.Link | None
    focus_areas: tuple[views.Link, ...]
    checks: CheckRecord | None = None


def item_view(
    page: Page,
    entry: Entry,
    collection: CollectionFacts,
    links: ItemLinks,
    html: contexts.BodyHtml,
    picture_of: Callable[[Image], views.Picture | None],
) -> views.Item:
    """Return an item with everything that its page shows; bodies are rendered by `html` in the order shown."""
    kind = KINDS[page.kind]
    return views.Item(
        kind=page.kind,
        kind_label=label_of_kind(page.kind, collection.singular),
        collection=links.collection,
        title=page.title,
        summary=page.summary,
        body_html=as_html(html(page.body)),
        headings=contexts.headings(page),
        date_iso=page.date,
        date=page.date_shown or dates.short_date(page.date),
        updated_iso=page.updated,
        updated=dates.long_date(page.updated),
        levels=entry.terms.get("level", ()),
        facets=links.facets,
        picture=links.picture,
        best_used=page.best_used,
        audience=links.audience,
        downloads=links.downloads,
        film=links.film,
        links=contexts.web_links(page.links),
        questions=contexts.questions(page.questions, html),
        stats=contexts.stats(page.stats),
        panels=contexts.panels(page.panels, html),
        story=links.story,
        groups=links.groups,
        related=links.related,
        previous=links.previous,
        next=links.next,
        issue=page.issue,
        focus_areas=links.focus_areas,
        is_draft=page.draft,
        slides=contexts.slides(page.slides, html, picture_of),
        bars=contexts.bars(page.bars),
        names_kind=kind.names_kind,
        shows_date=kind.shows_date,
        has_picture_above_text=not (kind.has_picture_beside_files and links.downloads),
        is_step=kind.is_step,
        is_missing=page.is_missing,
        can_be_kept=kind.can_be_kept,
        reviewed_iso=page.reviewed,
        reviewed=dates.long_date(page.reviewed),
        checks=contexts.checks(links.checks),
        notice=contexts.notice_text(entry.notice and msgspec.structs.replace(entry.notice, is_draft=False)),
    )


def chosen_related(named: tuple[str, ...], near: Iterable[str], count: int) -> list[str]:
    """Return the related pages to show: all that the writer `named`, then `near` ones, up to `count` in all."""
    others = [path for path in near if path not in named]
    return [*named, *others][: max(count, len(named))]


def without_shown(cards: Iterable[views.Card], groups: Iterable[views.Group]) -> tuple[views.Card, ...]:
    """Return the cards whose pages stand in none of the groups."""
    shown = {card.url for group in groups for card in group.cards}
    return tuple(card for card in cards if card.url not in shown)
