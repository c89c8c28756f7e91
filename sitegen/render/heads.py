"""What the head of a page says: title, description, canonical address, feeds, structured data."""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from sitegen.assets.pictures.share_picture import HEIGHT, WIDTH
from sitegen.model import Film, Gallery, Page, Record
from sitegen.model.kinds import KINDS
from sitegen.render import dates, views
from sitegen.render.templates import as_html

_FEWEST_STEPS = 2
_FILM, _WITHOUT_FILM = "VideoObject", "WebPage"


class FilmFacts(Record, frozen=True):
    """What a film's page tells machines: absolute addresses of film and poster, length in seconds, 0 if unknown."""

    src: str
    poster: str = ""
    seconds: int = 0


class SiteFacts(Record, frozen=True, kw_only=True):
    """What the page of an item says of its site; `base_url` has no slash at its end."""

    title: str
    base_url: str
    language: str
    timezone: str


def film_facts(film: Film | None, link: Callable[[str], str], seconds: int) -> FilmFacts | None:
    """Return what a page tells machines of its film, or None if the film is not on this site.

    `link` returns the absolute address of a file, `seconds` is what the file itself says of its length.
    """
    if film is None or film.src is None:
        return None
    poster = link("/" + film.poster.text) if film.poster else ""
    return FilmFacts(link("/" + film.src.text), poster, film.duration or seconds)


def item_head(
    page: Page,
    site: SiteFacts,
    canonical: str,
    *,
    image: str = "",
    share: str = "",
    film: FilmFacts | None = None,
    previous: str = "",
    next_: str = "",
) -> views.Head:
    """Return the head of an item's page; addresses absolute, `previous` and `next_` links.

    `image` is the page's own picture, `share` the one drawn for shared links, which goes before it. A film is told only
    with its day, which search engines ask for.
    """
    kind = KINDS[page.kind]
    if not page.date:
        film = None
    facts = {
        "@context": "https://schema.org",
        "@type": _WITHOUT_FILM if kind.schema_type == _FILM and film is None else kind.schema_type,
        "headline" if kind.is_article else "name": page.title,
        "description": page.summary,
        "url": canonical,
        "inLanguage": page.lang or site.language,
        "image": image or share,
        "datePublished": dates.iso_8601(page.date, site.timezone),
        "uploadDate": dates.iso_8601(page.date, site.timezone) if film else "",
        "dateModified": dates.iso_8601(page.updated, site.timezone),
        "contentUrl": film.src if film else "",
        "thumbnailUrl": film.poster if film else "",
        "duration": dates.iso_length(film.seconds) if film else "",
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": f"{site.base_url}/"},
    }
    return views.Head(
        title=f"{page.title} | {site.title}",
        description=page.summary,
        canonical=canonical,
        kind="article" if kind.is_article else "website",
        image=share or image,
        image_alt=page.title if share else page.image.alt if page.image and image else "",
        json_ld=json_ld({name: value for name, value in facts.items() if value}),
        previous=previous,
        next=next_,
        language=page.lang,
        image_size=(WIDTH, HEIGHT) if share else (0, 0),
    )


def list_head(
    title: str,
    description: str,
    site_title: str,
    canonical: str,
    *,
    feeds: tuple[views.Link, ...] = (),
    pager: views.Pager | None = None,
) -> views.Head:
    """Return the head of a list's page."""
    number = f", page {pager.number} of {pager.total}" if pager and pager.number > 1 else ""
    facts = {"@context": "https://schema.org", "@type": "CollectionPage", "name": title, "url": canonical}
    return views.Head(
        title=f"{title}{number} | {site_title}",
        description=description,
        canonical=canonical,
        json_ld=json_ld(facts),
        feeds=tuple(views.Link(f"{feed.label} | {site_title}", feed.url) for feed in feeds),
        previous=pager.previous if pager else "",
        next=pager.next if pager else "",
    )


def gallery_head(gallery: Gallery, site_title: str, canonical: str) -> views.Head:
    """Return the head of a page over several collections."""
    facts = {"@context": "https://schema.org", "@type": "CollectionPage", "name": gallery.title, "url": canonical}
    description = gallery.description or f"{gallery.title} of {site_title}"
    return views.Head(
        title=f"{gallery.title} | {site_title}",
        description=description,
        canonical=canonical,
        json_ld=json_ld(facts),
    )


def plain_head(title: str, site_title: str, description: str, canonical: str, *, is_indexed: bool = True) -> views.Head:
    """Return the head of a page that is neither an item nor a list; an empty title stands for the site's own."""
    full = f"{title} | {site_title}" if title else site_title
    facts = {"@context": "https://schema.org", "@type": "WebSite", "name": site_title, "url": canonical}
    return views.Head(
        title=full,
        description=description,
        canonical=canonical,
        json_ld="" if title else json_ld(facts),
        is_indexed=is_indexed,
    )


def breadcrumb_ld(crumbs: Sequence[views.Link], start: str) -> str:
    """Return where a page stands as structured data, or an empty text for the home page; `start` is the site's origin.

    A step without a page of its own is left out. Source: https://schema.org/BreadcrumbList.
    """
    steps = [crumb for crumb in crumbs if crumb.url]
    if len(steps) < _FEWEST_STEPS:
        return ""
    items = [
        {"@type": "ListItem", "position": at, "name": step.label, "item": start + step.url}
        for at, step in enumerate(steps, 1)
    ]
    return json_ld({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})


def with_version(context: dict[str, Any]) -> dict[str, Any]:
    """Return the context of a page with a digest of it, but for what all pages share, in its head."""
    if "head" not in context:
        return context
    said = {name: value for name, value in context.items() if name != "chrome"}
    digest = blake2b(msgspec.msgpack.encode(said, enc_hook=str), digest_size=4).hexdigest()
    return context | {"head": msgspec.structs.replace(context["head"], version=digest)}


def json_ld(facts: Mapping[str, object]) -> str:
    """Return structured data as JSON that is safe inside a script element."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return as_html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
