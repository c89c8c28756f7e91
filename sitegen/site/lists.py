"""Lists of a collection, of its terms and of pairs of them: pages, feeds and the facet index."""

import msgspec

from sitegen.catalog import permalinks
from sitegen.catalog.columns import facet_column
from sitegen.catalog.facets import CARD_BLOCK, facet_index, sorted_positions, sorts
from sitegen.engine.rules import Fetch
from sitegen.model import Collection
from sitegen.render import dates, feeds, heads, listings, views
from sitegen.site.cards import card
from sitegen.site.chrome import chrome, crumbs_above
from sitegen.site.inputs import RULES
from sitegen.site.members import has_news, in_feed, members, pair_count, shown, shown_of_pair, size
from sitegen.site.pages import summary
from sitegen.site.rendering import show
from sitegen.site.settings import base_path, collection, origin, settings, taxonomy
from sitegen.site.terms import facet_terms, term_label


@RULES.task()
def list_sorts(fetch: Fetch, name: str) -> tuple[str, ...]:
    """Give the orders in which a collection's list can be read, its own first."""
    return sorts(fetch(collection, name), fetch(members, name).entries)


@RULES.task(is_output=True)
def list_html(fetch: Fetch, name: str, number: str) -> bytes:
    """Render a page of a collection's list."""
    return _list_page(fetch, name, (), int(number), fetch(size, name), fetch(shown, name, "", "", number))


@RULES.task(is_output=True)
def term_html(fetch: Fetch, name: str, facet: str, term: str, number: str) -> bytes:
    """Render a page of the list of one term in a collection."""
    counts = {t.id: n for found in fetch(facet_terms, name) if found.id == facet for t, n in found.terms}
    paths = fetch(shown, name, facet, term, number)
    return _list_page(fetch, name, ((facet, term),), int(number), counts.get(term, 0), paths)


@RULES.task(is_output=True)
def pair_html(fetch: Fetch, name: str, facet: str, term: str, facet2: str, term2: str, number: str) -> bytes:
    """Render a page of the list of two terms together in a collection."""
    count = fetch(pair_count, name, facet, term, facet2).get(term2, 0)
    paths = fetch(shown_of_pair, name, facet, term, facet2, term2, number)
    return _list_page(fetch, name, ((facet, term), (facet2, term2)), int(number), count, paths)


@RULES.task(is_output=True)
def terms_html(fetch: Fetch, name: str, facet: str) -> bytes:
    """Render the page of all terms of a facet in a collection."""
    home = fetch(collection, name)
    base = fetch(base_path)
    terms = next((found for found in fetch(facet_terms, name) if found.id == facet), None)
    if terms is None:
        return b""
    options = listings.facet(terms, home, lambda url: base + url).options
    title = f"{home.title} by {terms.label.lower()}"
    url = permalinks.terms_url(home, facet)
    link = views.Link(home.title, base + permalinks.list_url(home) if home.has_list else "")
    index = views.TermIndex(title, link, terms.label, options)
    head = heads.list_head(title, home, fetch(settings), fetch(origin) + base + url)
    crumbs = _crumbs(fetch, home, ((terms.label, url),))
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs, "index": index}
    return show(fetch, "terms.html", context)


@RULES.task(is_output=True)
def feed(fetch: Fetch, name: str, facet: str, term: str) -> bytes:
    """Write the Atom feed of a collection, or of a term in it where `facet` is not empty."""
    home, facts = fetch(collection, name), fetch(settings)
    start = fetch(origin) + fetch(base_path)
    entries = []
    for found in (fetch(summary, path) for path in fetch(in_feed, name, facet, term)):
        published, updated = (dates.rfc3339(day, facts.timezone) if day else "" for day in (found.date, found.updated))
        entries.append(feeds.FeedEntry(start + found.url, found.title, found.summary, published, updated))
    title = listings.title(home, [fetch(term_label, facet, term)] if facet else ())
    url = permalinks.list_url(home) if home.has_list else "/"
    url = start + (permalinks.term_url(home, facet, term) if facet else url)
    feed_url = start + permalinks.feed_url(home, facet, term)
    return feeds.atom(
        f"{title} | {facts.title}", home.description, url, feed_url, entries, facts.language, author=facts.title
    )


@RULES.task(is_output=True)
def facets_json(fetch: Fetch, name: str) -> bytes:
    """Write the facet index of a collection."""
    home, base = fetch(collection, name), fetch(base_path)
    facets = fetch(facet_terms, name)
    urls = {(f.id, t.id): base + permalinks.term_url(home, f.id, t.id) for f in facets for t, _ in f.terms}
    own, *others = fetch(list_sorts, name)
    sort_urls = {own: "", **{sort: base + permalinks.sort_url(home, sort) for sort in others}}
    column_urls = {f.id: base + permalinks.column_url(home, f.id) for f in facets}
    return facet_index(name, facets, fetch(size, name), urls, column_urls, sort_urls)


@RULES.task(is_output=True)
def column_json(fetch: Fetch, name: str, facet: str) -> bytes:
    """Write a column of a collection's facet index."""
    offered = next((found for found in fetch(facet_terms, name) if found.id == facet), None)
    if offered is None:
        return b""
    entries = fetch(members, name).entries
    return facet_column([term.id for term, _ in offered.terms], (entry.terms.get(facet, ()) for entry in entries))


@RULES.task(is_output=True)
def sort_json(fetch: Fetch, name: str, sort: str) -> bytes:
    """Write another order of a collection's list: the positions of its pages."""
    positions = sorted_positions(fetch(members, name).entries, sort, lambda path: fetch(summary, path).title)
    return msgspec.json.encode(positions) + b"\n"


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


def _list_page(
    fetch: Fetch, name: str, selected: listings.Selected, number: int, count: int, paths: tuple[str, ...]
) -> bytes:
    home, base = fetch(collection, name), fetch(base_path)
    listing = listings.listing(
        home,
        [fetch(card, path) for path in paths],
        fetch(facet_terms, name),
        lambda link: base + link,
        number=number,
        count=count,
        total=fetch(size, name),
        selected=selected,
        together=_together(fetch, home, selected),
        sorts=fetch(list_sorts, name) if home.facets else (),
    )
    if home.group_by and not selected:
        listing = msgspec.structs.replace(listing, groups=_groups(fetch, home, paths, listing.cards))
    canonical = fetch(origin) + base + permalinks.numbered(listings.address(home, selected), number)
    one = selected[0] if len(selected) == 1 else ("", "")
    if not fetch(has_news, name, *one):
        listing = msgspec.structs.replace(listing, feed="")
    feed_links = [views.Link(listing.title, listing.feed)] if listing.feed and one[0] else []
    if home.has_feed and fetch(has_news, name, "", ""):
        feed_links.append(views.Link(home.title, listings.feed_of(home, (), lambda link: base + link)))
    head = heads.list_head(
        listing.title, home, fetch(settings), canonical, feeds=tuple(feed_links), pager=listing.pager
    )
    steps = [(chip.term_label, listings.address(home, selected[: at + 1])) for at, chip in enumerate(listing.chips)]
    crumbs = _crumbs(fetch, home, tuple(steps))
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs, "listing": listing}
    return show(fetch, "list.html", context)


def _groups(
    fetch: Fetch, home: Collection, paths: tuple[str, ...], cards: tuple[views.Card, ...]
) -> tuple[views.Group, ...]:
    """Give the cards of a page of a list under the terms that it is grouped by."""
    found: dict[str, list[views.Card]] = {}
    for path, one in zip(paths, cards, strict=True):
        found.setdefault(next(iter(fetch(summary, path).terms.get(home.group_by, ())), ""), []).append(one)
    return tuple(views.Group(*_heading(fetch, home, term, tuple(group))) for term, group in found.items())


def _heading(
    fetch: Fetch, home: Collection, term: str, cards: tuple[views.Card, ...]
) -> tuple[str, tuple[views.Card, ...], views.Link | None]:
    if not term:
        return f"No {fetch(taxonomy, home.group_by).label.lower()}", cards, None
    label, url = fetch(term_label, home.group_by, term), permalinks.term_url(home, home.group_by, term)
    return label, cards, views.Link(label, fetch(base_path) + url)


def _together(fetch: Fetch, home: Collection, selected: listings.Selected) -> dict[str, listings.Together]:
    """Give the facets whose options lead to pairs: on a term's page the declared ones, on a pair's its own two."""
    found: dict[str, listings.Together] = {}
    for facet, term in selected:
        for pair in home.pairs:
            other = pair[1 - pair.index(facet)] if facet in pair else ""
            is_asked = len(selected) == 1 or other in [name for name, _ in selected]
            if other and is_asked:
                found[other] = listings.Together((facet, term), fetch(pair_count, home.id, facet, term, other))
    return found


def _crumbs(fetch: Fetch, home: Collection, steps: tuple[tuple[str, str], ...]) -> tuple[views.Link, ...]:
    base = fetch(base_path)
    found = crumbs_above(fetch, home.id)
    if home.has_list:
        found.append(views.Link(home.title, base + permalinks.list_url(home)))
    return (*found, *(views.Link(label, base + url) for label, url in steps))
