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
        ("title: One line\n  #2 goes on", "One line #2 goes on"),
        ("title: One line\n\n  #fun", "One line #fun"),
        ("title: 5 # 1", "5 # 1"),
        ("title: # 1 in care", "# 1 in care"),
        ("title:\n  #1 in care", "#1 in care"),
        ('title: "We are" #1 in care', "We are #1 in care"),
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
        "title: We are here\n  # a note",
        "title: We are here\n#1 of the notes",
        "title: We are here\n  #summary: later",
        "topics:\n  - quality\n  #- service",
        "image:\n  src: a.jpg\n  #1 of three",
        "weight: 5\n  #1 comes first",
        "team_levels: # 1 to 5",
        "team_levels:\n  # 1 to 5",
        "weight: 5 # 1st of its list",
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


@pytest.mark.parametrize(
    ("text", "position", "whole"),
    [
        ("image:\n  alt: The team\n    #1 in care", (3, 5), "The team #1 in care"),
        ("topics:\n  - quality\n    #1 goal", (3, 5), "quality #1 goal"),
    ],
)
def test_a_line_below_an_inner_value_is_told_at_its_own_place(text: str, position: tuple[int, int], whole: str) -> None:
    (problem,) = read_yaml(text, SourceFile("x.md", text))[1]
    assert (problem.location.line, problem.location.column) == position
    assert problem.hint == f'put the whole value in quotes: "{whole}"'


def test_a_number_sign_within_a_text_of_several_lines_is_told_at_its_line_and_quotes_mend_it() -> None:
    text = "summary: One line\n  #2 goes on\n  and on"
    (problem,) = read_yaml(text, SourceFile("x.md", text))[1]
    assert str(problem.location) == "x.md:2:3"
    assert problem.hint == "put the whole text in quotes, from its first line to its last"
    mended, rest = read_yaml('summary: "One line\n  #2 goes on\n  and on"', SourceFile("x.md"))
    assert (mended and plain(mended), rest) == ({"summary": "One line #2 goes on and on"}, [])


@pytest.mark.parametrize(
    ("typed", "column", "mended"),
    [
        (r"The C:\new plan", 15, r"'The C:\new plan'"),
        (r"a\tb", 10, r"'a\tb'"),
        (r"The\\server\team", 20, r"'The\\server\team'"),
        (r"a\tb \"c\"", 10, "'...'"),
    ],
)
def test_a_backslash_whose_letter_would_be_lost_is_told(typed: str, column: int, mended: str) -> None:
    text = f'owner: Us\ntitle: "{typed}"'
    (problem,) = read_yaml(text, SourceFile("x.md", text))[1]
    assert (problem.location.line, problem.location.column) == (2, column)
    assert problem.hint.startswith(f"use single quotes: {mended};")
    if mended != "'...'":
        node, rest = read_yaml(f"title: {mended}", SourceFile("x.md"))
        assert (node and plain(node), rest) == ({"title": typed}, [])


def test_a_backslash_in_a_later_line_of_a_value_is_told_there() -> None:
    text = 'title: "One line\n  with \\team"'
    assert str(read_yaml(text, SourceFile("x.md", text))[1][0].location) == "x.md:2:8"


@pytest.mark.parametrize(
    "typed", [r"One.\n\nTwo.", r"a \"b\" c", r"a\\b", r"- a\n- b", r"One\nTwo", r"a\\new", r"\u00e9t\u00e9"]
)
def test_escapes_that_are_meant_are_read(typed: str) -> None:
    assert read_yaml(f'answer: "{typed}"', SourceFile("x.md"))[1] == []
