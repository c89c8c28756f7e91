"""Addresses that stand in a text as they are become links, and nothing else does."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

X = '<a href="https://x.org/a" rel="noopener">https://x.org/a</a>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("See https://x.org/a.", f"<p>See {X}.</p>"),
        ("(https://x.org/a)", f"<p>({X})</p>"),
        ("https://x.org/a, https://x.org/a!", f"<p>{X}, {X}!</p>"),
        ("**https://x.org/a**", f"<p><strong>{X}</strong></p>"),
        (
            "https://x.org/a_b_c/*d*?e=f&g=h",
            '<p><a href="https://x.org/a_b_c/*d*?e=f&amp;g=h" rel="noopener">https://x.org/a_b_c/*d*?e=f&amp;g=h</a></p>',
        ),
        (
            "https://x.org/a_(b)",
            '<p><a href="https://x.org/a_(b)" rel="noopener">https://x.org/a_(b)</a></p>',
        ),
        (
            "http://x.org/?a&copy=3&amp;b=4",
            '<p><a href="http://x.org/?a&amp;copy=3&amp;b=4" rel="noopener">http://x.org/?a&amp;copy=3&amp;b=4</a></p>',
        ),
        ("Mail o'neil@x.org", "<p>Mail <a href=\"mailto:o'neil@x.org\">o'neil@x.org</a></p>"),
        ("Mail o\u2019neil@x.org", '<p>Mail <a href="mailto:o\'neil@x.org">o\u2019neil@x.org</a></p>'),
        ("Mail 'jo@x.org'", "<p>Mail '<a href=\"mailto:jo@x.org\">jo@x.org</a>'</p>"),
        ("www.x.org", '<p><a href="https://www.x.org" rel="noopener">www.x.org</a></p>'),
        ("Mail jo.b@x.org.", '<p>Mail <a href="mailto:jo.b@x.org">jo.b@x.org</a>.</p>'),
        ("- https://x.org/a\n- b", f"<ul><li>{X}</li><li>b</li></ul>"),
        ("| a |\n| --- |\n| https://x.org/a |", None),
        ("<p>https://x.org/a</p>", f"<p>{X}</p>"),
        ("https://x.org/a\u3001b", f"<p>{X}\u3001b</p>"),
        ("https://x.org/a\u060c b", f"<p>{X}\u060c b</p>"),
        ("https://x.org/a\u3002b", f"<p>{X}\u3002b</p>"),
        ("\u00abhttps://x.org/a\u00bb", f"<p>\u00ab{X}\u00bb</p>"),
        ("https://x.org/a\u2019s", f"<p>{X}\u2019s</p>"),
        ("\uff08https://x.org/a\uff09", f"<p>\uff08{X}\uff09</p>"),
        ("https://x.org/a\uff0chttps://x.org/a", f"<p>{X}\uff0c{X}</p>"),
        ("http://x.org", '<p><a href="http://x.org" rel="noopener">http://x.org</a></p>'),
    ],
)
def test_an_address_in_the_text_is_a_link(typed: str, expected: str | None) -> None:
    shown = html_of(typed)
    assert shown == expected if expected else X in shown
    assert messages(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "`https://x.org`",
        "    https://x.org and code",
        "```\nwww.x.org a@x.org\n```",
        "<!-- https://x.org -->a",
        "a@b",
        "@x.org",
        "http://",
        "https://.",
        "www.",
        "www.x",
        "a www..org",
    ],
)
def test_code_and_what_is_no_address_is_not(typed: str) -> None:
    assert "<a " not in html_of(typed)


REL = 'rel="noopener"'
LINK = f'<a href="https://x.org" {REL}>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[https://x.org](https://x.org)", f"<p>{LINK}https://x.org</a></p>"),
        (
            "[a](https://x.org 'www.x.org')",
            f'<p><a href="https://x.org" title="www.x.org" {REL}>a</a></p>',
        ),
        (
            '[a](https://x.org "b@x.org (c)")',
            f'<p><a href="https://x.org" title="b@x.org (c)" {REL}>a</a></p>',
        ),
        ("[a@x.org][b]\n\n[b]: https://x.org", f"<p>{LINK}a@x.org</a></p>"),
        ("<https://x.org>", f"<p>{LINK}https://x.org</a></p>"),
        ('<a href="https://x.org">https://x.org</a>', f"<p>{LINK}https://x.org</a></p>"),
        ('<abbr title="https://x.org">a</abbr>', '<p><abbr title="https://x.org">a</abbr></p>'),
        ("[a](mailto:a@x.org)", '<p><a href="mailto:a@x.org">a</a></p>'),
        ("[a *https://x.org* b](https://x.org)", f"<p>{LINK}a <em>https://x.org</em> b</a></p>"),
    ],
)
def test_what_is_a_link_already_is_left_alone(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


def test_an_ampersand_may_be_typed_as_in_html() -> None:
    shown = '<a href="https://x.org/?a=1&amp;b=2" rel="noopener">https://x.org/?a=1&amp;b=2</a>'
    assert html_of("https://x.org/?a=1&amp;b=2") == html_of("https://x.org/?a=1&b=2") == f"<p>{shown}</p>"


@pytest.mark.parametrize("typed", ['&lt;a href="https://y.org>b', "[a](https://y.org b", "see [a]: https://y.org"])
def test_another_address_of_the_page_changes_nothing(typed: str) -> None:
    alone = html_of(typed)
    assert html_of(f"{typed}\n\nhttps://x.org/a") == f"{alone}<p>{X}</p>"


BROKEN = "warning: this address ends with its line, and seems to go on in the next one"


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("See https://x.org/long/\npath-of-it", "https://x.org/long/path-of-it"),
        ("See https://x.org/a-\nb.pdf, and", "https://x.org/a-b.pdf"),
        ("See https://x.org/a/\nb/c.pdf is", "https://x.org/a/b/c.pdf"),
        ("See https://x.org/?a=\n1 now", "https://x.org/?a=1"),
    ],
)
def test_an_address_that_is_broken_over_two_lines_is_told_whole(typed: str, whole: str) -> None:
    assert messages(typed) == [f"5:5: {BROKEN}"]
    assert hints(typed) == [f"write it on one line: {whole}"]
    assert messages(f"See {whole}") == []


@pytest.mark.parametrize(
    "typed",
    [
        "See https://x.org/\nthe page",
        "See https://x.org/\nwell-known facts",
        "See https://x.org/a/\n\nb/c",
        "- https://x.org/a/\n- https://x.org/b/",
        "https://x.org/a/\nhttps://x.org/b/",
        "See https://x.org/a/\ntoday",
    ],
)
def test_an_address_at_the_end_of_a_line_is_whole_where_the_next_one_is_text(typed: str) -> None:
    assert messages(typed) == []
