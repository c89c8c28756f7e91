"""Lists of a collection and of its terms: pages, feeds and the facet index."""

import msgspec

from sitegen.catalog import permalinks
from sitegen.catalog.facets import CARD_BLOCK, facet_index
from sitegen.engine.rules import Fetch
from sitegen.model import Collection
from sitegen.render import contexts, dates, feeds, heads, views
from sitegen.site.frame import base_path, chrome, origin
from sitegen.site.inputs import RULES
from sitegen.site.items import card, show
from sitegen.site.pages import summary
from sitegen.site.settings import collection, settings
from sitegen.site.tables import facet_terms, members, shown, size


@RULES.task(is_output=True)
def list_html(fetch: Fetch, name: str, number: str) -> bytes:
    """Render a page of a collection's list."""
    count = fetch(size, name)
    return _list_page(
        fetch, name, ("", ""), int(number), count, permalinks.list_url(fetch(collection, name), int(number))
    )


@RULES.task(is_output=True)
def term_html(fetch: Fetch, name: str, facet: str, term: str, number: str) -> bytes:
    """Render a page of the list of one term in a collection."""
    counts = {t.id: n for found in fetch(facet_terms, name) if found.id == facet for t, n in found.terms}
    url = permalinks.term_url(fetch(collection, name), facet, term, int(number))
    return _list_page(fetch, name, (facet, term), int(number), counts.get(term, 0), url)


@RULES.task(is_output=True)
def terms_html(fetch: Fetch, name: str, facet: str) -> bytes:
    """Render the page of all terms of a facet in a collection."""
    home = fetch(collection, name)
    base = fetch(base_path)
    terms = next((found for found in fetch(facet_terms, name) if found.id == facet), None)
    if terms is None:
        return b""
    options = contexts.facet(terms, home, lambda url: base + url, ("", "")).options
    title = f"{home.title} by {terms.label.lower()}"
    url = permalinks.terms_url(home, facet)
    link = views.Link(home.title, base + permalinks.list_url(home) if home.has_list else "")
    index = views.TermIndex(title, link, terms.label, options)
    head = heads.list_head(title, home, fetch(settings), fetch(origin) + base + url)
    crumbs = _crumbs(fetch, home, (terms.label, url))
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs, "index": index}
    return show(fetch, "terms.html", context)


@RULES.task(is_output=True)
def feed(fetch: Fetch, name: str) -> bytes:
    """Write the Atom feed of a collection: its newest dated pages."""
    home, facts = fetch(collection, name), fetch(settings)
    start = fetch(origin) + fetch(base_path)
    dated = sorted((e for e in fetch(members, name).entries if e.date), key=lambda e: (e.date, e.path), reverse=True)
    entries = []
    for found in (fetch(summary, facts_of.path) for facts_of in dated[: feeds.FEED_LENGTH]):
        published = dates.rfc3339(found.date, facts.timezone)
        updated = dates.rfc3339(found.updated, facts.timezone) if found.updated else published
        entries.append(feeds.FeedEntry(start + found.url, found.title, found.summary, published, updated))
    url = start + (permalinks.list_url(home) if home.has_list else "/")
    feed_url = f"{start}/{home.address}/feed.xml"
    title = f"{home.title} | {facts.title}"
    return feeds.atom(title, home.description, url, feed_url, entries, facts.language, author=facts.title)


@RULES.task(is_output=True)
def facets_json(fetch: Fetch, name: str) -> bytes:
    """Write the facet index of a collection."""
    home, base = fetch(collection, name), fetch(base_path)
    facets = fetch(facet_terms, name)
    urls = {(f.id, t.id): base + permalinks.term_url(home, f.id, t.id) for f in facets for t, _ in f.terms}
    return facet_index(name, facets, fetch(members, name).entries, urls)


@RULES.task(is_output=True)
def cards_json(fetch: Fetch, name: str, number: str) -> bytes:
    """Write a block of the facet index's cards, in list order; blocks are numbered from 0."""
    start = int(number) * CARD_BLOCK
    paths = fetch(members, name).table.order[start : start + CARD_BLOCK]
    cards = [fetch(card, path) for path in paths]
    return (
        msgspec.json.encode(
            [dict(zip(one.__struct_fields__, msgspec.structs.astuple(one), strict=True)) for one in cards]
        )
        + b"\n"
    )


def _list_page(fetch: Fetch, name: str, selected: tuple[str, str], number: int, count: int, url: str) -> bytes:
    home, base = fetch(collection, name), fetch(base_path)
    paths = fetch(shown, name, *selected, str(number))
    listing = contexts.listing(
        home,
        [fetch(card, path) for path in paths],
        fetch(facet_terms, name),
        lambda link: base + link,
        number=number,
        count=count,
        total=fetch(size, name),
        selected=selected,
    )
    canonical = fetch(origin) + base + url
    head = heads.list_head(listing.title, home, fetch(settings), canonical, feed=listing.feed, pager=listing.pager)
    crumb = (listing.term_label, url) if selected[0] else None
    crumbs = _crumbs(fetch, home, crumb)
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs, "listing": listing}
    return show(fetch, "list.html", context)


def _crumbs(fetch: Fetch, home: Collection, last: tuple[str, str] | None) -> tuple[views.Link, ...]:
    base = fetch(base_path)
    found = [views.Link("Home", f"{base}/")]
    if home.has_list:
        found.append(views.Link(home.title, base + permalinks.list_url(home)))
    if last:
        found.append(views.Link(last[0], base + last[1]))
    return tuple(found)
