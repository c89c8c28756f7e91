"""What the template of a list is given: its cards, what it is narrowed by, its filters and its pager."""

from collections.abc import Callable, Mapping, Sequence

from sitegen.catalog.facets import FacetTerms
from sitegen.catalog.permalinks import facets_url, feed_url, list_url, pair_url, term_url, terms_url
from sitegen.model import Collection, Record
from sitegen.model.kinds import KINDS
from sitegen.render import views

LinkTo = Callable[[str], str]
"""Returns the link of a site address."""

Selected = tuple[tuple[str, str], ...]
"""What a list is narrowed by: none, one or two (facet, term), in the order of the collection's facets."""

_NAMED = 4
"""So many of what a list holds are named in its description."""


class Together(Record, frozen=True):
    """The (facet, term) that the options of a facet are combined with, and how many pages each of them has with it."""

    other: tuple[str, str]
    counts: Mapping[str, int]


def listing(
    collection: Collection,
    cards: Sequence[views.Card],
    facets: Sequence[FacetTerms],
    link: LinkTo,
    *,
    number: int,
    count: int,
    total: int,
    selected: Selected = (),
    together: Mapping[str, Together] | None = None,
    sorts: tuple[str, ...] = (),
) -> views.Listing:
    """Return page `number` of a collection's list, or of the list of what is selected in it.

    `count` pages are in this list, `total` in the collection. `together` has the facets whose options lead to pairs.
    `sorts` are the orders that a reader can choose.
    """
    chips = tuple(_chip(one, facets, collection, link, selected) for one in selected)
    offered = tuple(facet(terms, collection, link, selected, (together or {}).get(terms.id)) for terms in facets)
    base = address(collection, selected)
    first = (number - 1) * collection.per_page + 1 if cards else 0
    one, many = nouns(collection)
    page_url = link(base if number == 1 else f"{base}page/{number}/")
    return views.Listing(
        title=title(collection, [_label_within(chip, facets) for chip in chips]),
        description=collection.description,
        count=count,
        total=total,
        first=first,
        last=first + len(cards) - 1 if cards else 0,
        cards=tuple(cards),
        facets=offered,
        pager=pager(base, number, page_count(count, collection.per_page), link),
        clear_url=link(list_url(collection)) if selected and collection.has_list else "",
        feed=feed_of(collection, selected, link),
        chips=chips,
        live=_live(collection, link, page_url, sorts) if offered and collection.has_list else None,
        one=one,
        many=many,
        is_of_one_kind=_is_of_one_kind(collection, cards),
        has_ladder=bool(cards) and number == 1 and KINDS[cards[0].kind].is_step,
    )


def paired_facets(collection: Collection, selected: Selected) -> list[tuple[str, str, str]]:
    """Return (other, facet, term): each facet whose options lead to pairs, and the selected term they are paired with.

    On the page of a term these are the declared partners of its facet, on the page of a pair its own two facets.
    """
    chosen = [facet for facet, _ in selected]
    paired = []
    for facet, term in selected:
        for pair in collection.pairs:
            other = pair[1 - pair.index(facet)] if facet in pair else ""
            if other and (len(selected) == 1 or other in chosen):
                paired.append((other, facet, term))
    return paired


def groups(
    collection: Collection,
    terms: Sequence[str],
    cards: Sequence[views.Card],
    labels: Mapping[str, str],
    label_of_none: str,
    link: LinkTo,
) -> tuple[views.Group, ...]:
    """Return the cards of a list under the terms that it is grouped by, in the order of their first cards.

    `terms` holds the term of each card, or an empty text; `labels` names the terms, `label_of_none` the group of cards
    without one.
    """
    by_term: dict[str, list[views.Card]] = {}
    for term, card in zip(terms, cards, strict=True):
        by_term.setdefault(term, []).append(card)
    result = []
    for term, group in by_term.items():
        label = labels[term] if term else label_of_none
        more = views.Link(label, link(term_url(collection, collection.group_by, term))) if term else None
        result.append(views.Group(label, tuple(group), more))
    return tuple(result)


def title(collection: Collection, terms: Sequence[str]) -> str:
    """Return the title of a list: that of its collection, with the labels of the terms that narrow it."""
    return f"{collection.title}: {', '.join(terms)}" if terms else collection.title


def description(collection: Collection, listing: views.Listing) -> str:
    """Return what a page of a list is said to hold: the whole list as its collection is described, others by titles."""
    if not listing.chips and listing.pager.number == 1 and collection.description:
        return collection.description
    number = f", page {listing.pager.number} of {listing.pager.total}" if listing.pager.number > 1 else ""
    return described(listing.title + number, [card.title for card in listing.cards])


def described(title: str, names: Sequence[str]) -> str:
    """Return a description of what has a title and holds what has these names: the first of them."""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{title}: {'; '.join(names[:_NAMED])}{more}" if names else title


def address(collection: Collection, selected: Selected) -> str:
    """Return the address of the first page of a list."""
    if len(selected) > 1:
        return pair_url(collection, selected[0], selected[1])
    return term_url(collection, *selected[0]) if selected else list_url(collection)


def feed_of(collection: Collection, selected: Selected, link: LinkTo) -> str:
    """Return the link to the feed of a list: of its one term, else of its collection; empty if there is none."""
    one = selected[0] if len(selected) == 1 else ("", "")
    return link(feed_url(collection, *one)) if collection.has_feed else ""


def facet(
    terms: FacetTerms, collection: Collection, link: LinkTo, selected: Selected = (), together: Together | None = None
) -> views.Facet:
    """Return a filter of a list with all terms that are offered; those without pages lead nowhere.

    Where its options are combined with another term they lead to pairs; those of no pages lead nowhere.
    """

    def option(term: str, label: str, count: int) -> views.Option:
        shown, url = count, term_url(collection, terms.id, term) if count else ""
        if together:
            shown = together.counts.get(term, 0)
            url = pair_url(collection, (terms.id, term), together.other) if shown else ""
        return views.Option(
            id=term, label=label, count=shown, url=url and link(url), is_current=(terms.id, term) in selected
        )

    options = tuple(option(term.id, term.label, count) for term, count in terms.terms)
    is_open = terms.id in [name for name, _ in selected]
    return views.Facet(
        id=terms.id, label=terms.label, url=link(terms_url(collection, terms.id)), options=options, is_open=is_open
    )


def _chip(
    chosen: tuple[str, str], facets: Sequence[FacetTerms], collection: Collection, link: LinkTo, selected: Selected
) -> views.Chip:
    name, term = chosen
    shown = next((facet for facet in facets if facet.id == name), None)
    label = next((t.label for t, _ in shown.terms if t.id == term), term) if shown else term
    rest = tuple(other for other in selected if other != chosen)
    url = link(address(collection, rest)) if rest or collection.has_list else ""
    return views.Chip(facet=name, term=term, facet_label=shown.label if shown else name, term_label=label, url=url)


def _label_within(chip: views.Chip, facets: Sequence[FacetTerms]) -> str:
    """Return the label of a term; with that of its facet where a term of another one has the same."""
    others = (facet for facet in facets if facet.id != chip.facet)
    is_alone = all(term.label != chip.term_label for facet in others for term, _ in facet.terms)
    return chip.term_label if is_alone else f"{chip.term_label} ({chip.facet_label.lower()})"


def _is_of_one_kind(collection: Collection, cards: Sequence[views.Card]) -> bool:
    """Return whether all pages of a list are of one kind, so that its rows need not say it."""
    kinds = {card.kind for card in cards}
    return len(collection.sources) <= 1 and len(kinds) == 1 and not any(KINDS[kind].named_by for kind in kinds)


def _live(collection: Collection, link: LinkTo, page: str, sorts: tuple[str, ...]) -> views.Live:
    return views.Live(
        index=link(facets_url(collection)),
        list=link(list_url(collection)),
        page=page,
        per_page=collection.per_page,
        sorts=sorts,
    )


def nouns(collection: Collection) -> tuple[str, str]:
    """Return the singular and the plural of a collection's pages within a sentence: tool, tools.

    A small letter begins it, but where its first word is a name: the one of the collection's title (Hank story).
    """
    one = collection.singular or collection.title
    first, *rest = one.split()
    if not rest or first != collection.title.split()[0]:
        one = one[:1].lower() + one[1:]
    if one.endswith("y") and one[-2:-1] not in tuple("aeiou"):
        return one, f"{one[:-1]}ies"
    return one, f"{one}es" if one.endswith(("s", "x", "ch", "sh")) else f"{one}s"


def wing(collection: Collection, count: int, cards: tuple[views.Card, ...], url: str) -> views.Wing:
    """Return a collection as its gallery shows it; `count` pages in all, `cards` of those shown."""
    one, many = nouns(collection)
    return views.Wing(
        link=views.Link(collection.title, url),
        description=collection.description,
        kind=collection.kind or (cards[0].kind if cards else "page"),
        count=f"{count:,} {one if count == 1 else many}",
        cards=cards,
        is_newest=any(card.date_iso for card in cards),
    )


def page_count(count: int, per_page: int) -> int:
    """Return the number of pages of a list: at least one."""
    return max(1, -(-count // per_page))


def pager(base: str, number: int, total: int, link: LinkTo) -> views.Pager:
    """Return the pager of a list: the first, the last, and two pages on each side of the current one, with gaps."""

    def at(page: int) -> str:
        return link(base if page == 1 else f"{base}page/{page}/")

    shown = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    pages: list[views.PageLink] = []
    for page in shown:
        if pages and page > pages[-1].number + 1:
            pages.append(views.PageLink(0, ""))
        pages.append(views.PageLink(page, at(page), page == number))
    previous = at(number - 1) if number > 1 else ""
    following = at(number + 1) if number < total else ""
    return views.Pager(number=number, total=total, previous=previous, next=following, pages=tuple(pages))
