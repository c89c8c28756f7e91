"""Tests of the text of new files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.archetypes import archetype
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.errors import format_problem
from sitegen.model import Page
from tests.content.parsed import valid_page

TODAY = "2017-10-05"


def page_of(text: str, kind: str) -> Page:
    page, problems = valid_page("stories/new.md", text.encode(), kind)
    assert [format_problem(problem) for problem in problems if problem.is_error] == []
    assert page is not None
    return page


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_a_new_file_is_right_as_it_stands(kind: str) -> None:
    page = page_of(archetype(kind, "Teams rise", TODAY), kind)
    assert (page.title, page.draft, page.kind) == ("Teams rise", True, kind)


def test_a_new_story_has_the_date_of_today() -> None:
    assert page_of(archetype("story", "T", TODAY), "story").date == TODAY


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_a_new_file_names_every_field_of_its_kind(kind: str) -> None:
    names = re.findall(r"^#?(\w+):", archetype(kind, "T", TODAY), re.MULTILINE)
    assert sorted(names) == sorted(FIELDS_OF_KIND[kind].model_fields)


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_every_commented_field_is_right_when_its_mark_is_taken_away(kind: str) -> None:
    text = archetype(kind, "T", TODAY).replace("#channels: [news]", "channels: [hank]")
    text = re.sub(r"^#(?=\w|  |- )", "", text, flags=re.MULTILINE)
    assert page_of(text, kind).weight == 10


def test_a_new_file_reads_well() -> None:
    head = archetype("story", "Teams: it's time", TODAY).partition("# What else")[0]
    assert head == (
        "---\n"
        "title: 'Teams: it''s time'\n"
        "date: 2017-10-05\n"
        "draft: true  # take this line away when the page is ready\n"
        "\n"
    )


TITLES = [
    "\u201cT\u201d",
    "\u201cT",
    "#1 team",
    "* star",
    "no",
    "---",
    "a: b # c",
    "{{ x }}",
    "1.0",
    'say "hi"',
    "C:\\x",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_kept_whatever_marks_it_has(title: str) -> None:
    assert page_of(archetype("level", title, TODAY), "level").title == title


def test_without_a_title_there_is_still_one_to_change() -> None:
    assert page_of(archetype("level", " ", TODAY), "level").title == "Untitled"


def test_a_control_character_in_a_title_is_reported() -> None:
    _, problems = valid_page("levels/new.md", archetype("level", "\x07", TODAY).encode(), "level")
    assert [problem.headline for problem in problems if problem.is_error] == [
        "a backslash in this value makes an invisible control character"
    ]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_any_title_is_kept(title: str) -> None:
    assert page_of(archetype("level", title, TODAY), "level").title == title
