"""Bullets, dashes, letters and numbers of other programs make lists."""

import pytest

from sitegen.content.markdown import render_markdown
from tests.content.marks.reading import hints, html_of, messages

AB = "<ul><li>a</li><li>b</li></ul>"
AB_NUMBERED = "<ol><li>a</li><li>b</li></ol>"
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("\u2022 a\n\u2022 b", AB),
        ("\u2022a\n\u2022b", AB),
        ("\u2022\ta\n\u2022\tb", AB),
        (f"\u2022{NBSP}{NBSP}a\n\u2022{NBSP}b", AB),
        ("\u00b7       a\n\u00b7       b", AB),
        ("\u25aa a\n\u25aa b", AB),
        ("\u25cf a\n\u25cf b", AB),
        ("\u2013 a\n\u2013 b", AB),
        ("\u2014 a\n\u2014 b", AB),
        ("o\ta\no\tb", AB),
        (f"o{NBSP}{NBSP}a\no{NBSP}b", AB),
        ("\u00a7\ta\n\u00a7\tb", AB),
        ("\u00a7 a\n\u00a7 b", AB),
        (f"-{NBSP}a\n-{NBSP}b", AB),
        (f"*{NBSP}a\n*{NBSP}b", AB),
        ("-a\n-b", AB),
        ("\uf0b7 a\n\uf0b7 b", AB),
        ("\uf0a7\ta\n\uf0a7\tb", AB),
        ("\uf076\ta\n\uf076\tb", AB),
        ("1) a\n2) b", AB_NUMBERED),
        ("(1) a\n(2) b", AB_NUMBERED),
        ("a) a\nb) b", AB_NUMBERED),
        ("(a) a\n(b) b", AB_NUMBERED),
        (f"1.{NBSP}a\n2.{NBSP}b", AB_NUMBERED),
        ("1.a\n2.b", AB_NUMBERED),
        ("3) a\n4) b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("\u2610 a\n\u2611 b", "<ul><li>\u2610 a</li><li>\u2611 b</li></ul>"),
        ("    \u2022 a\n    \u2022 b", AB),
        ("\t\u2022\ta\n\t\u2022\tb", AB),
        ("> \u2022 a\n> \u2022 b", f"<blockquote>{AB}</blockquote>"),
        ("We need:\n\u2022 a\n\u2022 b\n\nSoon.", f"<p>We need:</p>{AB}<p>Soon.</p>"),
        ("We need\n\u2022 apples", "<p>We need</p><ul><li>apples</li></ul>"),
        ("\u2022 a\nmore\n\u2022 b", "<ul><li>a\nmore</li><li>b</li></ul>"),
        ("\u2022 a\n\n\u2022 b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("\u2022 a\no\tb\n\u2022 c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("\u2022\ta\n\to\tb\n\t\t\u25aa\tc", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("\u2022 a\n   \u2022 b\n\u2022 c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("1) a\n\u2022 b\n2) c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n\u2022 b", AB),
        ("a. a\nb. b", AB_NUMBERED),
        ("A. a\nB. b", AB_NUMBERED),
        ("A) a\nB) b", AB_NUMBERED),
        ("i. a\nii. b", AB_NUMBERED),
        ("I. a\nII. b", AB_NUMBERED),
        ("(i) a\n(ii) b", AB_NUMBERED),
        ("1.- a\n2.- b", AB_NUMBERED),
        ("1\ufe0f\u20e3 a\n2\ufe0f\u20e3 b", AB_NUMBERED),
        ("\u2460 a\n\u2461 b", AB_NUMBERED),
        ("\u30fb a\n\u30fbb", AB),
        ("-- a\n-- b", AB),
        ("*a\n*b", AB),
        ("\u2022\na\n\u2022\nb", AB),
        ("\u2705 a\n\u274c b", "<ul><li>\u2705 a</li><li>\u274c b</li></ul>"),
        ("\u2192 a\n\u2192 b", "<ul><li>\u2192 a</li><li>\u2192 b</li></ul>"),
        ("-> a\n-> b", "<ul><li>-&gt; a</li><li>-&gt; b</li></ul>"),
        ("\u2022 a\no b\n\u2022 c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("* a\n** b\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("1. a\n1.1 b\n1.2 c\n2. d", "<ol><li>a<ul><li>1.1 b</li><li>1.2 c</li></ul></li><li>d</li></ol>"),
        ("1.\ta\n\ta.\tb\n\tb.\tc\n2.\td", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
        ("a) a\n   i) b\n   ii) c\nb) d", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
        ("1. a\n   a) b\n   b) c\n2. d", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
    ],
)
def test_marks_of_other_programs_make_lists_with_advice(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    reported = messages(typed)
    assert len(reported) == 1
    assert ": advice: " in reported[0]


@pytest.mark.parametrize(
    "typed",
    [
        "\u2013 said he, and went.",
        "\u2013 Well?\n\n\u2013 Yes.",
        "\u00a7 12 of the act",
        "\u00a7 12 of the act\n\u00a7 13 of the act",
        "a) alone",
        "b) and\nd) no order",
        "(2) second",
        "o is a letter\no or two",
        "-5 degrees\n-6 degrees",
        "-a",
        "1.5 hours\n2.5 hours",
        "1.\u00ba a\n2.\u00ba b",
        "1.\u00aa a\n2.\u00aa b",
        "Room 101)\n102) is big",
        "B. Ruiz\nC. Jones",
        "I. am\nA. b",
        "*a* b\n*c* d",
        "**a** b\n** c",
        "\u2705 a",
        "-> a",
        "ii. a\niii. b",
        "1.1 million\n1.2 million",
        "a \u2022 b",
        "`\u2022 a`\n`\u2022 b`",
        "```\n\u2022 a\n\u2022 b\n```",
        "<!--\n\u2022 a\n-->\nx",
        "\u2022",
    ],
)
def test_what_may_be_text_stays(typed: str) -> None:
    assert "<li>" not in html_of(typed)
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "message", "hint", "mended"),
    [
        ("\u2022 a", 'lines that begin with "\u2022" are read as a list', 'write "- " in place of "\u2022"', "- a"),
        ("2) a", 'lines that begin with "2)" are read as a list', 'write "2. " in place of "2)"', "2. a"),
        (f"-{NBSP}a", '"-" with a no-break space is read as a list', 'type a plain space after "-"', "- a"),
        ("* a\n** b", 'lines that begin with "**" are read as a list', None, "* a\n  - b"),
        ("1. a\n1.1 b\n1.2 c", 'lines that begin with "1.1" are read as a list', None, "1. a\n   - 1.1 b\n   - 1.2 c"),
        (
            "\u2022\na",
            'lines that begin with "\u2022" are read as a list',
            'write "- " before the text, on one line',
            "- a",
        ),
        ("-a\n-b", 'lines that begin with "-" are read as a list', 'type a space after "-"', "- a\n- b"),
    ],
)
def test_the_hint_ends_the_advice(typed: str, message: str, hint: str | None, mended: str) -> None:
    line = 7 if hint else 8
    assert messages(f"x\n\n{typed}") == [f"{line}:1: advice: {message}"]
    assert hint is None or hints(typed) == [hint]
    assert messages(mended) == []
    assert html_of(mended) == html_of(typed)


def test_each_sort_of_mark_is_reported_once() -> None:
    assert len(messages("\u2022 a\n\nx\n\n\u2022 b\n\ny\n\n1) c")) == 2


def test_the_hints_about_lists_in_lists_say_how_far_they_are_set_in() -> None:
    assert hints("* a\n** b") == ['write "- " in place of "**", set in by two spaces']
    assert hints("1. a\n1.1 b\n1.2 c") == ['write "- 1.1 " in place of "1.1", set in by three spaces']


def test_letters_that_become_numbers_are_named() -> None:
    _, problems = render_markdown("a) x\nb) y", "content/stories/x.md", 5)
    assert [problem.values for problem in problems] == [(("numbers in place of", "a), b)"),)]
