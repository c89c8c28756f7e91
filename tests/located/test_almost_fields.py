"""Fields with an apostrophe, marks of Markdown, another colon or hyphens: the hint is the line as it must be."""

import pytest

from sitegen.located import SourceFile, read_yaml

MISTAKES = [
    (
        "title: 'Twas the night",
        (
            "1:8 the quote ' is opened and never closed / add ' at the end of the value;"
            ''' where it is an apostrophe, put the whole value in quotes: "'Twas the night"'''
        ),
    ),
    (
        "**title:** Teams rise",
        '1:1 the name of a field stands without marks, not as "**title:** Teams rise" / write it as title: Teams rise',
    ),
    (
        "`title`: Teams rise",
        '1:1 the name of a field stands without marks, not as "`title`: Teams rise" / write it as title: Teams rise',
    ),
    (
        "title\uff1a Teams rise",
        (
            '1:1 "title\uff1a Teams rise" is not a field: no colon stands right after its name'
            " / write it as title: Teams rise"
        ),
    ),
    (
        "related: [the guide](../tools/huddle-guide.md)",
        (
            "1:10 a link in Markdown cannot stand in this field / write where it leads, alone:"
            " ../tools/huddle-guide.md; or, for a text, its words: the guide"
        ),
    ),
    (
        "- title: Teams rise\n- date: 2017",
        (
            '1:1 a list stands here without the name of its field / write "field:" on the line above;'
            " or, where each line is a field, take the hyphens away: title: Teams rise"
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_field_that_is_almost_one_is_told_with_the_right_line(text: str, expected: str) -> None:
    _, problems = read_yaml(text, SourceFile("content/x.md", text))
    first = problems[0]
    assert f"{first.location.line}:{first.location.column} {first.headline} / {first.hint}" == expected
