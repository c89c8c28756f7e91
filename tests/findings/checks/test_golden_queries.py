"""Golden queries: what is said of those that slip, and of those that cannot be."""

from pathlib import Path

import pytest

from sitegen.errors import Problem
from sitegen.findings.golden_file import PATH
from tests.findings.checked import found_by
from tests.site.small import SmallSite


def reported(site: SmallSite, text: str) -> list[tuple[str, str, str]]:
    site.write(PATH, text)
    return [(str(p.location).removeprefix(f"{PATH}:"), p.headline, p.hint) for p in slips(site)]


def slips(site: SmallSite) -> list[Problem]:
    problems = found_by("golden_queries", site)
    assert all(problem.location.path == PATH for problem in problems)
    return problems


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def test_queries_that_hold_are_no_findings(site: SmallSite) -> None:
    assert reported(site, "huddel: tools/huddle\n'tool': [tools/charter, tools/huddle]\n") == []


def test_a_page_that_no_file_has_is_named_by_its_address(site: SmallSite) -> None:
    assert reported(site, "tools: /tools/\n") == []
    [(place, headline, hint)] = reported(site, "tools: /tool/\n")
    assert (place, headline, hint) == ("1:8", 'there is no page "/tool/"', 'did you mean "/tools/"?')


def test_a_page_that_slips_is_reported_with_what_stands_before_it(site: SmallSite) -> None:
    site.write(PATH, "# note\nstory: [stories/story-0, tools/charter]\n")
    site.tool("charter", "A story of it.\n")
    (problem,) = slips(site)
    assert str(problem.location) == f"{PATH}:2:26"
    assert problem.headline == 'the search "story" does not show tools/charter among the first 3'
    assert [label for label, _ in problem.values] == ["1.", "2.", "3.", "it stands at"]
    assert problem.values[0][1] == "Stories (/stories/)"
    assert problem.values[-1][1] == "7"


@pytest.mark.parametrize(
    ("text", "place", "headline", "hint"),
    [
        ("huddle: tools/hudle\n", "1:9", 'there is no page "tools/hudle"', 'did you mean "tools/huddle"?'),
        (
            "huddle:\n",
            "1:1",
            'the query "huddle" names no page',
            "write the words, a colon, and a page as folder/file: huddle guide: tools/huddle-guide",
        ),
        ("huddle: [tools/huddle, tools/huddle]\n", "1:24", 'the query "huddle" names this page twice', "name it once"),
        (
            "huddle: tools/huddle\nHuddle: tools/huddle\n",
            "2:1",
            'the query "Huddle" is asked above, as "huddle"',
            "keep one of the two, with the pages of both",
        ),
        (
            "huddle: tools/huddle\nhuddle: tools/huddle\n",
            "2:1",
            'the field "huddle" stands here for the second time',
            "keep one of the two",
        ),
        (
            "'?!': tools/huddle\n",
            "1:1",
            'the query "?!" has no words',
            "write the words, a colon, and a page as folder/file: huddle guide: tools/huddle-guide",
        ),
        (
            "huddle: {pages: tools/huddle}\n",
            "1:9",
            'a page of "huddle" is no text',
            "write the words, a colon, and a page as folder/file: huddle guide: tools/huddle-guide",
        ),
        ("huddle: tools/huddle.md\n", "1:9", 'there is no page "tools/huddle.md"', 'did you mean "tools/huddle"?'),
        (
            "huddle tools/huddle\n",
            "1:1",
            '"huddle tools/huddle" is not a field: it has no colon',
            "write it as field: value, or begin it with two spaces if it goes on from the line above",
        ),
        (
            "x: [a/a, a/b, a/c, a/d]\n",
            "1:1",
            'the query "x" names 4 pages, and only the first 3 count',
            "keep the 3 that matter most",
        ),
    ],
)
def test_a_line_that_cannot_be_is_reported(site: SmallSite, text: str, place: str, headline: str, hint: str) -> None:
    assert reported(site, text) == [(place, headline, hint)]


def test_a_page_that_was_renamed_is_answered_with_the_file_that_has_its_title_now(site: SmallSite) -> None:
    site.tool("see-your-work", title="Board guide")
    assert reported(site, "board: tools/board-guide\n") == [
        ("1:8", 'there is no page "tools/board-guide"', 'did you mean "tools/see-your-work"?')
    ]
    assert reported(site, "board: tools/see-your-work\n") == []
