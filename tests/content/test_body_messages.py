"""What is said about bodies: every message whole, at its place."""

import pytest

from sitegen.content.markdown import render_markdown
from sitegen.errors import format_problem


def messages(text: str) -> list[str]:
    """Give the problems of a body that starts at line 5, without the lines around."""
    return [
        f"{problem.location.line}:{problem.location.column}: "
        + ("" if problem.is_error else "warning: ")
        + f"{problem.headline} | {problem.hint}"
        + "".join(f" | {label}: {value}" for label, value in problem.values)
        for problem in render_markdown(text, "content/stories/x.md", 5)[1]
    ]


def test_a_problem_shows_the_lines_around_with_their_numbers_in_the_file() -> None:
    _, problems = render_markdown("one\n\n[two](huddle)\nthree\nfour\nfive\n", "content/stories/x.md", 5)
    assert [format_problem(problem) for problem in problems] == [
        """\
content/stories/x.md:7:7: link "huddle" leads to no Markdown file
    5 | one
    6 |
  > 7 | [two](huddle)
      |       ^
    8 | three
    9 | four
  hint: did you mean "huddle.md"?"""
    ]


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
def test_a_link_that_leads_nowhere_is_told(text: str, expected: list[str]) -> None:
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
def test_a_picture_that_cannot_be_shown_or_heard_is_told(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<script>x</script>",
            [('5:1: warning: "<script>" is not allowed here and was removed | the text of a page cannot hold scripts')],
        ),
        (
            "a <iframe src='x'></iframe>",
            [('5:3: warning: "<iframe>" is not allowed here and was removed | write a link, or use a shortcode')],
        ),
        (
            "<p onclick='x' class=\"y\">a</p>\n\n<p class='z'>b</p>",
            [
                (
                    '5:4: warning: attribute "onclick" of "<p>" is not allowed here and was removed'
                    " | the text of a page cannot hold scripts"
                ),
                (
                    '5:16: warning: attribute "class" of "<p>" is not allowed here and was removed'
                    " | looks belong in the style sheet | times: 2"
                ),
            ],
        ),
        (
            "<div style='x: y'>a</div>",
            [
                (
                    '5:6: warning: attribute "style" of "<div>" is not allowed here and was removed'
                    " | looks belong in the style sheet"
                )
            ],
        ),
        (
            "<p id=a>b</p>",
            [
                (
                    '5:4: warning: attribute "id" of "<p>" is not allowed here and was removed'
                    " | link to a heading: headings have anchors"
                )
            ],
        ),
        ("<button>x</button>", ['5:1: warning: "<button>" is not allowed here and was removed | write a link']),
        ("<o:p>x</o:p>", ['5:1: warning: "<o:p>" is not allowed here and was removed | write it in Markdown']),
        ("`<script>`", []),
        ("a < b > c", []),
        ("<a@b.c> <https://x.org>", []),
        ("<p title='x' lang='es'>a</p>", []),
        ("<td align=left>x</td>", []),
    ],
)
def test_what_is_removed_is_told(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'x {{ stat value="3" }}',
            ['5:3: shortcode "stat" does not stand on a line of its own | put it on a line of its own'],
        ),
        ("{{ stat value=3 }}", ['5:1: shortcode "{{ stat value=3 }}" cannot be read | write {{ name key="value" }}']),
        (
            "{{ stat value='3' }}",
            [('5:1: shortcode "{{ stat value=\'3\' }}" cannot be read | write straight double quotes: key="value"')],
        ),
        (
            "{{ stat value=“3” }}",
            [('5:1: shortcode "{{ stat value=“3” }}" cannot be read | write straight double quotes: key="value"')],
        ),
        ('{{ stat value="3 }}', ['5:1: shortcode "{{ stat value="3 }}" cannot be read | is a quote missing?']),
        ("{{ stat", ['5:1: shortcode is never closed | end it with "}}" on the same line']),
        (
            "{{ stat }} {{ stat }}",
            [
                '5:1: shortcode "stat" does not stand on a line of its own | put it on a line of its own',
                '5:12: shortcode "stat" does not stand on a line of its own | put it on a line of its own',
            ],
        ),
        ('{{ stat a="1" a="2" }}', ['5:1: shortcode "stat" has "a" twice | write it once']),
        (
            "a\n    {{ stat }}",
            ['6:5: shortcode "stat" stands inside a paragraph | leave an empty line above and below it'],
        ),
        (
            "# {{ stat }}",
            [
                (
                    "5:1: warning: heading of level 1 in a body, where the page's title has level 1: it becomes level 2"
                    ' | begin it with "## "'
                ),
                "5:1: warning: heading without text | write its text, or delete it",
                '5:3: shortcode "stat" does not stand on a line of its own | put it on a line of its own',
            ],
        ),
        (
            "[a]({{ x }})",
            [
                '5:5: shortcode "x" does not stand on a line of its own | put it on a line of its own',
                "5:12: link without a target | write where it leads",
            ],
        ),
        ("<!-- {{ stat -->", []),
        ("`{{ stat`", []),
        ("{{}}", ['5:1: shortcode "{{}}" cannot be read | write {{ name key="value" }}']),
        ("```\n{{ stat\n```", []),
        ("    {{ stat", []),
        ("`{{ stat }}`", []),
        ("a {{ 1 }} b", []),
    ],
)
def test_a_shortcode_that_cannot_be_is_told_but_not_in_code(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a[^b c]\n\n[^b c]: x",
            [
                '5:2: footnote label "b c" cannot be part of an anchor | use letters, digits and hyphens',
                '7:1: footnote label "b c" cannot be part of an anchor | use letters, digits and hyphens',
            ],
        ),
        ("a[^1] b[^2]\n\n[^1]: x", ['5:8: warning: footnote "2" has no text | add a line: [^2]: ...']),
        (
            "a[^nite]\n\n[^note]: x",
            [
                '5:2: warning: footnote "nite" has no text | did you mean "note"?',
                '7:1: warning: footnote "note" is used nowhere | write [^note] in the text, or delete it',
            ],
        ),
        ("a[^1] b[^1]\n\n[^1]: x", []),
    ],
)
def test_a_footnote_without_text_or_use_is_told(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\na", ['5:1: code fence is never closed | end it with a line "```"']),
        ("```\na\n~~~", ['5:1: code fence is never closed | end it with a line "```"']),
        (
            "```python title\na\n```",
            ['5:1: code fence with more than the name of a language | write "```python", or "```" alone'],
        ),
        ("~~~\n```\n~~~", []),
        ("```a``` b", []),
        ("``` {.python}\na\n```", []),
    ],
)
def test_a_fence_that_cannot_be_read_is_told(text: str, expected: list[str]) -> None:
    assert messages(text) == expected
