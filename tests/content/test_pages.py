"""Tests of files to pages."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.kinds import KINDS
from sitegen.content.pages import parse_page, salvage_page
from sitegen.content.schema import FOLDERS
from sitegen.errors import format_problem, sort_problems
from sitegen.model import (
    Bar,
    Bars,
    Body,
    Download,
    Film,
    Html,
    Image,
    Marked,
    Page,
    Panel,
    Question,
    Ref,
    Slide,
    Stat,
    WebLink,
)

ROOT = Path(__file__).parents[2]
STORY = "---\ntitle: Teams rise\ndate: 2017-10-05\nsummary: They do.\n"


def page_of(text: str, kind: str = "story", path: str = "stories/teams-rise.md") -> Page:
    page, problems = parse_page(path, text.encode(), kind)
    assert problems == ()
    assert page is not None
    return page


def said(text: str, kind: str = "story", path: str = "stories/teams-rise.md") -> list[str]:
    page, problems = parse_page(path, text.encode(), kind)
    assert (page is None) is any(problem.is_error for problem in problems)
    return [f"{p.location.line}:{p.location.column} {p.headline}" for p in problems]


def test_a_page_has_what_the_file_says() -> None:
    page = page_of(
        "---\n"
        "title: Teams\n  rise\n"
        "summary: They do.\n"
        "date: 2017-10-05\n"
        "updated: 2018-01-15\n"
        "draft: true\n"
        "publish: 2017-11-01 09:00\n"
        "expires: 2019-12-31\n"
        "slug: rise\n"
        "aliases: [/old, /older/]\n"
        "weight: 5\n"
        "image: {src: /static/images/a.jpg, alt: A team, credit: Us}\n"
        "owner: Communications\n"
        "review_by: 2018-10-01\n"
        "lang: es\n"
        "regions: Ohio\n"
        "topics:\n  - quality\n  - Service\n"
        "channels: [News, hank]\n"
        "issue: Fall 2017\n"
        "related: tools/huddle\n"
        "focus_areas: [quality]\n"
        "---\n"
        "\nText.\n"
    )
    body = page.body
    assert body.text == "Text."
    assert page == Page(
        path="stories/teams-rise.md",
        collection="stories",
        kind="story",
        title="Teams rise",
        slug="rise",
        summary="They do.",
        date="2017-10-05",
        updated="2018-01-15",
        draft=True,
        publish="2017-11-01 09:00",
        expires="2019-12-31",
        aliases=(Marked("/old", 11, 11), Marked("/older/", 11, 17)),
        weight=5,
        image=Image(Marked("images/a.jpg", 13, 14), "A team", credit="Us"),
        owner="Communications",
        review_by="2018-10-01",
        lang="es",
        terms={
            "regions": (Marked("Ohio", 17, 10),),
            "topics": (Marked("quality", 19, 5), Marked("Service", 20, 5)),
            "channels": (Marked("news", 21, 12), Marked("hank", 21, 18)),
            "formats": (Marked("story"),),
            "issue": (Marked("Fall 2017", 22, 8),),
        },
        refs={"related": (Marked("tools/huddle", 23, 10),), "focus_areas": (Marked("quality", 24, 15),)},
        issue="Fall 2017",
        body=body,
        slug_place=Marked("rise", 10, 7),
    )


def test_the_slug_is_the_name_of_the_file_where_none_is_typed() -> None:
    page = page_of(STORY + "---\nText.\n")
    assert (page.slug, page.slug_place) == ("teams-rise", Marked("teams-rise"))


def test_a_file_name_that_is_no_slug_is_told_with_a_better_one() -> None:
    _, problems = parse_page("stories/Team Huddle!.md", (STORY + "---\nText.\n").encode(), "story")
    assert [format_problem(problem) for problem in problems] == [
        (
            'content/stories/Team Huddle!.md: the file name "Team Huddle!.md" cannot be part of an address\n'
            "  hint: rename it to team-huddle.md"
        )
    ]


def test_a_typed_slug_makes_any_file_name_right() -> None:
    assert page_of(STORY + "slug: huddle\n---\nText.\n", path="stories/Team Huddle!.md").slug == "huddle"


def test_a_missing_summary_is_the_first_paragraph_with_a_warning() -> None:
    page, problems = parse_page(
        "stories/a.md", b"---\ntitle: T\ndate: 2017-10-05\n---\n\n## Head\n\nFirst *words*\nhere.\n\nMore.\n", "story"
    )
    assert page is not None
    assert page.summary == "First words here."
    assert [format_problem(problem) for problem in problems] == [
        (
            'content/stories/a.md:2: warning: "summary" is missing: the first words of the text are used\n'
            "    1 | ---\n"
            "  > 2 | title: T\n"
            "    3 | date: 2017-10-05\n"
            "    4 | ---\n"
            "  hint: add a line: summary: ..."
        )
    ]


def test_a_long_first_paragraph_is_cut_at_a_word() -> None:
    page, _ = parse_page("levels/a.md", ("---\ntitle: T\n---\n" + "words, " * 50).encode(), "level")
    assert page is not None
    assert page.summary == ("words, " * 28).rstrip(", ") + "\u2026"
    assert len(page.summary) <= 200


def test_without_summary_and_text_there_is_a_warning_only() -> None:
    page, problems = parse_page("levels/a.md", b"---\ntitle: T\n---\n", "level")
    assert page is not None
    assert page.summary == ""
    assert [problem.headline for problem in problems] == ['"summary" is missing, and there is no text to take it from']


def test_a_tool_has_downloads_and_their_formats() -> None:
    page = page_of(
        "---\ntitle: T\nsummary: s\nroles: manager\nbest_used: Daily\n"
        "downloads:\n"
        "  - {file: /downloads/a.pdf, label: Letter, pages: 2, paper: 8.5 x 11 in}\n"
        "  - {file: downloads/b.PPTX, slides: 18}\n"
        "  - url: https://www.example.org/c.docx?x=1\n"
        "  - url: https://www.example.org/\n"
        "  - file: d.pdf\n"
        "---\n",
        "tool",
        "tools/t.md",
    )
    assert page.best_used == "Daily"
    assert page.downloads == (
        Download(
            Marked("downloads/a.pdf", 7, 12),
            label="Letter",
            pages=2,
            paper="8.5 x 11 in",
            claims={"pages": Marked("2", 7, 52), "paper": Marked("8.5 x 11 in", 7, 62)},
        ),
        Download(Marked("downloads/b.PPTX", 8, 12), slides=18, claims={"slides": Marked("18", 8, 38)}),
        Download(url="https://www.example.org/c.docx?x=1"),
        Download(url="https://www.example.org/"),
        Download(Marked("d.pdf", 11, 11)),
    )
    assert [mark.text for mark in page.terms["formats"]] == ["pdf", "ppt", "slides", "word", "web-page"]


def test_a_single_download_needs_no_list() -> None:
    text = "---\ntitle: T\nsummary: s\nroles: a\nbest_used: b\ndownloads: {file: a.pdf}\n---\n"
    assert page_of(text, "tool").downloads == (Download(Marked("a.pdf", 6, 19)),)


def test_typed_formats_are_left_alone() -> None:
    page = page_of(STORY + "formats: poster\n---\nText.\n")
    assert page.terms["formats"] == (Marked("poster", 5, 10),)


def test_a_video_has_a_film() -> None:
    text = (
        "---\ntitle: T\nsummary: s\nsrc: videos/a.mp4\nposter: images/a.jpg\ncaptions: videos/a.vtt\n"
        "duration: 3:20\ntranscript: |\n  One.\n\n  Two.\n---\n"
    )
    page = page_of(text, "video")
    assert page.film == Film(
        Marked("videos/a.mp4", 4, 6),
        Marked("images/a.jpg", 5, 9),
        Marked("videos/a.vtt", 6, 11),
        "One.\n\nTwo.",
        200,
        Marked("3:20", 7, 11),
    )
    assert page.terms == {"formats": (Marked("video"),)}


def test_a_region_has_links() -> None:
    text = "---\ntitle: T\nsummary: s\nlinks: [{label: A, url: 'https://a.org', kind: SharePoint}]\n---\n"
    assert page_of(text, "region").links == (WebLink("A", "https://a.org", "sharepoint"),)


def test_a_toolkit_has_refs() -> None:
    page = page_of("---\ntitle: T\nsummary: s\nstory: stories/a\ntools: [tools/b, c]\n---\n", "toolkit")
    assert page.refs == {
        "story": (Marked("stories/a", 4, 8),),
        "tools": (Marked("tools/b", 5, 9), Marked("c", 5, 18)),
    }


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
            "Making the commitment",
            "making-the-commitment",
            page.panels[0].body,
            (Stat("1", "one", "Us"),),
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
        Image(Marked("images/a.jpg", 8, 18), "A team"),
    )
    assert (first.body.text, first.notes.text) == ("Better search", "Ask who tried it.")
    assert [(ref.target, ref.line) for ref in first.body.segments if isinstance(ref, Ref)] == [("tools/huddle.md", 10)]
    assert second == Slide("What is new", "what-is-new-2", Body())


def test_a_page_with_slides_comes_as_slides() -> None:
    assert page_of(SLIDES, "tool", "tools/deck.md").terms["formats"] == (Marked("slides"),)


def test_a_wrong_slide_is_told_and_the_others_are_read() -> None:
    page, problems = salvage_page("tools/deck.md", SLIDES.replace("notes:", "note:").encode(), "tool")
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
    assert [ref.line for ref in refs] == [10, 12]
    for ref in refs:
        assert lines[ref.line - 1][ref.column - 1 :].startswith(("[the tool](", "[it](", "../tools/huddle.md"))


def test_problems_of_fields_and_of_the_body_come_in_one_run() -> None:
    text = "---\ntitle: Teams: a\ndate: 10/5/2017\n---\nText with {{ nothing }\n"
    assert [line.partition(" ")[0] for line in said(text)] == ["2:0", "2:13", "3:7", "5:11"]


def test_problems_are_sorted() -> None:
    _, problems = parse_page("stories/A b.md", b"---\nx: 1\ntitle: [a\n---\n", "story")
    assert list(problems) == sort_problems(problems)


def test_every_page_of_the_site_is_right() -> None:
    for folder, kind in FOLDERS.items():
        for path in sorted((ROOT / "content" / folder).rglob("*.md")):
            page, problems = parse_page(path.relative_to(ROOT / "content").as_posix(), path.read_bytes(), kind)
            assert page is not None, [format_problem(problem) for problem in problems]


SAMPLES = [
    STORY.encode() + b"---\n\nText with *marks*.\n",
    FAQ.encode(),
    b"---\ntitle: \xe2\x80\x9cT\xe2\x80\x9d\nroles: [a]\nbest_used: x\ndownloads:\n  - {file: a.pdf, pages: 2}\n---\n",
    b"\xef\xbb\xbf---\r\ntitle: T\r\nsrc: a.mp4\r\ntranscript: |\r\n  One.\r\n---\r\n",
]
INSERTS = [
    b"---\n",
    b"\n",
    b"\t",
    b": ",
    b"\x00",
    b"\xff",
    b'"',
    b"[",
    b"{",
    b"- ",
    b"&a ",
    b"*a ",
    b"<<<<<<< ",
    b"|",
    b"#",
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        place, size = chance.randint(0, len(data)), chance.choice([0, 0, 1, 5, 40])
        insert = chance.choice([*INSERTS, bytes([chance.randrange(256)]), data[place : place + 30]])
        data = data[:place] + insert + data[place + size :]
    return data


def check_any(data: bytes, kind: str) -> None:
    page, problems = parse_page("stories/a.md", data, kind)
    assert page is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        format_problem(problem)
        assert problem.location.path == "content/stories/a.md"


@pytest.mark.parametrize("seed", range(8))
def test_any_damage_to_a_page_gives_a_page_or_problems(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    pages = [path.read_bytes() for path in sorted((ROOT / "content").rglob("*.md"))]
    for _ in range(100):
        check_any(mutated(chance.choice([*SAMPLES, *pages]), chance), chance.choice(sorted(KINDS)))


@pytest.mark.long
def test_much_damage_to_a_page_gives_a_page_or_problems() -> None:
    for seed in range(1000, 1200):
        test_any_damage_to_a_page_gives_a_page_or_problems(seed)


@given(st.binary(max_size=200), st.sampled_from(sorted(KINDS)))
def test_any_bytes_give_a_page_or_problems(data: bytes, kind: str) -> None:
    check_any(data, kind)


@given(st.text(max_size=100), st.text(max_size=100), st.sampled_from(sorted(KINDS)))
def test_any_title_and_text_give_a_page_or_problems(title: str, text: str, kind: str) -> None:
    check_any(f"---\ntitle: {title}\n---\n{text}".encode(), kind)
