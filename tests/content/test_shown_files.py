"""Tests of files that are shown as pictures and are none, in fields and shortcodes, and of empty arguments."""

import pytest

from sitegen.content.page_parser import parse_page
from sitegen.model import Shortcode
from sitegen.model.kinds import KindId

NO_PICTURE = "and no picture that a page can show"
IN_FIELDS = "name a picture, such as images/team.jpg; a link can lead to any other file"
START = "---\ntitle: T\ndate: 2017-10-05\nsummary: S\n"


def told(fields: str, body: str = "Text.", kind: KindId = "story") -> list[str]:
    _, problems = parse_page("stories/x.md", f"{START}{fields}---\n{body}\n".encode(), kind)
    return [f"{p.location.line}:{p.location.column} {p.severity}: {p.headline} / {p.hint}" for p in problems]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (
            "story",
            "image: {src: downloads/a.pdf, alt: A}\n",
            [f'5:14 warning: "downloads/a.pdf" is a PDF, {NO_PICTURE} / {IN_FIELDS}'],
        ),
        (
            "story",
            "slides:\n  - title: A\n    image: {src: a.PPTX, alt: A}\n",
            [f'7:18 warning: "a.PPTX" is a presentation, {NO_PICTURE} / {IN_FIELDS}'],
        ),
        (
            "video",
            "src: videos/a.mp4\nposter: videos/a.mp4\ntranscript: Words.\n",
            [f'6:9 warning: "videos/a.mp4" is a film, {NO_PICTURE} / {IN_FIELDS}'],
        ),
        ("story", "image: {src: images/a.heic, alt: A}\n", []),
        ("story", "image: {src: images/a.b/c, alt: A}\n", []),
        ("story", "image: {src: images/a.JPG, alt: A}\n", []),
    ],
)
def test_a_field_of_a_picture_names_a_picture(kind: KindId, fields: str, expected: list[str]) -> None:
    assert told(fields, kind=kind) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '{{ figure src="downloads/a.pdf" alt="A" }}',
            (
                f'6:11 warning: "downloads/a.pdf" is a PDF, {NO_PICTURE}'
                " / write a link in its place: [...](../../static/downloads/a.pdf)"
            ),
        ),
        (
            '{{ figure src="videos/a.mp4" alt="A" }}',
            (
                f'6:11 warning: "videos/a.mp4" is a film, {NO_PICTURE}'
                ' / write video in place of figure: {{ video src="videos/a.mp4" }}'
            ),
        ),
        (
            '{{ stat label="x" value="" }}',
            '6:19 warning: "value" says nothing / write what it says, or delete value=""',
        ),
    ],
)
def test_an_argument_of_a_shortcode_says_something_and_names_a_picture(body: str, expected: str) -> None:
    assert told("", body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        '{{ video src="videos/a.mp4" poster="images/a.jpg" }}',
        '{{ figure src="images/a.jpg" decorative="true" }}',
        '{{ stat value="0" label="x" }}',
        '`{{ stat value="" }}`',
    ],
)
def test_other_arguments_are_let_be(body: str) -> None:
    assert told("", body) == []


def test_marks_in_the_words_of_a_shortcode_are_told() -> None:
    body = '{{ pullquote text="We **did** it." speaker="A_b_c" }}'
    assert told("", body) == ['6:14 warning: "**did**" is shown as it is typed: "text" is plain text / write "did"']


@pytest.mark.parametrize(
    "typed", ["images/a.jpg", "static/images/a.jpg", "/static/images/a.jpg", "../../static/images/a.jpg"]
)
def test_a_file_of_a_shortcode_may_be_named_as_in_a_link(typed: str) -> None:
    text = f'{START}---\n{{{{ figure src="{typed}" alt="static/ is a folder" }}}}\n'
    page, problems = parse_page("stories/x.md", text.encode(), "story")
    assert problems == ()
    shortcode = page.body.segments[0]
    assert isinstance(shortcode, Shortcode)
    assert shortcode.arguments == (("src", "images/a.jpg"), ("alt", "static/ is a folder"))
