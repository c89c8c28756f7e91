"""Tests of fields that a kind does not have, and whose hint mends more than a name."""

import pytest

from tests.content.test_kind_fields import read


@pytest.mark.parametrize(
    ("kind", "line", "headline", "hint"),
    [
        ("story", "published: false", 'unknown field "published"', "write draft: true in its place"),
        (
            "story",
            "publish: false",
            '"publish" is the day when the page appears, not "false"',
            "write draft: true in its place",
        ),
        (
            "story",
            "Published: yes",
            'unknown field "Published"',
            "delete the line: a page that is no draft is published",
        ),
        ("story", "published: 2017-10-05", 'unknown field "published"', 'did you mean "publish"?'),
    ],
)
def test_a_field_that_says_elsewhere_whether_a_page_is_shown(kind: str, line: str, headline: str, hint: str) -> None:
    assert read(kind, line + "\n")[1] == [f"{headline} / {hint}"]


@pytest.mark.parametrize(
    ("kind", "owner", "lines"),
    [
        ("story", "image", ("src: images/a.jpg", "alt: A")),
        ("tool", "downloads", ("file: downloads/a.pdf", "label: A")),
    ],
)
def test_fields_below_an_empty_one_are_hinted_to_be_set_in(kind: str, owner: str, lines: tuple[str, ...]) -> None:
    hint = f'begin it with two spaces, so that it belongs to "{owner}"'
    _, told = read(kind, f"{owner}:\n" + "".join(f"{line}\n" for line in lines))
    assert told == [f'unknown field "{line.partition(":")[0]}" / {hint}' for line in lines]
    assert read(kind, f"{owner}:\n" + "".join(f"  {line}\n" for line in lines))[1] == []
