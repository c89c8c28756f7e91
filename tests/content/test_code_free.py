"""What is code or a comment in a source."""

import pytest

from sitegen.content.code_free import without_code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a" + " " * 11 + "d"),
        ("a ` b", "a ` b"),
        ("a ` b\n\nc ` d", "a ` b\n\nc ` d"),
        ("a \\` b ` c", "a \\` b ` c"),
        ("```\nb\n```\nc", "   \n \n   \nc"),
        ("~~~py\nb\n~~~", "     \n \n   "),
        ("```\nb", "```\nb"),
        ("a <!-- b --> c", "a            c"),
        ("a <!-- b", "a <!-- b"),
        ("a\n\n    b\n\n    c\n\nd", "a\n\n     \n\n     \n\nd"),
        ("a\n    b", "a\n    b"),
        ("- a\n\n    b", "- a\n\n    b"),
        ("a\n\n\tb", "a\n\n  "),
        ("- a\n\n        b\n- c", "- a\n\n         \n- c"),
        ("- a\n\n\t\tb", "- a\n\n   "),
        ("- a\n\n  - b\n\n        c", "- a\n\n  - b\n\n        c"),
        ("> a\n>\n>     b\n> c", "> a\n>\n       \n> c"),
        (">     b", "       "),
        ("> a\n>     b", "> a\n>     b"),
        ("> - a\n>\n>     b\n>\n>         c", "> - a\n>\n>     b\n>\n           "),
        ("!!! note\n    a\n\n        b", "!!! note\n    a\n\n         "),
        ("a[^1]\n\n[^1]: b\n\n    c\n\n        d", "a[^1]\n\n[^1]: b\n\n    c\n\n         "),
        ("## a\n    b", "## a\n     "),
        ("- a\n        b", "- a\n        b"),
        ("1. a\n\n    b\n\nc\n\n    d", "1. a\n\n    b\n\nc\n\n     "),
    ],
)
def test_code_and_comments_are_blanked_out(text: str, expected: str) -> None:
    assert without_code(text) == expected
