"""The fetch that a running task is given: values of the run, and the record of what was asked for."""

from typing import Any, Protocol

from sitegen.engine.rules import Argument, Key, Rule
from sitegen.engine.subkeys import subkey_of
from sitegen.errors import Problem


class Asker(Protocol):
    """The part of a rebuilder that a fetch needs."""

    digests: dict[int, bytes]

    def ask(self, key: Key) -> int:
        """Return the node of a key, current from here on."""
        ...

    def value(self, key: Key) -> Any:
        """Return the value of a key that is current."""
        ...


class TaskFetch:
    """What a running task sees of its run, and the record of what it asked for.

    `failure` is the first exception that a fetch raised, which the task cannot undo by catching it.
    """

    __slots__ = ("_keys", "_rank", "deps", "failure", "problems")

    def __init__(self, keys: "Asker", rank: int) -> None:
        self._keys = keys
        self._rank = rank
        self.deps: dict[int, bytes] = {}
        self.problems: list[Problem] = []
        self.failure: Exception | None = None

    def __call__(self, rule: Rule[..., Any], /, *args: Argument, at: str | None = None) -> Any:
        """Return the value of a key, or of a subkey of it; see `Fetch`."""
        if rule.rank > self._rank:
            message = f"a task of rank {self._rank} fetched {rule.name}, which comes later"
            raise AssertionError(message)
        keys, key = self._keys, (rule.name, *args)
        if at is not None:
            key = subkey_of(key, at)
        try:
            node = keys.ask(key)
            self.deps[node] = keys.digests[node]
            return keys.value(key)
        except Exception as error:
            self.failure = self.failure or error
            raise

    def report(self, problem: Problem) -> None:
        """Note a problem of the task."""
        self.problems.append(problem)

    def raise_failure(self) -> None:
        """Raise the failure of a fetch that the task has caught, if there is one."""
        if self.failure is not None:
            raise self.failure
