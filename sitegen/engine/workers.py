"""Run batches of leaf tasks in other processes: pure functions on supplied values, no store, no sources."""

import importlib
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.engine.leaves import LeafJob, LeafResult
from sitegen.engine.rows import encode
from sitegen.engine.rules import Argument, Fetch, Key, Rule, Rules
from sitegen.errors import Problem, SitegenError

P = ParamSpec("P")
T = TypeVar("T")

BATCH = 32
_IN_FLIGHT = 3


class LeafPool:
    """Spreads leaf jobs over an executor, in batches, a few batches ahead of the reader.

    `registry` names the rules as `module:attribute`, so that a fresh process can import them.
    """

    def __init__(self, executor: Executor, registry: str, processes: int) -> None:
        self._executor = executor
        self._registry = registry
        self._ahead = processes * _IN_FLIGHT

    def __call__(self, jobs: Iterable[LeafJob], /) -> Iterator[LeafResult]:
        """Yield the results in the order of the jobs; failed jobs are left out."""
        batches = iter(jobs)
        waiting: deque[Future[list[LeafResult]]] = deque()
        while True:
            while len(waiting) < self._ahead and (batch := self._take(batches)):
                waiting.append(self._executor.submit(run_batch, self._registry, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()

    def _take(self, jobs: Iterator[LeafJob]) -> list[LeafJob]:
        """Return the next jobs, fewer of a rule of much weight, so that no process waits long for another."""
        first = next(jobs, None)
        if first is None:
            return []
        weight = _rules(self._registry)[first[0][0]].weight
        return [first, *islice(jobs, BATCH // weight - 1 if weight < BATCH else 0)]


def process_executor(processes: int, registry: str) -> ProcessPoolExecutor:
    """Return an executor of spawned processes, never forks; it waits for them, so their time counts as ours.

    Its processes end with this one, whatever ends it.
    """
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _begin, (registry,))


def run_batch(registry: str, batch: Iterable[LeafJob]) -> list[LeafResult]:
    """Run leaf jobs in this process, in order; leave out those that fail."""
    rules = _rules(registry)
    results = []
    for key, supplies in batch:
        fetch = _SuppliedFetch(supplies)
        rule = rules[key[0]]
        try:
            value = rule.run(cast("Fetch", fetch), *key[1:]) if rule.run else None
        except SitegenError:
            continue
        data = cast("bytes", value) if rule.is_output else encode(value)
        results.append(LeafResult(key, data, tuple(fetch.asked), tuple(fetch.problems)))
    return results


def _rules(registry: str) -> Rules:
    module, _, attribute = registry.partition(":")
    rules: Rules = getattr(importlib.import_module(module), attribute)
    return rules


def _begin(registry: str) -> None:
    """Prepare a worker: import the rules, and end with the process that started it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    importlib.import_module(registry.partition(":")[0])


def _end_with_parent() -> None:
    """Wait until the parent process is gone, then end this one at once: nobody waits for its result any more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class _SuppliedFetch:
    """A fetch over values that were sent along."""

    def __init__(self, supplies: dict[Key, Any]) -> None:
        self._supplies = supplies
        self.asked: dict[Key, None] = {}
        self.problems: list[Problem] = []

    def __call__(self, rule: Rule[..., Any], /, *args: Argument, at: str | None = None) -> Any:
        key = rule.key(*args) if at is None else rule.subkey(at, *args)
        self.asked[key] = None
        return self._supplies[key]

    def report(self, problem: Problem) -> None:
        self.problems.append(problem)
