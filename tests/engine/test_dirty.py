"""DirtyNodes: what is to be looked at comes once and rank by rank, and outputs wait."""

import pytest

from sitegen.engine.dirty import DirtyNodes
from sitegen.engine.rules import Fetch, Rules

RULES = Rules()


@RULES.task()
def page(fetch: Fetch) -> str:  # noqa: ARG001 - a task without needs
    """Rank 1."""
    return ""


@RULES.task()
def members(fetch: Fetch) -> str:  # noqa: ARG001 - a task without needs
    """Rank 2."""
    return ""


@RULES.task(is_output=True)
def html(fetch: Fetch) -> bytes:  # noqa: ARG001 - a task without needs
    """Rank 3."""
    return b""


@pytest.fixture
def marks() -> DirtyNodes:
    """Nodes of all three rules, marked in no order, and one of them twice."""
    dirty = DirtyNodes(RULES)
    dirty.add([(4, html.rank), (7, members.rank), (9, page.rank)])
    dirty.add([(7, members.rank), (8, page.rank), (3, html.rank)])
    return dirty


def test_nodes_come_once_and_rank_by_rank(marks: DirtyNodes) -> None:
    assert [marks.pop(None) for _ in range(4)] == [(1, 8), (1, 9), (2, 7), None]


def test_nodes_of_higher_ranks_wait(marks: DirtyNodes) -> None:
    assert [marks.pop(members.rank) for _ in range(3)] == [(1, 8), (1, 9), None]
    assert marks.pop(html.rank) == (2, 7)


def test_outputs_are_marked_apart(marks: DirtyNodes) -> None:
    assert marks.outputs() == [3, 4]
    assert 3 in marks
    assert 5 not in marks


def test_what_was_marked_and_not_settled_is_left(marks: DirtyNodes) -> None:
    marks.discard(9)
    assert marks.without([8, 4]) == {3, 7}
