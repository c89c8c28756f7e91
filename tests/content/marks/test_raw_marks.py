"""Marks of Markdown in raw HTML are shown as they are typed, which is reported."""

import pytest

from tests.content.marks.reading import hints, html_of, messages


@pytest.mark.parametrize(
    ("typed", "name", "place"),
    [
        ("<p>**a** b</p>", "p", "5:4"),
        ("<p>a [b](https://x.org)</p>", "p", "5:6"),
        ("<table><tr><td>[b](https://x.org)</td></tr></table>", "table", "5:16"),
        ("<ul>\n<li>**a**</li>\n</ul>", "ul", "6:5"),
        ("<h3>**a**</h3>", "h3", "5:5"),
        ("<figure>\n![a](x.png)\n</figure>", "figure", "6:1"),
        ("<p>\n- a\n- b\n</p>", "p", "6:1"),
    ],
)
def test_a_mark_in_raw_html_is_reported(typed: str, name: str, place: str) -> None:
    assert f"{place}: warning: Markdown inside <{name}> is shown as it is typed" in messages(typed)
    assert f'write it as HTML, or take the tags "<{name}>" and "</{name}>" away' in hints(typed)


@pytest.mark.parametrize("mended", ["<p><strong>a</strong> b</p>", "**a** b"])
def test_both_hints_mend_it(mended: str) -> None:
    assert html_of(mended) == "<p><strong>a</strong> b</p>"
    assert messages(mended) == []


@pytest.mark.parametrize(
    "typed",
    [
        "<p>5 * 3 ** 2</p>",
        "<p>**</p>",
        "<pre>**a**</pre>",
        '<p markdown="1">**a**</p>',
        "<b>a</b> **b**",
        "a <p>**b**</p>",
        "<p>a</p>\n\n**b**",
        "<p>a[b] (c)</p>",
    ],
)
def test_no_mark_and_no_raw_html_is_not(typed: str) -> None:
    assert not [message for message in messages(typed) if "Markdown inside" in message]
