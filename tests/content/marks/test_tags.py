"""Tags that are none, that are never closed, or that may not stand in a body: what was typed stays on the page."""

import re

import pytest

from tests.content.marks.reading import hints, html_of, messages

NO_TAG = "is no tag of HTML: it is shown as it is typed"
OPEN = "is never closed: it is shown as it is typed"


@pytest.mark.parametrize(
    ("typed", "expected", "said"),
    [
        ("a <b>c\n\nd", "<p>a &lt;b&gt;c</p><p>d</p>", f'5:3: warning: "<b>" {OPEN}'),
        ("a <title>c\n\nd", "<p>a &lt;title&gt;c</p><p>d</p>", f'5:3: warning: "<title>" {OPEN}'),
        ("<script>c\n\nd", "<p>&lt;script&gt;c</p><p>d</p>", f'5:1: warning: "<script>" {OPEN}'),
        ('<iframe src="c">\n\nd', '<p>&lt;iframe src="c"&gt;</p><p>d</p>', f'5:1: warning: "<iframe>" {OPEN}'),
        ("a <textarea>\n\nd", "<p>a &lt;textarea&gt;</p><p>d</p>", f'5:3: warning: "<textarea>" {OPEN}'),
        ("<object>\n\nd", "<p>&lt;object&gt;</p><p>d</p>", f'5:1: warning: "<object>" {OPEN}'),
        ("a <!-- c\n\nd", "<p>a &lt;!-- c</p><p>d</p>", f'5:3: warning: "<!--" {OPEN}'),
        ("<div>\nc\n\n*d*", "<p>&lt;div&gt;\nc</p><p><em>d</em></p>", f'5:1: warning: "<div>" {OPEN}'),
        ("<b><b>c</b>", "<p>&lt;b&gt;<b>c</b></p>", f'5:1: warning: "<b>" {OPEN}'),
        ("a <svg>\n\nd", "<p>a &lt;svg&gt;</p><p>d</p>", f'5:3: warning: "<svg>" {OPEN}'),
        ("<jo at x.org> c", "<p>&lt;jo at x.org&gt; c</p>", f'5:1: warning: "<jo at x.org>" {NO_TAG}'),
        ("If a <b and c> d", "<p>If a &lt;b and c&gt; d</p>", f'5:6: warning: "<b and c>" {NO_TAG}'),
        ("Press <Enter>.", "<p>Press &lt;Enter&gt;.</p>", f'5:7: warning: "<Enter>" {NO_TAG}'),
        ("a <?php c ?> d", "<p>a &lt;?php c ?&gt; d</p>", f'5:3: warning: "<?php c ?>" {NO_TAG}'),
        ("a <![CDATA[c]]> d", "<p>a &lt;![CDATA[c]]&gt; d</p>", f'5:3: warning: "<![CDATA[c]]>" {NO_TAG}'),
        ("<!DOCTYPE html>", "<p>&lt;!DOCTYPE html&gt;</p>", f'5:1: warning: "<!DOCTYPE html>" {NO_TAG}'),
        ("- a\n- <c d>", "<ul><li>a</li><li>&lt;c d&gt;</li></ul>", f'6:3: warning: "<c d>" {NO_TAG}'),
    ],
)
def test_what_is_no_tag_or_never_ends_is_shown_as_typed(typed: str, expected: str, said: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == [said]


def test_a_quote_that_is_never_closed_takes_nothing_away() -> None:
    typed = 'See <a href="http://k.org/1>here</a> and\n\nthe "last" word.'
    assert html_of(typed) == '<p>See &lt;a href="http://k.org/1&gt;here and</p><p>the "last" word.</p>'
    assert messages(typed) == ['5:5: warning: a quote in "<a" is never closed: it is shown as it is typed']


@pytest.mark.parametrize(
    ("typed", "expected", "name"),
    [
        ("<title>Big news</title>\n\nd", "<p>Big news</p><p>d</p>", "title"),
        ("a <noscript>*c*</noscript> d", "<p>a <em>c</em> d</p>", "noscript"),
        ("a <textarea rows=2>c</textarea> d", "<p>a c d</p>", "textarea"),
        ("a<svg><text x='1'>c</text></svg>d", "<p>acd</p>", "svg"),
    ],
)
def test_the_text_in_an_element_that_is_removed_stays(typed: str, expected: str, name: str) -> None:
    assert html_of(typed) == expected
    [said] = messages(typed)
    assert said.endswith(f'warning: "<{name}>" is not allowed here and was removed; its text stays')


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("<https://x.org/a> <jo@x.org>", None),
        ("1 < 2 and 3 > 2, a <- b, I <3 c", "<p>1 &lt; 2 and 3 &gt; 2, a &lt;- b, I &lt;3 c</p>"),
        ("<p>a\n\n<p>b", None),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("a<br>b<br/>c<hr />", None),
        ("<b>a</b> <B>c</b>", "<p><b>a</b> <b>c</b></p>"),
        ("<span title='a > b'>c</span>", '<p><span title="a &gt; b">c</span></p>'),
        ("<details open>\n<summary>a</summary>\nb\n</details>", None),
        ("`<b>` and ``<x>``", "<p><code>&lt;b&gt;</code> and <code>&lt;x&gt;</code></p>"),
        ("```\n<x>\n```", "<pre><code>&lt;x&gt;\n</code></pre>"),
        ("<!-- <x> -->a", "<p>a</p>"),
        ("\\<b> and \\<Enter>", "<p>&lt;b&gt; and &lt;Enter&gt;</p>"),
        ("<span/>a", "<p><span></span>a</p>"),
    ],
)
def test_what_is_whole_or_plainly_text_is_not_reported(typed: str, expected: str | None) -> None:
    assert messages(typed) == []
    if expected is not None:
        assert html_of(typed) == expected


@pytest.mark.parametrize(
    ("typed", "mended", "hint"),
    [
        ("a <b>c", "a <b>c</b>", 'write "</b>" where it ends'),
        ("a <!-- c", "a <!-- c -->", 'write "-->" where the comment ends'),
        ("<Enter>", "&lt;Enter>", 'write "&lt;Enter>" to have it shown so'),
        (
            '<a href="http://k.org/1>c</a>',
            '<a href="http://k.org/1">c</a>',
            'write the quote that is missing before ">"',
        ),
        ("<title>c</title>", "c", "write the text without it"),
    ],
)
def test_a_hint_mends_it(typed: str, mended: str, hint: str) -> None:
    assert hints(typed) == [hint]
    assert messages(mended) == []


def test_the_text_of_a_script_is_named() -> None:
    assert html_of("a <script>let b</script> c") == "<p>a  c</p>"
    assert messages("a <script>let b</script> c") == ['5:3: warning: "<script>" is not allowed here and was removed']


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a <five\none<span>b</span>", "<p>a &lt;five\none<span>b</span></p>"),
        ("a <five@ <i>c</i>", "<p>a &lt;five@ <i>c</i></p>"),
        ("<title>a <title>b</title>", "<p>a &lt;title&gt;b</p>"),
        ("a `b\n<script>c` d", "<p>a <code>b &lt;script&gt;c</code> d</p>"),
        ("a ```\n<div>``` d", "<p>a <code>&lt;div&gt;</code> d</p>"),
    ],
)
def test_no_bracket_hides_what_stands_behind_it(typed: str, expected: str) -> None:
    assert html_of(typed) == expected


def test_thousands_of_brackets_without_an_end_are_text() -> None:
    assert html_of("<a " * 5000).count("&lt;a") == 5000


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("<center>One</center><center>Two</center>", "One Two"),
        ("a <select><option>One<option>Two</select>", "a One Two"),
        ("a <label>Name</label><button>Send</button>", "a Name Send"),
        ("a<nav>b</nav>c", "a b c"),
    ],
)
def test_words_beside_a_removed_element_stay_apart(typed: str, words: str) -> None:
    assert " ".join(re.sub("<[^<>]+>", "", html_of(typed)).split()) == words
