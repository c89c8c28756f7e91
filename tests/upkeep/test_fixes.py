"""What is mechanical among the problems of a site is mended without a doubt, and the rest is left."""

from typing import Any

import pytest

from sitegen.errors import Fix, Location, Problem
from sitegen.upkeep.fixes.mending import Mending, mend
from sitegen.upkeep.fixes.ways import WAYS

PAGE = "content/stories/x.md"


def problem(line: int, column: int, *fix: Any, path: str = PAGE) -> Problem:
    return Problem(location=Location(path, line, column), headline="wrong", fix=Fix(*fix) if fix else None)


def mended(page: str, *problems: Problem) -> str:
    """Return the text of a page after its problems are mended; all of them must be."""
    result = mend({PAGE: page.encode()}, problems)
    assert result.left == ()
    return changed(result)


def changed(result: Mending) -> str:
    return (result.change_set.changes[0].after or b"").decode()


@pytest.mark.parametrize(
    ("page", "place", "fix", "after"),
    [
        ("---\na: old  # why\n---\n", (2, 4), ("value", "old", "new"), "---\na: new  # why\n---\n"),
        ("---\na: [x, 'old']\n---\n", (2, 8), ("value", "old", "new"), "---\na: [x, 'new']\n---\n"),
        ("---\na:\n- x\n- b: old\n---\n", (4, 6), ("value", "old", "new"), "---\na:\n- x\n- b: new\n---\n"),
        ("---\na: [x, old, y]\n---\n", (2, 8), ("item", "old"), "---\na: [x, y]\n---\n"),
        ("---\r\na:\r\n- old\r\n- y\r\n---\r\n", (3, 3), ("item", "old"), "---\r\na:\r\n- y\r\n---\r\n"),
        ("[x](old.md#a)\n", (1, 1), ("link", "stories/old.md", "stories/new.md"), "[x](new.md#a)\n"),
        ("[x](old.md)\n", (1, 1), ("link", "stories/old.md", "tools/new.md"), "[x](../tools/new.md)\n"),
        ("[x](/old/?q=1#a)\n", (1, 1), ("link", "/old/", "/new/"), "[x](/new/?q=1#a)\n"),
        ("---\nurl: /old\n---\n", (2, 6), ("link", "/old/", "/new/"), "---\nurl: /new/\n---\n"),
    ],
)  # fmt: skip
def test_a_file_is_changed_at_the_place_alone(
    page: str, place: tuple[int, int], fix: tuple[str, ...], after: str
) -> None:
    assert mended(page, problem(*place, *fix)) == after


def test_several_problems_of_a_file_are_mended_at_once() -> None:
    page = "---\na: |-\n  one\n  two\nb: [x, y, x]\n---\n[x](x.md) and [again](x.md)\n"
    link = ("link", "stories/x.md", "stories/y.md")
    problems = [
        problem(2, 4, "value", "one\ntwo", "three"),
        problem(5, 11, "item", "x"),
        problem(5, 5, "value", "x", "z"),
    ]
    after = mended(page, *problems, problem(7, 1, *link), problem(7, 14, *link))
    assert after == "---\na: |-\n  three\nb: [z, y]\n---\n[x](y.md) and [again](y.md)\n"


@pytest.mark.parametrize(
    "left",
    [
        problem(2, 4),
        problem(2, 4, "value", "other", "new"),
        problem(2, 5, "value", "old", "new"),
        problem(2, 4, "item", "old"),
        problem(2, 4, "link", "/old/", "/new/"),
        problem(2, 4, "value", "old", "new", path="templates/base.html"),
        problem(3, 5, "value", "old", "new"),
    ],
)
def test_what_is_not_there_or_not_exact_is_left_to_a_person(left: Problem) -> None:
    page = b"---\na: old\nb: [c, old]\n---\n"
    result = mend({PAGE: page}, [left])
    assert (result.change_set.changes, result.mended, result.left) == ((), (), (left,))


def test_a_file_with_errors_is_left_alone() -> None:
    left = problem(2, 4, "value", "old", "new")
    assert mend({PAGE: b"---\na: old\nb: [x\n---\n"}, [left]).left == (left,)


def test_each_kind_of_fix_has_a_function() -> None:
    kinds = Fix.__annotations__["kind"].__args__
    assert set(WAYS) == set(kinds)
