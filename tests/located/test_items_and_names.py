"""Tests of lines that are not fields: items of lists with other signs, pairs with arrows, and names with odd spaces."""

import pytest

from sitegen.located import SourceFile, plain, read_yaml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "topics:\n  * quality",
            '2:3 "*" begins no item of a list here / begin each item with a hyphen: - quality',
        ),
        (
            "topics:\n\u2022 quality",
            '2:1 "\u2022" begins no item of a list here / begin each item with a hyphen: - quality',
        ),
        (
            "redirects:\n  /a -> /b/\n  /c/: /d/",
            '2:3 "/a -> /b/" is not a field: it has no colon / write it with a colon: /a: /b/',
        ),
        (
            "redirects:\n  /c/: /d/\n  /a /b/",
            '3:3 "/a /b/" is not a field: it has no colon / write it with a colon: /a: /b/',
        ),
        (
            "image:\n  images/a.jpg\n  alt: A",
            (
                '2:3 "images/a.jpg" stands here without the name of its field'
                " / write the name of its field before it, as on the line below it"
            ),
        ),
        (
            "\u00a0title: x",
            '1:1 an invisible character or a no-break space stands beside the name "title" / delete it: title:',
        ),
        (
            "image:\n\u00a0\u00a0src: x",
            (
                '2:1 an invisible character or a no-break space stands beside the name "src"'
                " / put two ordinary spaces in its place: src:"
            ),
        ),
        (
            "topics :quality",
            (
                '1:1 "topics :quality" is not a field: no colon stands right after its name'
                " / write it as topics: quality"
            ),
        ),
        (
            "title: x\ntopics = quality",
            (
                '2:1 "topics = quality" is not a field: no colon stands right after its name'
                " / write it as topics: quality"
            ),
        ),
        (
            "title: x\n- topics: quality",
            "2:1 a hyphen begins this line, and none the line above / take the hyphen away: topics: quality",
        ),
        (
            "image: src: images/a.jpg, alt: A",
            (
                "1:11 a colon followed by a space stands inside the value"
                " / put these fields in braces: image: {src: images/a.jpg, alt: A}"
            ),
        ),
    ],
)
def test_a_line_that_is_no_field_is_told_at_its_position(text: str, expected: str) -> None:
    (problem,) = read_yaml(text, SourceFile("x.md", text))[1]
    assert f"{problem.location.line}:{problem.location.column} {problem.headline} / {problem.hint}" == expected


@pytest.mark.parametrize(
    "space", ["\u00a0", "\u00ad", "\u2003", "\u200b", "\u200d", "\u2060", "\u202f", "\u3000"], ids=ascii
)
def test_a_field_with_an_odd_space_before_its_name_is_read_all_the_same(space: str) -> None:
    text = f"title: x\n{space}topics: quality"
    node, problems = read_yaml(text, SourceFile("x.md", text))
    assert (node and plain(node)) == {"title": "x", "topics": "quality"}
    assert [problem.hint for problem in problems] == ["delete it: topics:"]
