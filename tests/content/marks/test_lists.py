"""Lists are read as they look: after a line, nested by two spaces or more, with paragraphs in their items."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.marks.reading import hints, html_of, messages

AB = "<ul><li>a</li><li>b</li></ul>"
NESTED = "<ul><li>a<ul><li>b</li></ul></li></ul>"
NUMBERS_IN_NUMBERS = "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("We need:\n- a\n- b", f"<p>We need:</p>{AB}"),
        ("We need:\n* a\n* b", f"<p>We need:</p>{AB}"),
        ("We need:\n+ a\n+ b", f"<p>We need:</p>{AB}"),
        ("We need:\n1. a\n2. b", "<p>We need:</p><ol><li>a</li><li>b</li></ol>"),
        ("We need\n- a\n- b", f"<p>We need</p>{AB}"),
        ("We need\n- Apples", "<p>We need</p><ul><li>Apples</li></ul>"),
        ("We need:\n- apples", "<p>We need:</p><ul><li>apples</li></ul>"),
        ("**We need:**\n- apples", "<p><strong>We need:</strong></p><ul><li>apples</li></ul>"),
        ("We need:  \n- a\n- b", f"<p>We need:  </p>{AB}"),
        ("One\ntwo\n  - a\n  - b\n", f"<p>One\ntwo</p>{AB}"),
        ("We need:\n    - a\n    - b", f"<p>We need:</p>{AB}"),
        ("We need:\n\t- a\n\t- b", f"<p>We need:</p>{AB}"),
        ("> We need:\n> - a\n> - b", f"<blockquote><p>We need:</p>{AB}</blockquote>"),
        ("> > We need:\n> > - a\n> > - b", f"<blockquote><blockquote><p>We need:</p>{AB}</blockquote></blockquote>"),
        ("> Said.\n- a\n- b", f"<blockquote><p>Said.</p></blockquote>{AB}"),
        ("- a\n\n    We need:\n    - b\n", "<ul><li><p>a</p><p>We need:</p><ul><li>b</li></ul></li></ul>"),
        ("1. a\n- b\n- c", "<ol><li>a</li></ol><ul><li>b</li><li>c</li></ul>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("x: y\n: def\n- a\n- b", f"<dl><dt>x: y</dt><dd>def</dd></dl>{AB}"),
    ],
)
def test_a_list_may_follow_a_line(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "The price is\n- at last - low",
        "The price is\n*   at last* low",
        "We were about\n5. times as many",
        "One\ntwo\n- three\nfour",
        '"Well\n- "well said,',
    ],
)
def test_a_single_line_in_lower_case_after_an_open_line_stays_text(typed: str) -> None:
    assert "<li>" not in html_of(typed)
    line = 5 + typed.split("\n").index(next(line for line in typed.split("\n")[1:] if line[0] in "-*5"))
    headline = "this line may be a list item or the end of a sentence: it is shown as part of the paragraph"
    assert messages(typed) == [f"{line}:1: warning: {headline}"]


def test_both_hints_about_such_a_line_mend_it() -> None:
    assert hints("It is\n- so") == [
        "for a list, leave an empty line above it; for a sentence, join it with the line above"
    ]
    assert messages("It is\n\n- so") == []
    assert messages("It is - so") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- a\n  - b", NESTED),
        ("- a\n   - b", NESTED),
        ("- a\n    - b", NESTED),
        ("- a\n\t- b", NESTED),
        ("- a\n      - b", NESTED),
        ("* a\n  * b", NESTED),
        ("- a\n  * b", NESTED),
        (" - a\n   - b", NESTED),
        ("- a\n - b", AB),
        (" - a\n- b", AB),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("- a\n  - b\n  - c\n", "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>"),
        ("- a\n    - b\n  - c\n", "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("1. a\n  - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("1. a\n   1. b\n2. c", "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"),
        ("1. a\n   1. b\n   2. c\n2. d", NUMBERS_IN_NUMBERS),
        ("1. a\n  1. b\n  2. c\n2. d", NUMBERS_IN_NUMBERS),
        ("1. a\n    1. b\n    2. c\n2. d", NUMBERS_IN_NUMBERS),
        ("> 1. a\n>    1. b\n>    2. c\n> 2. d", f"<blockquote>{NUMBERS_IN_NUMBERS}</blockquote>"),
        (
            "1. a\n\n   1. b\n\n   2. c\n\n2. d",
            "<ol><li><p>a</p><ol><li><p>b</p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ol>",
        ),
        (" 9. a\n10. b", '<ol start="9"><li>a</li><li>b</li></ol>'),
        ("1. a\n  2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("> - a\n>   - b", f"<blockquote>{NESTED}</blockquote>"),
        ("- a\n\n  more\n- b", "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"),
        ("1. a\n\n   more\n\n2. b", "<ol><li><p>a</p><p>more</p></li><li><p>b</p></li></ol>"),
        ("- a\n  - b\n\n    more", "<ul><li>a<ul><li><p>b</p><p>more</p></li></ul></li></ul>"),
        (
            "- a\n\n\t- b\n\n\t- c\n- d",
            "<ul><li><p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul></li><li><p>d</p></li></ul>",
        ),
        ("- a\n\nmore", "<ul><li>a</li></ul><p>more</p>"),
        (
            "!!! note\n    - a\n      - b",
            f'<div class="admonition note"><p class="admonition-title">Note</p>{NESTED}</div>',
        ),
    ],
)
def test_lists_nest_by_two_spaces_or_more(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


EMPTY_IN_MIDDLE = "<li>a</li><li></li><li>b</li>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- a\n-\n- b", f"<ul>{EMPTY_IN_MIDDLE}</ul>"),
        ("- a\n- \n- b", f"<ul>{EMPTY_IN_MIDDLE}</ul>"),
        ("* a\n*\n* b", f"<ul>{EMPTY_IN_MIDDLE}</ul>"),
        ("1. a\n2.\n3. b", f"<ol>{EMPTY_IN_MIDDLE}</ol>"),
        ("> - a\n> -\n> - b", f"<blockquote><ul>{EMPTY_IN_MIDDLE}</ul></blockquote>"),
        ("- a\n-", "<ul><li>a</li><li></li></ul>"),
        ("-\n- a", "<ul><li></li><li>a</li></ul>"),
        ("- a\n  - b\n  -\n  - c", "<ul><li>a<ul><li>b</li><li></li><li>c</li></ul></li></ul>"),
        ("- a\n\n-\n\n- b", "<ul><li><p>a</p></li><li></li><li><p>b</p></li></ul>"),
        ("We need:\n-\n- a", "<p>We need:</p><ul><li></li><li>a</li></ul>"),
    ],
)
def test_an_item_may_be_empty(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- a\n## B\nc", '<ul><li>a</li></ul><h2 id="b">B</h2><p>c</p>'),
        ("- a\n---\nb", "<ul><li>a</li></ul><hr><p>b</p>"),
        ("## B\n- a\n- b", f'<h2 id="b">B</h2>{AB}'),
        ("B\n---\n- a\n- b", f'<h2 id="b">B</h2>{AB}'),
        ("- - -\na", "<hr><p>a</p>"),
    ],
)
def test_headings_and_rules_beside_lists_stay_what_they_are(typed: str, expected: str) -> None:
    assert html_of(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "```\nWe need:\n- a\n- b\n```",
        "We need:\n\n    - a\n    - b",
        "<div>\nWe need:\n- a\n</div>",
        "<!-- We need:\n- a\n-->\n",
        "a | b\n--- | ---\n- c | d",
        "a-b\n-c\n1.d",
    ],
)
def test_code_raw_html_comments_and_cells_have_no_lists(typed: str) -> None:
    assert "<li>" not in html_of(typed)


def test_a_list_after_a_table_is_no_row_of_it() -> None:
    assert html_of("| a |\n|---|\n| 1 |\n- a\n- b").endswith(f"</table></div>{AB}")


@given(
    st.lists(st.sampled_from(["- ", "1. ", "  - ", "    ", "> ", "", "# ", "| ", "```", "!!! note"]), max_size=9),
    st.data(),
)
def test_no_word_goes_and_all_places_hold(starts: list[str], data: st.DataObject) -> None:
    words = [data.draw(st.sampled_from(ascii_lowercase)) + str(number) for number in range(len(starts))]
    lines = [
        start if start in {"", "```", "!!! note"} else start + word for start, word in zip(starts, words, strict=True)
    ]
    text = "\n".join(lines)
    html, reported = html_of(text), messages(text)
    if not any(": error:" in message for message in reported):
        assert all(word in html for word, line in zip(words, lines, strict=True) if word in line)
    for message in reported:
        line, column = map(int, message.split(":")[:2])
        assert 1 <= column <= len(lines[line - 5]) + 1
