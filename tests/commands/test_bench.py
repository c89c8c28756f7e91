"""`bench`: what is measured is what was asked for."""

from typing import Any

import pytest

import benchmarks.filters
import benchmarks.hostile
import benchmarks.import_costs
import benchmarks.run
import benchmarks.search_costs
from sitegen import cli


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Return what was measured, with its arguments; each ends with an exit code of its own."""
    calls: list[tuple[Any, ...]] = []

    def stand_in(name: str, code: int) -> Any:
        def run(*arguments: Any, as_json: bool) -> int:
            calls.append((name, *arguments, as_json))
            return code

        return run

    measured_ones = (
        benchmarks.run,
        benchmarks.search_costs,
        benchmarks.filters,
        benchmarks.hostile,
        benchmarks.import_costs,
    )
    for code, module in enumerate(measured_ones, 3):
        monkeypatch.setattr(module, "run", stand_in(module.__name__, code))
    return calls


@pytest.mark.parametrize(
    ("options", "call", "code"),
    [
        ([], ("benchmarks.run", 10_000, "peer", False), 3),
        (["--items", "50", "--site-shape", "full", "--json"], ("benchmarks.run", 50, "full", True), 3),
        (["--search"], ("benchmarks.search_costs", False), 4),
        (["--filters", "--json"], ("benchmarks.filters", True), 5),
        (["--hostile"], ("benchmarks.hostile", False), 6),
        (["--imports"], ("benchmarks.import_costs", False), 7),
    ],
)
def test_what_is_measured_is_what_was_asked_for(
    options: list[str], call: tuple[Any, ...], code: int, measured: list[tuple[Any, ...]]
) -> None:
    assert cli.main(["bench", *options]) == code
    assert measured == [call]
