"""What the template of a list is given: cards, chips, filters and pagers, as people read them."""

from typing import Any

import msgspec
import pytest

from sitegen.catalog.facets import FacetTerms
from sitegen.model import Collection, Term
from sitegen.render import listings, views

TOOLS = Collection(id="tools", title="Tools", description="Sheets.", address="tools", facets=("topic",), per_page=2)
TERMS = ((Term("quality", "Quality"), 3), (Term("service", "Service"), 0), (Term("history", "History"), 1))
TOPIC = FacetTerms("topic", "Topic", is_open=False, terms=TERMS)


LEVEL = FacetTerms("level", "Level", is_open=False, terms=((Term("1", "Level 1"), 2), (Term("2", "Level 2"), 1)))
PAIRED = Collection(id="tools", title="Tools", singular="Tool", address="tools", facets=("topic", "level"))


def link(url: str) -> str:
    return f"/sub{url}"


def listing(number: int = 1, *, cards: int = 2, count: int = 5, kind: str = "tool", **facts: Any) -> views.Listing:
    collection = facts.pop("collection", TOOLS)
    shown = [
        views.Card(url=f"/sub/tools/{n}/", title=str(n), summary="", kind=kind, kind_label="Tool") for n in range(cards)
    ]
    return listings.listing(collection, shown, [TOPIC], link, number=number, count=count, total=9, **facts)


@pytest.mark.parametrize(
    ("number", "cards", "count", "shown"), [(1, 2, 5, (1, 2)), (2, 2, 5, (3, 4)), (3, 1, 5, (5, 5)), (1, 0, 0, (0, 0))]
)
def test_a_list_says_which_of_its_items_are_shown(number: int, cards: int, count: int, shown: tuple[int, int]) -> None:
    page = listing(number, cards=cards, count=count)
    assert (page.first, page.last) == shown


@pytest.mark.parametrize(
    ("kind", "number", "cards", "has_ladder"),
    [("level", 1, 2, True), ("level", 2, 2, False), ("level", 1, 0, False), ("tool", 1, 2, False)],
)
def test_the_first_page_of_a_list_of_levels_has_their_ladder(
    kind: str, number: int, cards: int, *, has_ladder: bool
) -> None:
    assert listing(number, cards=cards, kind=kind).has_ladder is has_ladder


@pytest.mark.parametrize(
    ("kind", "sources", "is_of_one_kind"),
    [
        ("story", (), True),
        ("story", ("stories",), True),
        ("story", ("stories", "tools"), False),
        ("tool", (), False),
        ("", (), False),
    ],
)
def test_a_list_of_one_kind_need_not_say_it_but_tools_say_their_type(
    kind: str, sources: tuple[str, ...], *, is_of_one_kind: bool
) -> None:
    collection = msgspec.structs.replace(TOOLS, sources=sources)
    page = listing(cards=2 if kind else 0, kind=kind, collection=collection)
    assert page.is_of_one_kind is is_of_one_kind


def test_a_whole_list_has_no_filter_to_clear() -> None:
    page = listing()
    assert (page.title, page.clear_url, page.chips) == ("Tools", "", ())
    assert page.feed == "/sub/tools/feed.xml"


def test_the_list_of_a_term_names_it_and_leads_back() -> None:
    page = listing(selected=(("topic", "quality"),))
    assert (page.title, page.clear_url) == ("Tools: Quality", "/sub/tools/")
    assert page.chips == (
        views.Chip(facet="topic", term="quality", facet_label="Topic", term_label="Quality", url="/sub/tools/"),
    )
    assert page.feed == "/sub/tools/topic/quality/feed.xml"
    assert page.pager.next == "/sub/tools/topic/quality/page/2/"


def test_a_term_whose_label_another_facet_has_too_is_told_with_its_facet() -> None:
    types = FacetTerms("type", "Type", is_open=False, terms=((Term("quality-check", "Quality"), 1),))
    both = Collection(id="tools", title="Tools", address="tools", facets=("topic", "type"))
    pages = [
        listings.listing(both, [], [TOPIC, types], link, number=1, count=1, total=1, selected=((facet, term),))
        for facet, term in (("topic", "quality"), ("type", "quality-check"), ("topic", "history"))
    ]
    assert [page.title for page in pages] == ["Tools: Quality (topic)", "Tools: Quality (type)", "Tools: History"]


def test_the_whole_list_is_described_as_its_collection_and_others_by_what_they_hold() -> None:
    first, second, term = listing(cards=6), listing(2), listing(cards=1, selected=(("topic", "quality"),))
    assert listings.description(TOOLS, first) == "Sheets."
    assert listings.description(TOOLS, second) == "Tools, page 2 of 3: 0; 1"
    assert listings.description(TOOLS, term) == "Tools: Quality: 0"
    assert listings.description(PAIRED, first) == "Tools: 0; 1; 2; 3 and 2 more"
    assert listings.description(PAIRED, listing(cards=0)) == "Tools"


def test_without_a_list_of_its_own_a_terms_list_leads_nowhere_back() -> None:
    hidden = Collection(id="x", title="X", address="x", has_list=False, has_feed=False)
    page = listing(selected=(("topic", "quality"),), collection=hidden)
    assert (page.clear_url, page.feed) == ("", "")


def test_a_filter_leads_to_the_terms_that_have_pages() -> None:
    facet = listings.facet(TOPIC, TOOLS, link, (("topic", "history"),))
    assert facet == views.Facet(
        id="topic",
        label="Topic",
        url="/sub/tools/topic/",
        options=(
            views.Option(id="quality", label="Quality", count=3, url="/sub/tools/topic/quality/"),
            views.Option(id="service", label="Service", count=0, url=""),
            views.Option(id="history", label="History", count=1, url="/sub/tools/topic/history/", is_current=True),
        ),
        is_open=True,
    )


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (41, 3)])
def test_a_list_has_as_many_pages_as_it_needs_and_at_least_one(count: int, pages: int) -> None:
    assert listings.page_count(count, 20) == pages


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [
        (1, 1, "[1]"),
        (1, 2, "[1] 2"),
        (1, 9, "[1] 2 3 … 9"),
        (4, 9, "1 2 3 [4] 5 6 … 9"),
        (5, 9, "1 … 3 4 [5] 6 7 … 9"),
        (9, 9, "1 … 7 8 [9]"),
        (3, 5, "1 2 [3] 4 5"),
    ],
)
def test_a_pager_shows_the_ends_and_two_pages_around(number: int, total: int, shown: str) -> None:
    pages = listings.pager("/x/", number, total, link).pages
    marks = ["…" if not page.number else f"[{page.number}]" if page.is_current else str(page.number) for page in pages]
    assert " ".join(marks) == shown


@pytest.mark.parametrize(
    ("number", "previous", "following"),
    [(1, "", "/sub/x/page/2/"), (2, "/sub/x/", "/sub/x/page/3/"), (3, "/sub/x/page/2/", "")],
)
def test_a_pager_leads_one_page_on_and_back(number: int, previous: str, following: str) -> None:
    pager = listings.pager("/x/", number, 3, link)
    assert (pager.previous, pager.next) == (previous, following)


def test_the_list_of_a_pair_names_both_and_each_can_go() -> None:
    selected = (("topic", "quality"), ("level", "2"))
    page = listings.listing(PAIRED, [], [TOPIC, LEVEL], link, number=1, count=1, total=4, selected=selected)
    assert page.title == "Tools: Quality, Level 2"
    assert [(chip.term_label, chip.url) for chip in page.chips] == [
        ("Quality", "/sub/tools/level/2/"),
        ("Level 2", "/sub/tools/topic/quality/"),
    ]
    assert page.feed == "/sub/tools/feed.xml"


def test_options_beside_a_term_lead_to_pairs_and_those_without_pages_nowhere() -> None:
    together = listings.Together(("topic", "quality"), {"2": 1})
    facet = listings.facet(LEVEL, PAIRED, link, (("topic", "quality"),), together)
    assert [(option.count, option.url) for option in facet.options] == [
        (0, ""),
        (1, "/sub/tools/topic/quality/level/2/"),
    ]


def test_filters_live_only_where_there_is_a_list_to_filter() -> None:
    live = listing(2, sorts=("title", "newest")).live
    assert live == views.Live(
        index="/sub/tools/facets.json",
        list="/sub/tools/",
        page="/sub/tools/page/2/",
        per_page=2,
        sorts=("title", "newest"),
    )
    hidden = Collection(id="x", title="X", address="x", has_list=False)
    assert listing(selected=(("topic", "quality"),), collection=hidden).live is None


@pytest.mark.parametrize(
    ("title", "singular", "expected"),
    [
        ("Tools", "Tool", ("tool", "tools")),
        ("Stories", "Story", ("story", "stories")),
        ("LMP Focus Areas", "Focus area", ("focus area", "focus areas")),
        ("Hank", "Hank story", ("Hank story", "Hank stories")),
        ("How-To Guides", "How-To Guide", ("How-To Guide", "How-To Guides")),
        ("Boxes", "Box", ("box", "boxes")),
        ("Days", "Day", ("day", "days")),
    ],
)
def test_what_one_and_several_are_called(title: str, singular: str, expected: tuple[str, str]) -> None:
    assert listings.nouns(Collection(id="x", title=title, singular=singular)) == expected


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ((), []),
        ((("topic", "quality"),), [("level", "topic", "quality"), ("region", "topic", "quality")]),
        ((("level", "1"),), [("topic", "level", "1")]),
        ((("topic", "quality"), ("level", "1")), [("level", "topic", "quality"), ("topic", "level", "1")]),
        ((("role", "x"),), []),
    ],
)
def test_options_lead_to_pairs_that_are_declared(
    selected: listings.Selected, expected: list[tuple[str, str, str]]
) -> None:
    pairs = (("topic", "level"), ("topic", "region"))
    facets = ("topic", "level", "region", "role")
    tools = Collection(id="tools", title="Tools", address="tools", facets=facets, pairs=pairs)
    assert listings.paired_facets(tools, selected) == expected


def test_cards_of_one_term_stand_together_in_the_order_of_the_first() -> None:
    hank = Collection(id="hank", title="Hank", address="hank", group_by="issue")
    cards = [views.Card(url=f"/{n}/", title=str(n), summary="", kind="story", kind_label="Story") for n in range(4)]
    groups = listings.groups(
        hank, ["fall", "", "fall", "spring"], cards, {"fall": "Fall", "spring": "Spring"}, "No issue", link
    )
    assert [(group.title, [card.title for card in group.cards]) for group in groups] == [
        ("Fall", ["0", "2"]),
        ("No issue", ["1"]),
        ("Spring", ["3"]),
    ]
    assert [group.more and group.more.url for group in groups] == [
        "/sub/hank/issue/fall/",
        None,
        "/sub/hank/issue/spring/",
    ]


@pytest.mark.parametrize(("count", "words"), [(1, "1 tool"), (0, "0 tools"), (1234, "1,234 tools")])
def test_a_wing_counts_in_words(count: int, words: str) -> None:
    wing = listings.wing(PAIRED, count, (), "/sub/tools/")
    assert (wing.count, wing.kind, wing.is_newest) == (words, "page", False)


def test_a_wing_of_a_view_has_the_kind_of_its_cards() -> None:
    card = views.Card(url="/a/", title="A", summary="", kind="video", kind_label="Video", date_iso="2017-10-01")
    wing = listings.wing(PAIRED, 1, (card,), "/sub/tools/")
    assert (wing.kind, wing.is_newest) == ("video", True)
