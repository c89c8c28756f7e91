"""What templates are given: cards, downloads and films, as people read them."""

import msgspec
import pytest

from sitegen.model import (
    Bar,
    Bars,
    Body,
    Download,
    Film,
    Heading,
    Html,
    Image,
    LocatedText,
    Notice,
    Page,
    Panel,
    Question,
    Slide,
    Stat,
    Summary,
    WebLink,
)
from sitegen.render import contexts, views


def link(url: str) -> str:
    return f"/sub{url}"


def label(taxonomy: str, term: str) -> str:
    return f"{taxonomy} {term}"


def html(body: Body) -> str:
    return "".join(segment.html for segment in body.segments if isinstance(segment, Html))


def test_a_card_has_labels_for_its_terms_and_ids_for_its_levels() -> None:
    terms = {"level": ("3",), "format": ("pdf", "word"), "region": ("ohio",), "topic": ("quality",)}
    summary = Summary(
        path="tools/x.md",
        collection="tools",
        kind="tool",
        url="/tools/x/",
        title="X",
        summary="Short.",
        date="2017-10-01",
        terms=terms,
        duration=61,
        lang="es",
    )
    file = ("/sub/downloads/x.pdf", "PDF, 2 pages, 31 kB")
    assert contexts.card(summary, "", label, link, file) == views.Card(
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
        can_be_kept=True,
        file_url="/sub/downloads/x.pdf",
        file_facts="PDF, 2 pages, 31 kB",
    )


@pytest.mark.parametrize(
    ("notice", "text"),
    [
        (None, ""),
        (Notice(), ""),
        (Notice(is_draft=True), "Draft"),
        (Notice(publish="2027-01-01"), "From January 1, 2027"),
        (Notice(expires="2017-02-01"), "Expired February 1, 2017"),
        (Notice(is_draft=True, publish="2027-01-01 09:00"), "Draft, from January 1, 2027, 9:00 a.m."),
    ],
)
def test_a_notice_says_why_readers_do_not_see_a_page(notice: Notice | None, text: str) -> None:
    assert contexts.notice_text(notice) == text


def test_what_is_missing_says_so_in_place_of_its_formats() -> None:
    summary = Summary(path="tools/x.md", collection="tools", kind="tool", url="/x/", title="X", is_missing=True)
    with_formats = msgspec.structs.replace(summary, terms={"format": ("pdf",)}, notice=Notice(is_draft=True))
    assert contexts.card(summary, "", label, link).formats == (contexts.NOT_HERE_YET,)
    assert contexts.card(with_formats, "", label, link).formats == ("Draft", contexts.NOT_HERE_YET)


def test_a_tool_is_called_by_its_type() -> None:
    summary = Summary(path="tools/x.md", collection="tools", kind="tool", url="/x/", title="X")
    typed = msgspec.structs.replace(summary, terms={"type": ("checklist", "poster")})
    assert contexts.card(summary, "Tool", label, link).kind_label == "Tool"
    assert contexts.card(typed, "Tool", label, link).kind_label == "type checklist"


def test_a_page_that_stands_for_a_level_does_not_say_it_again() -> None:
    summary = Summary(
        path="levels/level-1.md", collection="levels", kind="level", url="/x/", title="Level 1", terms={"level": ("1",)}
    )
    assert contexts.card(summary, "Level", label, link).levels == ()


def test_where_no_day_is_known_readers_see_the_words_of_the_writer() -> None:
    summary = Summary(
        path="stories/x.md",
        collection="stories",
        kind="story",
        url="/x/",
        title="X",
        date_shown="Undated",
    )
    card = contexts.card(summary, "", label, link)
    assert (card.date_iso, card.date) == ("", "Undated")


PDF = LocatedText("downloads/a b.pdf")


@pytest.mark.parametrize(
    ("download", "size", "expected"),
    [
        (Download(file=PDF), 0, views.File("/sub/downloads/a b.pdf", "a b.pdf", "PDF")),
        (
            Download(file=PDF, label="Guide", pages=1, paper="8.5 x 11 in"),
            339_600,
            views.File("/sub/downloads/a b.pdf", "Guide", "PDF", ("1 page", "8.5 x 11 in", "340 kB")),
        ),
        (
            Download(file=LocatedText("x.PPTX"), slides=12, pages=2),
            0,
            views.File("/sub/x.PPTX", "x.PPTX", "PowerPoint", ("2 pages", "12 slides")),
        ),
        (Download(file=LocatedText("x.odt")), 0, views.File("/sub/x.odt", "x.odt", "ODT")),
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
    film = Film(
        src=LocatedText("v.mp4"),
        poster=None,
        captions=LocatedText("v.vtt"),
        transcript="One.\nStill one.\n\n\nTwo.\n",
        duration=200,
    )
    poster = views.Picture(src="/sub/v.jpg", width=900, height=450)
    assert contexts.player(film, poster, link, 200) == views.Player(
        src="/sub/v.mp4",
        poster=poster,
        captions="/sub/v.vtt",
        transcript=("One.\nStill one.", "Two."),
        length="3 minutes 20 seconds",
    )


@pytest.mark.parametrize(("decorative", "alt"), [(False, "A board"), (True, "")])
def test_a_picture_that_only_decorates_has_no_text(*, decorative: bool, alt: str) -> None:
    image = Image(LocatedText("a.png"), "A board", decorative, "A. Person")
    shown = contexts.picture(image, views.Picture(src="/sub/a.png", width=9), is_lazy=False)
    assert shown == views.Picture(src="/sub/a.png", alt=alt, credit="A. Person", width=9, is_lazy=False)


def test_questions_panels_figures_and_links_keep_their_order() -> None:
    body, figures = Body((Html("<p>x</p>"),)), (Stat("3,500+", "teams", "A source"),)
    shown = contexts.stats(figures)
    assert shown == (views.Stat("3,500+", "teams", "A source"),)
    assert contexts.questions([Question("Why?", "why", body)], html) == (views.Question("Why?", "why", "<p>x</p>"),)  # type: ignore[arg-type]
    assert [
        p.number
        for p in contexts.panels(
            [Panel(title="A", anchor="a", body=body), Panel(title="B", anchor="b", body=body, stats=figures)], html
        )
    ] == [1, 2]
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
    body, image = Body((Html("<p>x</p>"),)), Image(LocatedText("a.png"), "A board")
    shown = contexts.slides(
        [Slide(title="A", anchor="a", body=body, notes=body, image=image), Slide(title="B", anchor="b", body=body)],
        html,
        lambda image: contexts.picture(image, views.Picture(src="/sub/a.png"), is_lazy=True),
    )
    assert [(s.number, s.title, s.body_html, s.notes_html) for s in shown] == [
        (1, "A", "<p>x</p>", "<p>x</p>"),
        (2, "B", "<p>x</p>", ""),
    ]
    assert [s.picture and s.picture.alt for s in shown] == ["A board", None]


@pytest.mark.parametrize(("levels", "shown"), [([2, 3, 4, 2], [2, 3, 2]), ([2, 2], []), ([2, 4, 4, 4], []), ([], [])])
def test_a_page_of_few_headings_has_no_table_of_contents(levels: list[int], shown: list[int]) -> None:
    headings = tuple(Heading(level, f"h{at}", f"H{at}") for at, level in enumerate(levels))
    page = Page(path="a/x.md", collection="a", kind="page", title="X", slug="x", body=Body(headings=headings))
    assert [heading.level for heading in contexts.headings(page)] == shown


@pytest.mark.parametrize("unit", ["percent", "%"])
def test_a_chart_with_more_than_a_hundred_percent_is_drawn_against_the_longest_bar(unit: str) -> None:
    shown = contexts.bars(Bars("Growth", unit, "", (Bar("2015", "250"), Bar("2016", "100"))))
    assert shown is not None
    assert [bar.width for bar in shown.bars] == ["100%", "40%"]


@pytest.mark.parametrize(
    ("download", "size", "facts"),
    [
        (Download(file=LocatedText("downloads/x.pdf"), pages=2, paper="8.5 x 11 in"), 31_000, "PDF, 2 pages, 31 kB"),
        (Download(file=LocatedText("downloads/x.pdf"), pages=1), 0, "PDF, 1 page"),
        (Download(file=LocatedText("downloads/x.pptx"), slides=18), 900_000, "PowerPoint, 18 slides, 900 kB"),
        (Download(file=LocatedText("downloads/x.odt")), 2_000, "ODT, 2 kB"),
    ],
)
def test_a_row_says_of_a_file_its_format_its_length_and_its_size(download: Download, size: int, facts: str) -> None:
    assert contexts.file_facts(download, size) == facts
