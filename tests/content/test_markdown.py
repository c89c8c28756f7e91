"""Bodies: what Markdown is rendered as, and the messages about it."""

import html

import pytest
from html5lib import HTMLParser

from sitegen.content.anchors import Anchors
from sitegen.content.markdown import render_markdown
from sitegen.model import Body, Heading, Html, Ref, Segment, Shortcode

PATH = "content/stories/x.md"
FIRST_LINE = 5


def render(text: str) -> Body:
    body, problems = render_markdown(text, PATH, FIRST_LINE)
    assert problems == []
    return body


def html_of(body: Body) -> str:
    return "".join(map(as_html, body.segments))


def as_html(segment: Segment) -> str:
    if isinstance(segment, Html):
        return segment.html
    if isinstance(segment, Shortcode):
        return f"<shortcode {segment.name}>"
    return f"{segment.opening}{html.escape(segment.target)}{segment.closing}"


def messages(text: str) -> list[str]:
    return [
        f"{problem.location.line}:{problem.location.column}: "
        + ("" if problem.is_error else "warning: ")
        + f"{problem.headline} | {problem.hint}"
        for problem in render_markdown(text, PATH, FIRST_LINE)[1]
    ]


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n"])
def test_an_empty_text_gives_an_empty_body(text: str) -> None:
    assert render(text) == Body()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One *two* **three**.", "<p>One <em>two</em> <strong>three</strong>.</p>"),
        ("a\nb", "<p>a\nb</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a & b &copy; `<x>`", "<p>a &amp; b \u00a9 <code>&lt;x&gt;</code></p>"),
        ("```python\nx = 1\n```", "<pre><code>x = 1\n</code></pre>"),
        ("    x = 1\n", "<pre><code>x = 1\n</code></pre>"),
        ("term\n: meaning", "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>"),
        ("UBT\n\n*[UBT]: unit-based team", '<p><abbr title="unit-based team">UBT</abbr></p>'),
        (
            "!!! note\n    Mind this.",
            '<div class="admonition note">\n<p class="admonition-title">Note</p>\n<p>Mind this.</p>\n</div>',
        ),
        (
            '<details markdown="1"><summary>More</summary>\n\n*x*\n\n</details>',
            "<details>\n<summary>More</summary>\n<p><em>x</em></p>\n</details>",
        ),
        ("<kbd>a</kbd> H<sub>2</sub>O", "<p><kbd>a</kbd> H<sub>2</sub>O</p>"),
        ("x <!-- hidden --> y", "<p>x  y</p>"),
    ],
)
def test_markdown_becomes_html(text: str, expected: str) -> None:
    assert html_of(render(text)) == expected


def test_a_footnote_leads_to_its_text_and_back() -> None:
    body = render("A fact.[^1]\n\n[^1]: Its *source*.\n")
    assert html_of(body) == (
        '<p>A fact.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>\n'
        '<div class="footnote">\n<hr>\n<ol>\n<li id="fn:1">\n'
        '<p>Its <em>source</em>.&nbsp;<a class="footnote-backref" href="#fnref:1"'
        ' title="Jump back to footnote 1 in the text">\u21a9</a></p>\n</li>\n</ol>\n</div>'
    )
    assert body.text == "A fact.\nIts source."


def test_a_table_stands_in_a_region_that_scrolls_and_takes_the_focus() -> None:
    body = render("| A & B | C |\n| :-: | --: |\n| 1 | `x|y` |\n")
    assert html_of(body) == (
        '<div class="table-scroll" role="region" aria-label="A &amp; B, C" tabindex="0"><table>\n'
        '<thead>\n<tr>\n<th scope="col" class="align-center">A &amp; B</th>\n'
        '<th scope="col" class="align-right">C</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td class="align-center">1</td>\n<td class="align-right"><code>x|y</code></td>\n</tr>\n'
        "</tbody>\n</table></div>"
    )


def test_a_table_is_called_by_the_heading_above_it_unless_its_writer_calls_it() -> None:
    table = "| A |\n| - |\n| 1 |\n"
    assert '<table><caption class="hidden">What &amp; when</caption>' in html_of(render(f"## What & when\n\n{table}"))
    assert "<caption" not in html_of(render(table))
    typed = "## What\n\n<table><caption>Own</caption><thead><tr><th scope=row>A</th></tr></thead></table>\n"
    out = html_of(render(typed))
    assert out.count("<caption") == 1
    assert out.count("scope=") == 1


def test_each_table_has_a_name_of_its_own() -> None:
    table = "| A |\n| - |\n| 1 |\n\n"
    out = html_of(render(f"{table}text\n\n{table}<table><tr><td></td></tr></table>"))
    assert [part.partition('"')[0] for part in out.split('aria-label="')[1:]] == ["A", "A (2)", "Table"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Use it\n\n### Why\n", [Heading(2, "use-it", "Use it"), Heading(3, "why", "Why")]),
        ("## A\n\n## A\n\n## A 2\n", [Heading(2, "a", "A"), Heading(2, "a-2", "A"), Heading(2, "a-2-2", "A 2")]),
        ("## *Nurses'* `day` & [more](https://x.org)", [Heading(2, "nurses-day-more", "Nurses' day & more")]),
        ("## ???", [Heading(2, "section", "???")]),
        ("## A[^1]\n\n[^1]: b", [Heading(2, "a", "A")]),
        ("<h3>Raw</h3>", [Heading(3, "raw", "Raw")]),
        ("```\n## no\n```", []),
    ],
)
def test_headings_have_anchors(text: str, expected: list[Heading]) -> None:
    body = render(text)
    assert body.headings == tuple(expected)
    for heading in expected:
        assert f'<h{heading.level} id="{heading.anchor}">' in html_of(body)


def test_an_anchor_that_the_page_has_already_is_not_given_again() -> None:
    anchors = Anchors()
    anchors.claim("Downloads")
    body, _ = render_markdown("## Downloads", PATH, 1, anchors)
    assert [heading.anchor for heading in body.headings] == ["downloads-2"]


@pytest.mark.parametrize("text", ["# Top\n\ntext", "Top\n===\n\ntext", "<h1>Top</h1>\n\ntext"])
def test_a_heading_of_level_one_becomes_level_two(text: str) -> None:
    body, _ = render_markdown(text, PATH, FIRST_LINE)
    assert html_of(body).split() == ["<h2", 'id="top">Top</h2>', "<p>text</p>"]
    assert messages(text) == [
        (
            "5:1: warning: heading of level 1 in a body, where the page's title has level 1: it becomes level 2"
            ' | begin it with "## "'
        )
    ]


def test_a_heading_without_text_is_left_out() -> None:
    assert messages("a\n\n## \n") == ["7:1: warning: heading without text | write its text, or delete it"]
    body, _ = render_markdown("a\n\n## \n", PATH, FIRST_LINE)
    assert html_of(body).strip() == "<p>a</p>"
    assert body.headings == ()


def test_a_body_is_the_sum_of_its_segments() -> None:
    text = 'See [*the* tool](../tools/a.md#use "A tool") and\n\n{{ stat value="3" }}\n\n![Team](../../static/t.png)'
    assert render(text).segments == (
        Html("<p>See "),
        Ref(
            target="tools/a.md",
            fragment="use",
            attribute="href",
            opening='<a href="',
            closing='" title="A tool">',
            place="#1",
        ),
        Html("<em>the</em> tool</a> and</p>\n"),
        Shortcode("stat", (("value", "3"),), "#0"),
        Html("\n<p>"),
        Ref(
            target="static/t.png",
            fragment="",
            attribute="src",
            opening='<img alt="Team" src="',
            closing='">',
            place="#2",
        ),
        Html("</p>"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb *c*\n\n- d `e`\n- f\n", "a b c\nd e\nf"),
        ("| a | b |\n|---|---|\n| c &amp; d | |\n", "a\nb\nc & d"),
        ("## Title\n\n```\nx\ny\n```\n", "Title\nx y"),
        ('{{ stat value="3" }}\n\na', "a"),
        ("a<br>b &lt;c&gt; &nbsp; d", "a b <c> d"),
        ("- a\n\n    b\n", "a\nb"),
        ("![not me](../../static/a.png) c", "c"),
    ],
)
def test_the_plain_text_has_one_paragraph_a_line(text: str, expected: str) -> None:
    assert render(text).text == expected


def test_no_page_leaves_a_trace_in_the_next() -> None:
    loud = "[r]: ../tools/a.md\n*[UBT]: team\n\n[^1]: note\n\nx[^1] [r] UBT <b>y</b>\n\n## Same\n"
    quiet = "x[^1] [r] UBT <b>y</b>\n\n*[X]: y\n[q]: /z/\n\n## Same\n"
    first = render_markdown(quiet, PATH, 1)
    render_markdown(loud, PATH, 1)
    assert render_markdown(quiet, PATH, 1) == first
    assert "UBT" in html_of(first[0])
    assert "<abbr" not in html_of(first[0])


def test_a_page_that_cannot_be_read_leaves_no_trace() -> None:
    first = render_markdown("- a\n\n    b\n", PATH, 1)
    render_markdown("- " * 3000, PATH, 1)
    assert render_markdown("- a\n\n    b\n", PATH, 1) == first


def test_line_ends_of_all_kinds_are_the_same() -> None:
    assert render("a\r\n\r\nb\rc") == render("a\n\nb\nc")


@pytest.mark.parametrize(
    "text", ["a\x00b\x0bc", "&#1; \x85 \u2028", "\ud800 half", "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03"]
)
def test_characters_that_html_does_not_allow_are_dropped(text: str) -> None:
    body, _ = render_markdown(text, PATH, 1)
    HTMLParser(strict=True).parseFragment(html_of(body))


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_shortcode_in_a_code_fence_is_code_to_the_letter(fence: str) -> None:
    body = render(f'{fence}\nabove\n{{{{ stat value="3" }}}}\nbelow {{{{ open\n{fence}\n')
    code = 'above\n{{ stat value="3" }}\nbelow {{ open\n'
    assert html.unescape(html_of(body)) == f"<pre><code>{code}</code></pre>"
