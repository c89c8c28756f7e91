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
        "[a](https://x.org/b_(c))",
        "`[a](mailto:)`",
        "see [1](#top) (a b)",
    ],
)
def test_what_leads_somewhere_is_not_reported(typed: str) -> None:
    assert messages(typed) == []
