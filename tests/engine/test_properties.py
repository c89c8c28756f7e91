"""Incremental equals clean, after any sequence of edits; and a lost record would be noticed."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from sitegen.engine.graph import Graph
from sitegen.engine.rules import Key
from sitegen.engine.store import Store
from tests.engine.machine import EditedSite, ThoroughlyEditedSite


def run_edits(machine: type[EditedSite], examples: int, steps: int = 15, **facts: Any) -> None:
    """Run the machine."""
    checks = {"deadline": None, "suppress_health_check": list(HealthCheck)} | facts
    run_state_machine_as_test(machine, settings=settings(max_examples=examples, stateful_step_count=steps, **checks))


def test_after_any_edits_a_build_equals_a_clean_one() -> None:
    run_edits(EditedSite, 120)


@pytest.mark.long
def test_after_many_more_edits_a_build_equals_a_clean_one_in_another_folder() -> None:
    run_edits(ThoroughlyEditedSite, 1000, 30)


# -- sabotage: each of these loses one kind of record, and the property must fail


def is_noticed() -> bool:
    """Whether the machine finds fault; the example is not made smaller, which takes long."""
    try:
        run_edits(EditedSite, 500, phases=[Phase.generate], database=None, derandomize=True)
    except AssertionError:
        return True
    return False


Lose = Callable[[Key, dict[int, bytes], Store], dict[int, bytes]]


def without_parts(key: Key, deps: dict[int, bytes], store: Store) -> dict[int, bytes]:
    return {dep: at for dep, at in deps.items() if key[0] != "html" or (store.key(dep) or ("",))[0] != "part"}


def without_absent_files(_: Key, deps: dict[int, bytes], __: Store) -> dict[int, bytes]:
    return {dep: at for dep, at in deps.items() if at != bytes(16)}


def without_last(_: Key, deps: dict[int, bytes], __: Store) -> dict[int, bytes]:
    return dict(list(deps.items())[:-1])


@pytest.mark.parametrize("lose", [without_parts, without_absent_files, without_last])
def test_a_lost_dependency_is_noticed(monkeypatch: pytest.MonkeyPatch, lose: Lose) -> None:
    put = Store.put

    def forgetful(self: Store, node: int | None, key: Key, *args: Any, deps: dict[int, bytes], **facts: Any) -> Any:
        return put(self, node, key, *args, deps=lose(key, deps, self), **facts)

    monkeypatch.setattr(Store, "put", forgetful)
    assert is_noticed()


def test_a_lost_edge_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    dependents = Store.dependents
    monkeypatch.setattr(Store, "dependents", lambda self, node: dependents(self, node)[1:])
    assert is_noticed()


def test_forgotten_stale_marks_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "mark_stale", lambda _self, _nodes: None)
    assert is_noticed()


def test_garbage_that_is_never_collected_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Graph, "_collect_garbage", lambda *_: None)
    assert is_noticed()
