"""HTML of Word, Outlook and Google Docs: its lists, titles, bold words, footnotes and comments are those of a page."""

import pytest

from tests.importing.bringing_in import asked_of, body_of, fields_of, left_out_of

MARK = '<!--[if !supportLists]--><span style="mso-list:Ignore">{}<span>&nbsp;&nbsp; </span></span><!--[endif]-->'


def item(words: str, mark: str, level: int = 1, style: str = "l0") -> str:
    """Return a paragraph that Word means as an item."""
    typed = MARK.format(mark)
    return f"<p class=MsoListParagraph style='mso-list:{style} level{level} lfo1'>{typed}{words}<o:p></o:p></p>"


CASES = {
    "items in items": (
        item("Print it", "\u00b7") + item("on card stock", "o", 2) + item("Hang it", "\u00b7"),
        "- Print it\n  - on card stock\n- Hang it",
    ),
    "numbers after bullets": (
        item("Print it", "\u00b7") + item("Ask", "1.", 1, "l1") + item("Listen", "2.", 1, "l1"),
        "- Print it\n\n1. Ask\n2. Listen",
    ),
    "a list that goes on": (item("Act", "3.") + item("Check", "4."), "3. Act\n4. Check"),
    "a list that begins on its second level": (item("deep", "o", 2) + item("flat", "\u00b7"), "- deep\n\n- flat"),
    "items by their class": (
        "<p class=MsoListBullet>one</p><p class=MsoListBullet2>deeper</p><p class=MsoListBullet>two</p>",
        "- one\n  - deeper\n- two",
    ),
    "numbers by their class": ("<p class=MsoListNumber>one</p><p class=MsoListNumber>two</p>", "1. one\n2. two"),
    "a footnote": (
        (
            "<p>Said<a href='#_ftn1' name='_ftnref1'><span><span>[1]</span></span></a> so.</p>"
            "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> By whom.</p></div>"
        ),
        "Said[^1] so.\n\n[^1]: By whom.",
    ),
    "bold and slanted words": (
        (
            "<b style='font-weight:normal' id=docs-internal-guid-1><p><span style='font-weight:400'>We have </span>"
            "<span style='font-weight:700'>three rules</span> <span style='font-style:italic'>that hold</span>.</p></b>"
        ),
        "We have **three rules** *that hold*.",
    ),
    "a list directly in a list": (
        "<ul><li>one</li><ul><li>deeper</li></ul><li>two</li></ul>",
        "- one\n  - deeper\n- two",
    ),
    "a link that Google wrapped": (
        "<p><a href='https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D&amp;ust=1'>here</a></p>",
        "[here](https://example.org/a?b=1)",
    ),
}


@pytest.mark.parametrize(("html", "body"), CASES.values(), ids=CASES)
def test_what_an_office_program_means_becomes_markdown(html: str, body: str) -> None:
    below = body_of("a.html", f"<html><title>T</title><body><p>Above it.</p>{html}</body></html>")
    assert below.strip().removeprefix("Above it.\n\n") == body


def test_the_title_of_a_word_document_is_the_title_and_its_headings_are_below_it() -> None:
    html = (
        "<p class=MsoTitle>Saved</p><p class=MsoSubtitle>A deck</p><h1>Part</h1><p>Words.</p><h2>Less</h2><p>More.</p>"
    )
    fields = fields_of("a.html", html)
    assert (fields["title"][0], fields["summary"][0]) == ("Saved", "A deck")
    assert body_of("a.html", html).strip() == "## Part\n\nWords.\n\n### Less\n\nMore."


def test_comments_of_google_docs_are_in_the_report() -> None:
    html = (
        "<h1>Plan</h1><p>Text<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>.</p>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a> Is it true?</p></div>"
    )
    assert body_of("a.html", html).strip() == "Text."
    assert "Is it true?" in left_out_of("a.html", html)["a comment"]
    assert any("1 comment" in one for one in asked_of("a.html", html))


def test_the_head_of_a_mail_is_no_text() -> None:
    html = (
        "<p><b>From:</b> Pat &lt;pat@example.org&gt;<br><b>Sent:</b> Thursday, October 5, 2017 9:12 AM<br>"
        "<b>To:</b> All<br><b>Subject:</b> RE: The card</p><p>It is ready.</p>"
    )
    fields = fields_of("a.html", html)
    assert (fields["title"], fields["date"]) == (("The card", "likely"), ("2017-10-05", "likely"))
    assert body_of("a.html", html).strip() == "It is ready."
    assert "Pat <pat@example.org>" in left_out_of("a.html", html)["the head of an e-mail"]


def test_what_a_mailing_list_puts_around_its_text_is_left_out() -> None:
    html = (
        "<table><tr><td>View this email in your browser</td></tr></table>"
        "<table><tr><td><img src=spacer.gif width=1></td><td>One long text.<br><br>And more.</td><td></td></tr>"
        "<tr><td></td><td>Then this.</td><td></td></tr></table><p><a href='#'>Unsubscribe</a> from this list.</p>"
        "<img src='http://example.org/open.php?u=1' width=1 height=1>"
    )
    assert body_of("a.html", html).strip() == "One long text.\n\nAnd more.\n\nThen this."
    left = left_out_of("a.html", html)["what a mailing list adds"]
    assert "View this email" in left
    assert "Unsubscribe" in left
