"""The converter gives what Python-Markdown gives, with less work."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from sitegen.content.converter import convert, extensions_for

PIECES = (
    *(
        "a word",
        "two\nlines",
        "*em*",
        "**strong**",
        "_em_",
        "a_b",
        "`code`",
        "[a](b.md)",
        "![a](b.png)",
        "[r]",
        "[r][]",
    ),
    *("<b>x</b>", "<div>\n\ny\n\n</div>", "&amp;", "\\*", "line  \nbreak", "<http://x.org>", "<a@x.org>", "<!-- c -->"),
    *(
        "\n\n",
        "\n\n## H\n\n",
        "\n# H #\n",
        "\n\nH\n---\n",
        "\n\nH\n===\n",
        "\n\n---\n\n",
        "\n\n* * *\n\n",
        "\n> quote\n",
    ),
    *("\n\n- a\n- b\n    - c\n\n", "\n\n1. a\n2. b\n\n", "\n\n    code\n\n", "\n\n| a | b |\n|---|:-:|\n| c | d |\n\n"),
    *("\n\n[r]: ../x.md 'T'\n", "[^n]", "\n\n[^n]: note\n", "\n\n*[AB]: abbr\n", "AB", "\n\nterm\n: def\n\n"),
    *(
        "\n\n```py\nx\n```\n\n",
        "\n\n!!! note\n    x\n\n",
        '<div markdown="1">\n*x*\n</div>',
        "#",
        "|",
        ">",
        "- ",
        "1. ",
    ),
)


def plain_markdown(text: str) -> str:
    settings = {"tables": {"use_align_attribute": True}}
    extensions = ["tables", "sane_lists", *extensions_for(text)]
    return Markdown(extensions=extensions, extension_configs=settings, output_format="html").convert(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_it_gives_what_python_markdown_gives(text: str) -> None:
    assert convert(text) == plain_markdown(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_it_gives_what_python_markdown_gives_for_pieces_without_spaces(text: str) -> None:
    assert convert(text) == plain_markdown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain *text*, a [link](x.md): and | more.", ()),
        ("a `b` ~ c", ()),
        ("```\na\n```", ("fenced_code",)),
        ("a\n~~~\nb\n~~~", ("fenced_code",)),
        ("a[^1]\n\n[^1]: b", ("footnotes",)),
        ("a[^1]", ()),
        ("a\n: b", ("def_list",)),
        ("a: b\nc:d", ()),
        ("*[UBT]: team", ("abbr",)),
        ("!!! note\n    a", ("admonition",)),
        ("Stop!!!", ()),
        ('<div markdown="1">a</div>', ("md_in_html",)),
        ("We write markdown.", ()),
    ],
)
def test_extensions_are_used_where_their_marks_occur(text: str, expected: tuple[str, ...]) -> None:
    assert extensions_for(text) == expected


def test_a_conversion_that_failed_leaves_nothing_for_the_next_text() -> None:
    with pytest.raises(RecursionError):
        convert("- " * 2000 + "x")
    assert convert("One.\n\nTwo.") == "<p>One.</p>\n<p>Two.</p>"
