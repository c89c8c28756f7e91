"""The pages of lists: of a collection, of its terms and of pairs of them."""

import msgspec

from sitegen.catalog import permalinks
from sitegen.catalog.facets import sorts
from sitegen.engine.rules import Fetch
from sitegen.model import Collection
from sitegen.render import heads, listings, views
from sitegen.site.cards import cards
from sitegen.site.chrome import crumbs_above
from sitegen.site.inputs import RULES
from sitegen.site.members import feed_is_nonempty, members, pair_counts, shown, shown_of_pair, size
from sitegen.site.pages import summary
from sitegen.site.rendering import render_page
from sitegen.site.settings import base_path, collection_named, origin, site_text, taxonomy_labels
from sitegen.site.terms import offered_terms, offered_terms_of, term_label


@RULES.task()
def list_sorts(fetch: Fetch, name: str) -> tuple[str, ...]:
    """Return the orders in which a collection's list can be read, its own first."""
    return sorts(collection_named(fetch, name), fetch(members, name).entries)


@RULES.task(is_output=True)
def list_html(fetch: Fetch, name: str, number: int) -> bytes:
    """Render a page of a collection's list."""
    return _list_page(fetch, name, (), number, size(fetch, name), fetch(shown, name, "", "", number))


@RULES.task(is_output=True)
def term_html(fetch: Fetch, name: str, facet: str, term: str, number: int) -> bytes:
    """Render a page of the list of one term in a collection."""
    counts = {known.id: {term.id: count for term, count in known.terms} for known in fetch(offered_terms, name)}
    paths = fetch(shown, name, facet, term, number)
    return _list_page(fetch, name, ((facet, term),), number, counts[facet][term], paths)


@RULES.task(is_output=True)
def pair_html(fetch: Fetch, name: str, facet: str, term: str, facet2: str, term2: str, number: int) -> bytes:
    """Render a page of the list of two terms together in a collection."""
    counts = fetch(pair_counts, name, facet, facet2, at=term) or {}
    paths = fetch(shown_of_pair, name, facet, term, facet2, term2, number)
    return _list_page(fetch, name, ((facet, term), (facet2, term2)), number, counts[term2], paths)


@RULES.task(is_output=True)
def terms_html(fetch: Fetch, name: str, facet: str) -> bytes:
    """Render the page of all terms of a facet in a collection."""
    collection, base = collection_named(fetch, name), fetch(base_path)
    terms = fetch(offered_terms_of, name, facet)
    title, url = f"{collection.title} by {terms.label.lower()}", permalinks.terms_url(collection, facet)
    index = views.TermIndex(
        title=title,
        collection=views.Link(collection.title, base + permalinks.list_url(collection) if collection.has_list else ""),
        label=terms.label,
        options=listings.facet(terms, collection, lambda url: base + url).options,
    )
    described = listings.described(title, [option.label for option in index.options if option.count])
    head = heads.list_head(title, described, site_text(fetch, "title"), fetch(origin) + base + url)
    return render_page(fetch, "terms.html", head, _crumbs(fetch, collection, ((terms.label, url),)), index=index)


def _list_page(
    fetch: Fetch, name: str, selected: listings.Selected, number: int, count: int, paths: tuple[str, ...]
) -> bytes:
    collection, base = collection_named(fetch, name), fetch(base_path)
    listing = listings.listing(
        collection,
        cards(fetch, paths),
        fetch(offered_terms, name),
        lambda link: base + link,
        number=number,
        count=count,
        total=size(fetch, name),
        selected=selected,
        together=_together(fetch, collection, selected),
        sorts=fetch(list_sorts, name) if collection.facets else (),
    )
    if collection.group_by and not selected:
        listing = msgspec.structs.replace(listing, groups=_groups(fetch, collection, paths, listing.cards))
    one = selected[0] if len(selected) == 1 else ("", "")
    if not fetch(feed_is_nonempty, name, *one):
        listing = msgspec.structs.replace(listing, feed="")
    feeds = [views.Link(listing.title, listing.feed)] if listing.feed and one[0] else []
    if collection.has_feed and fetch(feed_is_nonempty, name, "", ""):
        feeds.append(views.Link(collection.title, listings.feed_of(collection, (), lambda link: base + link)))
    head = heads.list_head(
        listing.title,
        listings.description(collection, listing),
        site_text(fetch, "title"),
        fetch(origin) + base + permalinks.numbered(listings.address(collection, selected), number),
        feeds=tuple(feeds),
        pager=listing.pager,
    )
    steps = [
        (chip.term_label, listings.address(collection, selected[: at + 1])) for at, chip in enumerate(listing.chips)
    ]
    return render_page(fetch, "list.html", head, _crumbs(fetch, collection, tuple(steps)), listing=listing)


def _groups(
    fetch: Fetch, collection: Collection, paths: tuple[str, ...], shown: tuple[views.Card, ...]
) -> tuple[views.Group, ...]:
    """Return the cards of a page of a list under the terms that it is grouped by."""
    terms = [next(iter(fetch(summary, path).terms.get(collection.group_by, ())), "") for path in paths]
    labels = {term: term_label(fetch, collection.group_by, term) for term in terms if term}
    taxonomy = fetch(taxonomy_labels, at=collection.group_by) or ""
    label_of_none = "" if all(terms) else f"No {taxonomy.lower()}"
    base = fetch(base_path)
    return listings.groups(collection, terms, shown, labels, label_of_none, lambda url: base + url)


def _together(fetch: Fetch, collection: Collection, selected: listings.Selected) -> dict[str, listings.Together]:
    """Return, by its id, each facet whose options lead to pairs, with the counts of its options."""
    return {
        other: listings.Together((facet, term), fetch(pair_counts, collection.id, facet, other, at=term) or {})
        for other, facet, term in listings.paired_facets(collection, selected)
    }


def _crumbs(fetch: Fetch, collection: Collection, steps: tuple[tuple[str, str], ...]) -> tuple[views.Link, ...]:
    base, above = fetch(base_path), crumbs_above(fetch, collection.id)
    if collection.has_list:
        above.append(views.Link(collection.title, base + permalinks.list_url(collection)))
    return (*above, *(views.Link(label, base + url) for label, url in steps))
