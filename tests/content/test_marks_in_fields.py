import re

import pytest

from sitegen.content.marks_in_fields import find_marks
from sitegen.content.page_parser import parse_page
from sitegen.errors import Problem
from tests.content.parsed import messages

IN_ORDER = (
    "5 * 3 * 2",
    "5*3*2",
    "a snake_case_name and file_v2_final.docx",
    "AT&T, R&D; Q&A;",
    "<3 you, a <b and c> d, 5 < 6 > 4",
    "[sic] (x)",
    "~5 minutes ~ or so",
    "it`s",
    "**Open",
    "Savings*",
    "Dear <name>",
)
MARKED = (
    ("The **new** plan", "The new plan"),
    ("The *new* plan", "The new plan"),
    ("The ***new*** plan", "The new plan"),
    ("A __new__ and _good_ plan", "A new and good plan"),
    ("The ~~old~~ plan", "The old plan"),
    ("Type `run`", "Type run"),
    ("See [the guide](../tools/huddle-guide.md) first", "See the guide first"),
    ("Big <b>news</b>", "Big news"),
    ("One<br>two", "Onetwo"),
    ('A <span style="color:red">red</span> line', "A red line"),
    ("Q&amp;A in caf&eacute;s", "Q&A in cafés"),
    ("**One** and **One**", "One and One"),
    ("**[the guide](x.md)**", "the guide"),
)


def page_of(title: str) -> str:
    quoted = "'" + title.replace("'", "''") + "'"
    return f"---\ntitle: {quoted}\ndate: 2017-10-05\nsummary: They do.\n---\nText.\n"


def warnings_of(text: str) -> tuple[Problem, ...]:
    page, problems = parse_page("stories/x.md", text.encode(), "story")
    assert not page.is_wrong
    return problems


def followed(text: str, problem: Problem) -> str:
    """Do what a hint says, to the letter, at the place of its message."""
    typed = re.match('"(.+)" is shown as it is typed', problem.headline)
    words = re.match('write "(.+?)"', problem.hint)
    assert typed
    assert words or problem.hint == "delete it"
    lines = text.split("\n")
    line, start = problem.location.line - 1, problem.location.column - 1
    assert lines[line].startswith(typed[1], start)
    lines[line] = lines[line][:start] + (words[1] if words else "") + lines[line][start + len(typed[1]) :]
    return "\n".join(lines)


@pytest.mark.parametrize("text", IN_ORDER)
def test_signs_that_are_no_marks_are_left_alone(text: str) -> None:
    assert list(find_marks(text)) == []
    assert warnings_of(page_of(text)) == ()


@pytest.mark.parametrize(("typed", "right"), MARKED)
def test_each_hint_at_marks_in_a_title_mends_it(typed: str, right: str) -> None:
    text = page_of(typed)
    problems = warnings_of(text)
    assert problems
    while problems:
        text = followed(text, problems[-1])
        problems = warnings_of(text)
    assert text == page_of(right)


def test_marks_in_fields_of_all_depths_are_told_where_they_stand() -> None:
    text = (
        "---\ntitle: Teams rise\nsummary: |\n  They do,\n  and **well**.\n"
        "questions:\n  - question: Is *it*?\n    answer: It *is*, and [more](faq.md).\n"
        "stats:\n  - {value: '~~5~~', label: a}\n---\nText with *marks*.\n"
    )
    assert messages(text, "page", "about/faq.md") == [
        '5:7 "**well**" is shown as it is typed: "summary" is plain text',
        '7:18 "*it*" is shown as it is typed: "question" is plain text',
        '10:14 "~~5~~" is shown as it is typed: "value" is plain text',
    ]


def test_of_many_marks_in_a_field_the_first_five_are_told() -> None:
    assert len(warnings_of(page_of("*a* " * 20))) == 5


def test_terms_and_addresses_may_have_such_signs() -> None:
    text = (
        "---\ntitle: T\ndate: 2017-10-05\nsummary: They do.\n"
        "topics: a_b_ _c_\nimage: {src: images/_a_.jpg, alt: A}\n---\nText.\n"
    )
    assert messages(text) == []
