"""Number signs, no-break spaces and asterisks that look like text are text; backslashes at ends of lines break them."""

import pytest

from tests.content.marks.reading import hints, html_of, messages


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("#1 in care", "<p>#1 in care</p>"),
        ("a\n#1 in care", "<p>a\n#1 in care</p>"),
        ("- #1 in care", "<ul><li>#1 in care</li></ul>"),
        ("> #2", "<blockquote><p>#2</p></blockquote>"),
        ("#ubt #lmp", "<p>#ubt #lmp</p>"),
        ("#ubt and #lmp", "<p>#ubt and #lmp</p>"),
        ("##2 a", '<h2 id="2-a">2 a</h2>'),
        ("## 2 a", '<h2 id="2-a">2 a</h2>'),
        ("##What #2 says", '<h2 id="what-2-says">What #2 says</h2>'),
        ("`#1` x\n#a #b", "<p><code>#1</code> x\n#a #b</p>"),
    ],
)
def test_the_sign_of_a_number_or_hashtag_makes_no_heading(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


def test_what_may_be_a_heading_or_a_hashtag_is_told_with_both_ways() -> None:
    assert hints("#teamwork") == ['begin it with "## "; for text, write "\\#" in place of "#"']
    assert messages("\\#teamwork") == []
    assert hints("# Teamwork") == ['begin it with "## "']


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a\n\u00a0\nb", "<p>a</p><p>b</p>"),
        ("a\n \u00a0 \n- b\n\u00a0\u00a0- c", "<p>a</p><ul><li>b<ul><li>c</li></ul></li></ul>"),
        ("> a\n> \u00a0\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("\u00a0\u00a0- a\n\u00a0\u00a0- b", "<ul><li>a</li><li>b</li></ul>"),
        ("\u00a0\u00a0Set in", "<p>Set in</p>"),
        ("a\u00a0b", "<p>a&nbsp;b</p>"),
        ("```\na\n\u00a0\nb\n```", "<pre><code>a\n&nbsp;\nb\n</code></pre>"),
    ],
)
def test_no_break_spaces_at_the_beginning_of_a_line_are_the_spaces_they_look_like(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a\\\nb", "<p>a<br>b</p>"),
        ("- a\\\n  b", "<ul><li>a<br>  b</li></ul>"),
        ("> a\\\n> b", "<blockquote><p>a<br>b</p></blockquote>"),
        ("a\\", "<p>a\\</p>"),
        ("a\\\n\nb", "<p>a\\</p><p>b</p>"),
        ("a\\\\\nb", "<p>a\\\nb</p>"),
        ("C:\\files\\\nb", "<p>C:\\files\\\nb</p>"),
        ("\\\\server\\share\\\nb", "<p>\\\\server\\share\\\nb</p>"),
        ("`a\\\nb`", "<p><code>a\\\nb</code></p>"),
    ],
)
def test_a_backslash_at_the_end_of_a_line_begins_a_new_one(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5*3*2 or 5*3", "<p>5*3*2 or 5*3</p>"),
        ("a *5* b", "<p>a <em>5</em> b</p>"),
        ("2**3**4", "<p>2<strong>3</strong>4</p>"),
        ("`5*3*2`", "<p><code>5*3*2</code></p>"),
    ],
)
def test_an_asterisk_between_digits_is_shown(typed: str, expected: str) -> None:
    assert html_of(typed) == expected


@pytest.mark.parametrize("sign", "~=&^$@%\\`*_{}[]()>#+-.!|<")
def test_a_backslash_before_a_sign_that_other_programs_write_so_is_not_shown(sign: str) -> None:
    shown = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign, sign)
    assert html_of(f"a \\{sign} b") == f"<p>a {shown} b</p>"
