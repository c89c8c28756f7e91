"""Sources made to cost much come in soon: what a reader does with marks and tags grows with their number."""

from time import process_time

import pytest

from benchmarks.word_files import text, word_file
from sitegen.importing.bounds import MOST_CHARACTERS
from tests.importing.bringing_in import outcome

MOST_SECONDS = 10
SIZE = 20_000
TEXTS = (
    "- ",
    "> ",
    "_",
    "**",
    "[",
    "[x](",
    "{{",
    "# ",
    "Title: a\n\n",
    "Date:\n\n",
    "From: a\n",
    "lmpartnership/",
    "AB CDE ",
    "<!--",
    "{{% notice %}}",
    "{% highlight x %}",
    "{{< figure a",
    ":::tip\n",
    "a\n---\n",
    "a   3\n",
    "-- \n",
    "\ufb01- ",
)
TAGS = (
    "<p>a",
    "<br><br>a",
    "<a href='#n1' id=r1>1</a><li id=n1>a<a href='#r1'>^</a>",
    "<tr><td rowspan=9>a<td colspan=9>b",
    "<p>1. a",
    "<p style='mso-list:l0 level1'>a<p style='mso-list:l0 level2'>b",
    "<p>\u2022 a<p>o b",
    "<a href='#cmnt1'>a</a><p><a href='#cmnt_ref1'>a</a>",
    "<span style='font-weight:700;text-decoration:a:'>a",
    "<dl><dt>Best used<dd>a",
    "<p>From: a<br>To: b",
)


@pytest.mark.parametrize("piece", TEXTS)
@pytest.mark.parametrize("head", ["Begin here.\n\n", "---\ntitle: A\n---\n"])
def test_a_text_of_one_mark_again_and_again_comes_in_soon(piece: str, head: str) -> None:
    started = process_time()
    outcome("a.txt", head + piece * (SIZE // len(piece)))
    assert process_time() - started < MOST_SECONDS


@pytest.mark.parametrize("piece", TAGS)
def test_a_page_of_one_tag_again_and_again_comes_in_soon(piece: str) -> None:
    started = process_time()
    outcome("a.html", "<title>A</title><table>" + piece * (SIZE // len(piece)))
    assert process_time() - started < MOST_SECONDS


@pytest.mark.parametrize("piece", ["<w:vanish/>", "<w:b/>"])
def test_a_word_file_of_one_run_again_and_again_comes_in_soon(piece: str) -> None:
    data = word_file(f"<w:p>{text('a', piece) * SIZE}</w:p><w:p>{text('b', '<w:vanish/>')}</w:p>")
    started = process_time()
    outcome("a.docx", data)
    assert process_time() - started < MOST_SECONDS


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_a_text_longer_than_any_page_is_refused(name: str) -> None:
    result = outcome(name, "word " * (MOST_CHARACTERS // 5 + 1))
    assert (result.status, "characters" in result.why) == ("refused", True)
