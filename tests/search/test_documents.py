"""A page as search sees it: which text stands in which field."""

from sitegen.model import (
    Bar,
    Bars,
    Body,
    Download,
    Film,
    Heading,
    LocatedText,
    Page,
    Panel,
    Question,
    Shortcode,
    Slide,
    Stat,
)
from sitegen.search.documents import make_document

BODY = Body(
    (Shortcode("pullquote", (("text", "We said it."), ("src", "a.png"))),),
    (Heading(2, "why", "Why"),),
    "First line.\nWhy\nLast line.",
)


def test_headings_stand_in_their_own_field_only() -> None:
    document = make_document(
        Page(path="stories/a.md", collection="stories", kind="story", title="A", slug="a", body=BODY),
        "/stories/a/",
        {},
        {},
    )
    assert document.headings == "Why"
    assert document.body == "First line.\nLast line.\nWe said it."


def test_questions_and_figures_are_found() -> None:
    page = Page(
        path="about/faq.md",
        collection="about",
        kind="page",
        title="FAQ",
        slug="faq",
        questions=(Question("Where?", "where", Body((), (), "There.")),),
        stats=(Stat("90", "percent", "Survey"),),
    )
    document = make_document(page, "/about/faq/", {}, {})
    assert (document.headings, document.body) == ("Where?", "There.\n90 percent Survey")


def test_slides_and_charts_are_of_the_body() -> None:
    slide = Slide(
        title="Start", anchor="start", body=Body((), (), "On the slide."), notes=Body((), (), "In the notes.")
    )
    chart = Bars("Teams", "percent", "Survey", (Bar("Level 1", "10"), Bar("Level 2", "90")))
    panel = Panel(
        title="Growth",
        anchor="growth",
        body=Body((), (), "It grew."),
        stats=(),
        bars=Bars("", "", "", (Bar("West", "4"),)),
    )
    page = Page(
        path="tools/a.md",
        collection="tools",
        kind="tool",
        title="A",
        slug="a",
        slides=(slide,),
        bars=chart,
        panels=(panel,),
    )
    assert make_document(page, "/tools/a/", {}, {}).body.split("\n") == [
        *("It grew.", "On the slide.", "In the notes.", "Start"),
        *("Teams percent Survey", "Level 1", "Level 2", "West"),
    ]


def test_roles_are_the_audience_and_the_other_terms_labels() -> None:
    labels = {"role": ("Manager",), "topic": ("Quality", "Service")}
    terms = {"role": ("manager",), "topic": ("quality", "service")}
    page = Page(
        path="tools/a.md",
        collection="tools",
        kind="tool",
        title="A",
        slug="a",
        downloads=(Download(file=LocatedText("a.pdf"), label="Sheet"),),
        rank=2,
    )
    document = make_document(page, "/tools/a/", terms, labels, ["inside", ""])
    assert (document.audience, document.labels, document.downloads) == (
        ("Manager",),
        ("Quality", "Service"),
        ("Sheet",),
    )
    assert (document.files, document.rank, document.terms) == ("inside", 2, terms)


def test_a_transcript_is_a_field_of_its_own() -> None:
    page = Page(
        path="videos/a.md", collection="videos", kind="video", title="A", slug="a", film=Film(transcript="She speaks.")
    )
    assert make_document(page, "/videos/a/", {}, {}).transcript == "She speaks."
