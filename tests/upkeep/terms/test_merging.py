"""A term is merged into another, and a value of an open taxonomy gets another spelling."""

import pytest

from tests.upkeep.terms.sample_site import after, lines, page, rename


@pytest.mark.parametrize("new", ["quality", "Quality", "clinical quality"])
def test_the_words_of_a_merged_term_mean_the_other_one(new: str) -> None:
    changes = rename("topic", "safety", new)
    assert lines(changes) == [
        "quality: {label: Quality, also: [clinical quality, safety, Safety at Work]}",
        "care: {from: stories, where: {topics: [quality]}, facets: [topic]}",
    ]
    assert "safety: Safety" not in after(changes)
    assert changes.what == "merge the topic safety into quality"


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("topics: safety", "topics: quality"),
        ("topics: Safety at Work", "topics: Quality"),
        ("topics: SAFETY", "topics: quality"),
        ("topics: [cost, safety]", "topics: [cost, quality]"),
        ("topics: [quality, safety, cost]", "topics: [quality, cost]"),
        ("topics: [safety, Clinical Quality]", "topics: [Clinical Quality]"),
        ("topics: [safety, Safety at work, cost]", "topics: [quality, cost]"),
        ("topics:\n- safety\n- quality", "topics:\n- quality"),
    ],
)
def test_pages_name_the_other_term_and_no_term_twice(typed: str, changed: str) -> None:
    changes = rename("topic", "safety", "quality", one=page(f"{typed}\n"))
    assert after(changes, "content/stories/one.md") == page(f"{changed}\n").decode()


def test_the_addresses_of_a_merged_term_lead_to_the_other_one() -> None:
    changes = rename("topic", "safety", "quality", one=page("topics: safety\nteam_levels: 2\n"))
    assert lines(changes)[-3:] == [
        "redirects:",
        "/stories/level/2/topic/safety/: /stories/level/2/topic/quality/",
        "/stories/topic/safety/: /stories/topic/quality/",
    ]


def test_the_page_of_a_merged_term_is_left_to_a_person() -> None:
    changes = rename("level", "1", "2", others={"content/levels/level-1.md": page("weight: 1\n")})
    assert changes.notes == (
        "content/levels/level-1.md stood for the level 1, which is gone: move what is still wanted, and delete it",
    )
    assert "/path/level-1/training/: /path/level-2/training/" in lines(changes)


def test_values_of_an_open_taxonomy_change_by_what_they_mean() -> None:
    first, second = (
        page("issue: Fall 2017\nchannels: hank\n"),
        page("issue: FALL-2017\nchannels: hank\n", "[x](/stories/issue/fall-2017/)\n"),
    )
    changes = rename("issue", "fall 2017", "Autumn 2017", one=first, two=second)
    assert lines(changes, "content/stories/one.md") == ["issue: Autumn 2017"]
    assert lines(changes, "content/stories/two.md") == ["issue: Autumn 2017", "[x](/stories/issue/autumn-2017/)"]
    assert lines(changes) == ["redirects:", "/stories/issue/fall-2017/: /stories/issue/autumn-2017/"]


def test_another_spelling_of_an_open_term_moves_no_address() -> None:
    changes = rename("issue", "fall 2017", "Fall 2017", one=page("issue: FALL-2017\nchannels: hank\n"))
    assert [change.path for change in changes.changes] == ["content/stories/one.md"]
    assert lines(changes, "content/stories/one.md") == ["issue: Fall 2017"]


def test_an_open_term_is_merged_into_another() -> None:
    changes = rename(
        "issue",
        "2016",
        "Fall 2017",
        one=page("issue: '2016'\nchannels: hank\n"),
        two=page("issue: Fall 2017\nchannels: hank\n"),
    )
    assert lines(changes, "content/stories/one.md") == ["issue: 'Fall 2017'"]
    assert changes.what == "merge the issue 2016 into fall-2017"
