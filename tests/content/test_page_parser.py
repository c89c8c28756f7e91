"""Tests of files to pages."""

from pathlib import Path

from sitegen.errors import format_problem, sort_problems
from sitegen.model import (
    Download,
    Film,
    Image,
    LocatedText,
    Page,
    WebLink,
)
from sitegen.model.kinds import KINDS
from tests.content.parsed import STORY, messages, page_of, valid_page

ROOT = Path(__file__).parents[2]


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
        aliases=(LocatedText("/old", "aliases.0"), LocatedText("/older/", "aliases.1")),
        weight=5,
        sort_date="2017-10-05 00:00",
        image=Image(LocatedText("images/a.jpg", "image.src"), "A team", credit="Us"),
        owner="Communications",
        review_by="2018-10-01",
        lang="es",
        terms={
            "regions": (LocatedText("Ohio", "regions"),),
            "topics": (LocatedText("quality", "topics.0"), LocatedText("Service", "topics.1")),
            "channels": (LocatedText("news", "channels.0"), LocatedText("hank", "channels.1")),
            "formats": (LocatedText("story"),),
            "issue": (LocatedText("Fall 2017", "issue"),),
        },
        refs={
            "related": (LocatedText("tools/huddle", "related"),),
            "focus_areas": (LocatedText("quality", "focus_areas.0"),),
        },
        issue="Fall 2017",
        body=body,
        located_slug=LocatedText("rise", "slug"),
    )


def test_the_slug_is_the_name_of_the_file_where_none_is_typed() -> None:
    page = page_of(STORY + "---\nText.\n")
    assert (page.slug, page.located_slug) == ("teams-rise", LocatedText("teams-rise"))


def test_a_file_name_that_is_no_slug_is_reported_with_a_better_one() -> None:
    _, problems = valid_page("stories/Team Huddle!.md", (STORY + "---\nText.\n").encode(), "story")
    assert [format_problem(problem) for problem in problems] == [
        (
            'content/stories/Team Huddle!.md: the file name "Team Huddle!.md" cannot be part of an address\n'
            "  hint: rename it to team-huddle.md, or to another name if that is taken"
        )
    ]


def test_a_typed_slug_makes_any_file_name_right() -> None:
    assert page_of(STORY + "slug: huddle\n---\nText.\n", path="stories/Team Huddle!.md").slug == "huddle"


def test_a_missing_summary_is_the_first_paragraph_with_a_warning() -> None:
    page, problems = valid_page(
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
    page, _ = valid_page("levels/a.md", ("---\ntitle: T\n---\n" + "words, " * 50).encode(), "level")
    assert page is not None
    assert page.summary == ("words, " * 28).rstrip(", ") + "\u2026"
    assert len(page.summary) <= 200


def test_without_summary_and_text_there_is_a_warning_only() -> None:
    page, problems = valid_page("levels/a.md", b"---\ntitle: T\n---\n", "level")
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
            file=LocatedText("downloads/a.pdf", "downloads.0.file"),
            label="Letter",
            pages=2,
            paper="8.5 x 11 in",
            claims={
                "pages": LocatedText("2", "downloads.0.pages"),
                "paper": LocatedText("8.5 x 11 in", "downloads.0.paper"),
            },
        ),
        Download(
            file=LocatedText("downloads/b.PPTX", "downloads.1.file"),
            slides=18,
            claims={"slides": LocatedText("18", "downloads.1.slides")},
        ),
        Download(url="https://www.example.org/c.docx?x=1"),
        Download(url="https://www.example.org/"),
        Download(file=LocatedText("d.pdf", "downloads.4.file")),
    )
    assert [term.text for term in page.terms["formats"]] == ["pdf", "ppt", "slides", "word", "web-page"]


def test_a_single_download_needs_no_list() -> None:
    text = "---\ntitle: T\nsummary: s\nroles: a\nbest_used: b\ndownloads: {file: a.pdf}\n---\n"
    assert page_of(text, "tool").downloads == (Download(file=LocatedText("a.pdf", "downloads.file")),)


def test_typed_formats_are_left_alone() -> None:
    page = page_of(STORY + "formats: poster\n---\nText.\n")
    assert page.terms["formats"] == (LocatedText("poster", "formats"),)


def test_a_video_has_a_film() -> None:
    text = (
        "---\ntitle: T\nsummary: s\nsrc: videos/a.mp4\nposter: images/a.jpg\ncaptions: videos/a.vtt\n"
        "duration: 3:20\ntranscript: |\n  One.\n\n  Two.\n---\n"
    )
    page = page_of(text, "video")
    assert page.film == Film(
        src=LocatedText("videos/a.mp4", "src"),
        poster=LocatedText("images/a.jpg", "poster"),
        captions=LocatedText("videos/a.vtt", "captions"),
        transcript="One.\n\nTwo.",
        duration=200,
        located_duration=LocatedText("3:20", "duration"),
    )
    assert page.terms == {"formats": (LocatedText("video"),)}


def test_a_region_has_links() -> None:
    text = "---\ntitle: T\nsummary: s\nlinks: [{label: A, url: 'https://a.org', kind: SharePoint}]\n---\n"
    assert page_of(text, "region").links == (WebLink("A", "https://a.org", "sharepoint"),)


def test_a_toolkit_has_refs() -> None:
    page = page_of("---\ntitle: T\nsummary: s\nstory: stories/a\ntools: [tools/b, c]\n---\n", "toolkit")
    assert page.refs == {
        "story": (LocatedText("stories/a", "story"),),
        "tools": (LocatedText("tools/b", "tools.0"), LocatedText("c", "tools.1")),
    }


def test_problems_of_fields_and_of_the_body_come_in_one_run() -> None:
    text = "---\ntitle: Teams: a\ndate: 10/5/2017\n---\nText with {{ nothing }\n"
    assert [line.partition(" ")[0] for line in messages(text)] == ["2:0", "2:13", "3:7", "5:11"]


def test_problems_are_sorted() -> None:
    _, problems = valid_page("stories/A b.md", b"---\nx: 1\ntitle: [a\n---\n", "story")
    assert list(problems) == sort_problems(problems)


def test_every_page_of_the_site_is_right() -> None:
    for folder, kind in ((kind.folder, kind.id) for kind in KINDS.values()):
        for path in sorted((ROOT / "content" / folder).rglob("*.md")):
            page, problems = valid_page(path.relative_to(ROOT / "content").as_posix(), path.read_bytes(), kind)
            assert page is not None, [format_problem(problem) for problem in problems]


def test_a_level_refers_to_the_pages_and_dimensions_of_its_requirements() -> None:
    page = page_of(
        "---\n"
        "title: Level 1\n"
        "summary: The start.\n"
        "related: tools/charter\n"
        "requires:\n"
        "  - text: A charter is agreed on.\n"
        "    dimension: sponsorship\n"
        "    source: stories/rules\n"
        "    tools: [tools/charter, tools/agenda]\n"
        "  - text: The team meets.\n"
        "    tools: tools/huddle\n"
        "---\n"
        "Text.\n",
        kind="level",
        path="levels/level-1.md",
    )
    assert page.refs == {
        "related": (LocatedText("tools/charter", "related"),),
        "requires.source": (LocatedText("stories/rules", "requires.0.source"),),
        "requires.tools": (
            LocatedText("tools/charter", "requires.0.tools.0"),
            LocatedText("tools/agenda", "requires.0.tools.1"),
            LocatedText("tools/huddle", "requires.1.tools"),
        ),
    }
    assert page.terms == {"requires.dimension": (LocatedText("sponsorship", "requires.0.dimension"),)}
