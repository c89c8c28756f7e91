"""Tests of files to pages: questions, panels, slides and charts, and what is in them."""

from sitegen.content.page_parser import find_page_places, parse_page
from sitegen.model import (
    Bar,
    Bars,
    Body,
    Html,
    Image,
    LocatedText,
    Panel,
    Question,
    Ref,
    Slide,
    Stat,
)
from tests.content.parsed import page_of

FAQ = """---
title: T
summary: s
stats: {value: 75,000, label: members}
questions:
  - question: Where are the tools?
    answer: |
      In the *Gallery*.

      See [the tool](../tools/huddle.md).
  - question: Where are the tools?
    answer: "See [it](../tools/huddle.md)"
panels:
  - title: Making the commitment
    body: Every party.
    stats: [{value: "1", label: one, source: Us}]
---

## Where are the tools?
"""


def test_a_page_has_questions_and_panels() -> None:
    page = page_of(FAQ.replace("75,000", "'75,000'"), "page")
    assert page.stats == (Stat("75,000", "members"),)
    assert [type(question) for question in page.questions] == [Question, Question]
    assert [question.answer.text for question in page.questions] == ["In the Gallery.\nSee the tool.", "See it"]
    assert page.panels == (
        Panel(
            title="Making the commitment",
            anchor="making-the-commitment",
            body=page.panels[0].body,
            stats=(Stat("1", "one", "Us"),),
        ),
    )
    assert page.panels[0].body.segments == (Html("<p>Every party.</p>"),)


SLIDES = """---
title: T
summary: s
roles: manager
best_used: Daily
slides:
  - title: What is new
    image: {src: static/images/a.jpg, alt: A team}
    body: |
      - Better [search](huddle.md)
    notes: Ask *who* tried it.
  - title: What is new
---
"""


def test_a_page_has_slides_with_their_pictures_and_notes() -> None:
    first, second = page_of(SLIDES, "tool", "tools/deck.md").slides
    assert (first.title, first.anchor, first.image) == (
        "What is new",
        "what-is-new",
        Image(LocatedText("images/a.jpg", "slides.0.image.src"), "A team"),
    )
    assert (first.body.text, first.notes.text) == ("Better search", "Ask who tried it.")
    (ref,) = (segment for segment in first.body.segments if isinstance(segment, Ref))
    places = find_page_places("tools/deck.md", SLIDES.encode())
    assert (ref.target, str(places[ref.place])) == ("tools/huddle.md", "content/tools/deck.md:10:25")
    assert second == Slide(title="What is new", anchor="what-is-new-2", body=Body())


def test_a_page_with_slides_comes_as_slides() -> None:
    assert page_of(SLIDES, "tool", "tools/deck.md").terms["formats"] == (LocatedText("slides"),)


def test_a_wrong_slide_is_reported_and_the_others_are_read() -> None:
    page, problems = parse_page("tools/deck.md", SLIDES.replace("notes:", "note:").encode(), "tool")
    assert [problem.headline for problem in problems] == ['unknown field "note"']
    assert [slide.body.text for slide in page.slides] == ["Better search", ""]


def test_a_page_and_its_panels_have_charts() -> None:
    chart = "{title: Unions, unit: members, source: Us, values: [{label: UFCW, value: '100,000'}]}"
    page = page_of(f"---\ntitle: T\nsummary: s\nbars: {chart}\npanels: {{title: P, bars: {chart}}}\n---\n", "page")
    assert page.bars == page.panels[0].bars == Bars("Unions", "members", "Us", (Bar("UFCW", "100,000"),))


def test_the_anchors_of_a_page_differ() -> None:
    page = page_of(FAQ.replace("75,000", "'75,000'"), "page")
    anchors = [*(heading.anchor for heading in page.body.headings), *(item.anchor for item in page.questions)]
    assert len(set(anchors)) == 3


def test_links_within_front_matter_have_the_places_of_the_file() -> None:
    page = page_of(FAQ.replace("75,000", "'75,000'"), "page")
    refs = [item for question in page.questions for item in question.answer.segments if isinstance(item, Ref)]
    lines = FAQ.replace("75,000", "'75,000'").split("\n")
    places = find_page_places("stories/teams-rise.md", "\n".join(lines).encode())
    assert [places[ref.place].line for ref in refs] == [10, 12]
    for ref in refs:
        place = places[ref.place]
        assert lines[place.line - 1][place.column - 1 :].startswith(("[the tool](", "[it](", "../tools/huddle.md"))


LINKED = """---
title: T
summary: s
questions:
- {question: Where are they, answer: "See [below](#the-end) and [it](#where-are-the)."}
---
[x](#where-are-they)

## The end
"""


def test_a_link_may_lead_to_a_heading_of_any_text_of_the_page() -> None:
    [problem] = parse_page("about/x.md", LINKED.encode(), "page")[1]
    assert problem.headline == 'link to "#where-are-the", which is no heading of this page'
    assert problem.hint == 'did you mean "#where-are-they"?'
    assert LINKED.split("\n")[problem.location.line - 1][problem.location.column - 1 :].startswith("#where-are-the)")
    assert (5, LINKED.split("\n")[4]) in problem.excerpt


def test_a_page_has_so_many_slides_at_most() -> None:
    text = "---\ntitle: T\nsummary: s\ndate: 2017-10-05\nslides:\n" + "- {title: A, body: b}\n" * 501
    page, problems = parse_page("stories/x.md", f"{text}---\n".encode(), "story")
    assert [problem.location.line for problem in problems if "501 values; 500 is the most" in problem.headline] == [506]
    assert len(page.slides) == 500


def test_the_texts_of_the_fields_have_so_many_characters_at_most() -> None:
    body = "word " * 39_999
    slides = f"slides:\n- {{title: A, body: {body}}}\n- {{title: B, body: more}}\n"
    for more, count in ((" ", 0), ("- {title: C, body: too many}\n- {title: D, body: E}\n", 1)):
        text = f"---\ntitle: T\nsummary: s\ndate: 2017-10-05\n{slides}{more.strip(' ')}---\n"
        problems = parse_page("stories/x.md", text.encode(), "story")[1]
        assert [problem.location.line for problem in problems] == [8] * count
        assert all("have more than 200,000 characters" in problem.headline for problem in problems)
