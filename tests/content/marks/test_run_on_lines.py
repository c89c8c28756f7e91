"""Lines that each look like one of its own are told where they run on as one paragraph."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

RUN_ON = (
    "From: Ana Reyes\nSent: Monday, 3:00 PM\nSubject: Huddle",
    "Q: What is new?\nA: The search.",
    "Step 1: ask\nStep 2: listen",
    "**When:** Monday\n**Where:** The board room",
    "**Ask** what they need\n**Listen** to what they say",
    "8:00 a.m. Check-in\n9:00 a.m. Huddle\n10:30 Break",
    "9-10 am Huddle\n10-11 am Rounds",
    "1.1 Scope\n1.2 Terms",
    "Ana Reyes\n123 Main Street\nOakland, CA 94612",
)
TEXT = (
    "We met on Monday and talked about what the team\nneeds: time, a room, and someone who\nwrites it down.",
    "Note: this is a sentence that runs\nover two lines of the file.",
    "One\nTwo",
    "1. Apples\n2. Pears\n3. Plums",
    "- Apples\n- Pears\n- Plums",
    "## Apples\n\nPears\n\nPlums",
    "```\nFrom: a\nTo: b\n```",
    "From: a\n\nTo: b",
    "| A: a |\n| --- |\n| B: b |",
)


@pytest.mark.parametrize("typed", RUN_ON)
def test_lines_that_begin_alike_and_run_on_are_told(typed: str) -> None:
    count = typed.count("\n") + 1
    assert messages(typed) == [f"5:1: warning: {count} lines run on as one paragraph"]
    assert hints(typed) == [
        'begin each with "- " for a list, or end each but the last with two spaces to begin a new line'
    ]


@pytest.mark.parametrize("typed", RUN_ON)
def test_each_way_of_the_hint_mends_it(typed: str) -> None:
    lines = typed.split("\n")
    as_list, with_breaks = "- " + "\n- ".join(lines), "  \n".join(lines)
    assert messages(as_list) == messages(with_breaks) == []
    assert html_of(as_list).count("<li>") == len(lines)
    assert html_of(with_breaks).count("<br>") == len(lines) - 1


@pytest.mark.parametrize("typed", TEXT)
def test_text_is_let_be(typed: str) -> None:
    assert messages(typed) == []
