"""Sad pastes from other programs, and the pages that they must become."""

import pytest

from tests.content.marks.reading import html_of, messages

WORD = (
    "We agreed on three things:\n"
    "\uf0b7\tSafety first\n"
    "o\u00a0\u00a0 Gloves at every cart\n"
    "o\u00a0\u00a0 Shoes that hold\n"
    "\uf0b7\tPa\u00adtients next\n"
    "\n"
    "1)\tAsk\n"
    "2)\tListen\n"
)
EXCEL = "Huddles by team\n\nTeam\tMay\tJune\nEast\t12\t14\nWest\t\t9\n\nThanks!\n"
MAIL = "Hi all,\n\nplease bring\n  - your badge\n  - a pen\n    - blue or black\n\n> We need:\n> - chairs\n> - tables\n"
NOTES = "Agenda:\n\u2013 Welcome\n\u2013 Numbers\n\nTo do:\n\u2610 Book room 4\n\u2611 Send invitations\n"
WEB = "\ufeffThe\u200b plan\n| Step | Who |\n|\u2014|\u2014|\n| Ask | Everybody |\n\n| Act | Teams |\n"
WIKI = "1. Open the form:\n   ```\n   start form\n   ```\n2. Send it\n  - by mail\n  - by hand\n"
OUTLOOK = (
    "Hi Ana,\n\nthis is what we said at the huddle:\n\n1)\tAsk the team\n2)\tWrite to jo@example.org\n\n"
    "The plan: https://example.org/plan?utm_source=mail&utm_medium=outlook\n\n"
    "-----Original Message-----\nFrom: Ana Ruiz <ana@example.org>\nSent: Monday, 8:15\n\n> When do we meet?\n"
)
SLIDES = (
    "Our goals\n\u2022\tFewer falls\n\u2022\tShorter waits\n\u2013\tin the lab\n\u2013\tat the desk\n\u2022\tThanks\n"
)
CORNER = "By month:\n\n\tMay\tJune\nEast\t$12\t$14\nWest\t\t9 | 10\n"
PAGE = (
    '<p class="MsoNormal"><b>Three steps</b>\u00a0for a team:</p>\n<ul>\n<li>Ask</li>\n<li>Listen</li>\n</ul>\n'
    '<p>More <a href="https://example.org/a?utm_source=x" onclick="go()">on our page</a>.</p>\n'
)


@pytest.mark.parametrize(
    ("typed", "expected", "severities"),
    [
        (
            WORD,
            (
                "<p>We agreed on three things:</p>"
                "<ul><li>Safety first<ul><li>Gloves at every cart</li><li>Shoes that hold</li></ul></li>"
                "<li>Patients next</li></ul>"
                "<ol><li>Ask</li><li>Listen</li></ol>"
            ),
            ["advice", "advice"],
        ),
        (
            EXCEL,
            (
                "<p>Huddles by team</p>"
                '<div class="table-scroll" role="region" aria-label="Team, May, June" tabindex="0">'
                "<table><thead><tr>"
                '<th scope="col">Team</th><th scope="col">May</th><th scope="col">June</th></tr></thead><tbody>'
                "<tr><td>East</td><td>12</td><td>14</td></tr><tr><td>West</td><td></td><td>9</td></tr>"
                "</tbody></table></div><p>Thanks!</p>"
            ),
            ["advice"],
        ),
        (
            MAIL,
            (
                "<p>Hi all,</p><p>please bring</p><ul><li>your badge</li>"
                "<li>a pen<ul><li>blue or black</li></ul></li></ul>"
                "<blockquote><p>We need:</p><ul><li>chairs</li><li>tables</li></ul></blockquote>"
            ),
            [],
        ),
        (
            NOTES,
            (
                "<p>Agenda:</p><ul><li>Welcome</li><li>Numbers</li></ul>"
                "<p>To do:</p><ul><li>\u2610 Book room 4</li><li>\u2611 Send invitations</li></ul>"
            ),
            ["advice", "advice"],
        ),
        (
            WEB,
            (
                '<p>The plan</p><div class="table-scroll" role="region" aria-label="Step, Who" tabindex="0">'
                "<table><thead><tr>"
                '<th scope="col">Step</th><th scope="col">Who</th></tr></thead><tbody>'
                "<tr><td>Ask</td><td>Everybody</td></tr><tr><td>Act</td><td>Teams</td></tr></tbody></table></div>"
            ),
            [],
        ),
        (
            WIKI,
            (
                "<ol><li><p>Open the form:</p><pre><code>start form\n</code></pre></li>"
                "<li><p>Send it</p><ul><li>by mail</li><li>by hand</li></ul></li></ol>"
            ),
            [],
        ),
        (
            OUTLOOK,
            (
                "<p>Hi Ana,</p><p>this is what we said at the huddle:</p><ol><li>Ask the team</li>"
                '<li>Write to <a href="mailto:jo@example.org">jo@example.org</a></li></ol>'
                '<p>The plan: <a href="https://example.org/plan" rel="noopener">https://example.org/plan</a></p>'
                '<p>-----Original Message-----\nFrom: Ana Ruiz <a href="mailto:ana@example.org">ana@example.org</a>'
                "Sent: Monday, 8:15</p><blockquote><p>When do we meet?</p></blockquote>"
            ),
            ["advice", "advice"],
        ),
        (
            SLIDES,
            (
                "<p>Our goals</p><ul><li>Fewer falls</li><li>Shorter waits<ul><li>in the lab</li>"
                "<li>at the desk</li></ul></li><li>Thanks</li></ul>"
            ),
            ["advice"],
        ),
        (
            CORNER,
            (
                '<p>By month:</p><div class="table-scroll" role="region" aria-label="May, June" tabindex="0">'
                "<table><thead><tr>"
                '<th scope="col"></th><th scope="col">May</th><th scope="col">June</th></tr></thead><tbody>'
                "<tr><td>East</td><td>$12</td><td>$14</td></tr><tr><td>West</td><td></td><td>9 | 10</td></tr>"
                "</tbody></table></div>"
            ),
            ["advice"],
        ),
        (
            PAGE,
            (
                "<p><b>Three steps</b>&nbsp;for a team:</p><ul><li>Ask</li><li>Listen</li></ul>"
                '<p>More <a href="https://example.org/a" rel="noopener">on our page</a>.</p>'
            ),
            ["warning", "advice", "warning"],
        ),
    ],
    ids=["word", "excel", "mail", "notes", "web", "wiki", "outlook", "slides", "corner", "page"],
)
def test_a_paste_becomes_the_page_that_is_meant(typed: str, expected: str, severities: list[str]) -> None:
    assert html_of(typed) == expected
    assert [message.split(": ")[1] for message in messages(typed)] == severities
