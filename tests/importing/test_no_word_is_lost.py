"""Every word of a source stands in the page that it makes, or in the report; read without any code of the product."""

import re
import sys
import unicodedata
from collections import Counter

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.importing.import_plan import Outcome
from tests.importing.bringing_in import outcome

UNSEEN = {"script", "style", "template", "head"}
# fmt: off
PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<br>", "<br><br>", "<ul><li>", "<li>", "</ul>",
    "<ol><li>", "</ol>", "<h1>", "</h1>", "<h2>", "</h2>", "<h4>", "</h4>", "<table><tr><td>", "<td>", "<tr><td>",
    "<th>", "</table>", "<td colspan=2>", "<td rowspan=3>", "<blockquote>", "</blockquote>", "<pre>", "</pre>",
    "<code>", "</code>", "<a href='/tools/'>", "<a href='nowhere.html'>", "<a name=x>", "</a>", "<main>", "</main>",
    "<nav>", "</nav>", "<footer>", "</footer>", "<article>", "</article>", "<aside>", "</aside>", "<dl><dt>",
    "<dd>", "</dl>", "<details><summary>", "</summary>", "</details>", "<span>", "</span>",
    "<img src=x.jpg alt='seven'>", "<figure>", "<figcaption>", "</figure>", "<div class=share>",
    "<div style='display:none'>", "<sup>", "</sup>", "<form>", "</form>", "<svg>", "<textarea>", "</textarea>",
    "<!-- comment -->", "<script>nine</script>", "one", " two ", "three. ", "Four ", "five\n", " 6", "* ", "_", "[",
    "](", "{{ x }}", "# ", "- ", "1. ", "2017. ", "| ", "&lt;b&gt;", "&amp;lt;", "\u2022 ", "\xbb ", "```\n", "~~",
    "==", "!!! note", "[^1]: ", ": ", "\xad", "Title: ", "Date: ", "Region: ", "Share this", "Leave a Reply",
    "job- secure", "GR OW", "gluedWords",
)
# fmt: on
# fmt: off
TEXT_PIECES = (
    "one", " two ", "three. ", "Four ", "five", "\n", "\n\n", "  \n", "\t", "- ", "* ", "1. ", "2) ", "\u2022 ",
    "\xbb ", "# ", "## ", "> ", "| a | b |\n", "|---|---|\n", "[six](", ")", "](/tools/)", "[", "<b>", "<script>",
    "</b>", "<", "&", "{{ seven }}", "```\n", "    ", "**", "_", "`", "~~", "Title: ", "Region: ", "Date: 2017",
    "Subject: ", "From: ", "Best used: ", "7 slides", "PDF (two pages)", "Loading the player...", "Share", "[^1]",
    "[^1]: ", "!!! note\n", ": ", "\xad", "\xa0", "gluedWords", "GR OW", "union- \n", "'s", " 's", "---\n", "===\n",
    "http://x.org/a ", "a@b.org ",
)
# fmt: on
ADDRESS = re.compile(r"\b(?:https?:|mailto:)\S*|[\w.+-]+@[\w.-]+|\]\([^)\s]*\)?|[^\s\"'()<>]*/[^\s\"'()<>]*")
LABEL = re.compile(r"\b(?:title|date|region|subject|from|best used)\b", re.IGNORECASE)


def words(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    return Counter(word for word in re.findall(r"[^\W_]+", plain) if not word.isdigit())


def seen_words(html: str) -> Counter[str]:
    """Return the words that a browser shows of a page, or could show; blocks part words."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    pieces: list[str] = []

    def walk(element: object) -> None:
        name = getattr(element, "tag", "")
        if not isinstance(name, str) or name.rpartition("}")[2] in UNSEEN:
            return
        is_inline = name in {"b", "i", "span", "a", "code", "sup"}
        pieces.append("" if is_inline else " ")
        pieces.append(f" {element.get('alt')} " if element.get("alt") else "")  # type: ignore[attr-defined]
        pieces.append(element.text or "")  # type: ignore[attr-defined]
        for child in element:  # type: ignore[attr-defined]
            walk(child)
            pieces.append(child.tail or "")
        pieces.append("" if is_inline else " ")

    walk(tree)
    return words("".join(pieces))


def told_words(result: Outcome) -> Counter[str]:
    """Return the words of a page's file and of all that its report tells."""
    page = result.page
    assert page
    told = words(page.text.replace("\\", ""))
    for text in (*(one.text for one in page.left_out), *(one.before for one in page.mended)):
        told += words(text)
    return told


def lost(typed: Counter[str], result: Outcome) -> set[str]:
    """Return the words that are told less often than typed; a word may be told in parts, or in a longer one."""
    if result.status == "refused":
        return set()
    told = told_words(result)
    run_on = "".join(told.elements())
    return {word for word in typed if told[word] < typed[word] and word not in run_on}


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=18).map("".join))
def test_no_order_of_tags_hides_a_word(html: str) -> None:
    result = outcome("page.html", f"<title>A</title><body>{html}")
    assert lost(seen_words(f"<body>{html}"), result) == set()


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(st.sampled_from(TEXT_PIECES), min_size=1, max_size=16).map("".join))
def test_no_order_of_typed_marks_hides_a_word(text: str) -> None:
    result = outcome("note.txt", f"Begin here.\n\n{text}")
    assert lost(words(LABEL.sub(" ", ADDRESS.sub(" ", text))), result) == set()


def test_a_word_that_a_reader_drops_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["sitegen.importing.composing"]
    monkeypatch.setattr(module, "remove_debris", lambda body, _: body.replace("window", ""))
    result = outcome("page.html", "<title>A</title><h1>A</h1><p>Open the window, please.")
    assert result.page
    assert "window" not in result.page.text
    assert [one.text for one in result.page.left_out if "no place" in one.because] == ["window"]
    assert "some words of the source found no place" in [one.text for one in result.page.decisions]
