"""What a build is given, and what it gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen.engine.leaves import LeafWorkers
from sitegen.engine.rules import Key, Rule, Rules
from sitegen.engine.sources import Sources
from sitegen.errors import Problem

Progress = Callable[[str, int, int], None]
"""Progress callback: the stage, how many steps are done, and how many there are in all (0: not known)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be built: the rules, the rules that list leaf keys, and the rule that lists outputs.

    Each of `leaves` gives keys of one rule, and they run in their order. `outputs` gives a `ListedOutput` each, sorted
    by path, each path once. `demand` is the mapping whose subkeys on-demand outputs name; see `Demand`.
    """

    rules: Rules
    leaves: tuple[Rule[[], Any], ...]
    outputs: Rule[[], Any]
    demand: Rule[[], Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a build reads and writes.

    The output may not lie in or around `source_folders`, nor be or contain one of `homes`. `caches` are folders of
    aids to speed, each with one folder a salt; those of another salt are deleted, and all of them by a clean build.
    """

    sources: Sources
    store: Path
    salt: str
    out: Path
    source_folders: tuple[Path, ...] = ()
    homes: tuple[Path, ...] = ()
    caches: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Mode:
    """How to build: from nothing, whether good outputs are published beside errors, and who helps.

    `before_delete` is called with the paths of outputs, sorted, that the build deletes next.
    """

    clean: bool = False
    keep_going: bool = False
    workers: LeafWorkers | None = None
    before_delete: Callable[[Sequence[str]], None] = lambda _paths: None


@dataclass(slots=True, kw_only=True)
class Result:
    """What a build did.

    Counts of output files and of pages among them, the paths written and deleted, the keys whose tasks ran in order,
    the number of keys looked at, of pages rendered, the problems (sorted), and wall seconds by stage.
    """

    outputs: int = 0
    pages: int = 0
    written: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    executed: tuple[Key, ...] = ()
    visited: int = 0
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
