"""Tests of curly quotes around whole values: which are told, and that both ways of the hint mend them."""

import pytest

from sitegen.content.page_parser import parse_page

START = "---\ndate: 2017-10-05\nsummary: S\n"


def read(lines: str) -> tuple[str, list[str]]:
    page, problems = parse_page("stories/x.md", f"{START}{lines}\n---\nText.\n".encode(), "story")
    return page.title, [
        f"{p.location.line}:{p.location.column} {p.severity}: {p.headline} / {p.hint}" for p in problems
    ]


def expected(shown: str) -> list[str]:
    return [
        (
            "4:9 warning: the curly quotes around this value are not shown"
            f" / for readers to see them, put straight quotes around them: {shown}; else type straight quotes instead"
        )
    ]


@pytest.mark.parametrize(
    ("typed", "inner", "shown"),
    [
        ("\u201cWe did it\u201d", "We did it", '"\u201cWe did it\u201d"'),
        ("\u2018Twas the night\u2019", "Twas the night", '"\u2018Twas the night\u2019"'),
        ("\u201cSafe\u201d", "Safe", '"\u201cSafe\u201d"'),
        ("\u201cA " + "long " * 20 + "title\u201d", "A " + "long " * 20 + "title", 'as in "\u201c...\u201d"'),
    ],
)
def test_curly_quotes_around_a_title_are_told_and_stay_in_straight_ones(typed: str, inner: str, shown: str) -> None:
    assert read(f"title: {typed}") == (inner, expected(shown))
    assert read(f'title: "{typed}"') == (typed, [])
    assert read(f'title: "{inner}"') == (inner, [])


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("image: {src: images/a.jpg, alt: \u201cThe team\u201d}", 1),
        ("owner: \u201cThe team\u201d", 1),
        ("owner: \u201cCommunications\u201d", 0),
        ("topics: [\u201cpatient care\u201d, \u201cquality\u201d]", 0),
        ("updated: \u201c2018-01-15\u201d", 0),
        ("owner: \u201cA\u201d and \u201cB\u201d", 0),
        ("owner: 'The \u201cteam\u201d'", 0),
    ],
)
def test_of_other_values_only_texts_of_several_words_are_told(lines: str, count: int) -> None:
    assert len(read(f"title: T\n{lines}")[1]) == count
