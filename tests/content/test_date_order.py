"""The dates of one page among each other."""

import pytest

from tests.content.parsed import valid_page

HINT = "write the day of the last change, or take the line out"


@pytest.mark.parametrize(
    ("fields", "headlines"),
    [
        (
            "date: 2017-10-05\nupdated: 2017-10-04\n",
            ['warning: "updated" (2017-10-04) is before "date" (2017-10-05)'],
        ),
        ("date: 2018\nupdated: 2017-10-04\n", ['warning: "updated" (2017-10-04) is before "date" (2018)']),
        ("date: 2017-10-05\n", []),
        ("date: 2017-10-05\nupdated: 2017-10-05\n", []),
        ("date: 2017-10-05 09:00\nupdated: 2017-10-05\n", []),
        ("date: 2017\nupdated: 2017-01-01\n", []),
        ("date: 2017-10\nupdated: 2017-10-01\n", []),
        ("date: 2017-10-05\nupdated: 2018-01-15\n", []),
        ("date: 2018\ndate_shown: Some spring\nupdated: 2017-10-04\n", []),
    ],
)
def test_a_change_before_the_date_is_a_warning(fields: str, headlines: list[str]) -> None:
    text = f"---\ntitle: T\nsummary: S.\n{fields}---\n\nText.\n"
    page, problems = valid_page("stories/a.md", text.encode(), "story")
    assert page is not None
    assert [f"{problem.severity}: {problem.headline}" for problem in problems] == headlines
    assert [(problem.location.line, problem.location.column, problem.hint) for problem in problems] == [
        (5, 10, HINT) for _ in headlines
    ]
