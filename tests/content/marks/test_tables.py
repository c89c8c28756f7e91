"""Tables are tables where that is certain; what is none is reported, and no cell is lost."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.tables import TableProcessor

from sitegen.content.marks.outline import outline
from sitegen.content.marks.table_rows import read_row
from tests.content.marks.reading import hints, html_of, messages

LOST = "would be lost"
NO_TABLE = 'warning: rows with "|" are shown as they are typed: they are no table'


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of all tables of a body, row by row."""
    rows = re.findall(r"<tr>(.*?)</tr>", html_of(text), re.DOTALL)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]


@pytest.mark.parametrize(
    "typed",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Text\n| a | b |\n|---|---|\n| 1 | 2 |",
        "Text\na | b\n--- | ---\n1 | 2",
        "| a | b |\n|---|---|\n| 1 | 2 |\nText",
        "| a | b |\n\n|---|---|\n| 1 | 2 |",
        "| a | b |\n|---|---|\n\n| 1 | 2 |",
        "| a | b |\n\n|---|---|\n  \n\n| 1 | 2 |",
        "| a | b |\n|\u2014|\u2014|\n| 1 | 2 |",
        "| a | b |\n| \u2013\u2013 | \u2014- |\n| 1 | 2 |",
        "| a | b |\n|---|\n| 1 | 2 |",
        "| a | b |\n|---|---|---|\n| 1 | 2 |",
        "| a | b |\n----------\n| 1 | 2 |",
        "a | b\n--- | ---\n| 1 | 2 |",
        "> Text\n> | a | b |\n> |---|---|\n> | 1 | 2 |",
        "- x\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |",
        "- x\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
        "| a | b |\n|---|---|\n| 1 | 2 | |",
    ],
)
def test_a_table_that_is_certain_is_one(typed: str) -> None:
    assert rows_of(typed) == [["a", "b"], ["1", "2"]]
    assert messages(typed) == []
    assert "|" not in html_of(typed)


def test_colons_of_the_line_of_hyphens_stay_when_it_is_mended() -> None:
    assert 'class="align-right">2<' in html_of("| a | b |\n|:\u2014|\u2014:|\n| 1 | 2 |")


def test_rows_between_empty_lines_are_one_table() -> None:
    assert rows_of("| a | b |\n\n|---|---|\n\n| 1 | 2 |\n\n| 3 | 4 |") == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_two_tables_stay_two() -> None:
    html = html_of("| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |")
    assert html.count("<table>") == 2


@pytest.mark.parametrize("typed", ["| a | b |\n| 1 | 2 |", "Text\n| a | b |\n| 1 | 2 |\n", "| a | b |\n\n| 1 | 2 |"])
def test_a_table_without_its_hyphens_is_one_with_advice(typed: str) -> None:
    assert rows_of(typed) == [["a", "b"], ["1", "2"]]
    line = 5 + typed.split("\n").index("| a | b |")
    assert messages(typed) == [f"{line}:1: advice: a table without a line of hyphens below its headings"]
    assert hints(typed) == ["put a line | --- | --- | below the first row"]
    mended = typed.replace("| b |\n", "| b |\n| --- | --- |\n")
    assert (rows_of(mended), messages(mended)) == ([["a", "b"], ["1", "2"]], [])


@pytest.mark.parametrize(
    "typed", ["| a | b |", "| a | b |\n| 1 | 2 | 3 |", "|---|---|\n| 1 | 2 |", "x\n\n| a | b |\ny"]
)
def test_rows_that_are_no_table_are_reported(typed: str) -> None:
    assert rows_of(typed) == []
    line = 5 + typed[: typed.index("|")].count("\n")
    assert messages(typed) == [f"{line}:1: {NO_TABLE}"]


def test_the_hint_about_rows_makes_a_table_of_them() -> None:
    assert hints("| a | b |\nc | d") == ["put a line | --- | --- | below the headings, and as many cells into each row"]
    assert messages("| a | b |\n| --- | --- |\nc | d") == []


@pytest.mark.parametrize("typed", ["a | b", "use a || b\nor c | d", "`| a | b |`\n`| c | d |`", "```\n| a | b |\n```"])
def test_bars_in_text_and_code_are_not_reported(typed: str) -> None:
    assert rows_of(typed) == []
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", ['7:11: error: a row has 3 cells under 2 headings: "3" would be lost']),
        ("a | b\n---|---\n1 | 2 | 3", ['7:9: error: a row has 3 cells under 2 headings: "3" would be lost']),
        ("| a |\n|---|\n| 1 | 2 |", ['7:7: error: a row has 2 cells under 1 heading: "2" would be lost']),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |   | 4 |",
            ['7:15: error: a row has 4 cells under 2 headings: "4" would be lost'],
        ),
        (
            "x\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |",
            [
                f'{line}:11: error: a row has 3 cells under 2 headings: "{cell}" would be lost'
                for line, cell in ((9, 3), (10, 6))
            ],
        ),
        ("| a | b |\n|---|---|\n| 1 | `2|3` |", []),
        ("| a | b |\n|---|---|\n| 1 | 2\\|3 |", []),
    ],
)
def test_a_cell_without_a_heading_is_an_error(typed: str, expected: list[str]) -> None:
    assert messages(typed) == expected


def test_both_hints_about_a_lost_cell_mend_it() -> None:
    lost = "| a | b |\n|---|---|\n| 1 | 2 | 3 |"
    assert hints(lost) == ['add a heading, or write "\\|" for a "|" that is text']
    assert messages(lost.replace("b |", "b | c |")) == []
    assert messages(lost.replace("2 |", "2 \\|")) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ("a\tb\tc\n1\t\t3\n4\t5\t", [["a", "b", "c"], ["1", "", "3"], ["4", "5", ""]]),
        ("\ta\tb\nx\t1\t2", [["", "a", "b"], ["x", "1", "2"]]),
        ("Text:\na\tb\n1\t2\nmore", [["a", "b"], ["1", "2"]]),
        ("a|x\tb\n1\t2", [["a|x", "b"], ["1", "2"]]),
    ],
)
def test_rows_of_a_spreadsheet_are_a_table_with_advice(typed: str, expected: list[list[str]]) -> None:
    assert rows_of(typed) == expected
    line, column = (6, 1) if typed.startswith("Text") else (5, 2 if typed.startswith("\t") else 1)
    assert messages(typed) == [
        f"{line}:{column}: advice: rows with tabs are read as a table, the first row as its headings"
    ]


def test_the_hints_about_tabs_mend_them() -> None:
    hint = 'write "|" before, between and behind the cells, and a line | --- | --- | below the headings'
    assert hints("a\tb\n1\t2") == [hint]
    mended = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert (rows_of(mended), messages(mended)) == ([["a", "b"], ["1", "2"]], [])
    uneven = "a\tb\n1\t2\t3"
    assert messages(uneven) == [
        "5:1: warning: lines with tabs have different numbers of cells: they are shown as one paragraph"
    ]
    assert hints(uneven) == ["put as many tabs into each line, or write an empty line between them"]
    assert messages("a\tb\n\n1\t2\t3") == []


@pytest.mark.parametrize("typed", ["a\tb", "- a\tb\n- c\td", "\tx\ty\n\tz\tw", "```\na\tb\n1\t2\n```", "1.\ta\n2.\tb"])
def test_other_tabs_make_no_table(typed: str) -> None:
    assert rows_of(typed) == []
    assert not any("tabs" in message for message in messages(typed))


@given(st.text("|a`\\ -", min_size=1, max_size=14))
def test_rows_are_split_as_markdown_splits_them(text: str) -> None:
    processor: Any = TableProcessor(Markdown().parser, {"use_align_attribute": True})
    expected = [cell.strip() for cell in processor._split(f"x{text}y")]  # noqa: SLF001
    assert [cell for _, cell in read_row(outline(f"x{text}y")[0]).cells] == expected


@pytest.mark.parametrize(
    "typed",
    [
        "| a | b |\n| --- | --- |\n| c | d |\n> | e | f | g |",
        "| a | b |\n| --- | --- |\n| c | d |\n> | f | g |",
        "| a | b |\n| --- | --- |\n| c | d |\n> e",
        "> | a | b |\n> | --- | --- |\n> | c | d |\n> > e",
    ],
)
def test_a_quotation_right_below_a_table_is_no_row_of_it(typed: str) -> None:
    shown = html_of(typed)
    assert shown.count("<tr>") == 2
    assert shown.index("</table>") < shown.rindex("<blockquote>") < shown.index(" g " if " g " in typed else "e</p>")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Name | Units\nAna | 3\nLuis | 4", "| --- | --- |"),
        ("a | b | c\nd | e | f", "| --- | --- | --- |"),
        ("| a |\n| b |", "| --- |"),
        ("| one\n| two", "| --- |"),
    ],
)
def test_lines_that_look_like_a_table_are_reported(typed: str, line: str) -> None:
    assert html_of(typed).startswith("<p>")
    assert messages(typed) == ['5:1: warning: rows with "|" are shown as they are typed: they are no table']
    assert hints(typed) == [f"put a line {line} below the headings, and as many cells into each row"]
    first, rest = typed.split("\n", 1)
    assert "<table>" in html_of(f"{first}\n{line}\n{rest}")
    assert messages(f"{first}\n{line}\n{rest}") == []


@pytest.mark.parametrize("typed", ["Home | About | Contact", "a | b\nc | d", "x |a| b\nis it"])
def test_a_bar_in_a_text_or_two_is_not(typed: str) -> None:
    assert messages(typed) == []


def test_rows_with_tabs_in_an_item_are_a_table_in_it() -> None:
    shown = html_of("- x\n  a\tb\n  c\td\n- y")
    assert shown.index("<li>") < shown.index("<table>") < shown.index("</li>")
    assert shown.endswith("<li><p>y</p></li></ul>")
