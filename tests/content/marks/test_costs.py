"""Rules about marks take linear time on any text."""

from time import process_time

import pytest

from sitegen.content.marks import read_marks
from sitegen.content.source_scan import BodySource

SIZE = 60_000
MOST_SECONDS = 8
PIECES = (
    *("!!! a\n    ", "- a\n  ", "> - ", " ```\n", "- ```\n", "<div>\n", "<details>\n**x**\n", "<!--\n", "<summary>*"),
    *(
        "| a | b |\n\n",
        "|---|---|\n",
        "`|",
        "\\`|",
        "a\tb\n",
        "\u2022 a\n  ",
        "a) x\n",
        "\u200d",
        "\uf022",
        "2017. a\n",
        "](http://x?utm_a&",
        "[a]:utm_",
        "<http://safelinks.protection(",
        "www.x.org ",
        "a@x.",
        "a.a-",
        "https://x.org(",
        "[a](",
        "[a][",
        "[a",
        "](a(b",
        "<a ",
        "<a>",
        "<title>",
        "<svg>",
        "a<b c='",
        "~~a",
        "- a\nA\n",
        "> a\n>\nA\n",
        "  > a\n",
        "- a\n  > b\n",
        '\t"a\n',
        "| a |\n| b\n",
        "C:\\_a\\",
        "\\\\a\\_",
        "a|b\n--+--\n",
        "a. b\n",
        "\u2022\na\n",
        "==a",
        "[[a",
        "*[a]:",
        "[^a]:",
        "{#a",
        "<p>a\n\n",
        "<td>a",
        "<p>**a** [b](c)</p>",
        "## C#\n",
        "- a\n-\n",
        "1. a\n3. b\n",
        "[a]: b\n",
        "- [a]:\n",
        "[^a]:\n",
        "!!! note a\n",
        "a\n--\n",
        "> \t a\n",
    ),
)


@pytest.mark.parametrize("piece", PIECES)
def test_many_of_any_mark_take_no_more_than_seconds(piece: str) -> None:
    started = process_time()
    read_marks(BodySource(piece * (SIZE // len(piece)), "content/x.md", 1))
    assert process_time() - started < MOST_SECONDS
