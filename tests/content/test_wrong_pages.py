"""Wrong pages: what can be read of them, so that one run reports what disagrees with other files, too."""

import pytest

from sitegen.content.page_parser import parse_page
from sitegen.model import LocatedText, Page
from sitegen.model.kinds import KINDS


def wrong(fields: str, path: str = "stories/teams-rise.md", kind: str = "story") -> Page:
    page, problems = parse_page(path, f"---\nnonsense: x\n{fields}---\n\nText.\n".encode(), KINDS[kind].id)
    assert page.is_wrong
    assert problems
    return page


@pytest.mark.parametrize(
    ("fields", "path", "slug", "place"),
    [
        ("slug: other\n", "stories/x.md", "other", "slug"),
        ("slug: Other Name\n", "stories/x.md", "other-name", "slug"),
        ("slug: '!'\n", "stories/x.md", "x", ""),
        ("", "stories/Big Name.md", "big-name", ""),
        ("", "stories/!.md", "page-21", ""),
    ],
)
def test_its_slug_is_the_one_that_its_hints_lead_to(fields: str, path: str, slug: str, place: str) -> None:
    page = wrong(fields, path)
    assert (page.slug, page.located_slug) == (slug, LocatedText(slug, place))


def test_its_aliases_are_those_that_are_right() -> None:
    page = wrong("aliases: [/old/, no address, /older/]\n")
    assert page.aliases == (LocatedText("/old/", "aliases.0"), LocatedText("/older/", "aliases.2"))


def test_its_title_is_the_one_that_was_typed_else_the_name_of_its_file() -> None:
    assert wrong("title: Teams rise again\n").title == "Teams rise again"
    assert wrong("").title == "teams-rise"


def test_its_files_are_those_that_its_kind_has_and_that_are_right() -> None:
    page = wrong(
        "image: {src: /images/a.jpg}\n"
        "src: films/none.mp4\n"
        "downloads: [{file: static/downloads/a.pdf}, {file: 'C:\\\\a.pdf'}, {url: 'https://example.org/'}]\n"
        "slides: [{title: A, image: {src: images/b.jpg, alt: B}}]\n",
        "tools/x.md",
        "tool",
    )
    assert page.files == (
        LocatedText("images/a.jpg", "image.src"),
        LocatedText("downloads/a.pdf", "downloads.0.file"),
        LocatedText("images/b.jpg", "slides.0.image.src"),
    )


def test_the_files_of_a_wrong_video_are_its_film_its_poster_and_its_captions() -> None:
    page = wrong("src: a.mp4\nposter: b.jpg\ncaptions: c.srt\n", "videos/x.md", "video")
    assert [file.text for file in page.files] == ["a.mp4", "b.jpg"]
