"""Files for other programs: Atom feeds, the sitemap, robots.txt, redirects and headers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from sitegen.model import Entry, Record, Summary
from sitegen.model.date_precision import day_of, has_day
from sitegen.model.folders import OFFLINE_DATA, SERVICE_WORKER
from sitegen.render.dates import rfc3339

FEED_LENGTH = 20
"""How many pages a feed holds, its newest."""

UNDATED_LENGTH = 200
"""How many pages a feed holds where none has a date, so that no order tells which are new."""

NO_DATE = "1970-01-01T00:00:00+00:00"
"""What stands where Atom wants a date and there is none: no day is made up, and the same site gives the same feed."""


def newest_for_feed(listed: Sequence[Entry], first_days: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """Return the paths of the pages that a feed holds, of pages in list order.

    They are the newest, newest first; a page without a date is as new as the first day of its address. If none has a
    day, all in list order, since any of them may be the new one.
    """
    days = {entry.path: entry.sort_date or first_days.get(entry.url, "") for entry in listed}
    dated = sorted(filter(days.get, days), key=lambda path: (days[path], path), reverse=True)
    return tuple(dated[:FEED_LENGTH] or [entry.path for entry in listed[:UNDATED_LENGTH]])


_LINKS = re.compile(r' (href|src|srcset|poster)="([^"]*)"')
_NOT_IN_A_WORD = re.compile(r"[\s\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedEntry(Record, frozen=True, kw_only=True):
    """One page in a feed: absolute address, texts, and dates as RFC 3339, or empty; its body as HTML, if it is told."""

    url: str
    title: str
    summary: str
    published: str
    updated: str
    body_html: str = ""


def feed_entry(facts: Summary, start: str, timezone: str, first_day: str = "", body_html: str = "") -> FeedEntry:
    """Return the feed entry of a page, published on a day only where that is known.

    Absolute addresses of the site begin with `start`; those of the body are absolute already. A page without any date
    was published on its `first_day`.
    """
    days = (facts.date or first_day, facts.updated)
    published, updated = (rfc3339(day, timezone) if has_day(day) else "" for day in days)
    return FeedEntry(
        url=start + facts.url,
        title=facts.title,
        summary=facts.summary,
        published=published,
        updated=updated,
        body_html=body_html,
    )


def with_absolute_links(html: str, origin: str, url: str) -> str:
    """Return HTML whose links and pictures hold outside the site, too.

    What begins with a slash gets the site's `origin` before it, anchors the absolute `url` of their page.
    """

    def absolute(match: re.Match[str]) -> str:
        name, value = match[1], match[2]
        parts = value.split(", ") if name == "srcset" else [value]
        links = (origin + part if part.startswith("/") and not part.startswith("//") else part for part in parts)
        return f' {name}="{url if value.startswith("#") else ""}{", ".join(links)}"'

    return _LINKS.sub(absolute, html)


def atom(
    title: str, subtitle: str, url: str, feed_url: str, entries: Sequence[FeedEntry], language: str, *, author: str
) -> bytes:
    """Write an Atom feed (RFC 4287), newest first; its date is its newest entry's."""
    updated = max(map(_updated, entries), default=NO_DATE)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_as_xml(language)}">',
        f"<title>{_as_xml(title)}</title>",
        f"<subtitle>{_as_xml(subtitle)}</subtitle>" if subtitle else "",
        f"<id>{_as_xml(url)}</id>",
        f'<link rel="self" type="application/atom+xml" href="{_as_xml(feed_url)}"/>',
        f'<link rel="alternate" type="text/html" href="{_as_xml(url)}"/>',
        f"<updated>{_as_xml(updated)}</updated>",
        f"<author><name>{_as_xml(author)}</name></author>",
        *(_atom_entry(entry) for entry in entries),
        "</feed>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode()


def sitemap(pages: Iterable[tuple[str, str]]) -> bytes:
    """Write a sitemap of (absolute address, date or empty), in the order given (sitemaps.org, protocol 0.9)."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url, date in pages:
        lastmod = f"<lastmod>{_as_xml(date)}</lastmod>" if date else ""
        lines.append(f"<url><loc>{_as_xml(url)}</loc>{lastmod}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def last_change(entry: Entry) -> str:
    """Return the day (YYYY-MM-DD) on which a page last changed, as far as one is known; else an empty text."""
    return day_of(entry.updated) or day_of(entry.date)


def robots(sitemap_url: str) -> bytes:
    """Write robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {_as_link(sitemap_url)}\n".encode()


def redirects(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Write `_redirects` for hosts that read it: old path, new path, 301; both forms of a folder's address."""
    lines = []
    for old, new in pairs:
        forms = [old, old.rstrip("/")] if old.endswith("/") else [old]
        lines += [f"{_as_word(form)} {_as_link(new)} 301\n" for form in forms if form]
    return "".join(lines).encode()


def headers(policy: str) -> bytes:
    """Write `_headers` for hosts that read it: the policy on every page, long life for fingerprinted files."""
    text = (
        "/*\n"
        f"  Content-Security-Policy: {_on_one_line(policy)}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
        + "".join(f"\n/{name}\n  Cache-Control: no-cache\n" for name in (SERVICE_WORKER, OFFLINE_DATA))
    )
    return text.encode()


def policy(feedback_origin: str = "") -> str:
    """Return the one content-security policy of the site; forms may also go to the feedback's origin.

    One Trusted Types policy may be made, and once: the one that registers the service worker (static/js/offline/).
    """
    form_action = f"form-action 'self' {feedback_origin}".strip()
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
        f"{form_action}; require-trusted-types-for 'script'; trusted-types offline"
    )


def _as_word(path: str) -> str:
    """Return a path percent-encoded, so that it is one word on one line."""
    return quote(path, errors="replace")


def _as_link(url: str) -> str:
    """Return a link as it is, but for what would end the word or the line that it is: that is percent-encoded."""
    return _NOT_IN_A_WORD.sub(lambda match: quote(match[0], errors="replace"), url)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _as_xml(text: str) -> str:
    """Return a text escaped for XML; characters that XML cannot have become the one that stands for them."""
    return escape(_NOT_IN_XML.sub("\ufffd", text))


def _updated(entry: FeedEntry) -> str:
    return entry.updated or entry.published or NO_DATE


def _atom_entry(entry: FeedEntry) -> str:
    content = f'<content type="html">{_as_xml(entry.body_html)}</content>' if entry.body_html else ""
    published = f"<published>{_as_xml(entry.published)}</published>" if entry.published else ""
    return (
        f"<entry><title>{_as_xml(entry.title)}</title><id>{_as_xml(entry.url)}</id>"
        f'<link rel="alternate" type="text/html" href="{_as_xml(entry.url)}"/>'
        f"{published}<updated>{_as_xml(_updated(entry))}</updated>"
        f"<summary>{_as_xml(entry.summary)}</summary>{content}</entry>"
    )
