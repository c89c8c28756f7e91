"""Files for other programs: Atom feeds, the sitemap, robots.txt, redirects and headers."""

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from sitegen.model import Entry, Record, Summary
from sitegen.render.dates import rfc3339

FEED_LENGTH = 20
"""How many pages a feed holds, its newest."""

UNDATED_LENGTH = 200
"""How many pages a feed holds where none has a date, so that no order tells which are new."""

NO_DATE = "1970-01-01T00:00:00+00:00"
"""What stands where Atom wants a date and there is none: no day is made up, and the same site gives the same feed."""


def newest_for_feed(listed: Sequence[Entry]) -> tuple[str, ...]:
    """Return the paths of the pages that a feed holds, of pages in list order.

    They are the newest, newest first; if none has a date, all in list order, since any of them may be the new one.
    """
    dated = [entry for entry in listed if entry.date]
    dated.sort(key=lambda entry: (entry.date, entry.path), reverse=True)
    return tuple(entry.path for entry in dated[:FEED_LENGTH] or listed[:UNDATED_LENGTH])


class FeedEntry(Record, frozen=True, kw_only=True):
    """One page in a feed: absolute address, texts, and dates as RFC 3339, or empty."""

    url: str
    title: str
    summary: str
    published: str
    updated: str


def feed_entry(facts: Summary, start: str, timezone: str) -> FeedEntry:
    """Return the feed entry of a page; absolute addresses of the site begin with `start`."""
    published, updated = (rfc3339(day, timezone) if day else "" for day in (facts.date, facts.updated))
    return FeedEntry(
        url=start + facts.url, title=facts.title, summary=facts.summary, published=published, updated=updated
    )


def atom(
    title: str, subtitle: str, url: str, feed_url: str, entries: Sequence[FeedEntry], language: str, *, author: str
) -> bytes:
    """Write an Atom feed (RFC 4287), newest first; its date is its newest entry's."""
    updated = max(map(_updated, entries), default=NO_DATE)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(language)}">',
        f"<title>{escape(title)}</title>",
        f"<subtitle>{escape(subtitle)}</subtitle>" if subtitle else "",
        f"<id>{escape(url)}</id>",
        f'<link rel="self" type="application/atom+xml" href="{escape(feed_url)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(url)}"/>',
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(author)}</name></author>",
        *(_atom_entry(entry) for entry in entries),
        "</feed>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode()


def sitemap(pages: Iterable[tuple[str, str]]) -> bytes:
    """Write a sitemap of (absolute address, date or empty), in the order given (sitemaps.org, protocol 0.9)."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url, date in pages:
        lastmod = f"<lastmod>{date}</lastmod>" if date else ""
        lines.append(f"<url><loc>{escape(url)}</loc>{lastmod}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def robots(sitemap_url: str) -> bytes:
    """Write robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap_url}\n".encode()


def redirects(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Write `_redirects` for hosts that read it: old path, new path, 301; both forms of a folder's address."""
    lines = []
    for old, new in pairs:
        forms = [old, old.rstrip("/")] if old.endswith("/") else [old]
        lines += [f"{quote(form)} {new} 301\n" for form in forms if form]
    return "".join(lines).encode()


def headers(policy: str) -> bytes:
    """Write `_headers` for hosts that read it: the policy on every page, long life for fingerprinted files."""
    text = (
        "/*\n"
        f"  Content-Security-Policy: {policy}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
    return text.encode()


def policy(feedback_origin: str = "") -> str:
    """Return the one content-security policy of the site; forms may also go to the feedback's origin."""
    form_action = f"form-action 'self' {feedback_origin}".strip()
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
        f"{form_action}; require-trusted-types-for 'script'"
    )


def _updated(entry: FeedEntry) -> str:
    return entry.updated or entry.published or NO_DATE


def _atom_entry(entry: FeedEntry) -> str:
    published = f"<published>{entry.published}</published>" if entry.published else ""
    return (
        f"<entry><title>{escape(entry.title)}</title><id>{escape(entry.url)}</id>"
        f'<link rel="alternate" type="text/html" href="{escape(entry.url)}"/>'
        f"{published}<updated>{_updated(entry)}</updated>"
        f"<summary>{escape(entry.summary)}</summary></entry>"
    )
