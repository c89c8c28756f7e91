"""Tests of what would be cut off a value: after a number sign, and after a colon with a special space."""

import pytest

from sitegen.located import Mapping, SourceFile, plain, read_yaml


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("title: We are # 1 in care", "We are # 1 in care"),
        ("title: We are #1 in care", "We are #1 in care"),
        ("title: We are # one in care", "We are # one in care"),
        ("title: We  # 1 in care", "We # 1 in care"),
        ("title: Number # 1", "Number # 1"),
        ("title: In C #", "In C #"),
    ],
)
def test_a_number_sign_that_cuts_a_text_off_is_an_error_and_its_hint_mends_it(line: str, whole: str) -> None:
    file = SourceFile("x.md", line)
    _, problems = read_yaml(line, file)
    assert [problem.hint for problem in problems] == [f'put the whole value in quotes: "{whole}"']
    mended, rest = read_yaml(f'title: "{whole}"', file)
    assert not rest
    assert isinstance(mended, Mapping)
    assert plain(mended) == {"title": whole}


@pytest.mark.parametrize(
    "line",
    [
        "draft: true # not yet ready",
        "date: 2017-10-05 # the day of the talk",
        "title: We are here  # a note to the editor",
        "sort: date # newest first",
        "timezone: America/Los_Angeles # the site's clock",
        "title: # to be written",
        "topics: [quality, service] # both",
        'title: "We are" # a note',
    ],
)
def test_a_comment_after_a_value_that_cannot_go_on_is_a_comment(line: str) -> None:
    assert read_yaml(line, SourceFile("x.md", line))[1] == []


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
@pytest.mark.parametrize("earlier", ["", "date: 2017-10-05\n"])
def test_a_special_space_after_a_colon_is_told_and_its_hint_mends_it(space: str, earlier: str) -> None:
    text = f"{earlier}title:{space}We are"
    _, problems = read_yaml(text, SourceFile("x.md", text))
    assert [problem.hint for problem in problems] == ["put an ordinary space in its place: title: We are"]
    assert problems[0].headline.startswith('the space after "title:" is none from the keyboard')
