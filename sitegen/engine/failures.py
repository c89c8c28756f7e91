"""How a task fails: by something it fetched, by a cycle, or by a source that changed under it."""

from sitegen.engine.rules import Key
from sitegen.errors import BuildError, Location, Problem


class DependencyFailedError(Exception):
    """The key that a task fetched has failed; its problems are told once, at their source."""

    def __init__(self, key: Key) -> None:
        super().__init__(key)
        self.key = key


class CycleError(BuildError):
    """A key was fetched while it was being made."""


class SourceChangedError(Exception):
    """A source was saved while it was being built; the build is to start over."""


def cycle_of(active: list[Key], key: Key) -> CycleError:
    """Say which keys need each other, the same way wherever the circle was entered."""
    steps = active[active.index(key) :]
    first = steps.index(min(steps))
    names = [" ".join(step) for step in [*steps[first:], *steps[: first + 1]]]
    headline = "these need each other: " + " -> ".join(names)
    return CycleError(Problem(Location(""), headline, kind="BuildError"))
