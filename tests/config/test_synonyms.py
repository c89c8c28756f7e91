"""search.synonyms of site.yaml: messages about wrong groups."""

import pytest

from sitegen.config import read_config

BASE = "title: Teams\nbase_url: https://www.example.org\nsearch:\n  synonyms:\n"
SHAPE = "write a group a line: - [UBT, unit-based team]"


def messages(lines: str) -> list[str]:
    problems = read_config((BASE + lines).encode())[1]
    return [
        f"{problem.location.line}:{problem.location.column} {problem.headline} | {problem.hint}" for problem in problems
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("    - [UBT, unit-based team]\n    - [PPT, PowerPoint, slides]\n", []),
        ("    - [UBT]\n", ['5:8 "UBT" has no other words in its group | add what means the same, or delete the group']),
        (
            "    - []\n",
            [f"5:7 a group of synonyms is empty | delete it, or {SHAPE}"],
        ),
        (
            "    - UBT\n",
            [f'5:7 "UBT" stands alone: a group needs two words or phrases that mean the same | {SHAPE}'],
        ),
        ("    - [UBT, team, ubt]\n", ['5:19 "ubt" stands twice in its group of synonyms | delete one']),
        (
            "    - [UBT, unit-based team]\n    - [crew, Unit Based Team]\n",
            ['6:14 "Unit Based Team" is in two groups of synonyms | make one group of the two, or delete it from one'],
        ),
        ('    - [UBT, "--"]\n', ['5:13 "--" has no letter or digit | write a word or a phrase']),
    ],
)
def test_a_group_that_cannot_be_is_reported_with_its_place(lines: str, expected: list[str]) -> None:
    assert messages(lines) == expected


def test_groups_are_lists_not_fields() -> None:
    problems = messages("    UBT: unit-based team\n")
    assert len(problems) == 1
    assert problems[0].startswith("5:")


def test_no_groups_is_no_mistake() -> None:
    assert read_config((BASE + "    []\n").encode())[1] == []
