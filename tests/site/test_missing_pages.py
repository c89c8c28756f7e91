"""References to pages that do not exist: each is told, the first of a page with hints, for each hint is a search."""

from pathlib import Path

from sitegen.site.refs import MOST_SUGGESTIONS
from tests.site.small import SmallSite


def test_the_first_missing_pages_of_a_field_have_a_hint_and_all_are_told(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", related=[f"tools/chartre-{number}" for number in range(MOST_SUGGESTIONS + 5)])
    problems = site.build().problems
    assert len(problems) == MOST_SUGGESTIONS + 5
    assert [bool(problem.hint) for problem in problems] == [True] * MOST_SUGGESTIONS + [False] * 5


def test_the_first_missing_pages_of_a_text_have_a_hint_and_all_are_told(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    links = [f"[Charter](../tools/chartre-{number}.md)\n" for number in range(MOST_SUGGESTIONS + 5)]
    site.story("story-1", "\n".join(links))
    problems = site.build().problems
    assert len(problems) == MOST_SUGGESTIONS + 5
    assert [bool(problem.hint) for problem in problems] == [True] * MOST_SUGGESTIONS + [False] * 5
