"""The feeds of collections and of terms in them."""

from sitegen.catalog import permalinks
from sitegen.engine.rules import Fetch
from sitegen.model import Summary
from sitegen.render import feeds, listings
from sitegen.site.files_on_demand import publish_linked_files
from sitegen.site.first_days import first_days
from sitegen.site.inputs import RULES
from sitegen.site.members import in_feed
from sitegen.site.page_files import page
from sitegen.site.pages import summary
from sitegen.site.rendered_bodies import BodyRenderer
from sitegen.site.settings import base_path, collection_named, origin, site_text
from sitegen.site.terms import term_label


@RULES.task(is_output=True)
def feed(fetch: Fetch, name: str, facet: str, term: str) -> bytes:
    """Write the Atom feed of a collection, or of a term in it if `facet` is not empty."""
    return feed_data(fetch, name, facet, term)


def feed_data(fetch: Fetch, name: str, facet: str, term: str) -> bytes:
    """Return the bytes of a feed."""
    collection, owner, zone = collection_named(fetch, name), site_text(fetch, "title"), site_text(fetch, "timezone")
    start = fetch(origin) + fetch(base_path)
    has_texts = collection.has_full_feed and not facet
    entries = []
    for path in fetch(in_feed, name, facet, term):
        facts = fetch(summary, path)
        text = _body(fetch, path, start + facts.url) if has_texts else ""
        entries.append(feeds.feed_entry(facts, start, zone, _first_day(fetch, facts), text))
    title = listings.title(collection, [term_label(fetch, facet, term)] if facet else ())
    list_url = permalinks.list_url(collection) if collection.has_list else "/"
    data = feeds.atom(
        f"{title} | {owner}",
        collection.description,
        start + (permalinks.term_url(collection, facet, term) if facet else list_url),
        start + permalinks.feed_url(collection, facet, term),
        entries,
        site_text(fetch, "language"),
        author=owner,
    )
    publish_linked_files(fetch, data.decode())
    return data


def _first_day(fetch: Fetch, facts: Summary) -> str:
    """Return the day on which a page that says nothing of its date was first published; empty if it is not known."""
    return "" if facts.date or facts.date_shown else fetch(first_days, at=facts.url) or ""


def _body(fetch: Fetch, path: str, url: str) -> str:
    """Return the text of a page as HTML for those who read it elsewhere; `url` is its absolute address."""
    source = fetch(page, path)
    html = BodyRenderer(fetch, path, has_picture=source.image is not None).html(source.body)
    return feeds.with_absolute_links(html, fetch(origin), url)
