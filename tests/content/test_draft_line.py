"""Whether a file with mistakes says that it is a draft: by a line among its fields, whatever the others are."""

import pytest

from sitegen.content.draft_line import has_draft_line
from sitegen.content.page_parser import parse_page
from tests.content.parsed import STORY

UNREADABLE = "tags: [never closed\n\tdate: :\n"


@pytest.mark.parametrize(
    "line",
    [
        "draft: true",
        "draft: True",
        "DRAFT: TRUE",
        "Draft: yes",
        "draft: on",
        "draft: y",
        "draft: 1",
        "draft:true",
        "draft : true",
        "draft:\u00a0true",
        'draft: "true"',
        "'draft': 'yes'",
        "draft: \u201ctrue\u201d",
        "draft: true  # take this line away when the page is ready",
        "draft: true   ",
    ],
)
def test_what_people_write_for_a_draft_counts(line: str) -> None:
    assert has_draft_line(f"---\n{UNREADABLE}{line}\n{UNREADABLE}---\n\nText.\n".encode())


@pytest.mark.parametrize(
    "line",
    [
        "draft: false",
        "draft: no",
        "draft:",
        "draft: maybe",
        "draft: ture",
        "draft: [true]",
        "# draft: true",
        "#draft: true",
        "image: {draft: true}",
        "  draft: true",
        "\tdraft: true",
        "- draft: true",
        "no draft: true",
        "draft: true enough",
        "drafts: true",
        "status: draft",
        "summary: |\n  draft: true",
        "<<<<<<< HEAD\ndraft: true\n=======\ndraft: false\n>>>>>>> theirs",
        "---\n\ndraft: true",
    ],
)
def test_what_may_mean_something_else_does_not_count(line: str) -> None:
    assert not has_draft_line(f"---\ntitle: A\n{line}\n---\n\ndraft: true\n".encode())


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitle: A\ndraft: true\n\nThe front matter is never closed.\n",
        b"---\ntitle: A\ndraft: true",
        b"---\ntitle: A\ndraft: true\n--\n\nText.\n",
        b"--\ntitle: A\ndraft: true\n---\n\nText.\n",
        b"+++\ntitle = 1\ndraft: true\n+++\n",
        b"title: A\ndraft: true\n\nThere are no fences.\n",
        b"\n\n---\ntitle: A\ndraft: true\n---\n",
        b"---\n  title: A\n  draft: true\n---\n",
        b"---\ntitle A\n\nno colon\ndraft: true\n---\n",
        b"\xef\xbb\xbf---\r\ntitle: caf\xe9\r\ndraft: true\r\n---\r\n",
        b"---\rtitle: A\rdraft: true\r---\r",
        "---\ntitle: A\ndraft: true\n---\n".encode("utf-16"),
        b"---\ntitle: \x00\ndraft: true\n---\n",
        b"---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\ndraft: true\n---\n",
        b"---\ndraft: true\ndraft: false\n---\n",
    ],
)
def test_a_draft_may_be_broken_in_any_way(data: bytes) -> None:
    assert has_draft_line(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"---\n",
        b"---\n---\ndraft: true\n",
        b"---\ntitle: A\n\nThe front matter is never closed.\n\ndraft: true\n",
        b"# A heading\n\ndraft: true\n",
        b"\xff\xfe",
        b"\xff",
    ],
)
def test_a_text_below_the_fields_makes_no_draft(data: bytes) -> None:
    assert not has_draft_line(data)


def test_of_a_page_without_mistakes_the_field_alone_decides() -> None:
    data = f"{STORY}draft: no\nowner: |-\n  A\n---\n\nText.\n".encode()
    assert not parse_page("stories/a.md", data, "story")[0].draft


def test_a_wrong_page_keeps_its_slug_and_is_a_draft_if_a_line_says_so() -> None:
    page, _ = parse_page("stories/a.md", f"{STORY}slug: b\ncolour: red\ndraft: true\n---\n\nText.\n".encode(), "story")
    assert (page.is_wrong, page.draft, page.slug) == (True, True, "b")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (f"{STORY}slug: b\nx: y\n---\n", ("b", "slug")),
        (f"{STORY}x: y\n---\n", ("a", "")),
        (f"{STORY}slug: B c\n---\n", ("b-c", "slug")),
        (f"{STORY}slug: [b\n---\n", ("", "")),
        ("slug: b\n\nText.\n", ("", "")),
    ],
)
def test_the_slug_of_a_wrong_page_is_empty_where_it_is_not_known(text: str, slug: tuple[str, str]) -> None:
    page, _ = parse_page("stories/a.md", text.encode(), "story")
    assert (page.located_slug.text, page.located_slug.place) == slug
