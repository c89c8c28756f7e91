"""How a task fails: by a dependency, by a cycle, by a bug, or by a source that changed under it."""

from sitegen.engine.rules import Key
from sitegen.errors import BuildError, Location, Problem


class DependencyFailedError(Exception):
    """The key that a task fetched has failed; its problems are reported once, at their source."""

    def __init__(self, key: Key) -> None:
        super().__init__(key)
        self.key = key


class TaskCrashedError(Exception):
    """A task raised an exception that is no SitegenError; `bug` is that exception.

    It is held back until somebody outside asks for the key: a dirty task that nothing needs any more may well crash,
    since its source is gone, and a clean build would never run it.
    """

    def __init__(self, bug: Exception) -> None:
        super().__init__(bug)
        self.bug = bug


class CycleError(BuildError):
    """A key was fetched while it was being made."""


class SourceChangedError(Exception):
    """A source was saved while it was being built; the build starts over."""


def cycle_of(active: list[Key], key: Key) -> CycleError:
    """Return the error that names the keys of a cycle, the same one wherever the cycle was entered."""
    steps = active[active.index(key) :]
    names = [" ".join(map(str, step)) for step in steps]
    first = names.index(min(names))
    headline = "these need each other: " + " -> ".join([*names[first:], *names[: first + 1]])
    return CycleError(Problem(location=Location(""), headline=headline, kind="BuildError"))
