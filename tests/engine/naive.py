"""The oracle: what a site is by definition. Every task is run anew, in memory; nothing is stored or reused."""

from contextlib import suppress
from typing import Any, cast

from sitegen.engine.plan import Plan
from sitegen.engine.rows import encode
from sitegen.engine.rules import AT, Argument, Fetch, Key, Rule
from sitegen.engine.sources import Sources
from sitegen.errors import BuildError, Problem, SitegenError, sort_problems


class _NeededError(Exception):
    """Something that a task fetched has failed."""


class NaiveSite:
    """What the sources make: `outputs` by path (None: cannot be made), `problems`, and whether it could be `listed`."""

    def __init__(self, plan: Plan, sources: Sources) -> None:
        self._plan, self._sources = plan, sources
        self._values: dict[Key, Any] = {}
        self.subkeys: set[Key] = set()
        self._asked: set[str] = set()
        self._active: list[Key] = []
        self._problems: list[Problem] = []
        self.outputs: dict[str, bytes | None] = {}
        self.listed = False
        with suppress(_NeededError):
            for rule in plan.leaves:
                self.value(rule.key())
            wanted = self.value(plan.outputs.key())
            self.listed = True
            for output in wanted:
                if not output.on_demand:
                    self._make(output.path, tuple(output.key))
            while more := [output for output in wanted if self._is_asked_for(output)]:
                for output in more:
                    self._make(output.path, tuple(output.key))
        self.problems = sort_problems(self._problems)
        self.errors = [problem for problem in self.problems if problem.is_error]

    def _make(self, path: str, key: Key) -> None:
        self.outputs[path] = None
        with suppress(_NeededError):
            self.outputs[path] = self.value(key)

    def _is_asked_for(self, output: Any) -> bool:
        """Whether an output that is not made yet is on demand, and another one that is made fetched its subkey."""
        return output.path not in self.outputs and not self._asked.isdisjoint(output.on_demand)

    @property
    def keys(self) -> set[Key] | None:
        """Every key that the site is made of, or None where something has failed."""
        has_failed = any(isinstance(value, _NeededError) for value in self._values.values())
        return None if has_failed else {*self._values, *self.subkeys}

    @property
    def files(self) -> dict[str, bytes]:
        """The outputs that can be made."""
        return {path: data for path, data in self.outputs.items() if data is not None}

    def value(self, key: Key) -> Any:
        """Return the value of a key, once run; raises where it, or what it needs, has failed."""
        if key in self._active:
            raise self._cycle(key)
        if key not in self._values:
            self._values[key] = self._run(key)
        if isinstance(self._values[key], _NeededError):
            raise self._values[key]
        return self._values[key]

    def _run(self, key: Key) -> Any:
        rule = self._plan.rules[key[0]]
        if rule.run is None:
            return self._sources.read(key).value
        fetch = _Fetch(self)
        self._active.append(key)
        try:
            value = rule.run(cast("Fetch", fetch), *key[1:])
            if fetch.failure is not None:
                return fetch.failure
        except _NeededError as error:
            return error
        except SitegenError as error:
            if fetch.failure is not None:
                return fetch.failure
            self._problems += [*fetch.problems, *error.problems]
            return _NeededError()
        finally:
            self._active.pop()
        self._problems += fetch.problems
        if rule.is_output and self._plan.demand:
            self._asked.update(at for name, at in fetch.subkeys if name == self._plan.demand.name)
        return value if rule.is_output else rule.decoder.decode(encode(value))

    def _cycle(self, key: Key) -> BuildError:
        steps = self._active[self._active.index(key) :]
        first = steps.index(min(steps))
        steps = [*steps[first:], *steps[: first + 1]]
        return BuildError("these need each other: " + " -> ".join(" ".join(map(str, step)) for step in steps))


class _Fetch:
    def __init__(self, site: NaiveSite) -> None:
        self._site = site
        self.problems: list[Problem] = []
        self.subkeys: list[tuple[str, str]] = []
        self.failure: _NeededError | None = None

    def __call__(self, rule: Rule[..., Any], /, *args: Argument, at: str | None = None) -> Any:
        try:
            value = self._site.value((rule.name, *args))
        except _NeededError as error:
            self.failure = self.failure or error
            raise
        if at is None:
            return value
        self._site.subkeys.add((rule.name, *args, AT, at))
        self.subkeys.append((rule.name, at))
        return value.get(at)

    def report(self, problem: Problem) -> None:
        self.problems.append(problem)
