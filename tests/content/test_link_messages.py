"""Messages about the links and pictures of bodies: each whole, and at its position."""

import pytest

from tests.content.test_body_messages import messages


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
        ("[a]()", ["5:5: link without a target | write where it leads"]),
        ("[a](?b)", ["5:5: link without a target | write where it leads"]),
        ("[r]\n\n[r]: huddle\n", ['7:6: link "huddle" leads to no Markdown file | did you mean "huddle.md"?']),
        (
            "## Team\n\n[a](#tema)",
            ['7:5: warning: link to "#tema", which is no heading of this page | did you mean "team"?'],
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
        ("[a](https://x.org) [b](mailto:a@b.org) [c](tel:+1) [d](#) [e](#top)", []),
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
