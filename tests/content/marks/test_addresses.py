"""Links whose address leads nowhere, and links without a text."""

import pytest

from tests.content.marks.reading import hints, messages

EMPTY = "leads nowhere: nothing stands after the colon"
SLASHES = "leads nowhere: two slashes stand after the colon of an address"


@pytest.mark.parametrize(
    ("typed", "expected", "mended", "hint"),
    [
        (
            "a [m](mailto:)",
            f'5:7: warning: the link "mailto:" {EMPTY}',
            "mailto:name@example.org",
            "write an address, as in",
        ),
        ("[t](tel:)", f'5:5: warning: the link "tel:" {EMPTY}', "tel:+1-510-555-0100", "write an address, as in"),
        (
            "[a](http://x.org/a b  c)",
            "5:5: warning: an address with a space in it leads nowhere",
            "http://x.org/a%20b%20%20c",
            "write",
        ),
        (
            "[a](mailto: jo@x.org)",
            '5:5: warning: the link "mailto: jo@x.org" leads to no mail address',
            "mailto:jo@x.org",
            "write",
        ),
        (
            "[a](mailto:Jo Do <jo@x.org>)",
            '5:5: warning: the link "mailto:Jo Do <jo@x.org>" leads to no mail address',
            "mailto:jo@x.org",
            "write",
        ),
        (
            "[a](mailto:jo@x.org, al@x.org?subject=Good day)",
            '5:5: warning: the link "mailto:jo@x.org, al@x.org?subject=Good day" leads to no mail address',
            "mailto:jo@x.org,al@x.org?subject=Good%20day",
            "write",
        ),
        (
            "[a](mailto:Ana Ruiz)",
            '5:5: warning: the link "mailto:Ana Ruiz" leads to no mail address',
            "mailto:name@example.org",
            "write an address, as in",
        ),
        (
            "[a](mailto:Ana)",
            '5:5: warning: the link "mailto:Ana" leads to no mail address',
            "mailto:name@example.org",
            "write an address, as in",
        ),
        (
            "[a](tel:+1 510 555)",
            "5:5: warning: a telephone number with a space in it cannot be called",
            "tel:+1-510-555",
            "write",
        ),
        ("[a](https:/x.org/b)", f'5:5: warning: the link "https:/x.org/b" {SLASHES}', "https://x.org/b", "write"),
        ("[a](http:x.org)", f'5:5: warning: the link "http:x.org" {SLASHES}', "http://x.org", "write"),
    ],
)
def test_an_address_that_leads_nowhere_is_reported(typed: str, expected: str, mended: str, hint: str) -> None:
    assert messages(typed) == [expected]
    assert hints(typed) == [f'{hint} "{mended}"']
    assert messages(f"[a]({mended})") == []


@pytest.mark.parametrize("typed", ["[](https://x.org)", "[ ](https://x.org)"])
def test_a_link_without_a_text_is_reported(typed: str) -> None:
    assert messages(typed) == ["5:1: warning: a link without a text cannot be seen or tapped"]
    assert hints(typed) == ["write what it leads to: [...](https://x.org)"]


@pytest.mark.parametrize(
    "typed",
    [
        '[a](https://x.org "A title")',
        "[a](https://x.org 'A title')",
        "[a](<https://x.org/a%20b>)",
        "[a](mailto:jo@x.org?subject=Hello)",
        "[a](mailto:?subject=Hello)",
        "[Back to top](#)",
        "[\u2191](#)",
        "[a](https://x.org/b_(c))",
        "`[a](mailto:)`",
        "see [1](#top) (a b)",
    ],
)
def test_what_leads_somewhere_is_not_reported(typed: str) -> None:
    assert messages(typed) == []


@pytest.mark.parametrize("marks", ["\u201c\u201d", "\u201d\u201d", "\u2018\u2019", "\u00ab\u00bb"])
def test_a_title_in_other_quotes_is_hinted_at_in_straight_ones(marks: str) -> None:
    typed = f"[a](http://x.org {marks[0]}A title{marks[1]})"
    assert messages(typed) == ["5:5: warning: the title of a link stands in other than straight quotes"]
    assert hints(typed) == ['write it in straight quotes: (http://x.org "A title")']
    assert messages('[a](http://x.org "A title")') == []


def test_the_size_of_a_picture_is_to_be_deleted() -> None:
    typed = "![a](../../static/images/a.png =100x200)"
    assert messages(typed) == ["5:6: warning: the size of a picture cannot be given, it follows from the page"]
    assert hints(typed) == ['delete "=100x200"']
    assert messages("![a](../../static/images/a.png)") == []


def test_a_link_to_nothing_is_told_unless_its_text_says_the_top() -> None:
    assert messages("[Read more](#)") == ['5:13: warning: the link "#" leads to the top of its own page']
    assert hints("[Read more](#)") == ['write where it leads, or "#top" if the top is meant']
    assert messages("[Read more](#top)") == []


def test_a_link_in_two_pieces_whose_text_is_an_x_is_no_box() -> None:
    assert hints("[x] (http://x.org)") == ["write [text](address), with nothing between the two"]
