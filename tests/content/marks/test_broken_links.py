"""Links without an end, on two lines, or in another link are told where they stand; each hint mends them."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

NO_END = 'warning: "[a](https://example.org/ab" is shown as it is typed: ")" is missing'
TWO_LINES = "warning: the address of this link stands on two lines, and leads nowhere"
IN_ANOTHER = 'warning: "[b](https://example.org/)" is shown as it is typed: no link can stand in another one'
LINK = '<p><a href="https://example.org/ab" rel="noopener">a</a></p>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[a](https://example.org/ab", f"5:1: {NO_END}"),
        ("See [a](https://example.org/ab and more\ntext\n\nb", f"5:5: {NO_END}"),
        ("[a](https://example.org/a\nb)", f"5:5: {TWO_LINES}"),
        ("[a [b](https://example.org/) c](https://example.org/d)", f"5:4: {IN_ANOTHER}"),
    ],
)
def test_a_broken_link_is_told_where_it_begins(typed: str, expected: str) -> None:
    assert messages(typed) == [expected]


def test_each_hint_mends_it() -> None:
    assert hints("[a](https://example.org/ab") == ['write "[a](https://example.org/ab)"']
    assert html_of("[a](https://example.org/ab)") == LINK
    assert hints("[a](https://example.org/a\nb)") == ['write it on one: "https://example.org/ab"']
    assert hints("[a [b](https://b.example/)](https://a.example/)") == [
        'end the outer link before it: "[...](...) [...](...)"'
    ]
    assert messages("[a](https://a.example/) [b](https://b.example/)") == []


@pytest.mark.parametrize(
    "typed",
    [
        "[a](https://example.org/ab)",
        "[a](https://en.example.org/wiki/A_(b))",
        '[a](https://example.org/ab\n"A title")',
        "[![b](../../static/images/b.png)](https://example.org/)",
        "`[a](https://example.org/ab`",
        "[a](note, that is no address",
    ],
)
def test_links_that_are_whole_are_let_be(typed: str) -> None:
    assert messages(typed) == []


def test_an_address_in_angle_brackets_may_have_spaces() -> None:
    assert html_of("[a](<https://example.org/a b>)") == LINK.replace("ab", "a%20b")
    assert messages("[a](<https://example.org/a b> 'T')") == []
