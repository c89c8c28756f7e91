"""A paragraph, item or cell of raw HTML that is never closed swallows nothing below it."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

B = "<p><strong>b</strong></p>"


@pytest.mark.parametrize(
    ("typed", "expected", "names"),
    [
        ("<p>a\n\n**b**", f"<p>a</p>{B}", []),
        ("<p>a\n\n## H\n\n- c", '<p>a</p><h2 id="h">H</h2><ul><li>c</li></ul>', []),
        ("<p>a</div>\n\n**b**", f"<p>a</p>{B}", []),
        ("<p>a\n<div>c</div>\n\n**b**", f"<p>a</p><div>c</div>{B}", []),
        ("<p>a\n\n<p>c</p>\n\n**b**", f"<p>a</p><p>c</p>{B}", []),
        ("<p>a\n<p>c\n\n**b**", f"<p>a</p><p>c</p>{B}", []),
        ("<p>a</p><p>c\n\n**b**", f"<p>a</p><p>c</p>{B}", []),
        ("<li>a\n<li>c\n\n**b**", f"<li>a</li><li>c</li>{B}", ["li", "li"]),
        ("<td>a<td>c\n\n**b**", f"a\nc{B}", ["td", "td"]),
        ("<dd>a\n\n**b**", f"<dd>a</dd>{B}", ["dd"]),
        ("<p>\n\n**b**", f"<p></p>{B}", []),
        ("<ul>\n<li>a\n<li>c\n</ul>\n\n**b**", f"<ul><li>a</li><li>c</li></ul>{B}", []),
        ("<div>\n<p>a\n\n</div>\n\n**b**", f"<div><p>a</p></div>{B}", []),
        ("a <p>c\n\n**b**", f"<p>a </p><p>c</p>{B}", []),
        ("`<p>`\n\n**b**", f"<p><code>&lt;p&gt;</code></p>{B}", []),
    ],
)
def test_what_is_never_closed_ends_with_its_paragraph(typed: str, expected: str, names: list[str]) -> None:
    assert html_of(typed) == expected
    assert [message.split(": ", 1)[1] for message in messages(typed)] == [
        f'warning: "<{name}>" is never closed: it ends with its paragraph' for name in names
    ]
    assert hints(typed) == [f'write "</{name}>" where it ends' for name in names]


def test_the_place_is_that_of_the_tag_and_the_hint_mends_it() -> None:
    assert messages("a\n\n  <dd>b\n\nc")[0].startswith("7:3: ")
    assert messages("a\n\n  <dd>b</dd>\n\nc") == []
