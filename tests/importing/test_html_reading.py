"""Web pages: what stays of them as Markdown, and what is left out."""

import pytest

from sitegen.importing.html_reading import read_html
from tests.importing.bringing_in import asked_of, body_of, fields_of, left_out_of, outcome, page_of

HEAD = "<title>A</title><h1>A</h1>"

CASES = {
    "words and marks": ("<p>Say <b>it</b> <em>well</em>, <code>x * y</code>.", "Say **it** *well*, `x * y`."),
    "what looks like a mark is text": (
        "<p>5*3 _x_ [y] {{ z }} &lt;b&gt; &amp;amp; a==b== # 1",
        "5\\*3 \\_x\\_ \\[y] \\{\\{ z }} &lt;b> &amp;amp; a=&#61;b== # 1",
    ),
    "a line that looks like a list is none": (
        "<p>2017. It was.<p>+ more<p>1) alone",
        "2017\\. It was.\n\n\\+ more\n\n1\\) alone",
    ),
    "headings begin with level 2 and skip none": (
        "<h2>One</h2><p>a<h5>Two</h5><p>b<h1>Three</h1><p>c",
        "## One\n\na\n\n### Two\n\nb\n\n## Three\n\nc",
    ),
    "a bold line is a heading": ("<p>a<p><strong>What they did</strong><p>b", "a\n\n## What they did\n\nb"),
    "a bold sentence is none": ("<p><strong>They did it.</strong><p>b", "**They did it.**\n\nb"),
    "loose words and two breaks": ("one<br><br>two<br>three", "one\n\ntwo  \nthree"),
    "lists in lists": ("<ul><li>a<ol><li>b<li>c</ol><li>d</ul>", "- a\n  1. b\n  2. c\n- d"),
    "typed bullets": ("<p>\u2022 one<br>\u2022 two<p>\u00bb three", "- one\n- two\n- three"),
    "typed numbers": ("<p>1. one<p>2. two", "1. one\n2. two"),
    "bullets of Word": (
        "<p class=MsoListParagraph><span>\u00b7&nbsp;&nbsp;</span>one<p><span>\u00b7&nbsp; </span>two",
        "- one\n- two",
    ),
    "a table": (
        "<table><tr><th>A<th>B<tr><td>1|2<td><p>x<p>y<tr><td colspan=2>z<tr><td rowspan=2>u<td>v<tr><td>w</table>",
        "| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |\n| z |  |\n| u | v |\n|  | w |",
    ),
    "lists in a table of data": (
        "<table><tr><th>A<th>B<tr><td>1<td>x<ul><li>y<li>z</ul></table>",
        "| A | B |\n| --- | --- |\n| 1 | x<br>\u2022 y<br>\u2022 z |",
    ),
    "a table in a cell of a table of data": (
        "<table><tr><th>A<th>B<tr><td>1<table><tr><th>C<th>D<tr><td>2<td>3</table><td>4</table>",
        "| A | B |\n| --- | --- |\n| 1 | 4 |\n\n| C | D |\n| --- | --- |\n| 2 | 3 |",
    ),
    "a table of data in a table that sets out the page": (
        "<table><tr><td><table><tr><th>C<th>D<tr><td>2<td>3</table></td></tr></table>",
        "| C | D |\n| --- | --- |\n| 2 | 3 |",
    ),
    "two rows of headings": (
        "<table><thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</thead><tr><td>1<td>2<td>3</table>",
        "| A | B C | D |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
    ),
    "two numbered lists below each other": ("<p>a</p><ol><li>b</ol><ol><li>c</ol>", "a\n\n1. b\n\n2. c"),
    "a line that a margin broke": (
        "<p>The agreement protects the right to a job<br>security is meant for all.</p>",
        "The agreement protects the right to a job security is meant for all.",
    ),
    "fields in a list of terms": (
        "<p>a</p><dl><div><dt>Best used</dt><dd>each day</dd></div><dt>For</dt><dd>managers</dd><dd>stewards</dd></dl>",
        "a\n\nBest used: each day\n\nIntended audience: managers, stewards",
    ),
    "terms that are no fields": ("<dl><dt>Huddle<dd>Short.</dl>", "Huddle\n:   Short."),
    "a bullet with many spaces behind it": ("<p>\u00b7<span> &nbsp;&nbsp; </span>one</p>", "- one"),
    "a table that only sets out the page": (
        "<table><tr><td><h2>B</h2>one</td><td>two</td></tr></table>",
        "## B\n\none\n\ntwo",
    ),
    "a quotation, code, a line": (
        "<blockquote>One<p>Two</blockquote><pre>x  y\n z</pre><hr><p>end",
        "> One\n>\n> Two\n\n```\nx  y\n z\n```\n\n---\n\nend",
    ),
    "a footnote": (
        "<p>So it is<sup><a href='#n1' id=r1>1</a></sup>.<ol><li id=n1>A report <a href='#r1'>\u21a9</a></ol>",
        "So it is[^1].\n\n[^1]: A report",
    ),
    "marks that Markdown has none for": (
        "<p>H<sub>2</sub>O <abbr title='unit-based team'>UBT</abbr> <s>old</s>",
        'H<sub>2</sub>O <abbr title="unit-based team">UBT</abbr> <del>old</del>',
    ),
    "a heading in an item": ("<ul><li><h3>One</h3><p>two</ul>", "- **One**\n\n  two"),
    "details": (
        "<details><summary>More</summary><p>of it</details>",
        "<details>\n<summary>More</summary>\n\nof it\n</details>",
    ),
    "emphasis in pieces": ("<p><b>on</b><b>e</b> <b><strong>two</strong></b>", "**one** **two**"),
    "blocks in a cell stay apart": (
        "<table><tr><th>A<th>B<tr><td><div>a</div><div>b</div><td>c</table>",
        "| A | B |\n| --- | --- |\n| a<br>b | c |",
    ),
}


@pytest.mark.parametrize(("html", "body"), CASES.values(), ids=CASES)
def test_a_page_becomes_markdown(html: str, body: str) -> None:
    assert read_html(f"{HEAD}{html}").body == body


FURNITURE = {
    "<nav>Home Tools</nav>": "navigation of the old page",
    "<div class='site-header'>The site</div>": "the head of the old page",
    "<footer>All rights</footer>": "the foot of the old page",
    "<div id='respond'>Leave a Reply <form>Name</form></div>": "comments, or a form for them",
    "<div class='sharedaddy sd-sharing'>Share</div>": "buttons for sharing",
    "<div id='cookie-notice'>We use cookies</div>": "a cookie notice",
    "<div class='user-login-form'>Log in</div>": "a log-in form",
    "<p style='display: none'>secret</p>": "hidden on the old page",
    "<div role=search>Look for</div>": "the search of the old page",
    "<div class=jwplayer>Loading the player...</div>": "the player of a film",
    "<div class='entry-meta'>Posted on April 3 by editor</div>": "facts about the old page",
    "<section><h2>Related</h2><ul><li>Another</ul></section>": "links to other pages of the old site",
    "<ul><li>View<li>Edit</ul>": "buttons of the old page",
    "<p>Print this page": "buttons for sharing",
    "<noscript>Turn on scripts</noscript>": "shown only without script",
}


@pytest.mark.parametrize(("html", "because"), FURNITURE.items())
def test_what_stands_around_the_text_is_left_out_and_told(html: str, because: str) -> None:
    page = f"{HEAD}<p>The text has a number of words, more than what stands around it has, in all.</p>{html}"
    assert because in left_out_of("page.html", page)
    assert body_of("page.html", page).startswith("The text has")


def test_the_text_is_what_main_holds() -> None:
    page = f"{HEAD}<div>Aside of it</div><main><p>{'word ' * 20}</p></main><div>Below it</div>"
    assert body_of("page.html", page).strip() == ("word " * 20).strip()
    assert left_out_of("page.html", page) == {"outside the text of the old page": "A Aside of it Below it"}


def test_what_holds_most_of_the_words_stays_whatever_it_is_called() -> None:
    assert body_of("page.html", f"{HEAD}<div class=share><p>{'word ' * 20}</p></div>").count("word") == 20


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    page = "<title>Boards that work | The Site</title><h1>The Site</h1><p>Text of the page."
    assert "title: Boards that work\n" in page_of("page.html", page)


def test_a_film_and_a_frame_are_asked_about() -> None:
    page = f"{HEAD}<p>Text<video src=x.mp4>no</video><iframe src='https://x.org/1'></iframe>"
    asked = asked_of("page.html", page)
    assert 'the old page plays "x.mp4"' in asked
    assert "the old page showed https://x.org/1 in a frame, which pages here cannot" in asked


def test_parts_out_of_their_order_are_told_and_not_moved() -> None:
    page = f"{HEAD}<h2>6. Six</h2><p>a<h2>2. Two</h2><p>b<h2>3. Three</h2><p>c"
    assert "the numbered parts stand in the order 6, 2, 3" in asked_of("page.html", page)
    assert body_of("page.html", page).index("6. Six") < body_of("page.html", page).index("2. Two")


def test_a_deck_is_the_summary_and_stands_there_once() -> None:
    page = f"{HEAD}<p class=deck>Ten minutes a day.</p><p>Text of it."
    assert "summary: Ten minutes a day.\n" in page_of("page.html", page)
    assert body_of("page.html", page).strip() == "Text of it."
    described = f"<meta name=description content='Ten minutes a day.'>{HEAD}<p>Ten minutes a day.</p><p>Text of it."
    assert body_of("page.html", described).strip() == "Text of it."


def test_a_page_whose_text_a_program_makes_is_refused() -> None:
    page = "<title>App</title><body><div id=root></div><noscript>You need to enable JavaScript.</noscript>"
    assert outcome("a.html", page).why == "it has no text: a program makes it in the browser"


def test_a_deck_has_no_label() -> None:
    deck = "<div class='field-name-field-deck'><div class=field-label>Deck:</div><div>One board.</div></div>"
    page = f"{HEAD}{deck}<p>A text."
    assert fields_of("a.html", page)["summary"] == ("One board.", "certain")
