"""Markdown is read inside elements where it is meant, and reported where it is not read."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

MORE = "<summary>More</summary>"
BOLD = "<p><strong>x</strong></p>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (f"<details>\n{MORE}\n\n**x**\n\n</details>", f"<details>{MORE}{BOLD}</details>"),
        (f"<details>\n{MORE}\n**x**\n</details>\n\ny", f"<details>{MORE}{BOLD}</details><p>y</p>"),
        (f"<details>{MORE}**x**</details>", f"<details>{MORE}{BOLD}</details>"),
        (f"<details open>\n{MORE}\n\n**x**\n</details>", f'<details open="">{MORE}{BOLD}</details>'),
        (f"<details>\n    {MORE}\n    **x**\n</details>", f"<details>{MORE}{BOLD}</details>"),
        (f"<details>\n{MORE}\n\none\n\ntwo\n</details>", f"<details>{MORE}<p>one</p><p>two</p></details>"),
        (
            f"<details>\n{MORE}\nWe need:\n- a\n- b\n</details>",
            f"<details>{MORE}<p>We need:</p><ul><li>a</li><li>b</li></ul></details>",
        ),
        (
            "<details>\n<summary>The *best*</summary>\n\n**x**\n</details>",
            f"<details><summary>The <em>best</em></summary>{BOLD}</details>",
        ),
        (
            f"<details>\n{MORE}\n<details>\n{MORE}\n**x**\n</details>\n</details>",
            f"<details>{MORE}<details>{MORE}{BOLD}</details></details>",
        ),
        ("<div>\n\n**x**\n\n</div>", f"<div>{BOLD}</div>"),
        ("<div>\n<div>\n\n**x**\n\n</div>\n</div>", f"<div><div>{BOLD}</div></div>"),
        ("<div markdown=\u201c1\u201d>\n**x**\n</div>", f"<div>{BOLD}</div>"),
        ('<div markdown="0">\n\n**x**\n\n</div>', "<div>**x**</div>"),
        (f"<details>\n{MORE}\n<p>html</p>\n</details>", f"<details>{MORE}<p>html</p></details>"),
        ("<div>\n<p>html</p>\n</div>", "<div><p>html</p></div>"),
        ("<div>\nplain\n</div>", "<div>plain</div>"),
        ("`<details>` and **x**", "<p><code>&lt;details&gt;</code> and <strong>x</strong></p>"),
        ("```\n<div>\n\n**x**\n\n</div>\n```", "<pre><code>&lt;div&gt;\n\n**x**\n\n&lt;/div&gt;\n</code></pre>"),
    ],
)
def test_markdown_inside_elements(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("<div>\n**x**\n</div>", '<div markdown="1">\n**x**\n</div>'),
        ("<section>\n[a](b.md)\n</section>", '<section markdown="1">\n[a](https://x.org)\n</section>'),
        ("<div>\n<div>\n- x\n</div>\n</div>", '<div>\n<div markdown="1">\n- x\n</div>\n</div>'),
    ],
)
def test_marks_that_are_not_read_are_reported_once_with_a_hint_that_mends(typed: str, mended: str) -> None:
    name = "section" if "section" in typed else "div"
    [message] = messages(typed)
    assert message.endswith(f": warning: Markdown inside <{name}> is shown as it is typed")
    assert hints(typed) == [f'write <{name} markdown="1"> to have it read, or write it as HTML']
    assert messages(mended) == []
    assert "**" not in html_of(mended)


def test_what_is_set_in_is_to_begin_at_the_margin() -> None:
    typed = "<div>\n    <b>a</b>\n\n**x**\n</div>"
    assert messages(typed) == ["8:1: warning: Markdown inside <div> is shown as it is typed"]
    assert hints(typed) == [
        'begin its lines at the margin and write <div markdown="1"> to have it read, or write it as HTML'
    ]
    assert BOLD in html_of('<div markdown="1">\n<b>a</b>\n\n**x**\n</div>')


@pytest.mark.parametrize("typed", ["<div>\n\n**x**\n", "</div>\n\n**x**", "<div><details>\n\nx\n</div>\n</details>"])
def test_elements_that_do_not_fit_together_stop_nothing(typed: str) -> None:
    assert "x" in html_of(typed)


def test_what_is_set_in_around_an_element_that_is_read_is_reported() -> None:
    typed = "<div>\n    <b>a</b>\n<div>\n\n**x**\n\n</div>\n</div>"
    assert "9:1: warning: Markdown inside <div> is shown as it is typed" in messages(typed)


@pytest.mark.parametrize(
    "typed", ["<span>a</span><div>**b**</div>", "a <div>**b**</div>", "<span><div>\n\n**b**\n\n</div></span>"]
)
def test_an_element_in_a_paragraph_is_read_and_not_told(typed: str) -> None:
    assert "<strong>b</strong>" in html_of(typed)
    assert messages(typed) == []


def test_an_element_in_one_at_the_margin_is_told() -> None:
    assert messages("<div><div>**b**</div></div>")
