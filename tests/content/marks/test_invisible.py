"""Invisible characters go where nothing is lost; those of symbol fonts become what they mean."""

import pytest

from tests.content.marks.reading import html_of, messages


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("part\u00adner\u00adship", "partnership"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ufeffBOM and \ufeffmore", "BOM and more"),
        ("word\u2060joiner", "wordjoiner"),
        ("Auf\u200clage, fl\u200dow", "Auflage, flow"),
        ("\U0001f469\u200d\U0001f4bb works", "\U0001f469\u200d\U0001f4bb works"),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\ufe0f\u200d\U0001f525"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("\u0e20\u0e32\u0e29\u0e32\u200b\u0e44\u0e17\u0e22", "\u0e20\u0e32\u0e29\u0e32\u200b\u0e44\u0e17\u0e22"),
        ("a `b\u00adc`", "a <code>b\u00adc</code>"),
        ("[a](https://x.org/b\u200bc)", '<a href="https://x.org/bc" rel="noopener">a</a>'),
    ],
)
def test_invisible_characters_go_where_nothing_is_lost(typed: str, expected: str) -> None:
    assert html_of(typed) == f"<p>{expected}</p>"
    assert messages(typed) == []


def test_places_behind_removed_characters_hold() -> None:
    assert messages("x\u00ad\u00ad y <u onclick=a>z</u>") == [
        '5:10: warning: attribute "onclick" of "<u>" is not allowed here and was removed'
    ]


def test_known_symbols_are_replaced_and_others_reported() -> None:
    assert html_of("a \uf0e0 b \uf04a") == "<p>a \u2192 b \u263a</p>"
    assert messages("a \uf0e0 b \uf04a") == []
    assert messages("a \uf022 b") == ["5:3: warning: a character of a symbol font is shown as an empty box"]
    assert messages("`\uf022`") == []
