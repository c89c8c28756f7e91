"""Texts that would take minutes or all the stack are refused, and quickly."""

import time
from collections.abc import Callable

import pytest

from sitegen.content.markdown import render_markdown

HIGHEST_CPU_SECONDS = 10


def headline_of(text: str) -> str:
    _, problems = render_markdown(text, "content/x.md", 1)
    return problems[0].headline if problems else ""


def repr_of_ends(text: str) -> str:
    return repr(f"{text[:12]}...{text[-4:]}")


DEEP = "lists, quotes or tags are nested too deeply; 30 levels is the most"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">" * 5000, DEEP),
        ("> - " * 500, DEEP),
        ("- " * 500 + "a", DEEP),
        ("1. " * 500 + "a", DEEP),
        ("\n".join("    " * level + "- a" for level in range(60)), DEEP),
        ("<div>" * 200 + "</div>" * 200, DEEP),
        ("a<b>" * 200 + "</b>" * 200, DEEP),
        ('<div markdown="1">\n' * 200 + "</div>\n" * 200, DEEP),
        ("[" * 5000, 'too many "[" without "]" or "(" without ")"; 60 is the most'),
        ("[a](" * 5000, 'too many "[" without "]" or "(" without ")"; 60 is the most'),
        ("[" * 5000 + "]" * 5000, 'too many "[" without "]" or "(" without ")"; 60 is the most'),
        ("<![CDATA[" * 5000, 'too many "[" without "]" or "(" without ")"; 60 is the most'),
        ("[^a] " * 400 + "\n\n[^a]: b", 'too many "[^"; 300 is the most'),
        ("*[a]: b\n" * 200, 'too many "*["; 150 is the most'),
        ('{{ a b="c" }}\n' * 600, 'too many "{{"; 500 is the most'),
        ("a\n=\n" * 5000, "too many headings or definitions without an empty line"),
        ("#a\n" * 5000, "too many headings or definitions without an empty line"),
        ("[a]:\n" * 5000, "too many headings or definitions without an empty line"),
        ("|".join("a" * 300) + "\n" + "|".join("-" * 300), "too many columns of a table; 200 is the most"),
        (
            "|".join("a" * 150) + "\n" + "|".join("-" * 150) + "\na" * 500,
            "too many cells of a table; 50000 is the most",
        ),
        ("***\n" * 5000, "too many headings or definitions without an empty line"),
        ("*_" * 19_000 + "word " * 15_000, "too many marks in a long paragraph"),
        ("`a" * 40_000, "too many marks in a long paragraph"),
        ("- a\n\n" * 40_001, "too many lines and marks of Markdown; 40000 is the most"),
        ("word *word* \n\n" * 13_400, "too many lines and marks of Markdown; 40000 is the most"),
        ("word\n\n" * 180_000, "the text has 1080000 characters; 1000000 is the most"),
        ("```a\n" * 5000, "code fence is never closed"),
        ("```" + " " * 5000, "a line of a code fence is too long"),
    ],
    ids=repr_of_ends,
)
def test_it_is_refused(text: str, expected: str) -> None:
    assert headline_of(text) == expected


MOST_LEVELS = 30
LONG_TEXT = "\n\n" + "word " * 7000


@pytest.mark.parametrize("after", ["", LONG_TEXT], ids=["short", "long"])
@pytest.mark.parametrize(
    "nested",
    [
        lambda levels: ">" * levels + " a",
        lambda levels: "> " * levels + "a",
        lambda levels: "- " * levels + "a",
        lambda levels: "1. " * levels + "a",
        lambda levels: "\n".join("    " * level + "- a" for level in range(levels)),
        lambda levels: "<div>" * levels + "a" + "</div>" * levels,
        lambda levels: "x " + "<b>" * levels + "a" + "</b>" * levels,
    ],
    ids=["quotes", "spaced quotes", "items", "numbers", "set in", "blocks", "tags"],
)
def test_as_many_levels_as_the_message_says_are_read_and_one_more_is_refused(
    nested: Callable[[int], str], after: str
) -> None:
    assert headline_of(nested(MOST_LEVELS + 1) + after) == DEEP
    assert headline_of(nested(MOST_LEVELS) + after) != DEEP


@pytest.mark.parametrize(
    "text",
    [
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n",
        "- a\n" * 500,
        "1. a\n\n" * 300,
        "> a\n" * 500,
        "## A\n\ntext\n\n" * 300,
        "[a](https://x.org) " * 500,
        "<span>a</span> <br> <p>b " * 100,
        "| a | b | c |\n|---|---|---|\n" + "| [x](https://x.org) | `y` | z |\n" * 400,
        "```\n" + "[[[[(((<<<\n" * 300 + "```\n",
        "a_b*c " * 2000,
        "x[^1]\n\n" * 100 + "[^1]: b",
        "word " * 30_000,
        "- [a](https://a.org) and *more* of it\n" * 5000,
        "| Unit | Words | Number |\n|---|---|---|\n" + "| word word and *word* | more words | 12,000 |\n" * 5000,
        "```\n" + "*a* _b_ `c` <d>\n" * 5000 + "```\n",
        "***\n\n" * 3000,
        "words of a line\n\n" * 40_000,
        "~~~\n" + "*a* _b_ `c` *d* _e_ `f`\n" * 5000 + "~~~\n",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_long_but_honest_text_is_not(text: str) -> None:
    assert headline_of(text) == ""


PIECES = (
    *("*a ", "***a** b* ", "_a ", "*_", "`a", "\\`", "<b>x</b>", "&amp;", "<a@b.c> ", "[a][b] ", "a  \n", "#\\"),
    *("- a\n\n", "- a\n\n    b\n\n", "<div>a</div>\n\n", "a\n: b\n\n", "!!! a\n    ", "\n\n\n", "~~~\n~~~\n"),
    *("| a | b |\n|---|---|\n\n", "<!-- a -->", "[a](x) ", "[a](#b) ", "<table></table>", "# \n\n", "[a](b c) "),
    *('<a title="', "{{ a ", "{{ a='"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_many_of_anything_take_no_more_than_seconds(piece: str) -> None:
    started = time.process_time()
    render_markdown((piece * 6000)[:60_000], "content/x.md", 1)
    assert time.process_time() - started < HIGHEST_CPU_SECONDS
