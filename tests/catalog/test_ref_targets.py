"""References of the front matter: what they name, and what is wrong with them."""

import pytest

from sitegen.catalog import ref_targets
from sitegen.catalog.renamed_pages import PageNames
from sitegen.model import LocatedText, Route

NO_NAMES = PageNames({}, {}, {})


@pytest.mark.parametrize(
    ("field", "text", "path"),
    [
        ("related", "tools/a", "tools/a.md"),
        ("story", "a", "stories/a.md"),
        ("tools", "a", "tools/a.md"),
        ("requires.tools", "a.md", "tools/a.md"),
        ("requires.source", "a", "stories/a.md"),
        ("requires.source", "tools/a", "tools/a.md"),
        ("focus_areas", "a", "focus-areas/a.md"),
    ],
)
def test_a_reference_without_a_folder_is_looked_for_where_its_field_says(field: str, text: str, path: str) -> None:
    assert ref_targets.target_of(field, text) == path


@pytest.mark.parametrize(
    ("field", "kind", "expected"),
    [
        ("story", "story", None),
        ("related", "page", None),
        ("requires.source", "tool", None),
        ("story", "focus-area", ('"x" is a focus area, and a story is wanted here', "name a page of content/stories")),
        ("requires.tools", "level", ('"x" is a level, and a tool is wanted here', "name a page of content/tools")),
    ],
)
def test_a_field_that_wants_one_kind_allows_no_other(field: str, kind: str, expected: tuple[str, str] | None) -> None:
    assert ref_targets.wrong_kind(field, "x", kind) == expected


def test_a_page_that_does_not_exist_comes_with_the_nearest_one() -> None:
    routes = {"tools/huddle.md": Route("/tools/huddle/", listed=True)}
    assert ref_targets.missing_page_hint("tools", "hudle", routes, NO_NAMES) == 'did you mean "tools/huddle"?'


def test_a_page_of_another_kind_is_not_suggested_where_one_kind_alone_may_be() -> None:
    routes = {"tools/huddle.md": Route("/tools/huddle/", listed=True)}
    hints = [ref_targets.missing_page_hint(field, "stories/huddle", routes, NO_NAMES) for field in ("story", "related")]
    assert hints == ["look in content/stories for the name of its file", 'did you mean "tools/huddle"?']


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("qqqq", "look in content/ for the folder and the name of its file"),
        ("nowhere/qqqq", "look in content/ for the folder and the name of its file"),
        ("stories/qqqq", "look in content/stories for the name of its file"),
    ],
)
def test_a_hint_names_no_folder_that_is_not_there(text: str, hint: str) -> None:
    assert ref_targets.missing_page_hint("related", text, {}, NO_NAMES) == hint


def test_a_page_that_is_not_shown_says_why() -> None:
    route = Route("/tools/a/", listed=False, why="draft")
    assert (
        ref_targets.hidden_target("tools/a.md", route) == '"tools/a" is not shown now (draft), so nothing links to it'
    )


def test_blank_references_are_passed_over() -> None:
    typed = (LocatedText(" "), LocatedText("a"), LocatedText(""))
    assert ref_targets.typed_refs(typed) == [LocatedText("a")]
