"""What the head of a page says: title, description, canonical address, feeds, structured data."""

import json
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from sitegen.assets.pictures.share_picture import HEIGHT, WIDTH
from sitegen.model import Collection, Film, Gallery, Page, Record, SiteSettings
from sitegen.model.kinds import KINDS
from sitegen.render import dates, views
from sitegen.render.templates import as_html


class FilmFacts(Record, frozen=True):
    """What a film's page tells machines: absolute addresses of film and poster, length in seconds, 0 if unknown."""

    src: str
    poster: str = ""
    seconds: int = 0


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
    settings: SiteSettings,
    canonical: str,
    *,
    image: str = "",
    share: str = "",
    film: FilmFacts | None = None,
    previous: str = "",
    next_: str = "",
) -> views.Head:
    """Return the head of an item's page; addresses absolute, `previous` and `next_` links.

    `image` is the page's own picture, `share` the one drawn for shared links, which goes before it.
    """
    kind = KINDS[page.kind]
    facts = {
        "@context": "https://schema.org",
        "@type": kind.schema_type,
        "headline" if kind.is_article else "name": page.title,
        "description": page.summary,
        "url": canonical,
        "inLanguage": page.lang or settings.language,
        "image": image or share,
        "datePublished": dates.rfc3339(page.date, settings.timezone) if page.date and not page.date_shown else "",
        "dateModified": dates.rfc3339(page.updated, settings.timezone) if page.updated else "",
        "contentUrl": film.src if film else "",
        "thumbnailUrl": film.poster if film else "",
        "duration": dates.iso_length(film.seconds) if film else "",
        "isPartOf": {"@type": "WebSite", "name": settings.title, "url": settings.base_url.rstrip("/") + "/"},
    }
    return views.Head(
        title=f"{page.title} | {settings.title}",
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
    collection: Collection,
    settings: SiteSettings,
    canonical: str,
    *,
    feeds: tuple[views.Link, ...] = (),
    pager: views.Pager | None = None,
) -> views.Head:
    """Return the head of a list's page."""
    number = f", page {pager.number} of {pager.total}" if pager and pager.number > 1 else ""
    facts = {"@context": "https://schema.org", "@type": "CollectionPage", "name": title, "url": canonical}
    return views.Head(
        title=f"{title}{number} | {settings.title}",
        description=collection.description or f"{title} of {settings.title}",
        canonical=canonical,
        json_ld=json_ld(facts),
        feeds=tuple(views.Link(f"{feed.label} | {settings.title}", feed.url) for feed in feeds),
        previous=pager.previous if pager else "",
        next=pager.next if pager else "",
    )


def gallery_head(gallery: Gallery, settings: SiteSettings, canonical: str) -> views.Head:
    """Return the head of a page over several collections."""
    facts = {"@context": "https://schema.org", "@type": "CollectionPage", "name": gallery.title, "url": canonical}
    description = gallery.description or f"{gallery.title} of {settings.title}"
    return views.Head(
        title=f"{gallery.title} | {settings.title}",
        description=description,
        canonical=canonical,
        json_ld=json_ld(facts),
    )


def plain_head(title: str, settings: SiteSettings, canonical: str, *, is_indexed: bool = True) -> views.Head:
    """Return the head of a page that is neither an item nor a list; an empty title stands for the site's own."""
    full = f"{title} | {settings.title}" if title else settings.title
    facts = {"@context": "https://schema.org", "@type": "WebSite", "name": settings.title, "url": canonical}
    return views.Head(
        title=full,
        description=settings.description,
        canonical=canonical,
        json_ld="" if title else json_ld(facts),
        is_indexed=is_indexed,
    )


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
