"""What a build is given, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen.engine.leaves import LeafWorkers
from sitegen.engine.rules import Key, Rule, Rules
from sitegen.engine.sources import Sources
from sitegen.errors import Problem

Progress = Callable[[str, int, int], None]
"""Told of (stage, done, total) as a build goes on; total 0 means not known."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be built: the rules, the rules that list leaf keys, and the rule that lists outputs.

    Each of `leaves` gives keys of one rule, and they run in their order. `outputs` gives (path, key) pairs, sorted
    by path, each path once.
    """

    rules: Rules
    leaves: tuple[Rule[[], Any], ...]
    outputs: Rule[[], Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a build reads and writes. The output may not lie in or around `source_folders`, nor be or hold `homes`."""

    sources: Sources
    store: Path
    salt: str
    out: Path
    source_folders: tuple[Path, ...] = ()
    homes: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Mode:
    """How to build: from nothing, whether good outputs are published beside errors, and who helps."""

    clean: bool = False
    keep_going: bool = False
    workers: LeafWorkers | None = None


@dataclass(slots=True)
class Result:
    """What a build did: counts of output files, keys that ran, problems (sorted), wall seconds by stage."""

    outputs: int = 0
    pages: int = 0
    written: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    executed: tuple[Key, ...] = ()
    rendered: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    committed: bool = True

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        """The problems that are likely mistakes and stop nothing."""
        return [problem for problem in self.problems if problem.severity == "warning"]

    @property
    def advice(self) -> list[Problem]:
        """The problems that are only worth knowing."""
        return [problem for problem in self.problems if problem.severity == "advice"]
