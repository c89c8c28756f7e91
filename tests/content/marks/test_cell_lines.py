"""The lines of a cell, or of a row broken in two, are one cell and one row."""

import pytest

from tests.content.marks.reading import html_of, messages


def rows_of(typed: str) -> list[str]:
    """Return the rows of the table of a body, without their tags of cells."""
    rows = html_of(typed).split("<tr>")[1:]
    return [row.split("</tr>")[0].replace("<td>", "|").replace("<th>", "|").replace("</td>", "") for row in rows]


@pytest.mark.parametrize(
    ("typed", "cells"),
    [
        ('Name\tNote\nAna\t"one\ntwo"\nLuis\tok', ["|Ana|one<br>two", "|Luis|ok"]),
        ('Name\tNote\nAna\t"one\n\ntwo"\nLuis\tok', ["|Ana|one<br>two", "|Luis|ok"]),
        ('Name\tNote\nAna\t"say ""a""\nb"\nLuis\tok', ['|Ana|say "a"<br>b', "|Luis|ok"]),
        ('Name\tNote\n"Ana\nRuiz"\ta\nLuis\tok', ["|Ana<br>Ruiz|a", "|Luis|ok"]),
        ('Name\tNote\nAna\t"one"\nLuis\tok', ['|Ana|"one"', "|Luis|ok"]),
        ("| A | B |\n|---|---|\n| one\ntwo | 2 |\n| x | y |", ["|one two|2", "|x|y"]),
        ("| A | B |\n|---|---|\n| one | two\nthree |\n| x | y |", ["|one|two three", "|x|y"]),
        ("| A | B |\n|---|---|\n| one\n| x | y |", ["|one|", "|x|y"]),
    ],
)
def test_lines_of_a_cell_are_joined(typed: str, cells: list[str]) -> None:
    assert rows_of(typed)[1:] == cells


@pytest.mark.parametrize("typed", ['"Well,\nhe said."', 'a\n\n"Yes,\nwe do," she said.\tRight.'])
def test_a_quotation_over_two_lines_stays(typed: str) -> None:
    assert html_of(typed).count('"') == 2
    assert "<br>" not in html_of(typed)
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("headings", "line"),
    [
        ("| A | B |", "|===|===|"),
        ("|A|B|", "|___|___|"),
        ("| A | B |", "|---+---|"),
        ("A | B", "---+---"),
        ("| A |", "|===|"),
    ],
)
def test_other_signs_below_headings_are_read_as_hyphens(headings: str, line: str) -> None:
    count = headings.strip("|").count("|") + 1
    typed = f"{headings}\n{line}\n{'|'.join('12'[:count])}|"
    assert rows_of(typed)[1:] == ["".join(f"|{number}" for number in "12"[:count])]
    assert messages(typed) == []
