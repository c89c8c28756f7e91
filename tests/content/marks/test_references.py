"""Definitions of links, footnotes and abbreviations: what is typed in vain is reported."""

import pytest

from sitegen.content.markdown import render_markdown
from tests.content.marks.reading import hints, html_of, messages


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "a[^1]\n\n[^1]: b\n[^1]: c",
            ['8:1: error: the footnote "1" has two texts, and only the last one would be shown'],
        ),
        ("a[^1] b", ['5:2: warning: footnote "1" has no text']),
        ("a\n\n[^1]: b", ['7:1: warning: footnote "1" is used nowhere']),
        ("[x][y] z", ['5:1: warning: "[x][y]" is shown as it is typed: no line defines the link "y"']),
        ("[x][] z", ['5:1: warning: "[x][]" is shown as it is typed: no line defines the link "x"']),
        ("![x][y]", ['5:2: warning: "[x][y]" is shown as it is typed: no line defines the link "y"']),
        ("[x]: https://x.org\n\na", ['5:1: warning: the link "x" is defined and used nowhere']),
        (
            "[x]\n\n[x]: https://x.org\n[X]: https://y.org",
            ['8:1: warning: the link "X" is defined twice: the last line counts'],
        ),
        ("a[^1]\n\n[^1]:", ['7:1: warning: the footnote "1" is empty']),
        (
            "[1] a\n\n- [1]: https://x.org",
            ['7:3: warning: the link "1" is defined in an item, which is shown without a text'],
        ),
        ("*[UBT]: Team\n\na", ['5:1: warning: the abbreviation "UBT" is explained and used nowhere']),
    ],
)
def test_what_is_defined_or_used_in_vain_is_reported(typed: str, expected: list[str]) -> None:
    assert messages(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "a[^1]\n\n[^1]: b",
        "[x][y] and [X]\n\n[y]: https://x.org\n[x]: https://y.org",
        "[x][]\n\n[x]: https://x.org",
        "[ ][ ]",
        "a [1] b [2]",
        "`[x][y]`",
        "\\[x][y]",
        "*[UBT]: Team\n\nOur UBT met.",
        "> [x]\n>\n> [x]: https://x.org",
        "[Note]: this is important",
        "a[^1]\n\n[^1]:\n    b",
        "a[^1]\n\n[^1]:\n\n  b",
    ],
)
def test_what_is_whole_or_plain_text_is_not_reported(typed: str) -> None:
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "mended", "hint"),
    [
        ("[x][y]", "[x](https://x.org)", "write [x](address), or add a line: [y]: address"),
        ("[x][y]", "[x][y]\n\n[y]: https://x.org", "write [x](address), or add a line: [y]: address"),
        ("[x][qualty] [quality]\n\n[quality]: https://x.org", None, 'did you mean "quality"?'),
        ("[x]: https://x.org\n\na", "[x]: https://x.org\n\n[x] a", "write [x] in the text, or delete the line"),
        ("a[^1]\n\n[^1]: b\n[^1]: c", "a[^1][^2]\n\n[^1]: b\n[^2]: c", "give the second one a label of its own"),
    ],
)
def test_a_hint_mends_it(typed: str, mended: str | None, hint: str) -> None:
    assert hints(typed) == [hint]
    if mended:
        assert messages(mended) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- [Ana]: hello\n- [Luis]: good", "<ul><li>[Ana]: hello</li><li>[Luis]: good</li></ul>"),
        ("1. [Step]: wash", "<ol><li>[Step]: wash</li></ol>"),
        ("- a\n  - [Ana]: hello", "<ul><li>a<ul><li>[Ana]: hello</li></ul></li></ul>"),
        ("> - [Ana]: hello", "<blockquote><ul><li>[Ana]: hello</li></ul></blockquote>"),
        ("Term\n: [Ana]: hello", "<dl><dt>Term</dt><dd>[Ana]: hello</dd></dl>"),
        ("[Ana]: hello\n[Luis]: good", "<p>[Ana]: hello\n[Luis]: good</p>"),
        ('[Ana]: hello\n"all of you"', '<p>[Ana]: hello\n"all of you"</p>'),
        ("[Ana]: [hello]", "<p>[Ana]: [hello]</p>"),
    ],
)
def test_text_that_looks_like_a_definition_is_shown(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


def test_an_address_that_is_defined_in_an_item_for_nothing_is_shown_with_a_warning() -> None:
    typed = '- [A]: x/y "Some words"'
    assert html_of(typed) == '<ul><li>[A]: x/y "Some words"</li></ul>'
    assert messages(typed) == ['5:3: warning: the link "A" is used nowhere: its definition is shown as it is typed']
    assert hints(typed) == ['for text, write "\\[A]"; for a link, write [A](address)']
    assert messages('- \\[A]: x/y "Some words"') == messages("- [A](https://x.org)") == []


def test_a_second_paragraph_of_a_footnote_may_be_set_in_by_two_spaces() -> None:
    assert html_of("a[^1]\n\n[^1]: one\n\n  two\n\nb").index("two") > html_of("a[^1]\n\n[^1]: one\n\nb").index("one")


def test_the_shown_text_is_that_of_before() -> None:
    assert html_of("[x][y] z") == "<p>[x][y] z</p>"


@pytest.mark.parametrize("typed", ["*[UBT]: Some words", '[x]: https://x.org "Some words"', '[]: <> "some words"'])
def test_the_text_of_a_definition_that_nobody_sees_is_named(typed: str) -> None:
    [problem] = render_markdown(typed, "content/stories/x.md", 1)[1]
    [(label, text)] = problem.values
    assert label == "with its text"
    assert {"some", "words"} <= set(text.lower().replace('"', "").split())
