"""Messages about the links and pictures of bodies: each whole, and at its position."""

import pytest

from tests.content.test_body_messages import messages

OWN = "leads into the computer of whoever reads it"
OF_SITE = "for a page of this site, write"
TWICE = "leads nowhere: it begins twice"
IN_TEXT = "stands in the text itself | save the picture as a file below static/images/, and write its path"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[a](../../../etc/passwd)",
            [
                (
                    '5:5: link "../../../etc/passwd" leaves content/ and static/'
                    " | link to a page, or to a file below static/"
                )
            ],
        ),
        (
            "[a](../../x.pdf)",
            [('5:5: link "../../x.pdf" leaves content/ and static/ | link to a page, or to a file below static/')],
        ),
        ("[a](huddle)", ['5:5: link "huddle" leads to no Markdown file | did you mean "huddle.md"?']),
        ("a\n[a](huddle.html)", ['6:5: link "huddle.html" leads to no Markdown file | did you mean "huddle.md"?']),
        ("[a](../tools/)", ['5:5: link "../tools/" leads to no Markdown file | write the address: "/tools/"']),
        (
            "[a](files/x.pdf)",
            [
                (
                    '5:5: link "files/x.pdf" leads to no Markdown file'
                    " | files lie below static/: write the path from here, with ../"
                )
            ],
        ),
        ("[a](x.md?b=1)", ['5:5: link "x.md?b=1" has a query | write "x.md"']),
        (
            "[a](..\\tools\\x.md)",
            ['5:5: link "..\\tools\\x.md" has a character that no address has | write "/" between folders'],
        ),
        (
            "[a](javascript:alert(1))",
            [('5:5: link "javascript:alert(1)" has the scheme "javascript" | use http, https, mailto or tel')],
        ),
        (
            "<a href='data:text/html,x'>a</a>",
            ['5:10: link "data:text/html,x" has the scheme "data" | use http, https, mailto or tel'],
        ),
        (
            '<a href="&#106;avascript:x">a</a>',
            ['5:10: link "javascript:x" has the scheme "javascript" | use http, https, mailto or tel'],
        ),
        (
            "[a](C:\\x.pdf)",
            [('5:5: link "C:\\x.pdf" leads into one computer | put the file below static/, and link to it there')],
        ),
        ("[a](//x.org/y)", ['5:5: link "//x.org/y" has no scheme | write "https://x.org/y"']),
        ("[a](www.x.org)", ['5:5: link "www.x.org" leads to no Markdown file | did you mean "https://www.x.org"?']),
        ("[a](x.org/y)", ['5:5: link "x.org/y" leads to no Markdown file | did you mean "https://x.org/y"?']),
        ("[a](a@x.org)", ['5:5: link "a@x.org" leads to no Markdown file | did you mean "mailto:a@x.org"?']),
        (
            'a\n\n[x]("http://x.org")',
            ['7:5: a link without a target: its address stands in quotes | write "(http://x.org)"'],
        ),
        (
            "[x](\u201chttp://x.org\u201d)",
            ['5:5: the address \u201chttp://x.org\u201d stands in quotes | write "http://x.org"'],
        ),
        (
            "<a href=\u201dhttp://x.org\u201d>a</a>",
            ['5:9: the address \u201dhttp://x.org\u201d stands in quotes | write "http://x.org"'],
        ),
        (
            "[a](http://localhost:8000/tools/?a=b)",
            [f'5:5: warning: the link "http://localhost:8000/tools/?a=b" {OWN} | {OF_SITE} "/tools/?a=b"'],
        ),
        ("[a](http://127.0.0.1)", [f'5:5: warning: the link "http://127.0.0.1" {OWN} | {OF_SITE} "/"']),
        (
            '<a href="http://https://x.org">a</a>',
            [f'5:10: warning: the link "http://https://x.org" {TWICE} | write "https://x.org"'],
        ),
        (
            "[a](https://https//x.org/a)",
            [f'5:5: warning: the link "https://https//x.org/a" {TWICE} | write "https://x.org/a"'],
        ),
        (
            "[a](https:///x.org)",
            ['5:5: warning: the link "https:///x.org" leads nowhere: it has a slash too many | write "https://x.org"'],
        ),
        (
            "## What they saw\n\n[a](#What They Saw)",
            [
                (
                    '7:5: warning: link to "#What They Saw", which is no heading of this page'
                    ' | did you mean "#what-they-saw"?'
                )
            ],
        ),
        ("[a]()", ["5:5: link without a target | write where it leads"]),
        ("[a](?b)", ["5:5: link without a target | write where it leads"]),
        ("[r]\n\n[r]: huddle\n", ['7:6: link "huddle" leads to no Markdown file | did you mean "huddle.md"?']),
        (
            "## Team\n\n[a](#tema)",
            ['7:5: warning: link to "#tema", which is no heading of this page | did you mean "#team"?'],
        ),
        (
            "[a](#b)",
            [('5:5: warning: link to "#b", which is no heading of this page | link to a heading of this page')],
        ),
        ("`[a](x)` [a](x)", ['5:14: link "x" leads to no Markdown file | did you mean "x.md"?']),
        ("```\n[a](x)\n```\n\n[a](x)", ['9:5: link "x" leads to no Markdown file | did you mean "x.md"?']),
        ("<!-- [a](x) -->\n\n[a](x)", ['7:5: link "x" leads to no Markdown file | did you mean "x.md"?']),
        ("    [a](x)\n\n[a](x)", ['7:5: link "x" leads to no Markdown file | did you mean "x.md"?']),
        (
            "[a](x) [b](x)",
            [
                '5:5: link "x" leads to no Markdown file | did you mean "x.md"?',
                '5:12: link "x" leads to no Markdown file | did you mean "x.md"?',
            ],
        ),
        ("> - [a](x)", ['5:9: link "x" leads to no Markdown file | did you mean "x.md"?']),
        ("[a](https://x.org) [b](mailto:a@b.org) [c](tel:+1) [Back to top](#) [e](#top)", []),
    ],
)
def test_a_link_that_leads_nowhere_is_reported(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<img src='x.png' alt='y'>",
            ['5:11: "x.png" is no picture below static/ | write its path: "../../static/images/..."'],
        ),
        (
            "![y](/images/x.png)",
            [('5:6: "/images/x.png" is no picture below static/ | write its path: "../../static/images/..."')],
        ),
        (
            "![][a]\n\n[a]: <data:image/png;base64,AA>",
            [f'7:7: the picture "data:image/png;base64,AA" {IN_TEXT}'],
        ),
        ("![y](data:image/png;base64,AA)", [f'5:6: the picture "data:image/png;base64,AA" {IN_TEXT}']),
        (
            "![y](../../static/downloads/a.pdf)",
            [
                (
                    '5:6: warning: "../../static/downloads/a.pdf" is a PDF, and no picture that a page can show'
                    " | make a link of it, without the exclamation mark: [...](../../static/downloads/a.pdf)"
                )
            ],
        ),
        (
            "![y](../../static/videos/a.MP4)",
            [
                (
                    '5:6: warning: "../../static/videos/a.MP4" is a film, and no picture that a page can show'
                    ' | show it on a line of its own: {{ video src="videos/a.MP4" }}'
                )
            ],
        ),
        ("![y](#x)", ['5:6: "#x" is no picture below static/ | write its path: "../../static/images/..."']),
        (
            "![y](mailto:a@b.c)",
            [('5:6: "mailto:a@b.c" is no picture below static/ | write its path: "../../static/images/..."')],
        ),
        (
            "![y](https://x.org/a.png)",
            [
                (
                    '5:6: warning: picture "https://x.org/a.png" lies on another site and is never shown'
                    " | put the picture below static/images/"
                )
            ],
        ),
        (
            "![](../../static/a.png)",
            [
                (
                    '5:5: warning: picture "../../static/a.png" has no text for those who do not see it'
                    ' | write what it shows: "![A team at its huddle board](...)"'
                )
            ],
        ),
        (
            "![ ](../../static/a.png)",
            [
                (
                    '5:6: warning: picture "../../static/a.png" has no text for those who do not see it'
                    ' | write what it shows: "![A team at its huddle board](...)"'
                )
            ],
        ),
        (
            "<img src='../../static/a.png'>",
            [
                (
                    '5:11: warning: picture "../../static/a.png" has no text for those who do not see it'
                    ' | write what it shows: "![A team at its huddle board](...)"'
                )
            ],
        ),
        ("<img src='../../static/a.png' alt=''>", []),
    ],
)
def test_a_picture_that_cannot_be_shown_or_heard_is_reported(text: str, expected: list[str]) -> None:
    assert messages(text) == expected
