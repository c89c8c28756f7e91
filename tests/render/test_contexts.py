"""What templates are given: lists, filters, pagers, downloads and films, as people read them."""

from typing import Any

import pytest

from sitegen.catalog.facets import FacetTerms
from sitegen.model import (
    Bar,
    Bars,
    Body,
    Collection,
    Download,
    Film,
    Heading,
    Html,
    Image,
    Marked,
    Page,
    Panel,
    Question,
    Slide,
    Stat,
    Summary,
    Term,
    WebLink,
)
from sitegen.render import contexts, views

TOOLS = Collection("tools", "Tools", description="Sheets.", address="tools", facets=("topic",), per_page=2)
TERMS = ((Term("quality", "Quality"), 3), (Term("service", "Service"), 0), (Term("history", "History"), 1))
TOPIC = FacetTerms("topic", "Topic", is_open=False, terms=TERMS)


def link(url: str) -> str:
    return f"/sub{url}"


def label(taxonomy: str, term: str) -> str:
    return f"{taxonomy} {term}"


def html(body: Body) -> str:
    return "".join(segment.html for segment in body.segments if isinstance(segment, Html))


def listing(number: int = 1, *, cards: int = 2, count: int = 5, **facts: Any) -> views.Listing:
    collection = facts.pop("collection", TOOLS)
    shown = [views.Card(f"/sub/tools/{n}/", str(n), "", "tool", "Tool") for n in range(cards)]
    return contexts.listing(collection, shown, [TOPIC], link, number=number, count=count, total=9, **facts)


def test_a_card_has_labels_for_its_terms_and_ids_for_its_levels() -> None:
    terms = {"level": ("3",), "format": ("pdf", "word"), "region": ("ohio",), "topic": ("quality",)}
    summary = Summary(
        "tools/x.md", "tools", "tool", "/tools/x/", "X", "Short.", "2017-10-01", terms=terms, duration=61, lang="es"
    )
    assert contexts.card(summary, "", label, link) == views.Card(
        url="/sub/tools/x/",
        title="X",
        summary="Short.",
        kind="tool",
        kind_label="Tool",
        date_iso="2017-10-01",
        date="October 2017",
        levels=("3",),
        formats=("format pdf", "format word"),
        regions=("region ohio",),
        length="1 minute 1 second",
        language="es",
    )


def test_where_no_day_is_known_readers_see_the_words_of_the_writer() -> None:
    summary = Summary("stories/x.md", "stories", "story", "/x/", "X", date="2016-01-01", date_shown="Undated")
    found = contexts.card(summary, "", label, link)
    assert (found.date_iso, found.date) == ("", "Undated")


@pytest.mark.parametrize(
    ("number", "cards", "count", "shown"), [(1, 2, 5, (1, 2)), (2, 2, 5, (3, 4)), (3, 1, 5, (5, 5)), (1, 0, 0, (0, 0))]
)
def test_a_list_says_which_of_its_items_are_shown(number: int, cards: int, count: int, shown: tuple[int, int]) -> None:
    found = listing(number, cards=cards, count=count)
    assert (found.first, found.last) == shown


def test_a_whole_list_has_no_filter_to_clear() -> None:
    found = listing()
    assert (found.title, found.clear_url, found.facet_label, found.term_label) == ("Tools", "", "", "")
    assert found.feed == "/sub/tools/feed.xml"


def test_the_list_of_a_term_names_it_and_leads_back() -> None:
    found = listing(selected=("topic", "quality"))
    assert (found.title, found.clear_url) == ("Tools: Quality", "/sub/tools/")
    assert (found.facet_label, found.term_label) == ("Topic", "Quality")
    assert found.pager.next == "/sub/tools/topic/quality/page/2/"


def test_without_a_list_of_its_own_a_terms_list_leads_nowhere_back() -> None:
    hidden = Collection("x", "X", address="x", has_list=False, has_feed=False)
    found = listing(selected=("topic", "quality"), collection=hidden)
    assert (found.clear_url, found.feed) == ("", "")


def test_a_filter_offers_the_terms_that_have_pages() -> None:
    found = contexts.facet(TOPIC, TOOLS, link, ("topic", "history"))
    assert found == views.Facet(
        "topic",
        "Topic",
        "/sub/tools/topic/",
        (
            views.Option("quality", "Quality", 3, "/sub/tools/topic/quality/"),
            views.Option("history", "History", 1, "/sub/tools/topic/history/", is_current=True),
        ),
        is_open=True,
    )


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (41, 3)])
def test_a_list_has_as_many_pages_as_it_needs_and_at_least_one(count: int, pages: int) -> None:
    assert contexts.page_count(count, 20) == pages


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
    pages = contexts.pager("/x/", number, total, link).pages
    marks = ["…" if not page.number else f"[{page.number}]" if page.is_current else str(page.number) for page in pages]
    assert " ".join(marks) == shown


@pytest.mark.parametrize(
    ("number", "previous", "following"),
    [(1, "", "/sub/x/page/2/"), (2, "/sub/x/", "/sub/x/page/3/"), (3, "/sub/x/page/2/", "")],
)
def test_a_pager_leads_one_page_on_and_back(number: int, previous: str, following: str) -> None:
    pager = contexts.pager("/x/", number, 3, link)
    assert (pager.previous, pager.next) == (previous, following)


PDF = Marked("downloads/a b.pdf")


@pytest.mark.parametrize(
    ("download", "size", "expected"),
    [
        (Download(PDF), 0, views.File("/sub/downloads/a b.pdf", "a b.pdf", "PDF")),
        (
            Download(PDF, label="Guide", pages=1, paper="8.5 x 11 in"),
            339_600,
            views.File("/sub/downloads/a b.pdf", "Guide", "PDF", ("1 page", "8.5 x 11 in", "340 kB")),
        ),
        (
            Download(Marked("x.PPTX"), slides=12, pages=2),
            0,
            views.File("/sub/x.PPTX", "x.PPTX", "PowerPoint", ("2 pages", "12 slides")),
        ),
        (Download(Marked("x.odt")), 0, views.File("/sub/x.odt", "x.odt", "ODT")),
        (
            Download(url="https://e.org/a.docx", label="A"),
            0,
            views.File("https://e.org/a.docx", "A", "Word"),
        ),
        (Download(url="https://e.org/a/", label="A"), 0, views.File("https://e.org/a/", "A", "Web page")),
    ],
)
def test_a_download_says_what_it_is(download: Download, size: int, expected: views.File) -> None:
    assert contexts.downloads([(download, size)], link) == (expected,)


def test_a_film_has_its_files_and_the_paragraphs_of_its_transcript() -> None:
    film = Film(Marked("v.mp4"), None, Marked("v.vtt"), "One.\nStill one.\n\n\nTwo.\n", 200)
    assert contexts.player(film, link) == views.Player(
        "/sub/v.mp4", "", "/sub/v.vtt", ("One.\nStill one.", "Two."), "3 minutes 20 seconds"
    )


@pytest.mark.parametrize(("decorative", "alt"), [(False, "A board"), (True, "")])
def test_a_picture_that_only_decorates_has_no_text(*, decorative: bool, alt: str) -> None:
    image = Image(Marked("a.png"), "A board", decorative, "A. Person")
    assert contexts.picture(image, link) == views.Picture("/sub/a.png", alt, "A. Person")


def test_questions_panels_figures_and_links_keep_their_order() -> None:
    body, figures = Body((Html("<p>x</p>"),)), (Stat("3,500+", "teams", "A source"),)
    shown = contexts.stats(figures)
    assert shown == (views.Stat("3,500+", "teams", "A source"),)
    assert contexts.questions([Question("Why?", "why", body)], html) == (views.Question("Why?", "why", "<p>x</p>"),)  # type: ignore[arg-type]
    assert [p.number for p in contexts.panels([Panel("A", "a", body), Panel("B", "b", body, figures)], html)] == [1, 2]
    assert contexts.web_links([WebLink("Ohio", "https://e.org/", "sharepoint")]) == (
        views.WebLink("Ohio", "https://e.org/", "SharePoint site"),
    )


def test_the_bars_of_a_chart_are_drawn_against_the_longest() -> None:
    bars = (Bar("Trades", "242,500"), Bar("UFCW", "100,000"), Bar("None", "0"))
    shown = contexts.bars(Bars("Unions", "members", "2013", bars))
    assert shown == views.Bars(
        "Unions",
        (
            views.Bar("Trades", "242,500 members", "100%"),
            views.Bar("UFCW", "100,000 members", "41.24%"),
            views.Bar("None", "0 members", "0%"),
        ),
        "2013",
    )


@pytest.mark.parametrize(("unit", "value"), [("percent", "75 percent"), ("%", "75%")])
def test_percentages_are_drawn_against_a_hundred(unit: str, value: str) -> None:
    shown = contexts.bars(Bars("Targets", unit, "", (Bar("2016", "75"),)))
    assert shown is not None
    assert shown.bars == (views.Bar("2016", value, "75%"),)


def test_a_chart_of_nothing_has_bars_of_no_length() -> None:
    shown = contexts.bars(Bars("Targets", "", "", (Bar("2016", "0"),)))
    assert shown is not None
    assert shown.bars == (views.Bar("2016", "0", "0%"),)
    assert contexts.bars(None) is None


def test_slides_are_numbered_and_have_their_pictures() -> None:
    body, image = Body((Html("<p>x</p>"),)), Image(Marked("a.png"), "A board")
    shown = contexts.slides(
        [Slide("A", "a", body, body, image), Slide("B", "b", body)], html, lambda found: contexts.picture(found, link)
    )
    assert [(s.number, s.title, s.body_html, s.notes_html) for s in shown] == [
        (1, "A", "<p>x</p>", "<p>x</p>"),
        (2, "B", "<p>x</p>", ""),
    ]
    assert [s.picture and s.picture.alt for s in shown] == ["A board", None]


@pytest.mark.parametrize(("levels", "shown"), [([2, 3, 4, 2], [2, 3, 2]), ([2, 2], []), ([2, 4, 4, 4], []), ([], [])])
def test_a_page_of_few_headings_has_no_table_of_contents(levels: list[int], shown: list[int]) -> None:
    found = tuple(Heading(level, f"h{at}", f"H{at}") for at, level in enumerate(levels))
    page = Page("a/x.md", "a", "page", "X", "x", body=Body(headings=found))
    assert [heading.level for heading in contexts.headings(page)] == shown
