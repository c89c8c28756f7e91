"""Leaf tasks: the jobs that go to another process, and the results that come back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from sitegen.engine.rules import Key
from sitegen.errors import Problem


class LeafResult(NamedTuple):
    """The result of a leaf task in another process: its key, encoded value, keys fetched in order, problems.

    The value of an output is its bytes.
    """

    key: Key
    data: bytes
    deps: tuple[Key, ...]
    problems: tuple[Problem, ...]


LeafJob = tuple[Key, dict[Key, Any]]


class LeafRunner(Protocol):
    """Runs leaf tasks elsewhere: a job is a key and the values that its task may fetch."""

    def __call__(self, jobs: Iterable[LeafJob], /) -> Iterable[LeafResult]:
        """Yield the results in the order of the jobs; a job that fails is left out, and is run again here."""
        ...


@dataclass(frozen=True, slots=True)
class LeafWorkers:
    """Other processes that may run leaf tasks: how to start them, and the least work for which that pays.

    `threshold` is counted in pages to be read, or what weighs as much.
    """

    start: Callable[[], LeafRunner]
    threshold: int


def counted(runner: Callable[[], LeafRunner], report: Callable[[int], None]) -> LeafRunner:
    """Return a runner that is started when it is needed and reports the number of results so far."""

    def run(jobs: Iterable[LeafJob], /) -> Iterator[LeafResult]:
        for number, result in enumerate(runner()(jobs), 1):
            report(number)
            yield result

    return run
