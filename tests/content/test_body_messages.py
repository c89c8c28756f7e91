"""Messages about bodies: each whole, and at its position."""

import pytest

from sitegen.content.markdown import render_markdown
from sitegen.errors import format_problem


def messages(text: str) -> list[str]:
    """Return the problems of a body that starts at line 5, without the lines around."""
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


OWN_LINE = "put it on a line of its own; to show it as it is typed, put it between backquotes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<script>x</script>",
            [
                (
                    '5:1: warning: "<script>" is not allowed here and was removed'
                    " | the text of a page cannot hold scripts | with its text: x"
                )
            ],
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
def test_what_is_removed_is_reported(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'x {{ stat value="3" }}',
            [f'5:3: shortcode "stat" does not stand on a line of its own | {OWN_LINE}'],
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
                f'5:1: shortcode "stat" does not stand on a line of its own | {OWN_LINE}',
                f'5:12: shortcode "stat" does not stand on a line of its own | {OWN_LINE}',
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
                f'5:3: shortcode "stat" does not stand on a line of its own | {OWN_LINE}',
            ],
        ),
        (
            "[a]({{ x }})",
            [
                f'5:5: shortcode "x" does not stand on a line of its own | {OWN_LINE}',
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
def test_a_shortcode_that_cannot_be_is_reported_but_not_in_code(text: str, expected: list[str]) -> None:
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
def test_a_footnote_without_text_or_use_is_reported(text: str, expected: list[str]) -> None:
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
def test_a_fence_that_cannot_be_read_is_reported(text: str, expected: list[str]) -> None:
    assert messages(text) == expected
