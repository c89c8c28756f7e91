"""What the bar of a previewed page says: the file, the state at the moment, the reading grade, the links."""

import pytest

from sitegen.overview import count_links, page_status
from tests.overview.facts import facts, story, tool

STATES = {
    "": "shown to readers",
    "draft: true": "draft",
    "draft: true\npublish: 2026-01-01": "draft, from 2026-01-01 00:00",
    "publish: 2026-01-01": "shown to readers",
    "publish: 2027-01-01 09:00": "from 2027-01-01 09:00",
    "expires: 2027-01-01": "until 2027-01-01 00:00",
    "expires: 2026-01-01": "expired 2026-01-01 00:00",
    "publish: 2027-01-01\nexpires: 2028-01-01": "from 2027-01-01 00:00, until 2028-01-01 00:00",
}


@pytest.mark.parametrize(("fields", "state"), STATES.items())
def test_the_state_of_a_page_at_a_moment(fields: str, state: str) -> None:
    given = dict(line.split(": ", 1) for line in fields.splitlines())
    site = facts({"stories/a.md": story(**given)}, now="2026-06-15T12:00")
    assert page_status(site, "stories/a.md") == ("content/stories/a.md", state)


def test_a_page_with_enough_words_has_a_reading_grade() -> None:
    # 5 words and 5 syllables a sentence: 0.39 x 5 + 11.8 x 1 - 15.59 = -1.84
    site = facts({"stories/a.md": story(body="The team meets each day. " * 30)})
    assert page_status(site, "stories/a.md")[2:] == ("reading grade -2",)


def test_only_what_readers_follow_counts_as_a_link() -> None:
    pages = {
        "stories/a.md": story(related="[tools/charter]", body="[Charter](../tools/charter.md)"),
        "tools/charter.md": tool(),
    }
    site = facts(pages, golden="charter: tools/charter\n")  # a golden query and the order of a list are no links
    assert count_links(site, "tools/charter.md") == 2
    assert count_links(site, "stories/a.md") == 0
